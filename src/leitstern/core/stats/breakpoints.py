"""Where a level changed for good: breaks in a series of estimates, told only where chance hardly ever makes one.

A line drawn through months goes up and down even where nothing happened, and the eye finds a break in every one of them.
Each possible day of a break is tried, and the most telling one is held against what the best of so many tries would
show by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.quantiles import fisher_quantile, normal_quantile, student_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.posteriors import Floats

ALPHA = 0.005  # nominal; see docs/method/scores-over-time.md for the false alarms it comes to
LEAST = 4  # measurements on each side, or nothing is claimed
MOST_ALIKE = 0.95  # how much neighbours may at most be taken to resemble each other
_REACH = -2 * log(1 - sqrt(LEVEL))  # 5.94: how far from the best place a place may be and still be likely


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level that holds from position `at` of the series on, and the one before it.

    The change happened between `earliest` and `latest` (positions of the first measurement after it, 90 %). n of
    `before` and `after` sums the customers of each measurement; `change` is after − before.
    """

    at: int
    earliest: int
    latest: int
    before: Estimate
    after: Estimate
    change: Estimate


def level_changes(series: Sequence[Measured], among: int = 1) -> tuple[LevelChange, ...]:
    """The breaks of a series in order of time; `among` is how many series are looked at together (Bonferroni).

    Binary segmentation (Scott and Knott 1974; Vostrikova 1981) that also tries two changes at once, so that a level
    that came back is found (as Olshen et al. 2004, Biostatistics 5). What the best place explains, of all with at least
    `LEAST` measurements in every part, is held against Fisher's F, Bonferroni over the places. Its error counts what the
    measurements spread beyond their own errors, and that neighbours resemble each other (lag-one correlation of the
    residuals, corrected for its bias).
    """
    positions = [at for at, each in enumerate(series) if isinstance(each, Estimate)]
    known = [each for each in series if isinstance(each, Estimate)]
    if not can_be_told(series):
        return ()
    z = normal_quantile((1 + known[0].level) / 2)
    values = np.array([each.value for each in known])
    errors = np.array([(each.high - each.low) / 2 / z for each in known])
    if (errors <= 0).any():
        return ()
    cuts = [0, *_cuts(values, errors, 0, among), len(known)]
    parts = zip(cuts, cuts[1:], cuts[2:], strict=False)
    return tuple(_described(known, values, errors, part, positions) for part in parts)


def can_be_told(series: Sequence[Measured]) -> bool:
    """Whether there are enough measurements to tell a break."""
    return sum(isinstance(each, Estimate) for each in series) >= 2 * LEAST


def _cuts(values: Floats, errors: Floats, start: int, among: int) -> list[int]:
    """Where new levels begin, counted from `start` for the first of these values; two at once where none alone tells."""
    number = len(values)
    if number < 2 * LEAST:
        return []
    once = [(at,) for at in range(LEAST, number - LEAST + 1)]
    twice = [
        (at, then)
        for at in range(LEAST, number - 2 * LEAST + 1)
        for then in range(at + LEAST, number - LEAST + 1)
    ]
    found = _certain(values, errors, once, among) or (twice and _certain(values, errors, twice, among))
    if not found:
        return []
    inner = [
        _cuts(values[one:other], errors[one:other], start + one, among)
        for one, other in pairwise((0, *found, number))
    ]
    return sorted([*(start + at for at in found), *(at for each in inner for at in each)])


def _certain(
    values: Floats, errors: Floats, places: Sequence[tuple[int, ...]], among: int
) -> tuple[int, ...]:
    """The place that tells most, or nothing where the best of so many would tell as much by chance."""
    weight, total = _sums(values, errors)
    edges = np.array([(0, *each, len(values)) for each in places])
    weights, sums = np.diff(weight[edges]), np.diff(total[edges])
    telling = (sums**2 / weights).sum(axis=1) - total[-1] ** 2 / weight[-1]
    best = int(telling.argmax())
    parts, changes = np.diff(edges[best]), len(places[best])
    spread = _spread((values - np.repeat(sums[best] / weights[best], parts)) / errors, changes + 1)
    chance = ALPHA / (2 * len(places) * among)  # two families of places are tried
    allowed = fisher_quantile(1 - chance, changes, len(values) - changes - 1)
    return places[best] if telling[best] / changes / spread > allowed else ()


def _described(
    known: Sequence[Estimate],
    values: Floats,
    errors: Floats,
    part: tuple[int, int, int],
    positions: Sequence[int],
) -> LevelChange:
    """What changed from one level to the next, from the measurements of these two alone."""
    start, at, end = part
    weight, total = _sums(values[start:end], errors[start:end])
    places = np.arange(1, end - start)
    first, second = weight[places], weight[-1] - weight[places]
    before, after = total[places] / first, (total[-1] - total[places]) / second
    telling = (before - after) ** 2 / (1 / first + 1 / second)
    here = at - start - 1
    one, other = float(before[here]), float(after[here])
    fitted = np.where(np.arange(start, end) < at, one, other)
    spread = _spread((values[start:end] - fitted) / errors[start:end], 2)
    likely = places[telling >= telling[here] - _REACH * spread] + start
    half = student_quantile((1 + LEVEL) / 2, end - start - 2) * sqrt(spread)

    def estimate(value: float, variance: float, counted: Sequence[Estimate]) -> Estimate:
        reach = half * sqrt(variance)
        n = sum(each.n for each in counted)
        return Estimate(value, value - reach, value + reach, n, as_of=known[-1].as_of)

    variances = 1 / float(first[here]), 1 / float(second[here])
    return LevelChange(
        positions[at],
        positions[min(int(likely[0]), at)],
        positions[max(int(likely[-1]), at)],
        estimate(one, variances[0], known[start:at]),
        estimate(other, variances[1], known[at:end]),
        estimate(other - one, sum(variances), known[start:end]),
    )


def _sums(values: Floats, errors: Floats) -> tuple[Floats, Floats]:
    """Of weights and of weighted values, up to each place."""
    weights = 1 / errors**2
    return np.append(0.0, weights.cumsum()), np.append(0.0, (weights * values).cumsum())


def _spread(residuals: Floats, levels: int) -> float:
    """How much more the means vary than the measurements' own errors say, at least 1.

    Residuals in standard errors: their variance, times (1 + ρ) / (1 − ρ) for neighbours that resemble each other. The
    estimate of ρ is too small by about (1 + 4ρ) / T (Marriott and Pope 1954), and by 1 / T for each further fitted level.
    """
    number = len(residuals)
    squares = float((residuals**2).sum())
    if squares == 0:
        return 1.0
    alike = float((residuals[1:] * residuals[:-1]).sum()) / squares
    alike = min(max(alike + (levels + 4 * alike) / number, 0.0), MOST_ALIKE)
    return max(1.0, squares / (number - levels) * (1 + alike) / (1 - alike))
