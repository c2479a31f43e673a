"""What weighted shares and weighted means of clustered answers have in common: variance and effective number."""

from __future__ import annotations

from math import inf

_ROUNDING = 1e-12  # a share that misses 0 or 1 by less is 0 or 1


def ratio_variance(n: int, weight: float, total: float, weight2: float, total2: float, cross: float) -> float:
    """Variance of Σy / Σw over `n` customers, by linearisation (Cochran 1977, ch. 6, with n/(n−1)).

    `weight` Σw, `total` Σy, `weight2` Σw², `total2` Σy², `cross` Σy·w. Infinite below two customers.
    """
    if n < 2:
        return inf
    mean = total / weight
    residuals = total2 - 2 * mean * cross + mean**2 * weight2
    return max(residuals, 0.0) / weight**2 * n / (n - 1)


def effective_number(n: int, weight: float, weight2: float, spread: float, variance: float) -> float:
    """Customers of equal weight that would be as informative: n ÷ design effect (Kish 1965).

    `spread` is the variance of a single answer, `variance` that of the estimate. Never above (Σw)²/Σw², which is the
    effect of the weights alone: the variance of a few customers is too uncertain to claim more, and where nobody
    differs from anybody it says nothing.
    """
    weights_alone = weight**2 / weight2 if weight2 else 0.0
    if n < 2 or spread <= _ROUNDING or variance <= 0:
        return weights_alone
    return min(weights_alone, n * spread / (n - 1) / variance)
