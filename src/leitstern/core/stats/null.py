"""The twin without gaps: what the same numbers of customers and guesses show where nothing is wrong.

A gap found by looking at many touchpoints is only news if such a twin seldom shows one as large. The twin is
simulated many times; everything simulated is an array `(entries, companies)`, one entry per touchpoint and facet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats, NormalInverseChi2


def lived_by_chance(levels: Floats, customers: Floats, rng: np.random.Generator, companies: int) -> Floats:
    """Shares that so many effective customers show when `levels` is the truth."""
    whole = np.maximum(np.rint(customers).astype(np.int64), 1)[:, None]
    return rng.binomial(whole, levels[:, None], (len(levels), companies)) / whole


def guessed_by_chance(
    levels: Floats, guesses: Floats, belief: NormalInverseChi2, rng: np.random.Generator, companies: int
) -> Floats:
    """Mean guesses of so many people who are right on average and spread as in `belief`.

    The spread itself is uncertain, so every company draws its own (posterior predictive). Means follow a beta
    distribution with the right mean and variance: a normal one would leave the scale near its ends.
    """
    level, freedom = levels[:, None], belief.freedom[:, None]
    room = level * (1 - level)  # no set of shares with this mean can spread more
    spread2 = freedom * belief.spread2[:, None] / rng.chisquare(freedom, (len(levels), companies))
    strength = guesses[:, None] * room / np.minimum(spread2, room) - 1
    return rng.beta(level * strength, (1 - level) * strength)


def standard_error(levels: Floats, customers: Floats) -> Floats:
    """Spread of a share by chance, plus half a customer.

    Without it one unlucky customer among a few, where nearly all should agree, would be a gigantic deviation and
    would set the limits of chance for every other touchpoint.
    """
    error: Floats = np.sqrt(levels * (1 - levels) / customers + 0.25 / customers**2)
    return error


@dataclass(frozen=True, slots=True)
class Limits:
    """Standardised gaps below `low` or above `high` at *any* entry are seldom chance."""

    low: float
    high: float


def family_limits(standardised: Floats, quantile: float) -> Limits:
    """Limits which the smallest and the largest of all entries each respect in `quantile` of the companies."""
    return Limits(
        low=float(np.quantile(standardised.min(axis=0), 1 - quantile)),
        high=float(np.quantile(standardised.max(axis=0), quantile)),
    )


def expected_excess(mean: Floats, variance: Floats) -> Floats:
    """E[max(X, 0)] of normal X: what a gap contributes to an index on average, in closed form."""
    spread = np.sqrt(np.maximum(variance, 1e-18))
    z = mean / spread
    excess: Floats = mean * _normal_cdf(z) + spread * _normal_density(z)
    return excess


def together(simulated: Floats) -> Floats:
    """The same values for every entry, ordered so that all entries are high in the same companies.

    For the guesses of leaders: the same few people guess everywhere, and who guesses high does so everywhere. Of all
    ways in which entries can hang together this one spreads their mean most (Dhaene et al. 2002, Insurance:
    Mathematics and Economics 31).
    """
    return np.sort(simulated, axis=-1)


def half_together(simulated: Floats, rng: np.random.Generator) -> Floats:
    """The same values for every entry, ordered so that half of what moves an entry moves all entries.

    For the answers of customers: some come to many touchpoints, and who is unhappy at one tends to be unhappy at
    the next. A Gaussian copula with correlation 1/2, as if nearly everybody answered everywhere.
    """
    moved = rng.standard_normal(simulated.shape) + rng.standard_normal(simulated.shape[-1])
    ordered = np.empty_like(simulated)
    np.put_along_axis(ordered, np.argsort(moved, axis=-1), np.sort(simulated, axis=-1), axis=-1)
    return ordered


def _normal_density(z: Floats) -> Floats:
    density: Floats = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return density


def _normal_cdf(z: Floats) -> Floats:
    """Abramowitz & Stegun 26.2.17; error below 7.5e-8. NumPy has none of its own."""
    t = 1 / (1 + 0.2316419 * np.abs(z))
    polynomial = t * (
        0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))
    )
    upper = _normal_density(z) * polynomial
    cdf: Floats = np.where(z > 0, 1 - upper, upper)
    return cdf
