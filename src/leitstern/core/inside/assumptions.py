"""The register of assumptions: every number of the inside that is not measured, with its reason and its limits.

Whoever disagrees may change a number, within its range and with a reason. The fewest people shown (five) are no
assumption and cannot be changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumed_evidence import EVIDENCE
from leitstern.core.inside.assumed_placement import PLACEMENT
from leitstern.core.inside.assumed_portfolio import PORTFOLIO
from leitstern.core.inside.assumed_programme import PROGRAMME
from leitstern.core.inside.assumed_routes import ROUTES
from leitstern.core.inside.assumed_silo import SILO
from leitstern.core.inside.assumed_stack import STACK
from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "ASSUMPTIONS",
    "GRADES",
    "GROUPS",
    "Assumption",
    "Assumptions",
    "Grade",
    "Group",
    "departures",
    "problem",
]

ASSUMPTIONS: dict[str, Assumption] = {
    each.slug: each for each in (*PLACEMENT, *ROUTES, *EVIDENCE, *PORTFOLIO, *PROGRAMME, *SILO, *STACK)
}

UNKNOWN = Text(en="There is no assumption “{slug}”.", de="Eine Annahme „{slug}“ gibt es nicht.")
OUT_OF_RANGE = Text(
    en="{name}: {value} lies outside the range from {range}.",
    de="{name}: {value} liegt außerhalb der Spanne von {range}.",
)
OWN_EXPERIENCE = Text(
    en="Own experience: “at least” must be less than “at most”.",
    de="Eigene Erfahrung: „mindestens“ muss kleiner sein als „höchstens“.",
)
ONE_DEPARTS = Text(
    en="One assumption departs from its default.", de="Eine Annahme weicht von der Vorgabe ab."
)
SOME_DEPART = Text(
    en="{n} assumptions depart from their defaults.", de="{n} Annahmen weichen von den Vorgaben ab."
)
NOTHING_CHANGED = Text(en="Nothing was changed.", de="Es wurde nichts geändert.")

GROUPS: dict[Group, Text] = {
    Group.BIAS: Text(en="How far self-images err", de="Wie weit Selbstbilder danebenliegen"),
    Group.PRECISION: Text(en="How precisely each view sees", de="Wie genau die einzelnen Sichten hinsehen"),
    Group.CUSTOMERS: Text(
        en="From customers' answers to a level", de="Von Antworten der Kundschaft zu einer Stufe"
    ),
    Group.TYPES: Text(en="When a type is declared", de="Wann ein Typ festgestellt wird"),
    Group.WEIGHTS: Text(en="Weights of the dimensions", de="Gewichte der Dimensionen"),
    Group.ROUTES: Text(en="How long routes take", de="Wie lange Routen dauern"),
    Group.EVIDENCE: Text(en="What proof weighs and when it ages", de="Was Belege wiegen und wann sie altern"),
    Group.ALARMS: Text(en="When we speak up", de="Wann wir uns melden"),
}

GRADES: dict[Grade, Text] = {
    Grade.PAPER: Text(en="stated in the source paper", de="steht in der Quelle"),
    Grade.STUDY: Text(en="from published studies", de="aus veröffentlichten Studien"),
    Grade.SIMULATED: Text(en="checked by simulation", de="durch Simulation geprüft"),
    Grade.OWN: Text(en="our own assumption", de="eigene Annahme"),
}


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All values in force; `assumptions["cut_culture"]` is one of them. Equal values have an equal `repr`."""

    values: Mapping[str, float] = field(
        default_factory=lambda: {slug: float(each.value) for slug, each in ASSUMPTIONS.items()}
    )

    def __getitem__(self, slug: str) -> float:
        return self.values[slug]

    def __iter__(self) -> Iterator[Assumption]:
        return iter(ASSUMPTIONS.values())

    def with_values(self, values: Mapping[str, float]) -> Assumptions:
        """These assumptions with other values. Raises InvalidInput that names every value out of range."""
        problems = [text for slug, value in values.items() if (text := problem(slug, value))]
        together = {**self.values, **values}
        if not together["own_culture_p10"] < together["own_culture_p90"]:
            problems.append(OWN_EXPERIENCE)
        if problems:
            raise InvalidInput(
                Text(
                    en=" ".join([*(text.en for text in problems), NOTHING_CHANGED.en]),
                    de=" ".join([*(text.de for text in problems), NOTHING_CHANGED.de]),
                )
            )
        return Assumptions({slug: float(values.get(slug, value)) for slug, value in self.values.items()})

    @property
    def changed(self) -> tuple[Assumption, ...]:
        """Those that differ from their default."""
        return tuple(each for each in self if self[each.slug] != each.value)


def departures(assumed: Assumptions) -> Text | None:
    """How many assumptions depart from their defaults, as a sentence; None where none does."""
    n = len(assumed.changed)
    return None if n == 0 else ONE_DEPARTS if n == 1 else SOME_DEPART.fill(n=n)


def problem(slug: str, value: float) -> Text | None:
    """Why this value cannot be assumed, or None."""
    found = ASSUMPTIONS.get(slug)
    if found is None:
        return UNKNOWN.fill(slug=slug)
    if not found.low <= value <= found.high:  # also refuses what is not a number
        return OUT_OF_RANGE.fill(name=found.name, value=decimal(found.unit.seen(value)), range=found.range)
    return None
