"""How long something takes when some of it is not over yet: quantiles by Kaplan and Meier (1958, JASA 53)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL
from leitstern.core.stats.intervals import wilson
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

TINY = 1e-12  # sums of weights may differ in their last digit
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
    return tallied(Counter(over), Counter(running))


def tallied(over: Mapping[float, float], running: Mapping[float, float]) -> Iterator[Step]:
    """The same from how many, or how much weight, was over or still running at each time."""
    left, share, greenwood = sum(over.values()) + sum(running.values()), 1.0, 0.0
    for time in sorted({*over, *running}):
        if ended := over.get(time, 0):
            lasts = left - ended
            rest = lasts > TINY * left
            share *= lasts / left if rest else 0.0
            greenwood += ended / (left * lasts) if rest else 0.0
            yield Step(time, share, greenwood)
        left -= ended + running.get(time, 0)


def quantile(
    share: float, over: Mapping[float, float], running: Mapping[float, float], level: float = LEVEL
) -> tuple[float, float, float] | None:
    """The time by which this share is over, of tallies, with its interval as in `median`; None while less is over.

    The tallies are in units of independent cases. Where the upper end is not reached, it is the longest time there was.
    """
    steps, lasts = list(tallied(over, running)), 1 - share + TINY
    at = next((step.time for step in steps if step.share <= lasts), None)
    if at is None:
        return None
    z = normal_quantile((1 + level) / 2)
    low = next((step.time for step in steps if step.upper(-z) <= lasts), at)
    high = next((step.time for step in steps if step.upper(z) <= lasts), max(*over, *running, at))
    return at, min(low, at), max(high, at)


def over_by(
    time: float, over: Mapping[float, float], running: Mapping[float, float], level: float = LEVEL
) -> tuple[float, float, float]:
    """The share that is over by this time, of tallies in units of independent cases, with its interval.

    On the scale of log(−log), by Greenwood's variance; where nothing or everything is over, Wilson's for 0 or all of
    those who were there at the beginning.
    """
    last = None
    for step in tallied(over, running):
        if step.time > time:
            break
        last = step
    share = last.share if last else 1.0
    if last is None or not TINY < share < 1:
        n = sum(over.values()) + sum(running.values())
        low, high = wilson(1 - share, n, level)
        return 1 - share, low, high
    z = normal_quantile((1 + level) / 2)
    return 1 - share, 1 - last.upper(z), 1 - last.upper(-z)


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
