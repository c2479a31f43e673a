"""Whether customers helped to shape a process, a touchpoint or a journey: by workshops that name what they shaped.

Source: Bingemer, Ohlwein, step 2 (customers as input-givers) and step 3 (processes from the customer's view).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.core.inside.cells import FEWEST
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.stats.estimate import Measured

YEAR = timedelta(days=365)
NONE_YET = Text(
    en="Nothing that serves customers has been entered under “Who does what” yet.",
    de="Unter „Wer macht was“ ist noch nichts eingetragen, das für Kundinnen und Kunden da ist.",
)
SAID = Text(
    en="For {n} of {of} processes, touchpoints and journeys customers took part in the last twelve months.",
    de="Bei {n} von {of} Prozessen, Kontaktpunkten und Reisen haben in den letzten zwölf Monaten Kundinnen und Kunden "
    "mitgestaltet.",
)
FEWER = Text(en="fewer than five", de="weniger als fünf")


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A process, touchpoint or journey by its short name."""

    place: str
    slug: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A workshop that named what it shaped, and how many customers were there."""

    key: int
    title: str
    day: date
    customers: int
    subjects: frozenset[Subject]


@dataclass(frozen=True, slots=True)
class Involved:
    """A piece of work, and the workshops that shaped it, the newest first."""

    work: Work
    workshops: tuple[Shaped, ...]
    since: date

    @property
    def with_customers(self) -> tuple[Shaped, ...]:
        """Those of the last twelve months in which customers were there."""
        return tuple(each for each in self.workshops if each.customers and each.day > self.since)

    @property
    def without(self) -> tuple[Shaped, ...]:
        """Those without customers, and those of before."""
        return tuple(each for each in self.workshops if each not in self.with_customers)

    @property
    def yes(self) -> bool:
        """Whether customers took part in the last twelve months."""
        return bool(self.with_customers)


@dataclass(frozen=True, slots=True)
class Involvement:
    """All pieces of work that serve customers; those without customers first."""

    lines: tuple[Involved, ...]
    share: Measured

    @property
    def yes(self) -> int:
        """For how many customers took part."""
        return sum(each.yes for each in self.lines)

    @property
    def sentence(self) -> Text:
        """The finding."""
        if isinstance(self.share, Missing):
            return NONE_YET
        return SAID.fill(n=self.yes, of=len(self.lines))


def involvement(works: Iterable[Work], held: Sequence[Shaped], today: date) -> Involvement:
    """Go through everything that serves customers; a workshop counts for what it names itself, for nothing near it."""
    newest = sorted(held, key=lambda each: (each.day, each.key), reverse=True)
    lines = []
    for work in works:
        if work.customer:
            subject = Subject(work.place.value, work.slug)
            mine = tuple(each for each in newest if subject in each.subjects)
            lines.append(Involved(work, mine, today - YEAR))
    ordered = sorted(lines, key=lambda each: (each.yes, each.work.name.de.casefold()))
    yes = sum(each.yes for each in ordered)
    return Involvement(tuple(ordered), counted(yes, len(ordered), len(ordered), today))


def how_many(customers: int) -> Text:
    """How many customers were there, as it may be said."""
    if customers < FEWEST:
        return FEWER
    return Text(str(customers), str(customers))
