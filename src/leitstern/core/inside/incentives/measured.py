"""Conflicts that show: when one key figure gets better, the other gets worse, month after month.

Levels mislead: two figures that both grow with the company seem to agree even while they work against each other, and
two unrelated ones seem related. So only *differences from one month to the next* are compared, each turned so that + is
better. A difference across a missing month or a changed definition compares two different things and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import erfc, sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.months import later
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

BLOCK = 3  # months that are drawn together, because neighbouring months hang together
FEWEST_MONTHS = 24
RESAMPLES = 1000
_WORST = 1 - 1e-12

SHORT = Text(
    en="too short to say: {months} months can be compared, {needed} are needed",
    de="zu kurz für eine Aussage: {months} Monate lassen sich vergleichen, nötig sind {needed}",
)
STILL = Text(
    en="one of the two figures does not move, so nothing can be compared",
    de="eine der beiden Kennzahlen bewegt sich nicht, es gibt also nichts zu vergleichen",
)


@dataclass(frozen=True, slots=True)
class Series:
    """Monthly values by the first of the month; `sign` +1 where more is better, else −1.

    `redefined` holds the months from which on another definition was in force.
    """

    sign: int
    values: Mapping[date, float]
    redefined: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Differences that were left out: for want of a month before, and because of a new definition."""

    gaps: int = 0
    redefined: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Coupling:
    """How two figures move together. `r` from −1 (one at the other's expense) to +1; its interval is one of 90 %,
    so that `r.high` is the upper 95 % bound. `chance` is the probability of so strong an opposition by chance.
    """

    r: Estimate
    chance: float
    months: tuple[date, ...]
    changes: NDArray[np.float64] = field(compare=False)  # months × 2, + is better, in standard deviations
    left_out: LeftOut = LeftOut()

    @property
    def opposed(self) -> bool:
        """Whether the upper bound lies below zero, taken by itself."""
        return self.r.high < 0


def changes(series: Series) -> tuple[dict[date, float], LeftOut]:
    """By month, how much better it was than the month before; and what was left out."""
    found, gaps, redefined = {}, 0, []
    months = sorted(series.values)
    for before, month in pairwise(months):
        if any(before < new <= month for new in series.redefined):
            redefined.append(min(new for new in series.redefined if before < new <= month))
        elif later(month, -1) != before:
            gaps += 1
        else:
            found[month] = series.sign * (series.values[month] - series.values[before])
    return found, LeftOut(gaps, tuple(redefined))


def couple(
    first: Series, second: Series, rng: np.random.Generator, resamples: int = RESAMPLES
) -> Coupling | Missing:
    """How the monthly changes of two figures hang together; Missing where it is too short to say.

    Moving-block bootstrap (Künsch 1989, Annals of Statistics 17), blocks of three months within unbroken runs. The
    probability by chance is the normal tail of the resampled correlations on Fisher's scale: smooth, so that
    many pairs can be judged together.
    """
    (one, left), (other, left_other) = changes(first), changes(second)
    shared = sorted(one.keys() & other.keys())
    runs = [run for run in _runs(shared) if len(run) >= BLOCK]
    months = tuple(month for run in runs for month in run)
    # As many differences as so many months without a break would give.
    if len(months) < FEWEST_MONTHS - 1:
        counted = len(months) + 1 if months else 0
        return Missing("too-short", SHORT.fill(months=counted, needed=FEWEST_MONTHS))
    data = np.array([[one[month], other[month]] for month in months])
    spread = data.std(axis=0)
    if not (spread > 1e-12 * np.maximum(np.abs(data).max(axis=0), 1e-300)).all():
        return Missing("still", STILL)
    lengths = [len(run) for run in runs]
    again = _resampled(data / spread, lengths, rng, resamples)
    r = float(np.corrcoef(data.T)[0, 1])
    low, high = (float(bound) for bound in np.quantile(again, (0.05, 0.95)))
    on_scale = np.arctanh(np.clip(again, -_WORST, _WORST))
    above = float(on_scale.mean() / max(float(on_scale.std()), 1e-9))
    return Coupling(
        r=Estimate(
            r, min(low, r), max(high, r), len(months), grade="association", level=0.9, as_of=months[-1]
        ),
        chance=0.5 * erfc(-above / sqrt(2)),
        months=months,
        changes=data / spread,
        left_out=LeftOut(
            left.gaps + left_other.gaps, tuple(sorted({*left.redefined, *left_other.redefined}))
        ),
    )


def raw_correlation(first: Series, second: Series) -> float | None:
    """Of the levels, turned so that + is better: shown only beside the right one, to say how it would have misled."""
    months = sorted(first.values.keys() & second.values.keys())
    levels = np.array([[first.sign * first.values[m], second.sign * second.values[m]] for m in months])
    if len(months) < FEWEST_MONTHS or not (levels.std(axis=0) > 0).all():
        return None
    return float(np.corrcoef(levels.T)[0, 1])


def _runs(months: list[date]) -> list[list[date]]:
    """Stretches of months without a gap."""
    runs: list[list[date]] = []
    for month in months:
        if runs and later(month, -1) == runs[-1][-1]:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _resampled(
    data: NDArray[np.float64], runs: list[int], rng: np.random.Generator, resamples: int
) -> NDArray[np.float64]:
    """Correlations of resampled months: blocks from within runs, as many months as there are, the last block cut."""
    ends = np.cumsum(runs)
    starts = np.concatenate([np.arange(end - n, end - BLOCK + 1) for end, n in zip(ends, runs, strict=True)])
    n = len(data)
    drawn = rng.choice(starts, (resamples, -(-n // BLOCK)))
    rows = (drawn[:, :, None] + np.arange(BLOCK)).reshape(resamples, -1)[:, :n]
    x, y = data[rows, 0], data[rows, 1]
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    scale = np.sqrt((x**2).sum(axis=1) * (y**2).sum(axis=1))
    # A resample in which one figure stands still says nothing either way.
    r: NDArray[np.float64] = np.divide(
        (x * y).sum(axis=1), scale, out=np.zeros(resamples), where=scale > 1e-12
    )
    return np.clip(r, -1, 1)
