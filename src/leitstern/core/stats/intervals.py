"""From sufficient statistics to estimates: shares with Wilson's interval, means with Student's."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import normal_quantile, student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.means import MeanStatistics
    from leitstern.core.stats.share import ShareStatistics

NOBODY = Missing(
    "nobody", Text(en="There is nobody to count here yet.", de="Hier ist noch niemand zu zählen.")
)


def wilson(share: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Wilson's score interval (1927) of a share among `n` > 0; `n` may be an effective number.

    With the effective number of a clustered, weighted sample it is one of the two forms that Franco, Little, Louis
    and Slud (2019, J. Survey Statistics and Methodology 7) recommend.
    """
    z = normal_quantile((1 + level) / 2)
    centre = share + z**2 / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low, high = (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # the limits 0 and 1 only miss by rounding


def share_estimate(statistics: ShareStatistics, as_of: date | None = None, level: float = LEVEL) -> Measured:
    """The share with Wilson's interval on the effective number of customers; n = customers."""
    if not statistics.weight:
        return NOBODY
    low, high = wilson(statistics.share, statistics.effective_n, level)
    return Estimate(statistics.share, low, high, statistics.n, level=level, as_of=as_of)


def mean_estimate(
    statistics: MeanStatistics, low: float, high: float, as_of: date | None = None, level: float = LEVEL
) -> Measured:
    """The mean on a scale from `low` to `high`, with Student's interval on customers − 1 degrees of freedom.

    One customer says nothing about others: the interval is the whole scale. Where all answers are equal, Student
    would claim certainty; then the share of customers who would have answered otherwise is bounded by Wilson's
    limit for 0 of n, and each of them may stand at the far end of the scale.
    """
    if not statistics.weight:
        return NOBODY
    mean = min(max(statistics.mean, low), high)
    if statistics.n < 2:
        return Estimate(mean, low, high, statistics.n, level=level, as_of=as_of)
    if statistics.variance <= (1e-9 * (high - low)) ** 2:
        others = wilson(0.0, statistics.weight**2 / statistics.weight2, level)[1]
        below, above = others * (mean - low), others * (high - mean)
    else:
        below = above = student_quantile((1 + level) / 2, statistics.n - 1) * sqrt(statistics.variance)
    return Estimate(
        mean, max(low, mean - below), min(high, mean + above), statistics.n, level=level, as_of=as_of
    )
