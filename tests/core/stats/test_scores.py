"""The Net Promoter Score and how sure it is."""

from __future__ import annotations

from math import factorial, sqrt

import pytest

from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.stats.scores import net_promoter_score


def asked(promoters: int, passives: int, detractors: int) -> tuple[MeanStatistics, float, float]:
    n, net, ends = promoters + passives + detractors, promoters - detractors, promoters + detractors
    return MeanStatistics(n, n, n, net, n, ends, net), promoters, detractors


def nps(promoters: int, passives: int, detractors: int, level: float = 0.9) -> Estimate:
    estimate = net_promoter_score(*asked(promoters, passives, detractors), level=level)
    assert isinstance(estimate, Estimate)
    return estimate


def test_promoters_minus_detractors() -> None:
    estimate = nps(50, 30, 20)
    assert (estimate.value, estimate.n) == (30, 100)


def test_the_interval_is_adjusted_wald() -> None:
    """Three imaginary answers: n 103, promoters 50.75, detractors 20.75 (Rocks 2016)."""
    estimate = nps(50, 30, 20, level=0.95)
    up, down = 50.75 / 103, 20.75 / 103
    half = 1.959964 * sqrt((up + down - (up - down) ** 2) / 103)
    assert estimate.low == pytest.approx(100 * (up - down - half), abs=1e-4)
    assert estimate.high == pytest.approx(100 * (up - down + half), abs=1e-4)


def test_it_covers_where_the_plain_interval_does_not() -> None:
    """Exactly, over all samples of 20 from 90 % promoters and 5 % detractors, at 95 %."""
    covered = plain = 0.0
    for up in range(21):
        for down in range(21 - up):
            flat = 20 - up - down
            chance = factorial(20) / factorial(up) / factorial(down) / factorial(flat)
            chance *= 0.9**up * 0.05**down * 0.05**flat
            estimate = nps(up, flat, down, level=0.95)
            covered += chance * (estimate.low <= 85 <= estimate.high)
            score = (up - down) / 20
            half = 1.959964 * sqrt(((up + down) / 20 - score**2) / 20)
            plain += chance * (abs(score - 0.85) <= half)
    assert covered > 0.94
    assert plain < 0.90


def test_few_answers_stay_within_the_scale() -> None:
    estimate = nps(1, 0, 0)
    assert (estimate.value, estimate.high) == (100, 100)
    assert estimate.low < 0


def test_unanimous_customers_are_not_certain() -> None:
    assert nps(30, 0, 0).low < 100


def test_nobody_was_asked() -> None:
    assert net_promoter_score(MeanStatistics(0, 0, 0, 0, 0, 0, 0), 0, 0) == NOBODY


def test_ten_answers_of_one_customer_are_one_customer() -> None:
    """Four customers with ten answers each know less than forty customers."""
    four = MeanStatistics(n=4, answers=40, weight=40, total=20, weight2=400, total2=400, total_weight=200)
    few = net_promoter_score(four, 30, 10)
    many = nps(30, 0, 10)
    assert isinstance(few, Estimate)
    assert few.value == many.value == 50
    assert few.high - few.low > 2 * (many.high - many.low)
