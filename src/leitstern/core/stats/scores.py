"""Scores the field knows by name: Net Promoter Score and mood."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured
from leitstern.core.stats.intervals import NOBODY
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.stats.ratio import effective_number

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.means import MeanStatistics

FEW = 20  # customers below which a score is shown as uncertain ground
PROMOTERS_FROM, DETRACTORS_TO = 9, 6  # on 0–10
MOOD_LOW, MOOD_HIGH = -2.0, 2.0
_ADDED = 3.0  # imaginary answers
_ADDED_ENDS = 0.75  # so many of them promoters, as many detractors


def net_promoter_score(
    net: MeanStatistics, promoters: float, detractors: float, as_of: date | None = None, level: float = LEVEL
) -> Measured:
    """Promoters − detractors in points, −100…+100, with the adjusted Wald interval (Rocks 2016, The American
    Statistician 70: three imaginary answers, ¾ of them promoters, ¾ detractors) on the effective number of customers.

    `net` are the statistics of +1, 0, −1 per answer; `promoters` and `detractors` their sums of weight.
    """
    if not net.weight:
        return NOBODY
    n = effective_number(
        net.n, net.weight, net.weight2, _spread(promoters / net.weight, detractors / net.weight), net.variance
    )
    all_answers = n + _ADDED
    up = (n * promoters / net.weight + _ADDED_ENDS) / all_answers
    down = (n * detractors / net.weight + _ADDED_ENDS) / all_answers
    half = normal_quantile((1 + level) / 2) * sqrt(_spread(up, down) / all_answers)
    score = (promoters - detractors) / net.weight
    low, high = max(-1.0, up - down - half), min(1.0, up - down + half)
    return Estimate(
        100 * score, 100 * min(low, score), 100 * max(high, score), net.n, level=level, as_of=as_of
    )


def _spread(promoters: float, detractors: float) -> float:
    """Variance of +1, 0, −1 with these shares."""
    return promoters + detractors - (promoters - detractors) ** 2
