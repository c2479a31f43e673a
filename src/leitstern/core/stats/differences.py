"""The difference of two shares that rest on different people, from their own intervals."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured


def difference(one: Measured, other: Measured, times: float = 1.0) -> Measured:
    """one − times · other, with the interval of Newcombe (1998, Statistics in Medicine 17, method 10).

    Both intervals must be of the same level; the first side that is missing says why. n counts both. Where some people
    stand on both sides, and agree with themselves, the interval is wider than it need be.
    """
    if not isinstance(one, Estimate):
        return one
    if not isinstance(other, Estimate):
        return other
    value = one.value - times * other.value
    below = sqrt((one.value - one.low) ** 2 + (times * (other.high - other.value)) ** 2)
    above = sqrt((one.high - one.value) ** 2 + (times * (other.value - other.low)) ** 2)
    return Estimate(
        value,
        max(-times, value - below),
        min(1.0, value + above),
        one.n + other.n,
        level=one.level,
        as_of=one.as_of,
    )
