"""Sufficient statistics of a weighted share over customers: what the engine counts, mathematics takes from here."""

from __future__ import annotations

from dataclasses import dataclass, fields

from leitstern.core.stats.ratio import effective_number, ratio_variance


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
        # Sums in different orders may differ in the last digit.
        return min(1.0, max(0.0, self.good / self.weight))

    @property
    def variance(self) -> float:
        """Variance of the share over customers; infinite below two of them."""
        return ratio_variance(self.n, self.weight, self.good, self.weight2, self.good2, self.good_weight)

    @property
    def effective_n(self) -> float:
        """Customers of equal weight that would be as informative, at most n."""
        spread = self.share * (1 - self.share) if self.weight else 0.0
        return effective_number(self.n, self.weight, self.weight2, spread, self.variance)
