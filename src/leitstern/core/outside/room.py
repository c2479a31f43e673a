"""How long the disk lasts at the present rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.stats.estimate import Measured

WEEKS = 4  # that are looked at
DAYS_OF_WEEK = 7
LONGEST = 36_500.0  # days: further nobody plans, nor does a rate reach
LONG = 3_650.0  # days that are told no further
MORE = Text(en="more than 3,650", de="mehr als 3.650")
FOR_YEARS = Text(
    en="At the rate of the last {n} weeks what is free lasts for more than ten years.",
    de="So wie in den letzten {n} Wochen reicht der freie Platz mehr als zehn Jahre.",
)
ABOUT = Text(
    en="At the rate of the last {n} weeks what is free lasts for {value} days; if every week were like the fullest or the "
    "emptiest of them, {low} to {high}.",
    de="So wie in den letzten {n} Wochen reicht der freie Platz {value} Tage; wäre jede Woche wie die vollste oder die "
    "leerste davon, {low} bis {high}.",
)
NOTHING_CAME = Text(
    en="Nothing came in during the last four weeks.", de="In den letzten vier Wochen kam nichts herein."
)


def days_left(free: int, weeks: Sequence[float]) -> Measured:
    """Days until `free` bytes are used up, at the mean of the bytes that came in each of the last weeks.

    The interval goes from the fullest week to the emptiest: what would be, if every week were like that one. n counts
    weeks. A hundred years stand for whatever is longer.
    """
    if not sum(weeks):
        return Missing("nothing-came", NOTHING_CAME)
    mean = sum(weeks) / len(weeks)
    low, value, high = (_lasts(free, rate) for rate in (max(weeks), mean, min(weeks)))
    return Estimate(value, low, high, len(weeks))


def sentence(lasts: Measured) -> Text:
    """How long the disk lasts, in words."""
    if isinstance(lasts, Missing):
        return lasts.reason
    if lasts.low >= LONG:
        return FOR_YEARS.fill(n=lasts.n)
    low, value, high = (_days(days) for days in (lasts.low, lasts.value, lasts.high))
    return ABOUT.fill(value=value, low=low, high=high, n=lasts.n)


def _days(days: float) -> Text:
    return MORE if days >= LONG else grouped(int(days))


def _lasts(free: int, rate: float) -> float:
    return min(DAYS_OF_WEEK * free / rate, LONGEST) if rate else LONGEST
