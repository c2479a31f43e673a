"""How easily would people agree as much who answer at random? Rules of thumb such as .70 do not ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.agreement import ONE_RATER
from leitstern.core.stats.estimate import Estimate, Measured
from leitstern.core.stats.intervals import wilson
from leitstern.core.stats.within_units import check

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Floats

DRAWS = 10_000
_SAME = 1e-9


def by_chance(answers: Floats, low: int, high: int, rng: np.random.Generator, draws: int = DRAWS) -> Measured:
    """How often people agree as much who answer at random: every point equally likely, every item by itself.

    `answers` of one unit, `(people, items)` on a scale from `low` to `high`. The interval is that of the simulation; n
    counts people. Items that hang together make chance agreement likelier than this says (Cohen, Doveh and
    Nahum-Shani 2009, Organizational Research Methods 12).
    """
    check(answers, np.zeros(len(answers), np.int64), low, high)
    there = ~np.isnan(answers)
    usable = there.sum(axis=0) >= 2
    if not usable.any():
        return ONE_RATER
    variance = np.nanvar(answers[:, usable], axis=0, ddof=1).mean()
    random = random_variances(there.sum(axis=0)[usable], high - low + 1, rng, draws)
    share = (1 + int((random <= variance + _SAME).sum())) / (1 + draws)
    return Estimate(share, *wilson(share, 1 + draws), int(there.any(axis=1).sum()), grade="simulated")


def random_variances(
    raters: NDArray[np.int64], points: int, rng: np.random.Generator, draws: int = DRAWS
) -> Floats:
    """Mean item variance, `(draws,)`, of people who answer at random; `raters` ≥ 2 for each item."""
    counts = rng.multinomial(raters, np.full(points, 1 / points), (draws, len(raters)))
    values = np.arange(points)
    squares = counts @ values**2 - (counts @ values) ** 2 / raters
    mean: Floats = (squares / (raters - 1)).mean(axis=1)
    return mean
