"""Sufficient statistics of a weighted mean over customers."""

from __future__ import annotations

from dataclasses import dataclass, fields

from leitstern.core.stats.ratio import ratio_variance


@dataclass(frozen=True, slots=True)
class MeanStatistics:
    """Sums over customers p of their weight w_p and of their weighted answers y_p = Σ weight·value.

    The customer is the sampling unit, as in `ShareStatistics`. Two disjoint groups of customers add up with `+`.
    """

    n: int  # customers
    answers: int
    weight: float  # Σ w
    total: float  # Σ y
    weight2: float  # Σ w²
    total2: float  # Σ y²
    total_weight: float  # Σ y·w

    def __add__(self, other: MeanStatistics) -> MeanStatistics:
        return MeanStatistics(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def mean(self) -> float:
        """Weighted mean of the answers."""
        return self.total / self.weight

    @property
    def variance(self) -> float:
        """Variance of the mean over customers; infinite below two of them."""
        return ratio_variance(self.n, self.weight, self.total, self.weight2, self.total2, self.total_weight)
