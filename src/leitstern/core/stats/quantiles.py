"""Quantiles of the distributions intervals are made of."""

from __future__ import annotations

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NORMAL = NormalDist()
_AS_GOOD_AS_NORMAL = 1_000_000  # degrees of freedom; the quantiles agree to six digits
_TINY = 1e-300


def normal_quantile(probability: float) -> float:
    """The standard normal quantile, probability in (0, 1)."""
    return _NORMAL.inv_cdf(probability)


@lru_cache(maxsize=4096)
def student_quantile(probability: float, freedom: float) -> float:
    """The quantile of Student's t with `freedom` > 0 degrees of freedom, probability in [0.5, 1).

    Solves P(|T| > t) = I_x(freedom/2, 1/2) with x = freedom/(freedom + t²) (Abramowitz & Stegun 26.7.1) by bisection.
    """
    if freedom > _AS_GOOD_AS_NORMAL:
        return normal_quantile(probability)
    both_tails = 2 * (1 - probability)
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in {low, high}:
        if incomplete_beta(middle, freedom / 2, 0.5) < both_tails:
            low = middle
        else:
            high = middle
    return sqrt(freedom * (1 - high) / high)


@lru_cache(maxsize=4096)
def fisher_quantile(probability: float, numerator: float, denominator: float) -> float:
    """The quantile of Fisher's F with these degrees of freedom > 0, probability in (0, 1).

    Solves P(F < f) = I_x(numerator/2, denominator/2) with x = numerator·f/(numerator·f + denominator) by bisection
    (Abramowitz & Stegun 26.6.2).
    """
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in {low, high}:
        if incomplete_beta(middle, numerator / 2, denominator / 2) < probability:
            low = middle
        else:
            high = middle
    return denominator * high / (numerator * (1 - high)) if high < 1 else inf


def chi_square_quantile[Freedom: (float, NDArray[np.float64])](
    probability: float, freedom: Freedom
) -> Freedom:
    """The quantile of χ² with `freedom` ≥ 1 degrees of freedom (one or an array), probability in [0.05, 1).

    Wilson and Hilferty (1931): the cube root of χ²/freedom is nearly normal. From four degrees of freedom on the
    error is below 3 %; the 5 % quantile is never too large.
    """
    part = 2 / (9 * freedom)
    quantile: Freedom = freedom * (1 - part + normal_quantile(probability) * part**0.5) ** 3
    return quantile


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), 0 < x < 1, by its continued fraction (DLMF 8.17.22).

    Evaluated with Lentz's method; converges fast below the mean, so the upper half uses I_x(a, b) = 1 − I_1−x(b, a).
    """
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    factor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    numerator, denominator, fraction = 1.0, 0.0, 1.0
    step = 0
    while True:
        m = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        denominator = 1 / ((1 + term * denominator) or _TINY)
        numerator = (1 + term / numerator) or _TINY
        fraction *= numerator * denominator
        if step and abs(numerator * denominator - 1) < 1e-15:
            return factor * (fraction - 1)
        step += 1
