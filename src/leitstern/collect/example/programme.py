"""What is told of the invented company's programme “Close by”, in months since it began, three years before the end.

Planted, and found by tests: step 1 is credited until its newest proof from staff is too old; leaders stopped asking in
month 25, so it falls back around month 31. Step 6 is claimed at 3 with documents alone. One hurdle belongs to somebody
who has left; one that was cleared in month 12 is back since month 27. In the twin staff are asked to the end, step 6 is
claimed as far as it goes, every hurdle has an owner, and nothing falls back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.inside.instrument import EvidenceType as Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.example.inside_truths import Inside

TITLE = Text(en="Close by", de="Nah dran")
MONTHS = 36
BASELINE = (1.0, 512, Text(en="Staff survey at the start", de="Mitarbeiterbefragung zum Start"))
EXPECTED = (
    (
        "customers",
        Text(
            en="In three years customers say unasked that we are close by.",
            de="In drei Jahren sagen Kundinnen und Kunden ungefragt, dass wir nah dran sind.",
        ),
    ),
    (
        "technology",
        Text(
            en="The campaign platform pays for itself within a year.",
            de="Die Kampagnenplattform rechnet sich innerhalb eines Jahres.",
        ),
    ),
)
HOLDS = Text(en="Slower than thought, but it holds.", de="Langsamer als gedacht, aber es gilt.")
NO_LONGER = Text(
    en="The platform runs; it has not paid for itself.",
    de="Die Plattform läuft; gerechnet hat sie sich nicht.",
)


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step: opened and claimed in which month at which level, and its proofs by kind and month."""

    number: int
    owner: str
    opened: float
    claimed: float | None
    level: int
    holds: str
    read: Text
    proofs: tuple[tuple[Kind, float, Text], ...]


@dataclass(frozen=True, slots=True)
class HurdleTold:
    """A hurdle since which month, whose it is, what is done, and when it was cleared."""

    title: Text
    kind: HurdleKind
    since: float
    owner: str
    unit: str
    measure: Text | None = None
    cleared: tuple[float, Text] | None = None


PULSE = Text(en="Staff pulse: I notice the backing", de="Puls: Ich nehme den Rückhalt wahr")
PANEL = Text(en="Customer panel", de="Kundenbeirat")
FLOWS = Text(en="Contacts along the described processes", de="Kontakte entlang der beschriebenen Abläufe")
BOTH_SIDES = Text(en="Both sides say: so it is", de="Beide Seiten sagen: So ist es")
UNITS = Text(en="Use of old cost centres and lists", de="Nutzung alter Kostenstellen und Verteiler")
PAPER = Text(en="Decided and written down", de="Beschlossen und aufgeschrieben")
SEEN = Text(en="Board members at the counter", de="Vorstand am Schalter")


def steps(inside: Inside) -> tuple[StepTold, ...]:
    """Six of the seven; the last is not opened yet."""
    asked = (5.0, 10.0, 15.0, 20.0, 25.0) if inside.planted else (5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0)
    return (
        _told(
            1,
            "customers",
            (0.2, 6, 3),
            "yes",
            (Kind.EMPLOYEE_VOICE, asked, PULSE),
            (Kind.OBSERVATION, (5, 14, 22), SEEN),
        ),
        _told(
            2,
            "customers",
            (2, 9, 3),
            "yes",
            (Kind.CUSTOMER_VOICE, (4, 7, 9, 12, 15, 18, 21, 24, 27, 30, 33, 35), PANEL),
        ),
        _told(3, "processing", (4, 13, 3), "yes", (Kind.SYSTEM_DATA, (9, 12, 19, 26, 33), FLOWS)),
        _told(
            4,
            "processing",
            (8, 16, 3),
            "yes",
            (Kind.EMPLOYEE_VOICE, (12, 15, 19, 23, 27, 31, 35), BOTH_SIDES),
            (Kind.SYSTEM_DATA, (14, 22, 29, 34), FLOWS),
        ),
        _told(5, "customers", (12, 22, 3), "no", (Kind.SYSTEM_DATA, (18, 21, 28, 34), UNITS)),
        _told(6, "technology", (14, 24, 3 if inside.planted else 2), "unclear"),
    )


def _told(
    number: int,
    owner: str,
    at: tuple[float, float, int],
    holds: str,
    *lines: tuple[Kind, tuple[float, ...], Text],
) -> StepTold:
    opened, claimed, level = at
    papers = tuple(
        (Kind.DOCUMENT, month, PAPER)
        for month in (opened + 1.5, claimed - 0.5, 24.0, 34.0)
        if month >= opened
    )
    more = tuple((kind, float(month), title) for kind, months, title in lines for month in months)
    read = NO_LONGER if holds == "no" else HOLDS
    return StepTold(number, owner, opened, claimed, level, holds, read, (*papers, *more))


def hurdles(inside: Inside) -> tuple[HurdleTold, ...]:
    """Five, and one more where it came back; `owner` is a department, or „cards“ for who has left."""
    found = (
        HurdleTold(
            Text(en="Customer lists travel as spreadsheets", de="Kundenlisten reisen als Tabellen"),
            HurdleKind.SILOS,
            1,
            "marketing",
            "campaigns",
            Text(en="On the stop list, platform instead", de="Auf die Stoppliste, Plattform stattdessen"),
            (12, Text(en="Nobody sends lists any more.", de="Niemand verschickt mehr Listen.")),
        ),
        HurdleTold(
            Text(
                en="“Close by” is taken to mean what we do anyway",
                de="„Nah dran“ gilt als das, was wir ohnehin tun",
            ),
            HurdleKind.CULTURE,
            5,
            "customers",
            "",
            Text(en="Four answers for every role", de="Vier Antworten für jede Rolle"),
        ),
        HurdleTold(
            Text(
                en="Board areas pull at different goals",
                de="Vorstandsbereiche ziehen an verschiedenen Zielen",
            ),
            HurdleKind.ALIGNMENT,
            3,
            "technology",
            "",
            Text(en="One shared key figure", de="Eine gemeinsame Kennzahl"),
        ),
        HurdleTold(
            Text(
                en="Four people understand data and customers",
                de="Vier Menschen verstehen Daten und Kundschaft",
            ),
            HurdleKind.TALENT,
            8,
            "data_office",
            "data_office",
        ),
        HurdleTold(
            Text(en="Card systems know no other", de="Die Kartensysteme kennen kein anderes"),
            HurdleKind.SILOS,
            20,
            "cards" if inside.planted else "technology",
            "it",
            Text(en="Connect them to the record", de="An die Akte anbinden"),
        ),
    )
    if not inside.planted:
        return found
    back = HurdleTold(
        Text(en="The spreadsheets are back", de="Die Tabellen sind wieder da"),
        HurdleKind.SILOS,
        27,
        "",
        "campaigns",
    )
    return (*found, back)
