"""What we know after the data: shares of customers, and the mean of a few people's guesses.

Everything is vectorised: one entry per touchpoint and facet; draws are the last axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from leitstern.core.stats.estimate import LEVEL, Estimate

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Grade

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

PSEUDO_CUSTOMERS = 20.0  # how many imagined average customers stand behind each touchpoint


@dataclass(frozen=True, slots=True, eq=False)
class Beta:
    """A share between 0 and 1: as sure as after `alpha` customers who agree and `beta` who do not."""

    alpha: Floats
    beta: Floats

    @property
    def mean(self) -> Floats:
        """The expected share."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def variance(self) -> Floats:
        """Variance of the share."""
        return self.mean * (1 - self.mean) / (self.alpha + self.beta + 1)

    def draw(self, rng: np.random.Generator, draws: int) -> Floats:
        """Array `(*entries, draws)`."""
        shape = (*self.alpha.shape, draws)
        return rng.beta(self.alpha[..., None], self.beta[..., None], shape)


def shrunk(share: Floats, n: Floats, elsewhere: Floats, n_elsewhere: Floats) -> Beta:
    """Posterior of the lived share, drawn towards the share `elsewhere` in the company by twenty customers.

    `n` and `n_elsewhere` are effective numbers of customers (`ShareStatistics.effective_n`). The company's mean
    is itself only known from `n_elsewhere` customers, so it starts from one who agrees and one who does not, and
    never weighs more than those it came from: with nobody elsewhere the prior is uniform.
    """
    weight = np.minimum(PSEUDO_CUSTOMERS, n_elsewhere + 2)
    mean = (n_elsewhere * elsewhere + 1) / (n_elsewhere + 2)
    return Beta(n * share + weight * mean, n * (1 - share) + weight * (1 - mean))


@dataclass(frozen=True, slots=True, eq=False)
class NormalInverseChi2:
    """The mean of a few people's answers when their spread is unknown too (Gelman et al. 2013, section 3.3).

    `mean` rests on `size` people, the squared spread `spread2` of single answers on `freedom` people.
    """

    mean: Floats
    size: Floats
    freedom: Floats
    spread2: Floats

    def learn(self, n: Floats, mean: Floats, squares: Floats) -> NormalInverseChi2:
        """After `n` answers with this `mean` and sum of `squares` of deviations from it."""
        size = self.size + n
        freedom = self.freedom + n
        surprise = self.size * n / size * (mean - self.mean) ** 2
        return NormalInverseChi2(
            mean=(self.size * self.mean + n * mean) / size,
            size=size,
            freedom=freedom,
            spread2=(self.freedom * self.spread2 + squares + surprise) / freedom,
        )

    def __getitem__(self, entries: Bools) -> NormalInverseChi2:
        return NormalInverseChi2(
            self.mean[entries], self.size[entries], self.freedom[entries], self.spread2[entries]
        )

    @property
    def variance(self) -> Floats:
        """Variance of the mean, before it is confined to the scale."""
        return self.spread2 / self.size * self.freedom / (self.freedom - 2)

    def draw(self, rng: np.random.Generator, draws: int) -> Floats:
        """Array `(*entries, draws)` of means between 0 and 1.

        The mean of answers between 0 and 1 cannot lie outside: the prior is confined to the scale, so is the
        posterior, and drawing again whatever falls outside is exact. Clipping would pile it up at the ends.
        """
        shape = (*self.mean.shape, draws)
        mean, size, freedom, spread2 = (
            np.broadcast_to(part[..., None], shape)
            for part in (self.mean, self.size, self.freedom, self.spread2)
        )
        drawn = np.empty(shape)
        outside = np.ones(shape, dtype=bool)
        while outside.any():
            spread = freedom[outside] * spread2[outside] / rng.chisquare(freedom[outside])
            drawn[outside] = rng.normal(mean[outside], np.sqrt(spread / size[outside]))
            outside = (drawn < 0) | (drawn > 1)
        return drawn


def summarise(
    draws: Floats, n: int, grade: Grade, as_of: date | None = None, *, scale: float = 1.0
) -> Estimate:
    """The estimate that draws of one entry stand for: their mean and their central interval, times `scale`."""
    low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    value = float(draws.mean())
    return Estimate(
        value=value * scale,
        # The mean of a very skewed posterior can lie outside its central interval; the interval then reaches it.
        low=min(float(low), value) * scale,
        high=max(float(high), value) * scale,
        n=n,
        grade=grade,
        as_of=as_of,
    )
