"""Intraclass correlation: how much of what people say is about the thing and not about who says it.

`one_way` is for people in groups of different size (staff in units), `two_way` for the same raters who all judge the
same targets (assessors and dimensions). F intervals: Shrout and Fleiss (1979, Psychological Bulletin 86); of the
absolute agreement McGraw and Wong (1996, Psychological Methods 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import fisher_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Floats

_NOTHING = 1e-18  # mean squared deviation of answers of ordinary size: rounding, no variance

TOO_FEW = Missing(
    "too-few",
    Text(
        en="This takes at least two groups or targets, and one of them with two answers.",
        de="Dafür braucht es mindestens zwei Gruppen oder Gegenstände, darunter einen mit zwei Antworten.",
    ),
)
ALL_THE_SAME = Missing(
    "all-the-same",
    Text(
        en="All answers are the same; there is nothing to tell apart.",
        de="Alle Antworten sind gleich; es gibt nichts zu unterscheiden.",
    ),
)


class GroupSize(StrEnum):
    """What stands for the size of unequal groups in ICC(1).

    `MEAN` is their arithmetic mean, as in R's package multilevel; `SEARLE` is k₀ = (N − Σn²/N) / (groups − 1), which
    makes the estimate of the variance between groups unbiased (Searle, Casella and McCulloch 1992).
    """

    MEAN = "mean"
    SEARLE = "searle"


@dataclass(frozen=True, slots=True)
class OneWay:
    """Analysis of variance of people in groups: mean squares `between` and `within`."""

    groups: int
    people: int
    between: float
    within: float
    size: dict[GroupSize, float]


@dataclass(frozen=True, slots=True)
class Intraclass:
    """The six coefficients of Shrout and Fleiss; n counts targets.

    `one_way` ICC(1,1): every target has other raters. `agreement` ICC(A,1) = ICC(2,1): do raters give the same
    values? `consistency` ICC(C,1) = ICC(3,1): do they order alike? `…_of_mean`: the same for the mean of all raters.
    """

    raters: int
    one_way: Measured
    agreement: Measured
    consistency: Measured
    one_way_of_mean: Measured
    agreement_of_mean: Measured
    consistency_of_mean: Measured


def one_way(n: Floats, mean: Floats, squares: Floats) -> OneWay | Missing:
    """From each group's number of people, mean, and sum of squared deviations from it. Empty groups do not count."""
    if not len(n) == len(mean) == len(squares):
        raise InvalidInput(
            Text(
                en="Each group needs its number, mean and sum of squares. Nothing was calculated.",
                de="Zu jeder Gruppe gehören Anzahl, Mittel und Quadratsumme. Es wurde nichts berechnet.",
            )
        )
    n, mean, squares = n[n > 0], mean[n > 0], squares[n > 0]
    people, groups = float(n.sum()), len(n)
    if groups < 2 or people <= groups:
        return TOO_FEW
    centre = (n * mean).sum() / people
    return OneWay(
        groups,
        int(people),
        _mean_square(np.sqrt(n) * (mean - centre), 1 / (groups - 1)),
        _mean_square(np.sqrt(squares), 1 / (people - groups)),
        {
            GroupSize.MEAN: people / groups,
            GroupSize.SEARLE: float((people - (n**2).sum() / people) / (groups - 1)),
        },
    )


def one_way_of(answers: Floats, groups: NDArray[np.int64]) -> OneWay | Missing:
    """From one answer per person and the group each belongs to; who did not answer (NaN) does not count."""
    there = ~np.isnan(answers)
    _, group = np.unique(groups[there], return_inverse=True)
    given = answers[there]
    n = np.bincount(group).astype(np.float64)
    mean = np.bincount(group, given) / n
    return one_way(n, mean, np.bincount(group, (given - mean[group]) ** 2))


def icc1(anova: OneWay, size: GroupSize, level: float = LEVEL) -> Measured:
    """ICC(1), the share of the variance of single answers that lies between groups; n counts people."""
    return _one_way_estimate(anova, _single(anova.size[size]), level)


def icc2(anova: OneWay, level: float = LEVEL) -> Measured:
    """ICC(2), the reliability of group means: (between − within) / between; n counts people."""
    return _one_way_estimate(anova, _of_mean, level)


def two_way(ratings: Floats, level: float = LEVEL) -> Intraclass:
    """From `(targets, raters)`; targets that a rater left out (NaN) do not count."""
    ratings = ratings[~np.isnan(ratings).any(axis=1)]
    n, k = ratings.shape
    if n < 2 or k < 2:
        return Intraclass(k, *[TOO_FEW] * 6)
    ratings = ratings - ratings.mean()
    of_target, of_rater = ratings.mean(axis=1), ratings.mean(axis=0)
    targets = _mean_square(of_target, k / (n - 1))
    raters = _mean_square(of_rater, n / (k - 1))
    within = _mean_square(ratings - of_target[:, None], 1 / (n * (k - 1)))
    error = _mean_square(ratings - of_target[:, None] - of_rater, 1 / ((n - 1) * (k - 1)))
    if targets == within == 0:
        return Intraclass(k, *[ALL_THE_SAME] * 6)
    once = _F(targets, within, n - 1, n * (k - 1), level)
    alike = _F(targets, error, n - 1, (n - 1) * (k - 1), level)
    value, low, high = _agreement(targets, raters, error, n, k, level)
    return Intraclass(
        k,
        once.estimate(_single(k), n),
        Estimate(value, low, high, n, level=level),
        alike.estimate(_single(k), n),
        once.estimate(_of_mean, n),
        Estimate(_stepped_up(value, k), _stepped_up(low, k), _stepped_up(high, k), n, level=level),
        alike.estimate(_of_mean, n),
    )


@dataclass(frozen=True, slots=True)
class _F:
    """The ratio of two mean squares with their degrees of freedom; not both are 0."""

    between: float
    within: float
    freedom: int
    freedom_within: int
    level: float

    def estimate(self, coefficient: Callable[[float], float], n: int) -> Measured:
        if (
            not self.within
        ):  # nobody differs: a sample that small in variance tells nothing about how sure it is
            return Estimate(1.0, 0.0, 1.0, n, level=self.level)
        f, tail = self.between / self.within, (1 + self.level) / 2
        low = f / fisher_quantile(tail, self.freedom, self.freedom_within)
        high = f * fisher_quantile(tail, self.freedom_within, self.freedom)
        return Estimate(coefficient(f), coefficient(low), coefficient(high), n, level=self.level)


def _one_way_estimate(anova: OneWay, coefficient: Callable[[float], float], level: float) -> Measured:
    if anova.between == anova.within == 0:
        return ALL_THE_SAME
    f = _F(anova.between, anova.within, anova.groups - 1, anova.people - anova.groups, level)
    return f.estimate(coefficient, anova.people)


def _single(k: float) -> Callable[[float], float]:
    """The reliability of one answer among k, from F."""
    return lambda f: (f - 1) / (f + k - 1)


def _of_mean(f: float) -> float:
    """The reliability of the mean, from F. It has no lower end; below −1 nothing more is said."""
    return 1 - 1 / f if f > 0.5 else -1.0


def _stepped_up(single: float, k: int) -> float:
    """The reliability of the mean of k answers from that of one (Spearman and Brown 1910), as above."""
    return max(k * single / (1 + (k - 1) * single), -1.0) if 1 + (k - 1) * single > 0 else -1.0


def _agreement(
    targets: float, raters: float, error: float, n: int, k: int, level: float
) -> tuple[float, float, float]:
    """ICC(A,1) with its interval on Satterthwaite's degrees of freedom."""
    if raters == error == 0:
        return 1.0, 0.0, 1.0
    value = (targets - error) / (targets + (k - 1) * error + k * (raters - error) / n)
    of_raters = k * value * raters
    of_error = (n * (1 + (k - 1) * value) - k * value) * error
    parts = of_raters**2 / (k - 1) + of_error**2 / ((n - 1) * (k - 1))
    # Where the coefficient is negative the parts may cancel each other; less than one degree is no distribution.
    freedom = max((of_raters + of_error) ** 2 / parts, 1.0) if parts else float(k - 1)
    tail, rest = (1 + level) / 2, k * raters + (k * n - k - n) * error
    above = fisher_quantile(tail, n - 1, freedom)
    below = fisher_quantile(tail, freedom, n - 1)
    low = n * (targets - above * error) / (above * rest + n * targets)
    high = n * (below * targets - error) / (rest + n * below * targets)
    return value, min(low, value), max(high, value)


def _mean_square(deviations: Floats, weight: float) -> float:
    """Sum of squares times `weight`; rounding is no variance."""
    total = float((deviations**2).sum())
    return total * weight if total > _NOTHING * deviations.size else 0.0
