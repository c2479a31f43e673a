"""From values to pixels, and the round values worth a tick."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight mapping of [low, high] onto [start, end]; values outside land on the nearest end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        inside = min(max(value, self.low), self.high)
        return self.start + (inside - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values, about `most` of them, from at or below `low` to at or above `high` (low ≤ high).

    Their step is 1, 2, 2.5 or 5 times a power of ten. Equal ends are moved apart a little.
    """
    if high - low < 1e-6:
        room = 0.05 * max(abs(low), 1)
        low, high = low - room, high + room
    rough = (high - low) / (most - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999)
    return [round(i * step, 10) for i in range(floor(low / step + 1e-9), ceil(high / step - 1e-9) + 1)]
