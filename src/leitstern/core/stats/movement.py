"""Has something moved between two waves, beyond noise?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.perception import Difference, perceive

if TYPE_CHECKING:
    from datetime import date

    import numpy as np

    from leitstern.core.stats.posteriors import Floats, NormalInverseChi2

RELEVANT = 0.25  # levels from wave to wave


class Direction(StrEnum):
    """What the 90 % interval of a change says.

    `UP` and `DOWN`: it lies on one side of zero, and the change is relevant. `STILL`: it lies within ± relevant.
    Everything else is `OPEN`: cannot tell.
    """

    UP = "up"
    DOWN = "down"
    STILL = "still"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Movement:
    """Later − earlier on one dimension."""

    change: Difference
    direction: Direction


def move(
    earlier: Floats,
    later: Floats,
    prior: NormalInverseChi2,
    rng: np.random.Generator,
    relevant: float = RELEVANT,
    as_of: date | None = None,
) -> tuple[Movement, ...]:
    """The movement on each dimension between two waves of the same unit, `(people, dimensions)` each.

    Answers are anonymous, so nobody's own change is known: the waves are compared as two groups of people.
    """
    return tuple(
        Movement(change, direction_of(change, relevant))
        for change in perceive(later, earlier, prior, rng, relevant, as_of)
    )


def direction_of(change: Difference, relevant: float = RELEVANT) -> Direction:
    """The direction of a change, or that none can be told."""
    gap = change.gap
    if not isinstance(gap, Estimate):
        return Direction.OPEN
    if gap.low > 0 and gap.value >= relevant:
        return Direction.UP
    if gap.high < 0 and gap.value <= -relevant:
        return Direction.DOWN
    return Direction.STILL if -relevant <= gap.low and gap.high <= relevant else Direction.OPEN
