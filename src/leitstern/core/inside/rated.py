"""What one group of people inside gave one dimension, never of fewer than five."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.beliefs import FEWER_THAN_FIVE, FEWEST, NOT_ASKED
from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured
from leitstern.core.stats.quantiles import student_quantile

if TYPE_CHECKING:
    from leitstern.core.inside.ratings import Ratings


def rated(ratings: Ratings, dimension: str) -> Measured:
    """The mean level 0–4 with its Student interval, confined to the scale."""
    if dimension not in ratings.dimensions:
        return NOT_ASKED
    column = ratings.levels[:, ratings.dimensions.index(dimension)]
    levels = column[~np.isnan(column)]
    n = len(levels)
    if n == 0:
        return NOT_ASKED
    if n < FEWEST:
        return FEWER_THAN_FIVE
    mean = float(levels.mean())
    half = student_quantile((1 + LEVEL) / 2, n - 1) * float(levels.std(ddof=1)) / sqrt(n)
    return Estimate(
        value=mean,
        low=max(mean - half, 0.0),
        high=min(mean + half, float(HIGHEST_LEVEL)),
        n=n,
        grade="stated",
        as_of=ratings.as_of,
    )
