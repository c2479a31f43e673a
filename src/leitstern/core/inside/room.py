"""A room of people guesses. What may be said about their guesses without saying who guessed what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.beliefs import believe
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Room:
    """Guesses of at least five people as shares 0–1: the middle one, and where the middle half of them lies.

    These are the people in the room themselves, so there is no interval: nobody is estimated.
    """

    n: int
    median: float
    low_quartile: float
    high_quartile: float

    @property
    def spread(self) -> float:
        """How far the middle half of the room is apart."""
        return self.high_quartile - self.low_quartile


def summarise_room(guesses: Sequence[float]) -> Room | Missing:
    """The room's guesses (0–100, each from another person) in three numbers, or why they stay hidden."""
    belief = believe(guesses)
    if isinstance(belief, Missing):
        return belief
    low, median, high = (float(q) for q in np.quantile(np.array(guesses) / 100, [0.25, 0.5, 0.75]))
    return Room(n=len(guesses), median=median, low_quartile=low, high_quartile=high)
