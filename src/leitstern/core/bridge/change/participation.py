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
    """What is shown of one or several departments together; `of` names them."""

    of: tuple[Attended, ...]
    invited: int
    took_part: int


@dataclass(frozen=True, slots=True)
class Folded:
    """What may be shown of a workshop. `hidden`: rows that together stay under the limit, and so do not count at all."""

    shown: tuple[Shown, ...]
    hidden: tuple[Attended, ...]
    fewest: int = FEWEST

    @property
    def invited(self) -> int:
        """People invited, of all that is shown."""
        return sum(each.invited for each in self.shown)

    @property
    def took_part(self) -> int:
        """People who took part, of all that is shown."""
        return sum(each.took_part for each in self.shown)

    @property
    def share(self) -> Measured:
        """Who took part, of those invited, of all that is shown."""
        if not self.shown:
            return too_few(self.fewest) if self.hidden else NOBODY
        return _share(self.took_part, self.invited)


def too_few(fewest: int) -> Missing:
    """So few people that no number is shown."""
    return Missing("too-few", FEW.fill(n=fewest))


def fold(rows: Iterable[Attended], fewest: int = FEWEST) -> Folded:
    """Departments that may stand alone, and the small ones put together until they may.

    A row may be shown if at least `fewest` took part, or nobody did, and at least `fewest` were invited. Small rows are
    joined, the smallest first, and with the next larger one if they are still too few: so nothing is left that the
    sum would give away. A workshop in which fewer than `fewest` took part shows nothing.
    """
    order = sorted(rows, key=lambda row: (row.took_part, row.invited, row.unit, row.role))
    alone: list[Shown] = []
    small: list[Attended] = []
    for row in order:
        if not _fits(small, fewest) and small:
            small.append(row)
        elif _fits([row], fewest):
            alone.append(_together([row]))
        else:
            small.append(row)
    if small and not _fits(small, fewest):
        return Folded((), tuple(order), fewest)
    shown = [*([_together(small)] if small else []), *alone]
    return Folded(tuple(sorted(shown, key=lambda each: -each.took_part)), (), fewest)


def _fits(rows: Sequence[Attended], fewest: int) -> bool:
    took_part, invited = sum(row.took_part for row in rows), sum(row.invited for row in rows)
    return invited >= fewest and (took_part >= fewest or took_part == 0)


def _together(rows: Sequence[Attended]) -> Shown:
    return Shown(tuple(rows), sum(row.invited for row in rows), sum(row.took_part for row in rows))


def reach(opened: int, handed_out: int, people: int | None = None, fewest: int = FEWEST) -> Measured:
    """Of the copies handed out, how many were opened, as a count of openings and never of people.

    Whoever opens a page twice counts twice, so it can be too high, and is at most 1. Nothing is said of a role that
    fewer than `fewest` people hold, nor of fewer copies or openings.
    """
    if people is not None and people < fewest:
        return too_few(fewest)
    if handed_out < fewest:
        return (
            too_few(fewest)
            if handed_out
            else Missing("none-out", Text(en="not handed out yet", de="noch nicht ausgegeben"))
        )
    if opened < fewest:
        return too_few(fewest)
    return _share(min(opened, handed_out), handed_out)


def _share(n: int, of: int) -> Estimate:
    share = n / of
    low, high = wilson(share, of)
    return Estimate(share, min(low, share), max(high, share), of)


def quarters(held: Iterable[tuple[date, int]], until: date, fewest: int = FEWEST) -> tuple[Point, ...]:
    """People who took part, by quarter that has ended, from the first workshop on.

    A quarter without any workshop is a measured 0; one in which fewer than `fewest` took part is left out. The
    standard error is that of a count (Poisson), of at least one.
    """
    people: dict[date, int] = {}
    for day, n in held:
        end = quarter_end(day)
        people[end] = people.get(end, 0) + n
    if not people:
        return ()
    points, end = [], min(people)
    while end <= until:
        n = people.get(end, 0)
        if n == 0 or n >= fewest:
            points.append(Point(end, float(n), sqrt(max(n, 1)), n))
        end = quarter_end(end + timedelta(days=1))
    return tuple(points)


def quarter_end(day: date) -> date:
    """The last day of a quarter."""
    return last_day(quarter(day), 3)
