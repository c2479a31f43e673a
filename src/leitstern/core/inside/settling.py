"""Which single dimension's evidence would settle most: expected reduction of the types' entropy.

A dimension's level is *axis + own deviation*. The more the views part on a dimension, the more its evidence tells which
of them is right, and so how far the whole self-image errs: the error *u* of the axis shows there *h* times as large,
*h* = (distance of the views there + ½) / (their mean distance + ½). With the posterior variance *V* of the axis, share
*w* of the dimension's weight, variance ω² of its own deviation and σ² of examined evidence, evidence on it lowers *V* by

    (h·V + w·ω²)² / (h²·V + ω² + σ²)        (variance explained by one more normal observation)

Where there is only one view, what it claims above zero is what may be claimed too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.fusion import type_shares
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import DIMENSIONS, INSIDERS, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.fusion import Fused
    from leitstern.core.inside.ratings import Ratings

NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(7)
NODE_SHARES = NODE_WEIGHTS / NODE_WEIGHTS.sum()
HALF_LEVEL = 0.5
DRAWS = 600  # enough to tell which dimension settles most; the same for all, so that noise cancels


@dataclass(frozen=True, slots=True)
class Settling:
    """The dimension, and the share of what is open that its evidence is expected to settle."""

    dimension: str
    share: float


def settle(
    units: Sequence[Sequence[Ratings]],
    fused: Fused,
    lines: NDArray[np.float64],
    assumptions: Assumptions,
    rng: np.random.Generator,
) -> list[Settling | None]:
    """The best dimension of each unit, None where all were examined. `lines` are the cuts."""
    noise = rng.standard_normal((DRAWS, 2))
    open_now = entropy(_shares(fused.mean, fused.covariance, lines, noise))
    best: list[Settling | None] = [None] * len(units)
    for place, axis in enumerate(Axis):
        found = [
            _most_telling(ratings, axis, float(fused.covariance[unit, place, place]), assumptions)
            for unit, ratings in enumerate(units)
        ]
        gain = np.array([each[1] if each else 0.0 for each in found])
        left = _expected_entropy(fused, place, gain, lines, noise)
        for unit, each in enumerate(found):
            if each and open_now[unit] > 0:
                share = max(0.0, 1 - float(left[unit] / open_now[unit]))
                known = best[unit]
                if known is None or share > known.share:
                    best[unit] = Settling(each[0], share)
    return best


def entropy(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of type probabilities `(…, 4)`, in bits: 0 is settled, 2 is nothing known."""
    bits: NDArray[np.float64] = -(shares * np.log2(np.maximum(shares, 1e-12))).sum(axis=-1)
    return np.maximum(bits, 0.0)


def _expected_entropy(
    fused: Fused,
    place: int,
    gain: NDArray[np.float64],
    lines: NDArray[np.float64],
    noise: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Mean entropy after an observation that lowers the variance of one axis by `gain`, over what it may show."""
    along = fused.covariance[:, :, place] / fused.covariance[:, place, place][:, None]
    after = fused.covariance - gain[:, None, None] * along[:, :, None] * along[:, None, :]
    total = np.zeros(len(gain))
    for node, share in zip(NODES, NODE_SHARES, strict=True):
        mean = fused.mean + node * np.sqrt(gain)[:, None] * along
        total += share * entropy(_shares(mean, after, lines, noise))
    return total


def _shares(
    mean: NDArray[np.float64],
    covariance: NDArray[np.float64],
    lines: NDArray[np.float64],
    noise: NDArray[np.float64],
) -> NDArray[np.float64]:
    drawn = mean[:, None, :] + noise @ np.linalg.cholesky(covariance).swapaxes(-1, -2)
    return type_shares(drawn, lines)


def _most_telling(
    ratings: Sequence[Ratings], axis: Axis, variance: float, assumptions: Assumptions
) -> tuple[str, float] | None:
    """The unexamined dimension of an axis whose evidence lowers the variance most, and by how much."""
    apart = _distances(ratings, DIMENSIONS[axis])
    examined = {
        slug
        for each in ratings
        if each.view is View.EVIDENCE
        for slug, level in zip(each.dimensions, each.levels[0], strict=True)
        if not np.isnan(level)
    }
    weight = np.array([assumptions[f"weight_{slug}"] for slug in DIMENSIONS[axis]])
    open_ = [i for i, slug in enumerate(DIMENSIONS[axis]) if slug not in examined and weight[i]]
    if not open_:
        return None
    exposed = (apart + HALF_LEVEL) / (np.average(apart, weights=weight) + HALF_LEVEL)
    own, error = assumptions["dimension_spread"] ** 2, assumptions["assessor_spread"] ** 2
    gains = (exposed * variance + weight / weight.sum() * own) ** 2 / (exposed**2 * variance + own + error)
    first = max(open_, key=lambda i: gains[i])
    return DIMENSIONS[axis][first], min(float(gains[first]), 0.999 * variance)


def _distances(ratings: Sequence[Ratings], dimensions: Sequence[str]) -> NDArray[np.float64]:
    """How far views part on each dimension: highest less lowest mean; the mean itself where only one looked."""
    means = np.full((max(len(ratings), 1), len(dimensions)), np.nan)
    for row, each in enumerate(each for each in ratings if each.view in INSIDERS):
        for place, slug in enumerate(dimensions):
            if slug in each.dimensions:
                levels = each.levels[:, each.dimensions.index(slug)]
                if not np.isnan(levels).all():
                    means[row, place] = np.nanmean(levels)
    looked = (~np.isnan(means)).sum(axis=0)
    high = np.where(np.isnan(means), -np.inf, means).max(axis=0)
    low = np.where(np.isnan(means), np.inf, means).min(axis=0)
    return np.where(looked == 0, 0.0, np.where(looked == 1, high, high - low))
