"""What pages, files and programs show of a measurement and of a level: the value with its 90 % interval.

One rule for all who show it: of a count the exact interval, of everything else the normal one, and never beyond what the
value can be. A full count has no interval: its ends are the value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.stream import Shown
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.poisson import rate
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from leitstern.core.bridge.watch.settled import Settled
    from leitstern.core.bridge.watch.stream import Point, Stream

_WITHIN = {Shown.SHARE: (0.0, 1.0), Shown.COUNT: (0.0, float("inf")), Shown.NUMBER: (0.0, float("inf"))}


def estimate(stream: Stream, point: Point) -> Estimate:
    """A measurement with its interval."""
    if stream.shown is Shown.COUNT and stream.step is None:
        return replace(rate(round(point.value), 1, point.day), n=point.n)
    return replace(_normal(stream, point.value, point.error, point.n), as_of=point.day)


def level_estimate(stream: Stream, settled: Settled) -> Estimate:
    """The level that was reached, with its interval; n counts the settled measurements."""
    return _normal(stream, settled.level, settled.error, settled.n)


def _normal(stream: Stream, value: float, error: float, n: int) -> Estimate:
    reach = normal_quantile((1 + LEVEL) / 2) * error
    least, most = _WITHIN.get(stream.shown, (float("-inf"), float("inf")))
    return Estimate(value, min(value, max(least, value - reach)), max(value, min(most, value + reach)), n)
