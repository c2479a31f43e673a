"""Quantiles of the distributions intervals are made of."""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist

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
