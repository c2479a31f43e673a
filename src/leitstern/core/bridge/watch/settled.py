"""The level a change had reached, against which a relapse is judged.

Nobody can fall back from what was never reached: a level stands only after enough measurements in a period that a person
calls settled. Months differ by more than counting explains, so the spread among the settled measurements is part of the
error of every later one, and so is the error of the level itself. The spread is taken at the upper end of what those few
measurements allow: one that is taken too small cries wolf (simulated in the tests, told on the method page).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.watch.stream import Rhythm
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.bridge.watch.stream import Point, Stream
    from leitstern.core.stats.posteriors import Floats

FEWEST = {Rhythm.MONTHLY: 6, Rhythm.QUARTERLY: 3}
UPPER = 0.8  # one-sided confidence of the spread's upper bound

_TOO_FEW = Text(
    en="{n} of {fewest} measurements in the settled period; a level needs {fewest}",
    de="{n} von {fewest} Messungen im eingeschwungenen Zeitraum; ein Stand braucht {fewest}",
)
_NO_PERIOD = Text(
    en="nobody has said yet from when to when it was settled",
    de="noch hat niemand gesagt, von wann bis wann es eingeschwungen war",
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included, in which the change was lived as it should be."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Settled:
    """`level` in the stream's unit with its standard `error`; `spread` is what months differ by beyond counting; `n` points."""

    level: float
    error: float
    spread: float
    n: int

    def errors_of(self, points: Sequence[Point]) -> Floats:
        """Standard errors of later points against this level."""
        own = np.array([point.error for point in points])
        return np.sqrt(own**2 + self.spread**2 + self.error**2)


def settle(stream: Stream, period: Period | None) -> Settled | Missing:
    """The settled level: the mean of the period's points, weighted by how certain each is."""
    if period is None:
        return Missing("no_period", _NO_PERIOD)
    points = [point for point in stream.points if period.holds(point.day)]
    fewest = FEWEST[stream.rhythm]
    if len(points) < fewest:
        return Missing("too_few", _TOO_FEW.fill(n=len(points), fewest=fewest))
    values = np.array([point.value for point in points])
    if stream.step is not None:  # everybody was counted: neither an error nor a spread by chance
        return Settled(float(values.mean()), 0.0, 0.0, len(points))
    variances = np.array([point.error for point in points]) ** 2
    between = max(0.0, _upper_variance(values) - float(variances.mean()))
    weights = 1 / (variances + between)
    level = float((weights * values).sum() / weights.sum())
    return Settled(level, float(weights.sum() ** -0.5), between**0.5, len(points))


def _upper_variance(values: Floats) -> float:
    from scipy.special import gammaincinv  # type: ignore[import-untyped]  # stats takes seconds to import

    free = len(values) - 1
    lower = 2 * gammaincinv(free / 2, 1 - UPPER)  # quantile of chi² (Abramowitz & Stegun 26.4.19)
    return float(values.var(ddof=1) * free / lower)
