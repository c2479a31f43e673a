"""How far a principle is kept: month by month, with interval and n; broken where something else was counted.

The share of a month is kept ÷ cases with Wilson's interval (`core.stats.intervals`). The recent state is the last three
months that were counted, taken together, and compared with the twelve months before it that were counted the same way.
The interval of the difference is Newcombe's (1998, Statistics in Medicine 17, method 10), made of Wilson's limits.
Months nobody counted stay gaps; months without a single case are told apart from them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, repeat, takewhile
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.outside.periods import after
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

RECENT, BEFORE = 3, 12  # months
RELEVANT = 0.05  # smaller changes are told as numbers, not as a fall or a rise
NOT_COUNTED = Missing("not-counted", Text(en="nobody counted", de="nicht gezählt"))
NO_CASE = Missing("no-case", Text(en="not a single case", de="kein einziger Fall"))
TOO_FEW = Missing(
    "too-few-in-all", Text(en="too few people: not shown", de="zu wenige Personen: nicht gezeigt")
)
NEVER = Missing("never-counted", Text(en="not counted yet", de="noch nicht gezählt"))
NOTHING_BEFORE = Missing(
    "nothing-before",
    Text(
        en="nothing counted the same way before that it could be compared with",
        de="davor wurde nichts auf dieselbe Weise gezählt, womit es sich vergleichen ließe",
    ),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """In a month (its first day) and a unit ("" for the whole company): of so many `cases` so many were `kept`.

    `work` of the unit's people is shown only if enough of them work there; what customers lived anywhere is shown anyway.
    """

    unit: str
    month: date
    kept: int
    cases: int
    work: bool = True


@dataclass(frozen=True, slots=True)
class Exempt:
    """A unit ("" = every unit) need not keep the principle from one day to another, both included."""

    unit: str
    since: date
    until: date

    def covers(self, tally: Tally) -> bool:
        """Whether any day of the month is exempt: half a month cannot be taken out of a count."""
        return self.unit in ("", tally.unit) and self.since < after(tally.month, "month") <= _next(self.until)


@dataclass(frozen=True, slots=True)
class Month:
    """One month: the share kept, or why there is none."""

    month: date
    share: Measured
    kept: int = 0
    cases: int = 0

    @property
    def told(self) -> bool:
        """Whether the counts are told: somebody counted, and enough people did the work."""
        return self.share not in (NOT_COUNTED, TOO_FEW)


@dataclass(frozen=True, slots=True)
class Break:
    """From this month on something else is counted, in these words."""

    month: date
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """All months from the first to the last counted one; `change` is recent − before, in shares."""

    months: tuple[Month, ...]
    breaks: tuple[Break, ...]
    recent: Measured
    before: Measured
    change: Measured

    @property
    def gaps(self) -> int:
        """Months in between that nobody counted."""
        return sum(each.share is NOT_COUNTED for each in self.months)

    @property
    def falls(self) -> bool:
        """Whether it is kept clearly less than before: by five of a hundred or more, and beyond what chance explains."""
        return isinstance(self.change, Estimate) and self.change.high < 0 and self.change.value <= -RELEVANT

    @property
    def rises(self) -> bool:
        """The same upwards."""
        return isinstance(self.change, Estimate) and self.change.low > 0 and self.change.value >= RELEVANT


def counted(tallies: Iterable[Tally], exemptions: Sequence[Exempt]) -> list[Tally]:
    """Those that count: without units and months that are exempt."""
    return [each for each in tallies if not any(exempt.covers(each) for exempt in exemptions)]


def course(tallies: Iterable[Tally], breaks: Sequence[Break] = (), hidden: Collection[date] = ()) -> Course:
    """What became of a principle; several tallies of one month add up. `breaks` in the order of months.

    Months that are `hidden`, because too few people did the work, stand in it without a number.
    """
    sums: dict[date, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in tallies:
        kept, cases = sums[each.month]
        sums[each.month] = kept + each.kept, cases + each.cases
    known = {*sums, *hidden}
    if not known:
        return Course((), tuple(breaks), NEVER, NOTHING_BEFORE, NOTHING_BEFORE)
    months = tuple(
        Month(month, TOO_FEW) if month in hidden else _month(month, sums.get(month))
        for month in _from(min(known), max(known))
    )
    last_break = max((each.month for each in breaks if each.month <= months[-1].month), default=None)
    same = [m for m in months if (last_break is None or m.month >= last_break) and m.cases]
    recent, before = together(same[-RECENT:]), together(same[-RECENT - BEFORE : -RECENT])
    if not same:
        recent = TOO_FEW if hidden else NEVER
    return Course(months, tuple(breaks), recent, _or_nothing(before), difference(recent, before))


def together(months: Sequence[Month]) -> Measured:
    """Months as one: all that were kept of all cases."""
    return share(sum(each.kept for each in months), sum(each.cases for each in months), months)


def share(kept: int, cases: int, months: Sequence[Month] = ()) -> Measured:
    """kept ÷ cases with Wilson's interval; n = cases. As of the last of these months."""
    if not cases:
        return NO_CASE
    low, high = wilson(kept / cases, cases)
    return Estimate(kept / cases, low, high, cases, as_of=months[-1].month if months else None)


def difference(now: Measured, then: Measured) -> Measured:
    """now − then, of shares that rest on different cases, with Newcombe's interval."""
    if isinstance(now, Missing) or isinstance(then, Missing):
        return NOTHING_BEFORE
    value = now.value - then.value
    low = value - sqrt((now.value - now.low) ** 2 + (then.high - then.value) ** 2)
    high = value + sqrt((now.high - now.value) ** 2 + (then.value - then.low) ** 2)
    return Estimate(value, max(-1.0, low), min(1.0, high), now.n + then.n, as_of=now.as_of)


def _month(month: date, sums: tuple[int, int] | None) -> Month:
    if sums is None:
        return Month(month, NOT_COUNTED)
    kept, cases = sums
    return Month(month, share(kept, cases, [Month(month, NO_CASE)]), kept, cases)


def _or_nothing(measured: Measured) -> Measured:
    return NOTHING_BEFORE if isinstance(measured, Missing) else measured


def _from(first: date, last: date) -> Iterator[date]:
    return takewhile(
        lambda month: month <= last, accumulate(repeat(first), lambda month, _: after(month, "month"))
    )


def _next(day: date) -> date:
    """The first day of the month after the one a day lies in."""
    return after(day.replace(day=1), "month")
