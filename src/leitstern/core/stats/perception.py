"""Do two groups see the same thing differently? Leaders and staff, two departments, two waves of one unit.

Ratings are `(people, dimensions)`, NaN where somebody did not rate; every person belongs to one group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Measured, Missing
from leitstern.core.stats.hierarchical import pooled
from leitstern.core.stats.posteriors import summarise
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.posteriors import Floats, NormalInverseChi2

RELEVANT = 0.5  # levels: a difference worth talking about

NOT_ON_BOTH_SIDES = Missing(
    "not-on-both-sides",
    Text(
        en="Not rated by at least two people on both sides.",
        de="Nicht auf beiden Seiten von mindestens zwei Personen beurteilt.",
    ),
)
_OTHER_DIMENSIONS = Text(
    en="The two groups rated different numbers of dimensions. Nothing was compared.",
    de="Die beiden Gruppen haben unterschiedlich viele Dimensionen beurteilt. Es wurde nichts verglichen.",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """First − second on one dimension, after pooling; n counts the people of the smaller side.

    `above` and `below` are the probabilities that it exceeds +relevant, and that it lies under −relevant.
    """

    gap: Measured
    above: float = 0.0
    below: float = 0.0

    @property
    def relevant(self) -> float:
        """P(|gap| > relevant)."""
        return self.above + self.below


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One group: mean and number of people by dimension, spread of single ratings, error of all means together."""

    n: Floats
    mean: Floats
    residual: float
    freedom: int
    together: Floats  # draws


def perceive(
    first: Floats,
    second: Floats,
    prior: NormalInverseChi2,
    rng: np.random.Generator,
    relevant: float = RELEVANT,
    as_of: date | None = None,
    draws: int = 4000,
) -> tuple[Difference, ...]:
    """The difference on each dimension, in the order of the columns.

    Whoever rates high does so on every dimension. That common error is drawn once per group, its spread starting
    from `prior` (scale of the ratings); what is left of each dimension is pooled over the dimensions.
    """
    if first.shape[1] != second.shape[1]:
        raise InvalidInput(_OTHER_DIMENSIONS)
    usable = np.ones(first.shape[1], dtype=bool)
    for ratings in (first, second):
        usable &= (~np.isnan(ratings)).sum(axis=0) >= 2
    nothing = Difference(NOT_ON_BOTH_SIDES)
    if not usable.any():
        return (nothing,) * len(usable)
    sides = [_side(ratings[:, usable], prior, rng, draws) for ratings in (first, second)]
    freedom = sum(side.freedom for side in sides)
    residual = sum(side.residual * side.freedom for side in sides) / max(freedom, 1)
    if (
        not freedom and usable.sum() > 1
    ):  # nobody rated two dimensions, so nobody shows how far they lie apart
        residual = float(prior.spread2)
    error = residual * sum(1 / side.n for side in sides)
    gaps = pooled(sides[0].mean - sides[1].mean, np.maximum(error, 1e-12), rng, draws)
    gaps += sides[0].together - sides[1].together
    found = iter(
        Difference(
            summarise(gap, int(n), "stated", as_of),
            float((gap > relevant).mean()),
            float((gap < -relevant).mean()),
        )
        for gap, n in zip(gaps, np.minimum(sides[0].n, sides[1].n), strict=True)
    )
    return tuple(next(found) if there else nothing for there in usable)


def _side(ratings: Floats, prior: NormalInverseChi2, rng: np.random.Generator, draws: int) -> _Side:
    ratings = ratings[~np.isnan(ratings).all(axis=1)]
    there = ~np.isnan(ratings)
    n = there.sum(axis=0).astype(np.float64)
    mean = np.where(there, ratings, 0).sum(axis=0) / n
    away = np.where(there, ratings - mean, 0)
    person = away.sum(axis=1) / there.sum(axis=1)
    own = np.where(there, away - person[:, None], 0)
    freedom = max(int(there.sum()) - len(ratings) - ratings.shape[1] + 1, 0)
    squares = float(((person - person.mean()) ** 2).sum())
    spread2 = (prior.freedom * prior.spread2 + squares) / (prior.freedom + len(ratings))
    error = np.sqrt(spread2 / (prior.size + len(ratings)))
    return _Side(
        n,
        mean,
        float((own**2).sum()) / freedom if freedom else 0.0,
        freedom,
        error * rng.standard_t(prior.freedom + len(ratings), draws),
    )
