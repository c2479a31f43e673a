"""One figure about a competitor: what was found, by whom, when, of how many, and what exactly was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection

STAYED = "stayed"  # an outcome instead of a statement: of everybody here in one year, who came in the next
STAYED_NAME = Text(en="Come back within a year", de="Kommen innerhalb eines Jahres wieder")
OLD_AFTER = 2  # years
EARLIEST = 1990
LONGEST_NAME, LONGEST = 120, 300
MOST_ASKED = 100_000_000


class Origin(StrEnum):
    """Who found the figure, the strongest first."""

    COMMISSIONED = "commissioned"
    INDEPENDENT = "independent"
    OWN_WORDS = "own_words"


ORIGINS: dict[Origin, Text] = {
    Origin.COMMISSIONED: Text(en="bought or commissioned", de="gekauft oder beauftragt"),
    Origin.INDEPENDENT: Text(en="published by somebody independent", de="unabhängig veröffentlicht"),
    Origin.OWN_WORDS: Text(en="said by the competitor itself", de="vom Wettbewerber selbst gesagt"),
}


class Asked(StrEnum):
    """Whether customers there were asked what customers here are asked."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


ASKED: dict[Asked, Text] = {
    Asked.SAME: Text(en="the same question on the same scale", de="dieselbe Frage auf derselben Skala"),
    Asked.OTHER: Text(en="another question or scale", de="eine andere Frage oder Skala"),
    Asked.UNKNOWN: Text(en="not stated", de="nicht angegeben"),
}


@dataclass(frozen=True, slots=True)
class CompetitorFigure:
    """`share` 0–1 of the competitor's customers agree with `statement` at `touchpoint` (nothing: with the company as a
    whole). `n` is None where the source does not state it; it is never guessed."""

    number: int
    competitor: str
    touchpoint: str
    statement: str
    share: float
    n: int | None
    year: int
    source: str
    how: str
    asked: Asked
    origin: Origin

    def old(self, year: int) -> bool:
        """Whether it tells of a market of long ago."""
        return year - self.year > OLD_AFTER


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """What somebody wants to enter; `percent` is of 100 customers."""

    competitor: str
    touchpoint: str
    statement: str
    percent: float
    n: int | None
    year: int
    source: str
    how: str
    asked: Asked
    origin: Origin


NEEDED = {
    "competitor": Text(en="Which competitor is it about?", de="Um welchen Wettbewerber geht es?"),
    "source": Text(
        en="Where does it stand? A figure without a source cannot be looked up.",
        de="Wo steht das? Eine Zahl ohne Quelle lässt sich nicht nachsehen.",
    ),
    "how": Text(
        en="How was it asked? Write down the wording; without it nobody can say whether it compares.",
        de="Wie wurde gefragt? Schreiben Sie den Wortlaut auf; ohne ihn kann niemand sagen, ob es vergleichbar ist.",
    ),
}
TOO_LONG = Text(
    en="That is {n} characters; {most} are the most.",
    de="Das sind {n} Zeichen; höchstens {most} sind möglich.",
)
NO_SHARE = Text(en="A share is a number of 0 to 100 customers.", de="Ein Anteil ist eine Zahl von 0 bis 100.")
NO_N = Text(
    en="Asked were 1 or more; leave it empty where the source does not say.",
    de="Gefragt wurde mindestens eine Person; lassen Sie es leer, wenn die Quelle nichts dazu sagt.",
)
NO_YEAR = Text(
    en="The year lies between {earliest} and {latest}.", de="Das Jahr liegt zwischen {earliest} und {latest}."
)
NO_TOUCHPOINT = Text(
    en="The taxonomy does not know this touchpoint.", de="Diesen Kontaktpunkt kennt die Taxonomie nicht."
)
NO_STATEMENT = Text(
    en="The taxonomy does not know this statement.", de="Diese Aussage kennt die Taxonomie nicht."
)
AS_A_WHOLE = Text(
    en="Whether customers come back is told of the company as a whole, not of one touchpoint.",
    de="Ob die Kundschaft wiederkommt, gilt für das Unternehmen als Ganzes, nicht für einen Kontaktpunkt.",
)


def figure_problems(
    draft: FigureDraft, touchpoints: Collection[str], statements: Collection[str], year: int
) -> tuple[Problem, ...]:
    """Everything that keeps a draft from being a figure, all at once; `year` is this year."""
    found = []
    for field, most in (("competitor", LONGEST_NAME), ("source", LONGEST), ("how", LONGEST)):
        said = getattr(draft, field).strip()
        if not said and not (field == "how" and draft.asked is Asked.UNKNOWN):
            found.append(Problem(field, NEEDED[field]))
        elif len(said) > most:
            found.append(Problem(field, TOO_LONG.fill(n=len(said), most=most)))
    if draft.touchpoint and draft.touchpoint not in touchpoints:
        found.append(Problem("touchpoint", NO_TOUCHPOINT))
    elif draft.touchpoint and draft.statement == STAYED:
        found.append(Problem("touchpoint", AS_A_WHOLE))
    if draft.statement != STAYED and draft.statement not in statements:
        found.append(Problem("statement", NO_STATEMENT))
    if not 0 <= draft.percent <= 100:  # also refuses what is no number
        found.append(Problem("percent", NO_SHARE))
    if draft.n is not None and not 1 <= draft.n <= MOST_ASKED:
        found.append(Problem("n", NO_N))
    if not EARLIEST <= draft.year <= year:
        found.append(Problem("year", NO_YEAR.fill(earliest=EARLIEST, latest=year)))
    return tuple(found)
