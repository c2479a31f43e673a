"""The stop list: what has ended, until when use is no relapse yet, and whether it is used all the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.terms import StopChange
from leitstern.core.outside.periods import after
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

RECENT = 3  # months


class Standing(StrEnum):
    """Where something on the stop list stands on a day."""

    AHEAD = "ahead"  # it will end
    GRACE = "grace"  # it has ended, late use is no relapse yet
    ENDED = "ended"
    REINSTATED = "reinstated"


STANDINGS = {
    Standing.AHEAD: Text(en="will end", de="endet noch"),
    Standing.GRACE: Text(en="ended, late use is forgiven", de="beendet, in der Schonfrist"),
    Standing.ENDED: Text(en="ended", de="beendet"),
    Standing.REINSTATED: Text(en="let in again", de="wieder zugelassen"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """It ended on a day, with grace until another (that day included), or was let in again."""

    change: StopChange
    day: date
    grace: date | None = None


@dataclass(frozen=True, slots=True)
class Uses:
    """How often it was used in a month (its first day) in a unit ("" for the whole company)."""

    unit: str
    month: date
    uses: int


@dataclass(frozen=True, slots=True)
class Relapse:
    """Months after the end (and its grace) with a count: in how many of them it was used, how often, and of late."""

    months: int
    used_in: int
    uses: int
    recent_months: int  # of the last three months with a count
    recent: int  # uses in them
    last: date | None  # the last month in which it was used

    @property
    def clean(self) -> bool:
        """Counted, and of late not used once."""
        return self.recent_months > 0 and self.recent == 0


def standing(events: Sequence[Event], day: date) -> Standing:
    """`events` with the newest first, at least one."""
    newest = events[0]
    if newest.change is StopChange.REINSTATED:
        if newest.day <= day:
            return Standing.REINSTATED
        return standing(events[1:], day) if len(events) > 1 else Standing.AHEAD
    if day < newest.day:
        return Standing.AHEAD
    return Standing.GRACE if newest.grace and day <= newest.grace else Standing.ENDED


def forbidden_from(events: Sequence[Event]) -> date | None:
    """The first day of the first whole month in which use is a relapse; None while it is let in again."""
    newest = events[0]
    if newest.change is StopChange.REINSTATED:
        return None
    last = newest.grace or newest.day
    return last if last.day == 1 and newest.grace is None else after(last.replace(day=1), "month")


def by_month(uses: Iterable[Uses]) -> dict[date, int]:
    """Uses of all units, in the order of months."""
    found: dict[date, int] = {}
    for each in sorted(uses, key=lambda each: each.month):
        found[each.month] = found.get(each.month, 0) + each.uses
    return found


def relapse(events: Sequence[Event], uses: Iterable[Uses]) -> Relapse | None:
    """What was used although it had ended; None while use is allowed."""
    start = forbidden_from(events)
    if start is None:
        return None
    months = [(month, n) for month, n in by_month(uses).items() if month >= start]
    recent = months[-RECENT:]
    used = [month for month, n in months if n]
    return Relapse(
        len(months),
        len(used),
        sum(n for _, n in months),
        len(recent),
        sum(n for _, n in recent),
        used[-1] if used else None,
    )
