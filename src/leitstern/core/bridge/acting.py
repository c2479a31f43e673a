"""Of the gaps that are known, how many somebody does something about, and how long they have been known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import median_low
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

FEWEST = 5  # known gaps before a share is said


class Answer(StrEnum):
    """What was decided about a known gap."""

    ACTING = "acting"
    NOTHING = "nothing"
    OPEN = "open"


ANSWERS: dict[Answer, Text] = {
    Answer.ACTING: Text(en="something is done", de="es wird etwas getan"),
    Answer.NOTHING: Text(en="deliberately nothing", de="bewusst nichts"),
    Answer.OPEN: Text(en="nothing decided", de="nichts entschieden"),
}
TOO_FEW = Missing(
    "too-few-gaps",
    Text(
        en="a share needs at least five known gaps",
        de="ein Anteil braucht mindestens fünf bekannte Lücken",
    ),
)


@dataclass(frozen=True, slots=True)
class KnownGap:
    """A declared gap: since when it is known, and what was decided about it."""

    touchpoint: str
    facet: str
    since: date
    answer: Answer

    def days(self, today: date) -> int:
        """How long it has been known."""
        return (today - self.since).days


@dataclass(frozen=True, slots=True)
class Ages:
    """Days since gaps became known: the middle one, the shortest, the longest, and how many there are."""

    median: int
    shortest: int
    longest: int
    n: int


@dataclass(frozen=True, slots=True)
class Acting:
    """How many known gaps have a measure that does something. `unanswered`: those about which nothing was decided."""

    gaps: tuple[KnownGap, ...]  # the longest known first
    ratio: Measured
    ages: Ages | None
    unanswered: Ages | None

    def count(self, answer: Answer) -> int:
        """How many gaps have this answer."""
        return sum(each.answer is answer for each in self.gaps)


def acting(gaps: Iterable[KnownGap], today: date) -> Acting:
    """The share with Wilson's interval, n counts gaps; ages describe these gaps and no others."""
    known = tuple(sorted(gaps, key=lambda each: (each.since, each.touchpoint, each.facet)))
    some = sum(each.answer is Answer.ACTING for each in known)
    ratio: Measured = TOO_FEW
    if len(known) >= FEWEST:
        ratio = Estimate(some / len(known), *wilson(some / len(known), len(known)), len(known), as_of=today)
    waiting = [each for each in known if each.answer is Answer.OPEN]
    return Acting(known, ratio, _ages(known, today), _ages(waiting, today))


def _ages(gaps: Sequence[KnownGap], today: date) -> Ages | None:
    if not gaps:
        return None
    days = [each.days(today) for each in gaps]
    return Ages(median_low(days), min(days), max(days), len(days))
