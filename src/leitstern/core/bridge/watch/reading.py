"""One stream read against its settled level: quiet, or slipping since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.watch.settled import settle
from leitstern.core.bridge.watch.stream import Rhythm
from leitstern.core.stats.cusum import MONTHLY, QUARTERLY, lower_cusum
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.watch.settled import Period, Settled
    from leitstern.core.bridge.watch.stream import Point, Stream
    from leitstern.core.stats.cusum import Rule
    from leitstern.core.stats.posteriors import Floats

RULES = {Rhythm.MONTHLY: MONTHLY, Rhythm.QUARTERLY: QUARTERLY}
STRONG = 2.0  # so far beyond its limit one stream alone is an alarm of the organisation


@dataclass(frozen=True, slots=True)
class Onset:
    """The CUSUM rose over a limit at `point`, after a fall that began with the point `since`."""

    point: Point
    since: Point


@dataclass(frozen=True, slots=True)
class Reading:
    """A stream, its settled level, and where the CUSUM stands after each of `points` (those since the last fresh start).

    `onsets` are the times it rose over its limit, `strong` those it rose `STRONG` beyond it.
    """

    stream: Stream
    settled: Settled | Missing
    points: tuple[Point, ...] = ()
    sums: tuple[float, ...] = ()
    onsets: tuple[Onset, ...] = ()
    strong: tuple[Onset, ...] = ()

    @property
    def rule(self) -> Rule:
        """When its CUSUM is an alarm."""
        return RULES[self.stream.rhythm]

    @property
    def now(self) -> float:
        """The CUSUM after the last point, in standard errors."""
        return self.sums[-1] if self.sums else 0.0

    @property
    def alarm(self) -> Onset | None:
        """The onset of an alarm that lasts."""
        return self.onsets[-1] if self.now >= self.rule.limit else None

    @property
    def tense(self) -> bool:
        """More than half of the way to an alarm, without one."""
        return self.rule.limit / 2 <= self.now < self.rule.limit


def read(stream: Stream, period: Period | None, fresh: date | None = None) -> Reading:
    """Read what came after the settled `period`; after `fresh` (an alarm that was dealt with) the CUSUM starts anew."""
    settled = settle(stream, period)
    if isinstance(settled, Missing) or period is None:
        return Reading(stream, settled)
    begin = max(period.end, fresh) if fresh else period.end
    points = tuple(point for point in stream.points if point.day > begin)
    sign = 1.0 if stream.good_high else -1.0
    values = np.array([point.value for point in points])
    scores = sign * (values - settled.level) / settled.errors_of(points)
    rule = RULES[stream.rhythm]
    sums = lower_cusum(scores, rule.slack)
    return Reading(
        stream,
        settled,
        points,
        tuple(float(level) for level in sums),
        _onsets(points, sums, rule.limit),
        _onsets(points, sums, rule.limit + STRONG),
    )


def _onsets(points: tuple[Point, ...], sums: Floats, limit: float) -> tuple[Onset, ...]:
    over = sums >= limit
    rises = np.flatnonzero(over & ~np.concatenate(([False], over[:-1])))
    found = []
    for rise in rises:
        grounded = np.flatnonzero(sums[:rise] == 0)
        found.append(Onset(points[rise], points[grounded[-1] + 1 if len(grounded) else 0]))
    return tuple(found)
