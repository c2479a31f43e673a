"""Boundaries against abuse by customers: what employees need not accept, and how often that had to be said.

Only how many cases a department had in a month is ever known, never who met them; and of a department that too few
people belong to, not even that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Count:
    """How many cases a department had in a month (its first day)."""

    unit: str
    month: date
    cases: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What may be shown of a boundary's cases, newest month first; `hidden` departments have too few people."""

    shown: tuple[Count, ...]
    hidden: int

    @property
    def cases(self) -> int:
        """All that are shown."""
        return sum(each.cases for each in self.shown)

    @property
    def months(self) -> int:
        """How many months they were counted in."""
        return len({each.month for each in self.shown})


def tally(counts: Iterable[Count], enough: Callable[[str], bool]) -> Tally:
    """Of counts in the order they were entered, the newest of a department and month."""
    newest = {(each.unit, each.month): each for each in counts}
    units = {unit: enough(unit) for unit, _ in newest}
    shown = (each for each in newest.values() if units[each.unit])
    return Tally(
        tuple(sorted(shown, key=lambda each: (-each.month.toordinal(), each.unit))),
        sum(not said for said in units.values()),
    )
