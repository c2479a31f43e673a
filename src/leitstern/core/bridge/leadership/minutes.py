"""How much time of meetings belongs to customers: share of minutes by quarter, and whether it moves.

A meeting is the sampling unit. How much meetings differ is estimated from successive ones (von Neumann 1941, Annals of
Mathematical Statistics 12), so that a trend does not count as noise.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.months import last_day, quarter
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

FEWEST = 4  # meetings from which on it can be said how much they differ
LATELY = 4  # meetings that are compared with the same number before
SMALLEST_ERROR = 0.01  # minutes are rounded to five or so
NO_MEETING = Missing("no-meeting", Text(en="no meeting was entered", de="keine Sitzung eingetragen"))
TOO_FEW = Missing(
    "too-few-meetings",
    Text(
        en="eight meetings are needed before a change can be told",
        de="für eine Veränderung braucht es acht Sitzungen",
    ),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: all of its minutes (> 0), and those on customers."""

    day: date
    minutes: int
    customers: int


def spread(meetings: Sequence[Meeting]) -> float | None:
    """Standard deviation of the share from meeting to meeting; None below four meetings."""
    shares = [each.customers / each.minutes for each in sorted(meetings, key=lambda each: each.day)]
    if len(shares) < FEWEST:
        return None
    steps = [(after - before) ** 2 for before, after in pairwise(shares)]
    return max(sqrt(sum(steps) / len(steps) / 2), SMALLEST_ERROR)


def error(meetings: Sequence[Meeting], apart: float) -> float:
    """Standard error of the share of these meetings' minutes, where single meetings differ by `apart`."""
    whole = sum(each.minutes for each in meetings)
    return apart * sqrt(sum(each.minutes**2 for each in meetings)) / whole


def share(meetings: Sequence[Meeting], everything: Sequence[Meeting]) -> Measured:
    """Minutes on customers ÷ all minutes of these meetings, n meetings.

    The interval says where it would lie with other meetings of the same habit, Student's t on all of them; before
    four meetings nobody knows, and it is everything from 0 to 1.
    """
    if not meetings:
        return NO_MEETING
    value = sum(each.customers for each in meetings) / sum(each.minutes for each in meetings)
    as_of, apart = max(each.day for each in meetings), spread(everything)
    if apart is None:
        return Estimate(value, 0.0, 1.0, len(meetings), as_of=as_of)
    reach = student_quantile((1 + LEVEL) / 2, len(everything) - 1) * error(meetings, apart)
    return Estimate(value, max(0.0, value - reach), min(1.0, value + reach), len(meetings), as_of=as_of)


def by_quarter(meetings: Sequence[Meeting]) -> dict[date, Measured]:
    """Each quarter with meetings, oldest first."""
    firsts = sorted({quarter(each.day) for each in meetings})
    return {
        first: share([each for each in meetings if quarter(each.day) == first], meetings) for first in firsts
    }


def change(meetings: Sequence[Meeting]) -> Measured:
    """The share of the last four meetings less that of the four before, as a difference of shares."""
    ordered = sorted(meetings, key=lambda each: each.day)
    apart = spread(ordered)
    if len(ordered) < 2 * LATELY or apart is None:
        return TOO_FEW
    now, before = ordered[-LATELY:], ordered[-2 * LATELY : -LATELY]
    value = _share(now) - _share(before)
    wide = sqrt(error(now, apart) ** 2 + error(before, apart) ** 2)
    reach = student_quantile((1 + LEVEL) / 2, len(ordered) - 1) * wide
    low, high = max(-1.0, value - reach), min(1.0, value + reach)
    return Estimate(value, low, high, 2 * LATELY, as_of=ordered[-1].day)


def points(meetings: Sequence[Meeting], until: date) -> list[tuple[date, float, float, int]]:
    """Quarters that are over by `until`: last day, share, its standard error, meetings. None before four meetings."""
    known = [each for each in meetings if each.day <= until]
    apart = spread(known)
    if apart is None:
        return []
    found = []
    for first in sorted({quarter(each.day) for each in known}):
        of = [each for each in known if quarter(each.day) == first]
        if (end := last_day(first, 3)) <= until:
            found.append((end, _share(of), error(of, apart), len(of)))
    return found


def _share(meetings: Sequence[Meeting]) -> float:
    return sum(each.customers for each in meetings) / sum(each.minutes for each in meetings)
