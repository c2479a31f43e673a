"""Customers as witnesses of culture: the share of them who agree becomes a level from 0 to 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import LEVELS
from leitstern.core.inside.ratings import WHOLE, Ratings, View
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.stats.estimate import Estimate
    from leitstern.core.texts import Text


def level_of(share: float, assumptions: Assumptions) -> float:
    """The level a lived share stands for: interpolated between the shares of the register, flat beyond them."""
    shares = [assumptions[f"customers_level_{level}"] for level in range(LEVELS)]
    return float(np.interp(share, shares, range(LEVELS)))


def customers_view(share: Estimate, assumptions: Assumptions, source: Text, as_of: date) -> Ratings:
    """The view of customers on the culture axis; the interval of their share carries over to the level."""
    low, high = level_of(share.low, assumptions), level_of(share.high, assumptions)
    spread = (high - low) / (2 * normal_quantile((1 + share.level) / 2))
    level = level_of(share.value, assumptions)
    return Ratings(View.CUSTOMERS, (WHOLE,), np.array([[level]]), source, as_of, n=share.n, spread=spread)
