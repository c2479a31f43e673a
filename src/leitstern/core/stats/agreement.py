"""Do people who answer about the same thing agree? rwg(j) against two kinds of chance, average deviation, awg.

Answers are whole points on a scale from `low` to `high`, `(people, items)`, NaN where somebody left an item out.
Items are keyed alike: what is asked in reverse has been turned before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.within_units import mean_of, within_units
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Floats
    from leitstern.core.stats.within_units import Within

    Ints = NDArray[np.int64]

# Variance of answers that lean slightly to one side, by number of points: LeBreton and Senter (2008), table 2,
# Organizational Research Methods 11. Five points: .05, .15, .20, .35, .25 of the answers.
SLIGHT_SKEW = {5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31}

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
    found = agreement_by_unit(answers, np.zeros(len(answers), np.int64), low, high)
    return found.get(0, Agreement(0, ONE_RATER, ONE_RATER, ONE_RATER, ONE_RATER))


def agreement_by_unit(answers: Floats, units: Ints, low: int, high: int) -> dict[int, Agreement]:
    """Of each unit, by its number in `units` (one entry per person), ascending."""
    within = within_units(answers, units, low, high)
    columns = (*_rwg(within, high - low + 1), _deviation(within, (high - low) / 2), _awg(within, low, high))
    rows = zip(within.names.tolist(), within.raters.tolist(), within.items, *columns, strict=True)
    return {
        name: Agreement(raters, *(indices if items else [ONE_RATER] * 4))
        for name, raters, items, *indices in rows
    }


def _rwg(within: Within, points: int) -> tuple[list[Measured], list[Measured]]:
    variance, items = mean_of(within.variance, within.usable), np.maximum(within.items, 1)
    most = np.maximum(variance, _HIDDEN_VARIANCE) * within.of_variance.up
    least = variance * within.of_variance.down

    def against(null: float) -> list[Measured]:
        return _estimates(within, rwg(variance, items, null), rwg(most, items, null), rwg(least, items, null))

    skewed = SLIGHT_SKEW.get(points)
    return (
        against(uniform_variance(points)),
        against(skewed) if skewed else [NO_SKEWED_NULL] * len(items),
    )


def _deviation(within: Within, most: float) -> list[Measured]:
    """AD_M(j), the mean distance from the unit's mean (Burke, Finkelstein and Dusig 1999)."""
    deviation, reach = mean_of(within.deviation, within.usable), within.of_deviation
    high = np.minimum(np.maximum(deviation, _HIDDEN_DEVIATION) * reach.up, most)
    return _estimates(within, deviation, deviation * reach.down, high)


def _awg(within: Within, low: int, high: int) -> list[Measured]:
    """awg = 1 − 2 s² / (largest variance with this mean), mean over items (Brown and Hauenstein 2005).

    Defined from points − 1 people on, and where the mean leaves room for one person to differ entirely.
    """
    n, mean, reach = np.maximum(within.n, 2), within.mean, within.of_variance
    room = (high - low) / n - _SAME
    roomy = (mean >= low + room) & (mean <= high - room)
    unanimous = (mean <= low + _SAME) | (mean >= high - _SAME)
    enough = within.n >= max(high - low, 2)
    usable = enough & (roomy | unanimous)
    largest = np.where(roomy, ((high + low) * mean - mean**2 - high * low) * n / (n - 1), 1)
    apart = mean_of(np.where(roomy, 2 * within.variance / largest, 0), usable)
    hidden = np.maximum(apart, 2 * _HIDDEN_VARIANCE / ((high - low) / 2) ** 2)
    found = _estimates(within, 1 - apart, np.maximum(1 - hidden * reach.up, -1), 1 - apart * reach.down)
    return [
        estimate if defined else AT_THE_END if many else TOO_FEW_FOR_AWG
        for estimate, defined, many in zip(found, usable.any(axis=1), enough.any(axis=1), strict=True)
    ]


def _estimates(within: Within, values: Floats, lows: Floats, highs: Floats) -> list[Measured]:
    columns = (values.tolist(), lows.tolist(), highs.tolist(), within.raters.tolist())
    return [
        Estimate(value, min(low, value), max(high, value), n)
        for value, low, high, n in zip(*columns, strict=True)
    ]
