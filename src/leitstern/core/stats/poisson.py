"""How often something happens, from how often it did: the exact interval of a Poisson rate."""

from __future__ import annotations

from math import exp, lgamma, log, sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL, Estimate

if TYPE_CHECKING:
    from datetime import date


def rate(count: int, periods: float, as_of: date | None = None, level: float = LEVEL) -> Estimate:
    """Events per period with the exact interval of Garwood (1936, Biometrika 28); n counts events.

    The lower limit is the mean at which so many or more happen with (1 − level) / 2, the upper one that at which so
    many or fewer do.
    """
    tail = (1 - level) / 2
    widest = count + 10 * sqrt(count + 1) + 10
    low = _solve(count - 1, 1 - tail, widest) if count else 0.0
    high = _solve(count, tail, widest)
    return Estimate(count / periods, low / periods, high / periods, count, level=level, as_of=as_of)


def _solve(count: int, probability: float, widest: float) -> float:
    """The mean at which `count` or fewer events have this probability, by bisection."""
    low, high = 0.0, widest
    while (middle := (low + high) / 2) not in {low, high}:
        if _at_most(count, middle) > probability:
            low = middle
        else:
            high = middle
    return middle


def _at_most(count: int, mean: float) -> float:
    return sum(exp(at * log(mean) - mean - lgamma(at + 1)) for at in range(count + 1)) if mean else 1.0
