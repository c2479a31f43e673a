"""How long changing a culture and building technology take, as draws in months that keep what the source paper says.

- **A**, culture: log-normal, nine of ten at least 60 months ("regularly at least five years").
- **D**, technology: log-normal, nine of ten at least 18, three of four at most 24 months ("with vigour, often").
- **C**, culture, then technology from nothing, overlapping: one to two years longer than A.
- **B**, both at once: succeeds seldom; otherwise it is noticed late that people cannot use what was built, and culture
  follows after all, harder than before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions

OVERLAP_SHAPE = (4.0, 8.0)  # Beta: overlaps differ, mean a third, hence three times the assumed mean
NOTICED = (3.0, 6.0, 18.0)  # months until a wrong course is noticed: least, likeliest, most
LITERATURE = (36.0, 60.0)  # change of culture in the literature: three to five years


class Prior(StrEnum):
    """Where the duration of changing a culture comes from."""

    PAPER = "paper"
    LITERATURE = "literature"
    OWN = "own"


PRIORS: dict[Prior, Text] = {
    Prior.PAPER: Text(en="source paper: five years or more", de="Quelle: fünf Jahre und mehr"),
    Prior.LITERATURE: Text(en="literature: three to five years", de="Literatur: drei bis fünf Jahre"),
    Prior.OWN: Text(en="own experience", de="eigene Erfahrung"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Durations:
    """Draws in months, one per possible world; `weight` says how likely each is after what was observed."""

    culture: NDArray[np.float64]
    technology: NDArray[np.float64]
    from_zero: NDArray[np.float64]
    overlap: NDArray[np.float64]  # share 0–1
    noticed: NDArray[np.float64]
    luck: NDArray[np.float64]  # uniform 0–1: whether the direct way would succeed
    weight: NDArray[np.float64]

    @property
    def effective(self) -> float:
        """How many equally likely worlds these are worth (Kish): few of many, if what was observed is a surprise."""
        return float(1 / (self.weight**2).sum())


def durations(
    assumptions: Assumptions, rng: np.random.Generator, draws: int = 200_000, prior: Prior = Prior.PAPER
) -> Durations:
    """So many possible worlds."""
    low, high = _culture(assumptions, prior)
    capacity = assumptions["capacity"]
    culture = log_normal(rng, draws, (0.1, low), (0.9, high)) * assumptions["resistance"] / capacity
    technology = log_normal(
        rng, draws, (0.1, assumptions["technology_p10"]), (0.75, assumptions["technology_p75"])
    ) / (assumptions["vigour"] * capacity)
    mean = OVERLAP_SHAPE[0] / sum(OVERLAP_SHAPE)
    return Durations(
        culture=culture,
        technology=technology,
        from_zero=technology * assumptions["from_zero"],
        overlap=np.minimum(rng.beta(*OVERLAP_SHAPE, draws) * assumptions["overlap"] / mean, 1.0),
        noticed=rng.triangular(*NOTICED, draws),
        luck=rng.random(draws),
        weight=np.full(draws, 1 / draws),
    )


def _culture(assumptions: Assumptions, prior: Prior) -> tuple[float, float]:
    match prior:
        case Prior.PAPER:
            return assumptions["culture_p10"], assumptions["culture_p90"]
        case Prior.LITERATURE:
            return LITERATURE
        case Prior.OWN:
            return assumptions["own_culture_p10"], assumptions["own_culture_p90"]


def log_normal(
    rng: np.random.Generator, draws: int, first: tuple[float, float], second: tuple[float, float]
) -> NDArray[np.float64]:
    """Draws of the log-normal distribution with two given (probability, quantile)."""
    (p1, q1), (p2, q2) = first, second
    z1, z2 = normal_quantile(p1), normal_quantile(p2)
    sigma = (log(q2) - log(q1)) / (z2 - z1)
    drawn: NDArray[np.float64] = exp(log(q1) - sigma * z1) * np.exp(sigma * rng.standard_normal(draws))
    return drawn


def quantiles(
    values: NDArray[np.float64], weight: NDArray[np.float64], at: tuple[float, ...]
) -> tuple[float, ...]:
    """Weighted quantiles; with equal weights the usual ones."""
    order = np.argsort(values)
    cumulated = np.cumsum(weight[order])
    middle = (cumulated - weight[order] / 2) / cumulated[-1]
    return tuple(float(each) for each in np.interp(at, middle, values[order]))
