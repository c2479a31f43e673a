"""How long something takes when some of it is not over yet: the median by Kaplan and Meier (1958, JASA 53)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

FEWEST = 5  # that are over, before an interval is narrower than everything there was


@dataclass(frozen=True, slots=True)
class Step:
    """What share lasts longer than `time`, and Greenwood's sum up to there: Σ over / (left · (left − over))."""

    time: float
    share: float
    greenwood: float

    def upper(self, z: float) -> float:
        """The upper limit of the share on the scale of log(−log), which keeps it between 0 and 1."""
        if not 0 < self.share < 1:
            return self.share
        hazard = -log(self.share)
        return exp(-hazard * exp(-z * sqrt(self.greenwood) / hazard))


def curve(over: Sequence[float], running: Collection[float] = ()) -> Iterator[Step]:
    """The share that lasts longer, at every time at which something was over; `running` lasted at least so long."""
    left, share, greenwood = len(over) + len(running), 1.0, 0.0
    ends, leaves = Counter(over), Counter(running)
    for time in sorted({*ends, *leaves}):
        if ended := ends[time]:
            share *= 1 - ended / left
            greenwood += ended / (left * (left - ended)) if left > ended else 0.0
            yield Step(time, share, greenwood)
        left -= ended + leaves[time]


def median(
    over: Sequence[float], running: Collection[float] = (), level: float = LEVEL
) -> tuple[float, float, float] | None:
    """The median with the interval of Brookmeyer and Crowley (1982, Biometrics 38); None while less than half is over.

    Where the upper end is not reached, and where fewer than `FEWEST` are over, it is the longest time there was (and
    the lower end the shortest). Half between two times counts as the middle between them.
    """
    steps = list(curve(over, running))
    at = next((place for place, step in enumerate(steps) if step.share <= 0.5 + 1e-12), None)
    if at is None:
        return None
    middle = steps[at].time
    if abs(steps[at].share - 0.5) < 1e-12 and at + 1 < len(steps):
        middle = (middle + steps[at + 1].time) / 2
    longest = max(*over, *running, middle)
    if len(over) < FEWEST:
        return middle, min(over), longest
    z = normal_quantile((1 + level) / 2)
    low = next((step.time for step in steps if step.upper(-z) <= 0.5), middle)
    high = next((step.time for step in steps if step.upper(z) <= 0.5), longest)
    return middle, low, high
