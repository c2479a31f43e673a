"""Who had a part in shaping a change: people who were invited and took part, counted, never fewer than five shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.stream import Point
from leitstern.core.inside.cells import FEWEST
from leitstern.core.months import last_day, quarter
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.stats.estimate import Measured

FEW = Text(en="fewer than {n} people: not shown", de="weniger als {n} Personen: nicht gezeigt")
NEARLY_ALL = Missing(
    "nearly-all",
    Text(
        en="not shown: so few did not come that they could be worked out",
        de="nicht gezeigt: So wenige kamen nicht, dass man sie errechnen könnte",
    ),
)
NONE_OUT = Missing("none-out", Text(en="not handed out yet", de="noch nicht ausgegeben"))
NOBODY = Missing("nobody", Text(en="nobody was invited", de="niemand war eingeladen"))


@dataclass(frozen=True, slots=True)
class Attended:
    """A department (and its role, if one was meant): how many were invited, how many took part."""

    unit: str
    role: str
    invited: int
    took_part: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one or several departments together; `of` names them.

    Without `invited` where so few did not come that subtracting would tell of them.
    """

    of: tuple[Attended, ...]
    invited: int | None
    took_part: int


@dataclass(frozen=True, slots=True)
class Folded:
    """What may be shown of a workshop. `hidden`: rows that together stay under the limit, and so do not count at all."""

    shown: tuple[Shown, ...]
    hidden: tuple[Attended, ...]
    fewest: int = FEWEST

    @property
    def invited(self) -> int | None:
        """People invited, of all that is shown; None if that would tell of the few who did not come."""
        if any(each.invited is None for each in self.shown):
            return None
        return sum(each.invited or 0 for each in self.shown)

    @property
    def took_part(self) -> int:
        """People who took part, of all that is shown."""
        return sum(each.took_part for each in self.shown)

    @property
    def share(self) -> Measured:
        """Who took part, of those invited, of all that is shown."""
        if not self.shown:
            return too_few(self.fewest) if self.hidden else NOBODY
        return NEARLY_ALL if self.invited is None else _share(self.took_part, self.invited)


def too_few(fewest: int) -> Missing:
    """So few people that no number is shown."""
    return Missing("too-few", FEW.fill(n=fewest))


def fold(rows: Iterable[Attended], fewest: int = FEWEST) -> Folded:
    """Departments that may stand alone, and the small ones put together until they may.

    A row may be shown if at least `fewest` were invited, and of those who took part and of those who did not there are at
    least `fewest` each, or none. The others are joined, and with the smallest that may be shown if they are still too few:
    so nothing is left that the sum would give away. If even all together leave too few who did not come, it is not told
    how many were invited; and a workshop in which fewer than `fewest` took part, or that few were invited to, shows nothing.
    """
    order = sorted(rows, key=lambda row: (row.took_part, row.invited, row.unit, row.role))
    alone = [row for row in order if _fits([row], fewest)]
    small = [row for row in order if not _fits([row], fewest)]
    while small and alone and not _fits(small, fewest):
        small.append(alone.pop(0))
    if not small or _fits(small, fewest):
        shown = [*([_together(small)] if small else []), *(_together([row]) for row in alone)]
        return Folded(tuple(sorted(shown, key=lambda each: -each.took_part)), (), fewest)
    everybody = _together(small)
    if everybody.took_part >= fewest and (everybody.invited or 0) >= 2 * fewest:
        return Folded((Shown(everybody.of, None, everybody.took_part),), (), fewest)
    return Folded((), tuple(order), fewest)


def _fits(rows: Sequence[Attended], fewest: int) -> bool:
    took_part, invited = sum(row.took_part for row in rows), sum(row.invited for row in rows)
    return invited >= fewest and not any(0 < n < fewest for n in (took_part, invited - took_part))


def _together(rows: Sequence[Attended]) -> Shown:
    return Shown(tuple(rows), sum(row.invited for row in rows), sum(row.took_part for row in rows))


def reach(opened: int, handed_out: int, people: int | None, fewest: int = FEWEST) -> Measured:
    """Of the copies a role was handed, how many were opened, as a count of openings and never of people.

    Nothing is said of a role that fewer than `fewest` `people` hold, or of which the register does not know how many.
    """
    if people is None or people < fewest:
        return too_few(fewest)
    return reach_of_all(opened, handed_out, fewest)


def reach_of_all(opened: int, handed_out: int, fewest: int = FEWEST) -> Measured:
    """The same of the page that everybody reads.

    Whoever opens a page twice counts twice, so it can be too high, and is at most 1. Nothing is said of fewer than
    `fewest` copies or openings.
    """
    if not handed_out:
        return NONE_OUT
    if min(handed_out, opened) < fewest:
        return too_few(fewest)
    return _share(min(opened, handed_out), handed_out)


def together(reached: Sequence[Measured]) -> Measured:
    """Reach in several languages as one, of those of which it may be told; else why it may be told of none."""
    told = [each for each in reached if isinstance(each, Estimate)]
    if told:
        return _share(sum(round(each.value * each.n) for each in told), sum(each.n for each in told))
    return next((each for each in reached if each != NONE_OUT), NONE_OUT)


def _share(n: int, of: int) -> Estimate:
    share = n / of
    low, high = wilson(share, of)
    return Estimate(share, min(low, share), max(high, share), of)


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop of a day: how many took part, and how many of them are shown with it."""

    day: date
    took_part: int
    shown: int


def quarters(held: Iterable[Held], until: date, fewest: int = FEWEST) -> tuple[Point, ...]:
    """People who took part, by quarter that has ended, from the first workshop on.

    A quarter without any workshop is a measured 0. One in which fewer than `fewest` took part is left out, and so is one
    of which as few would remain if the workshops that are shown were taken off. The standard error is that of a count
    (Poisson), of at least one.
    """
    people: dict[date, tuple[int, int]] = {}
    for each in held:
        end = quarter_end(each.day)
        n, rest = people.get(end, (0, 0))
        people[end] = n + each.took_part, rest + each.took_part - each.shown
    if not people:
        return ()
    points, end = [], min(people)
    while end <= until:
        n, rest = people.get(end, (0, 0))
        if not any(0 < few < fewest for few in (n, rest)):
            points.append(Point(end, float(n), sqrt(max(n, 1)), n))
        end = quarter_end(end + timedelta(days=1))
    return tuple(points)


def quarter_end(day: date) -> date:
    """The last day of a quarter."""
    return last_day(quarter(day), 3)
