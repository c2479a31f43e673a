"""When a full count is an alarm: it fell short of its level by a stated amount, and stayed there.

What was counted in full has no error, so no sum of chances can be made of it. One decision that moves it is seen at once;
whether it stays is what matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

HELD = 3.0  # measurements in a row
_EXACT = 1e-9  # what arithmetic may be off by


@dataclass(frozen=True, slots=True)
class Step:
    """An alarm once the value lay `fall` or more short of its level for `limit` measurements in a row."""

    fall: float
    limit: float = HELD

    def in_a_row(self, ahead: Floats) -> Floats:
        """After each measurement, how many in a row fell short; `ahead` is how far each lies on the good side."""
        counts, now = np.zeros(len(ahead)), 0
        for at, distance in enumerate(ahead):
            now = now + 1 if distance <= _EXACT - self.fall else 0
            counts[at] = now
        return counts
