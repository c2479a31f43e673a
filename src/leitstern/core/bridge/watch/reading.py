"""One stream read against its settled level: quiet, or slipping since when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.watch.settled import settle
from leitstern.core.bridge.watch.stepping import Step
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
HOLDS_FROM = {Rhythm.MONTHLY: 3, Rhythm.QUARTERLY: 2}  # measurements since, before it can be said to hold


class Standing(StrEnum):
    """How a series stands against its level."""

    NO_LEVEL = "no_level"
    UNSEEN = "unseen"  # nothing was measured since
    EARLY = "early"  # too few measurements since to say that it holds
    HOLDS = "holds"
    TENSE = "tense"  # more than half of the way to an alarm
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Onset:
    """The CUSUM rose over a limit at `point`, after a fall that began with the point `since`."""

    point: Point
    since: Point


@dataclass(frozen=True, slots=True)
class Reading:
    """A stream, its settled level, and where the sum stands after each of `points` (those since the last fresh start).

    `onsets` are the times it rose over its limit, `strong` those it rose `STRONG` beyond it. The sum is that of the CUSUM
    in standard errors, or of a full count the measurements in a row that fell short (`stepping.Step`; never strong).
    """

    stream: Stream
    settled: Settled | Missing
    points: tuple[Point, ...] = ()
    sums: tuple[float, ...] = ()
    onsets: tuple[Onset, ...] = ()
    strong: tuple[Onset, ...] = ()

    @property
    def rule(self) -> Rule | Step:
        """When its sum is an alarm."""
        return rule_of(self.stream)

    @property
    def now(self) -> float:
        """The sum after the last point."""
        return self.sums[-1] if self.sums else 0.0

    @property
    def alarm(self) -> Onset | None:
        """The onset of an alarm that lasts."""
        return self.onsets[-1] if self.now >= self.rule.limit else None

    @property
    def standing(self) -> Standing:
        """How it stands. It holds only where enough was measured since, and nothing points to a fall."""
        if isinstance(self.settled, Missing):
            return Standing.NO_LEVEL
        if not self.points:
            return Standing.UNSEEN
        if self.now >= self.rule.limit:
            return Standing.ALARM
        if self.now >= self.rule.limit / 2:
            return Standing.TENSE
        enough = len(self.points) >= HOLDS_FROM[self.stream.rhythm]
        return Standing.HOLDS if enough else Standing.EARLY


def rule_of(stream: Stream) -> Rule | Step:
    """A full count is not judged by chance; everything else by the CUSUM of its rhythm."""
    return RULES[stream.rhythm] if stream.step is None else Step(stream.step)


def read(stream: Stream, period: Period | None, fresh: date | None = None) -> Reading:
    """Read what came after the settled `period`; after `fresh` (an alarm that was dealt with) the sum starts anew."""
    settled = settle(stream, period)
    if isinstance(settled, Missing) or period is None:
        return Reading(stream, settled)
    begin = max(period.end, fresh) if fresh else period.end
    points = tuple(point for point in stream.points if point.day > begin)
    sign = 1.0 if stream.good_high else -1.0
    ahead = sign * (np.array([point.value for point in points]) - settled.level)
    rule = rule_of(stream)
    if isinstance(rule, Step):
        sums, far = rule.in_a_row(ahead), float("inf")
    else:
        sums, far = lower_cusum(ahead / settled.errors_of(points), rule.slack), rule.limit + STRONG
    onsets, strong = _onsets(points, sums, rule.limit), _onsets(points, sums, far)
    return Reading(stream, settled, points, tuple(float(level) for level in sums), onsets, strong)


def _onsets(points: tuple[Point, ...], sums: Floats, limit: float) -> tuple[Onset, ...]:
    over = sums >= limit
    rises = np.flatnonzero(over & ~np.concatenate(([False], over[:-1])))
    found = []
    for rise in rises:
        grounded = np.flatnonzero(sums[:rise] == 0)
        found.append(Onset(points[rise], points[grounded[-1] + 1 if len(grounded) else 0]))
    return tuple(found)
