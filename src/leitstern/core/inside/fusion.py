"""All views together: self-images corrected for how they err, each counting as much as it is precise.

Vectorised over units: arrays are `(units, 2)` for means and `(units, 2, 2)` for covariances, culture before technology.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.org_types import OrgType, quadrant
from leitstern.core.inside.ratings import INSIDERS
from leitstern.core.inside.seeing import MIDDLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.seeing import Seen

QUADRANTS = tuple(
    quadrant(culture=culture, technology=technology)
    for culture in (False, True)
    for technology in (False, True)
)  # in the order of 2 × culture + technology


@dataclass(frozen=True, slots=True, eq=False)
class Fused:
    """Normal posteriors of both axes, one per unit."""

    mean: NDArray[np.float64]
    covariance: NDArray[np.float64]

    def draw(self, rng: np.random.Generator, draws: int) -> NDArray[np.float64]:
        """Array `(units, draws, 2)`."""
        noise = rng.standard_normal((len(self.mean), draws, 2))
        root = np.linalg.cholesky(self.covariance)
        drawn: NDArray[np.float64] = self.mean[:, None, :] + noise @ root.swapaxes(-1, -2)
        return drawn


def fuse(units: Sequence[Sequence[Seen]], assumptions: Assumptions) -> Fused:
    """What the views of each unit say together. An axis nobody sees keeps the prior: next to nothing."""
    before = np.eye(2) / assumptions["prior_spread"] ** 2
    precision = np.tile(before, (len(units), 1, 1))
    pull = np.tile(before @ np.array([MIDDLE, MIDDLE]), (len(units), 1))
    for unit, views in enumerate(units):
        for seen in views:
            mean, known = _corrected(seen, assumptions)
            precision[unit] += known
            pull[unit] += known @ mean
    covariance = np.linalg.inv(precision)
    return Fused((covariance @ pull[..., None])[..., 0], covariance)


def _corrected(seen: Seen, assumptions: Assumptions) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A view's means less its bias, and its precision matrix, 0 where it does not see."""
    mean, variance, found = np.zeros(2), np.ones(2), np.zeros(2, dtype=bool)
    own = np.zeros(2)  # variance without the bias's: only what the same people share hangs together
    for place, axis in enumerate(Axis):
        sight = seen.on(axis)
        if sight is None:
            continue
        found[place], own[place] = True, sight.variance
        mean[place], variance[place] = sight.mean, sight.variance
        if seen.ratings.view in INSIDERS:
            who = f"{seen.ratings.view}_{axis}"
            mean[place] -= assumptions[f"bias_{who}"]
            variance[place] += assumptions[f"bias_spread_{who}"] ** 2
    shared = seen.correlation * sqrt(own[0] * own[1])
    covariance = np.array([[variance[0], shared], [shared, variance[1]]])
    return mean, np.linalg.inv(covariance) * np.outer(found, found)


def cuts(assumptions: Assumptions, before: OrgType | None) -> NDArray[np.float64]:
    """Where high begins on both axes; a type declared before is left a little later than it would be entered."""
    held = assumptions["hysteresis"]
    lines = np.array([assumptions["cut_culture"], assumptions["cut_technology"]])
    if before is None:
        return lines
    return lines + np.where([before.culture, before.technology], -held, held)


def type_shares(drawn: NDArray[np.float64], lines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of draws `(…, draws, 2)` per quadrant: array `(…, 4)` in the order of `QUADRANTS`."""
    code = (drawn >= lines) @ np.array([2, 1])
    shares: NDArray[np.float64] = np.stack([(code == which).mean(axis=-1) for which in range(4)], axis=-1)
    return shares
