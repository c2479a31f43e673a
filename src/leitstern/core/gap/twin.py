"""The gap-free twin: the same company – customers, guesses, spread, weights – in which nothing is amiss.

Each kind of gap has its own twin. In the delivery twin customers live exactly what is promised. In the perception
twin leaders are right on average about what customers live, and what that is lies between the two sides, nearer
to the one that is known better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.beliefs import PRIOR
from leitstern.core.stats.null import (
    Limits,
    expected_excess,
    family_limits,
    guessed_by_chance,
    half_together,
    lived_by_chance,
    standard_error,
    together,
)

if TYPE_CHECKING:
    from leitstern.core.gap.sides import Lived
    from leitstern.core.stats.posteriors import Bools, Floats, NormalInverseChi2


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """What the company claims, and what twins of it claim and live: `(entries,)` and `(entries, companies)`.

    `error` is the spread of claim − lived by chance.
    """

    claim: Floats
    claim_variance: Floats
    error: Floats
    claims: Floats
    shares: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """What chance does to one kind of gap.

    `standardised` are the company's gaps in units of `Twin.error`, `limits` how far such gaps go by chance
    anywhere; `index` is the company's index in points, in the closed form in which `indices` of the twins are
    computed.
    """

    standardised: Floats
    limits: Limits
    index: float
    indices: Floats


def delivery_twin(promise: Floats, customers: Floats, rng: np.random.Generator, companies: int) -> Twin:
    """Companies that deliver what they promise."""
    shares = lived_by_chance(promise, customers, rng, companies)
    return Twin(
        claim=promise,
        claim_variance=np.zeros_like(promise),
        error=standard_error(promise, customers),
        claims=np.broadcast_to(promise[:, None], shares.shape),
        shares=shares,
    )


def perception_twin(
    belief: NormalInverseChi2,
    guesses: Floats,
    share: Floats,
    customers: Floats,
    rng: np.random.Generator,
    companies: int,
) -> Twin:
    """Companies whose leaders know what customers live."""
    inside = (customers * share + 1) / (customers + 2)
    of_leaders, of_customers = guesses / belief.spread2, customers / (inside * (1 - inside))
    levels = (of_leaders * belief.mean + of_customers * inside) / (of_leaders + of_customers)
    means = guessed_by_chance(levels, guesses, belief, rng, companies)
    return Twin(
        claim=belief.mean,
        claim_variance=belief.variance,
        error=np.sqrt(standard_error(levels, customers) ** 2 + belief.spread2 / guesses),
        claims=PRIOR.learn(guesses[:, None], means, np.array(0.0)).mean,
        shares=lived_by_chance(levels, customers, rng, companies),
    )


def chance(
    twin: Twin, lived: Lived, rows: Bools, weights: Floats, rng: np.random.Generator, quantile: float
) -> Chance:
    """Compare the company with twins of its `rows`, of which `weights` sum to 1; other rows of `lived` stay as they are.

    `quantile` of the twins keep each limit.
    """

    def index(claim: Floats, variance: Floats, share: Floats) -> Floats:
        posterior = lived.posterior(share)
        excess = expected_excess(claim - posterior.mean[rows], posterior.variance[rows] + variance)
        points: Floats = 100 * weights @ excess
        return points

    everywhere = np.repeat(lived.share[:, None], twin.shares.shape[1], axis=1)
    everywhere[rows] = half_together(twin.shares, rng)
    return Chance(
        standardised=(twin.claim - lived.share[rows]) / twin.error,
        limits=family_limits((twin.claims - twin.shares) / twin.error[:, None], quantile),
        index=float(index(twin.claim, twin.claim_variance, lived.share)),
        indices=index(together(twin.claims), twin.claim_variance[:, None], everywhere),
    )
