"""Do people who answer about the same thing agree? rwg(j) against two kinds of chance, average deviation, awg.

Answers are whole points on a scale from `low` to `high`, `(people, items)`, NaN where somebody left an item out.
Items are keyed alike: what is asked in reverse has been turned before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.stats.quantiles import chi_square_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Floats

    Ints = NDArray[np.int64]

# Variance of answers that lean slightly to one side, by number of points: LeBreton and Senter (2008), table 2,
# Organizational Research Methods 11. Five points: .05, .15, .20, .35, .25 of the answers.
SLIGHT_SKEW = {5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31}
DRAWS = 10_000  # of people who answer at random

# Whole points hide that much (Sheppard 1898): where all agree, opinions may still differ by less than a point.
_HIDDEN_VARIANCE = 1 / 12
_HIDDEN_DEVIATION = 1 / 4
_SAME = 1e-9

ONE_RATER = Missing(
    "one-rater",
    Text(
        en="Agreement takes at least two people.",
        de="Für Übereinstimmung braucht es mindestens zwei Personen.",
    ),
)
NO_SKEWED_NULL = Missing(
    "no-skewed-null",
    Text(
        en="For scales of this length nobody has published how answers lean by themselves.",
        de="Für Skalen dieser Länge ist nicht veröffentlicht, wie Antworten von selbst zu einer Seite neigen.",
    ),
)
TOO_FEW_FOR_AWG = Missing(
    "too-few-raters",
    Text(
        en="This index needs at least as many people as the scale has points, less one.",
        de="Diese Kennzahl braucht mindestens so viele Personen, wie die Skala Stufen hat, weniger eine.",
    ),
)
AT_THE_END = Missing(
    "at-the-end",
    Text(
        en="The answers lie too close to one end of the scale to tell agreement from lack of room.",
        de="Die Antworten liegen zu nah an einem Ende der Skala, um Einigkeit von fehlendem Platz zu unterscheiden.",
    ),
)
_OFF_THE_SCALE = Text(
    en="Answers lie outside the scale from {low} to {high}. Nothing was calculated; please check the scale.",
    de="Antworten liegen außerhalb der Skala von {low} bis {high}. Es wurde nichts berechnet; bitte prüfen Sie die Skala.",
)
_NOT_ALIGNED = Text(
    en="There must be one unit for each person: {people} people, {units} units. Nothing was calculated.",
    de="Zu jeder Person gehört eine Einheit: {people} Personen, {units} Einheiten. Es wurde nichts berechnet.",
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much the people of one unit agree about one thing; n of every estimate counts people.

    `uniform` and `skewed` are rwg(j), 0–1, and belong together: against people who choose every point equally
    often, and against people who lean slightly to one side. `deviation` is AD_M(j) in points. `awg` is −1 to 1.
    """

    raters: int
    uniform: Measured
    skewed: Measured
    deviation: Measured
    awg: Measured


@dataclass(frozen=True, slots=True, eq=False)
class _Spread:
    """By unit and item: how many answered, their mean, variance (n − 1) and mean absolute deviation."""

    n: Floats
    mean: Floats
    variance: Floats
    deviation: Floats


def rwg(variance: Floats, items: Floats, null: float) -> Floats:
    """rwg(j) = J(1 − r) / (J(1 − r) + r) with r = mean item variance / variance of the null, at most 1.

    James, Demaree and Wolf (1984, J. Applied Psychology 69); with one item it is rwg = 1 − r.
    """
    ratio = np.minimum(variance / null, 1.0)
    agreed = items * (1 - ratio)
    found: Floats = agreed / (agreed + ratio)
    return found


def uniform_variance(points: int) -> float:
    """Variance of answers that are equally likely on each of so many points."""
    return (points**2 - 1) / 12


def agreement(answers: Floats, low: int, high: int) -> Agreement:
    """Of the people of one unit about one thing, asked by one or several items."""
    if not len(answers):
        return Agreement(0, ONE_RATER, ONE_RATER, ONE_RATER, ONE_RATER)
    return agreement_by_unit(answers, np.zeros(len(answers), np.int64), low, high)[0]


def agreement_by_unit(answers: Floats, units: Ints, low: int, high: int) -> dict[int, Agreement]:
    """Of each unit, by its number in `units` (one entry per person), ascending.

    Intervals: the variance has that of a normal sample, χ² on people − 1 degrees of freedom. Several items are
    answered by the same people, so they add nothing to the degrees of freedom.
    """
    _check(answers, units, low, high)
    if not len(answers):
        return {}
    order = np.argsort(units, kind="stable")
    answers = answers[order]
    names, starts = np.unique(units[order], return_index=True)
    spread = _spread(answers, starts)
    raters = np.add.reduceat(~np.isnan(answers).all(axis=1), starts, dtype=np.int64)
    usable = spread.n >= 2
    items = usable.sum(axis=1).astype(np.float64)
    freedom = np.maximum(_mean(spread.n, usable) - 1, 1.0)
    stretch = [freedom / chi_square_quantile(tail, freedom) for tail in ((1 - LEVEL) / 2, (1 + LEVEL) / 2)]
    return {
        int(name): Agreement(int(n), *values) if count else Agreement(int(n), *[ONE_RATER] * 4)
        for name, n, count, values in zip(
            names,
            raters,
            items,
            zip(
                *_rwg_estimates(_mean(spread.variance, usable), items, raters, stretch, high - low + 1),
                _deviations(_mean(spread.deviation, usable), raters, stretch, (high - low) / 2),
                _awg_estimates(spread, raters, stretch, low, high),
                strict=True,
            ),
            strict=True,
        )
    }


def by_chance(answers: Floats, low: int, high: int, rng: np.random.Generator, draws: int = DRAWS) -> Measured:
    """How often people agree as much who answer at random: every point equally likely, every item by itself.

    One unit. The interval is that of the simulation; n counts people. Items that hang together make chance
    agreement likelier than this says (Cohen, Doveh and Nahum-Shani 2009, Organizational Research Methods 12).
    """
    _check(answers, np.zeros(len(answers)), low, high)
    people = int((~np.isnan(answers)).any(axis=1).sum())
    n = (~np.isnan(answers)).sum(axis=0)
    if not (n >= 2).any():
        return ONE_RATER
    variance = np.nanvar(answers[:, n >= 2], axis=0, ddof=1).mean()
    hits = (random_variances(n[n >= 2], high - low + 1, rng, draws) <= variance + _SAME).sum()
    share = float(1 + hits) / (1 + draws)
    return Estimate(share, *wilson(share, 1 + draws), people, grade="simulated")


def random_variances(n: Ints, points: int, rng: np.random.Generator, draws: int = DRAWS) -> Floats:
    """Mean item variance, `(draws,)`, of people who answer at random; `n` ≥ 2 of them for each item."""
    counts = rng.multinomial(n, np.full(points, 1 / points), (draws, len(n)))
    values = np.arange(points)
    squares = counts @ values**2 - (counts @ values) ** 2 / n
    mean: Floats = (squares / (n - 1)).mean(axis=1)
    return mean


def _check(answers: Floats, units: NDArray[np.generic], low: int, high: int) -> None:
    if len(units) != len(answers):
        raise InvalidInput(_NOT_ALIGNED.fill(people=len(answers), units=len(units)))
    if ((answers < low) | (answers > high)).any():
        raise InvalidInput(_OFF_THE_SCALE.fill(low=low, high=high))


def _spread(answers: Floats, starts: NDArray[np.intp]) -> _Spread:
    """Of people sorted by unit; NaN in variance and deviation where too few answered."""
    there = ~np.isnan(answers)
    unit = np.repeat(np.arange(len(starts)), np.diff([*starts, len(answers)]))
    n = np.add.reduceat(there, starts, dtype=np.float64)
    mean = np.add.reduceat(np.where(there, answers, 0), starts) / np.where(n > 0, n, np.nan)
    away = np.where(there, answers - mean[unit], 0)
    return _Spread(
        n,
        mean,
        np.add.reduceat(away**2, starts) / np.where(n > 1, n - 1, np.nan),
        np.add.reduceat(np.abs(away), starts) / np.where(n > 0, n, np.nan),
    )


def _mean(values: Floats, usable: NDArray[np.bool_]) -> Floats:
    """Over the usable items of each unit; 0 where there is none."""
    mean: Floats = np.where(usable, values, 0).sum(axis=1) / np.maximum(usable.sum(axis=1), 1)
    return mean


def _rwg_estimates(
    variance: Floats, items: Floats, raters: Ints, stretch: list[Floats], points: int
) -> tuple[list[Measured], list[Measured]]:
    items = np.maximum(items, 1)
    hidden = np.maximum(variance, _HIDDEN_VARIANCE)

    def against(null: float) -> list[Measured]:
        return _estimates(
            rwg(variance, items, null),
            rwg(hidden * stretch[0], items, null),
            rwg(variance * stretch[1], items, null),
            raters,
        )

    skewed = SLIGHT_SKEW.get(points)
    return (
        against(uniform_variance(points)),
        against(skewed) if skewed else [NO_SKEWED_NULL] * len(raters),
    )


def _deviations(deviation: Floats, raters: Ints, stretch: list[Floats], most: float) -> list[Measured]:
    """AD_M(j) (Burke, Finkelstein and Dusig 1999); its interval stretches as that of the standard deviation does."""
    hidden = np.maximum(deviation, _HIDDEN_DEVIATION)
    return _estimates(
        deviation, deviation * np.sqrt(stretch[1]), np.minimum(hidden * np.sqrt(stretch[0]), most), raters
    )


def _awg_estimates(
    spread: _Spread, raters: Ints, stretch: list[Floats], low: int, high: int
) -> list[Measured]:
    """awg = 1 − 2 s² / (largest variance with this mean), mean over items (Brown and Hauenstein 2005).

    Defined from points − 1 people on, and where the mean leaves room for one person to differ entirely.
    """
    n, mean = np.maximum(spread.n, 2), spread.mean
    reach = (high - low) / n - _SAME
    together = (mean <= low + _SAME) | (mean >= high - _SAME)
    roomy = (mean >= low + reach) & (mean <= high - reach)
    usable = (spread.n >= high - low) & (together | roomy) & (spread.n >= 2)
    largest = np.where(roomy, ((high + low) * mean - mean**2 - high * low) * n / (n - 1), 1)
    apart = _mean(np.where(roomy, 2 * spread.variance / largest, 0), usable)
    hidden = np.maximum(apart, 2 * _HIDDEN_VARIANCE / ((high - low) / 2) ** 2)
    found = _estimates(1 - apart, np.maximum(1 - hidden * stretch[0], -1), 1 - apart * stretch[1], raters)
    enough = (spread.n >= max(high - low, 2)).any(axis=1)
    return [
        estimate if defined else AT_THE_END if many else TOO_FEW_FOR_AWG
        for estimate, defined, many in zip(found, usable.any(axis=1), enough, strict=True)
    ]


def _estimates(values: Floats, lows: Floats, highs: Floats, raters: Ints) -> list[Measured]:
    return [
        Estimate(value, min(low, value), max(high, value), n)
        for value, low, high, n in zip(
            values.tolist(), lows.tolist(), highs.tolist(), raters.tolist(), strict=True
        )
    ]
