"""Sufficient statistics of a weighted share over customers: what the engine counts, mathematics takes from here."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import inf


@dataclass(frozen=True, slots=True)
class ShareStatistics:
    """Sums over customers p of their weight w_p and of their weighted agreement y_p = Σ weight·[answer is good].

    The customer is the sampling unit: somebody who answers ten times is one customer with more weight, not ten.
    Two disjoint groups of customers add up with `+`.
    """

    n: int  # customers
    answers: int
    weight: float  # Σ w
    good: float  # Σ y
    weight2: float  # Σ w²
    good2: float  # Σ y²
    good_weight: float  # Σ y·w

    def __add__(self, other: ShareStatistics) -> ShareStatistics:
        return ShareStatistics(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def share(self) -> float:
        """Weighted share of agreement, 0–1 (a ratio estimator)."""
        return self.good / self.weight

    @property
    def variance(self) -> float:
        """Variance of the share by linearisation over customers (Cochran 1977, ratio estimator, n/(n−1))."""
        if self.n < 2:
            return inf
        residuals = self.good2 - 2 * self.share * self.good_weight + self.share**2 * self.weight2
        return max(residuals, 0.0) / self.weight**2 * self.n / (self.n - 1)

    @property
    def effective_n(self) -> float:
        """Customers of equal weight that would be as informative (Kish 1965 where all agree or none does)."""
        kish = self.weight**2 / self.weight2 if self.weight2 else 0.0
        if self.n < 2 or not 0 < self.share < 1 or self.variance == 0:
            return kish
        return min(float(self.n), self.share * (1 - self.share) / self.variance)
