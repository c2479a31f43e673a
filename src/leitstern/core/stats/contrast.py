"""Does a difference between two groups hold among people alike in something else? Contrasts within strata."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TOO_FEW = Missing(
    "too-few",
    Text(
        en="Fewer than two customers on one of the two sides.",
        de="Auf einer der beiden Seiten stehen weniger als zwei Kundinnen und Kunden.",
    ),
)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Answers whose stratifying value lies in [low, high]: mean where the promise was kept − where it was broken."""

    low: float
    high: float
    kept: int  # customers
    broken: int
    difference: Measured


@dataclass(frozen=True, slots=True)
class Contrast:
    """The strata in ascending order, and their difference averaged with the weight of each stratum."""

    strata: tuple[Stratum, ...]
    overall: Measured


@dataclass(frozen=True, slots=True)
class _Side:
    """One group in one stratum: how far each customer pulls its mean, scaled for n/(n−1)."""

    customers: int
    mean: float
    influence: Floats


def contrast_within_strata(
    outcome: Floats,
    broken: NDArray[np.bool_],
    stratifier: Floats,
    weights: Floats,
    customers: NDArray[np.int64],
    strata: int = 4,
    as_of: date | None = None,
) -> Contrast:
    """Kept − broken in the weighted mean of `outcome`, within `strata` quantile classes of `stratifier`.

    All arguments are aligned, one entry per answer. Intervals: linearised variance over customers (who may stand on
    both sides), Student with the smaller side's customers − 1 degrees of freedom; over several strata these add up.
    """
    import numpy as np

    _, customer = np.unique(customers, return_inverse=True)
    edges = np.unique(np.quantile(stratifier, np.arange(1, strata) / strata))
    classes = np.searchsorted(edges, stratifier, side="left")
    found, pooled = [], []
    for number in np.unique(classes):
        inside = classes == number
        kept = _side(outcome, weights, customer, inside & ~broken)
        lost = _side(outcome, weights, customer, inside & broken)
        values = stratifier[inside]
        comparable = min(kept.customers, lost.customers) >= 2
        part = (float(weights[inside].sum()), kept, lost)
        if comparable:
            pooled.append(part)
        found.append(
            Stratum(
                float(values.min()),
                float(values.max()),
                kept.customers,
                lost.customers,
                _difference([part], as_of) if comparable else TOO_FEW,
            )
        )
    return Contrast(tuple(found), _difference(pooled, as_of) if pooled else TOO_FEW)


def _side(outcome: Floats, weights: Floats, customer: NDArray[np.int64], members: NDArray[np.bool_]) -> _Side:
    import numpy as np

    size = int(customer.max()) + 1
    weight = np.bincount(customer[members], weights[members], minlength=size)
    total = np.bincount(customer[members], (weights * outcome)[members], minlength=size)
    n = int((weight > 0).sum())
    if n < 2:
        return _Side(n, 0.0, weight)
    mean = total.sum() / weight.sum()
    return _Side(n, float(mean), (total - mean * weight) / weight.sum() * sqrt(n / (n - 1)))


def _difference(parts: list[tuple[float, _Side, _Side]], as_of: date | None) -> Estimate:
    import numpy as np

    whole = sum(weight for weight, _, _ in parts)
    value = sum(weight / whole * (kept.mean - lost.mean) for weight, kept, lost in parts)
    influence = np.sum(
        [weight / whole * (kept.influence - lost.influence) for weight, kept, lost in parts], axis=0
    )
    freedom = sum(min(kept.customers, lost.customers) - 1 for _, kept, lost in parts)
    half = student_quantile((1 + LEVEL) / 2, freedom) * sqrt(influence @ influence)
    n = sum(kept.customers + lost.customers for _, kept, lost in parts)
    return Estimate(value, value - half, value + half, n, grade="association", as_of=as_of)
