"""Shares and means with their intervals: published digits, coverage, and what few customers cannot say."""

from __future__ import annotations

from itertools import pairwise
from math import comb, inf, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.known import known

from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY, mean_estimate, share_estimate, wilson
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.stats.share import ShareStatistics

NO_SHARE = ShareStatistics(0, 0, 0, 0, 0, 0, 0)
NO_MEAN = MeanStatistics(0, 0, 0, 0, 0, 0, 0)


def share_of(*customers: tuple[float, float]) -> ShareStatistics:
    """Customers as (weight, share of their weight that agrees)."""
    return ShareStatistics(
        n=len(customers),
        answers=len(customers),
        weight=sum(w for w, _ in customers),
        good=sum(w * g for w, g in customers),
        weight2=sum(w**2 for w, _ in customers),
        good2=sum((w * g) ** 2 for w, g in customers),
        good_weight=sum(w * w * g for w, g in customers),
    )


def mean_of(*customers: tuple[float, float]) -> MeanStatistics:
    """Customers as (weight, mean answer)."""
    return MeanStatistics(
        n=len(customers),
        answers=len(customers),
        weight=sum(w for w, _ in customers),
        total=sum(w * v for w, v in customers),
        weight2=sum(w**2 for w, _ in customers),
        total2=sum((w * v) ** 2 for w, v in customers),
        total_weight=sum(w * w * v for w, v in customers),
    )


def test_wilson_as_published() -> None:
    """Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    for good, n, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(good / n, n, 0.95) == pytest.approx((low, high), abs=5e-5)


def test_wilson_covers_what_it_says() -> None:
    """Exact coverage at 90 % for 30 customers, averaged over true shares."""
    intervals = [wilson(k / 30, 30) for k in range(31)]
    covered = [
        sum(
            comb(30, k) * p**k * (1 - p) ** (30 - k)
            for k, (low, high) in enumerate(intervals)
            if low <= p <= high
        )
        for p in np.linspace(0.02, 0.98, 97)
    ]
    assert np.mean(covered) == pytest.approx(0.9, abs=0.01)


def test_in_a_simple_sample_everybody_counts_once() -> None:
    statistics = share_of(*[(1, 1)] * 30, *[(1, 0)] * 10)
    assert statistics.effective_n == pytest.approx(40)
    estimate = share_estimate(statistics)
    assert isinstance(estimate, Estimate)
    assert (estimate.value, estimate.n) == (0.75, 40)
    assert (estimate.low, estimate.high) == pytest.approx(wilson(0.75, 40))


def test_unequal_weights_make_a_sample_smaller() -> None:
    weights = [1.0, 9.0] * 20
    statistics = share_of(*[(w, i % 4 < 2) for i, w in enumerate(weights)])
    assert statistics.share == 0.5
    assert statistics.effective_n <= sum(weights) ** 2 / sum(w**2 for w in weights) < 25


def test_two_customers_never_look_like_more_than_their_weights_allow() -> None:
    """Their answers happen to differ little in weight, which says nothing with two of them."""
    statistics = share_of((10, 1), (1, 0))
    assert statistics.effective_n == pytest.approx(11**2 / 101)


def test_where_all_agree_the_weights_alone_decide() -> None:
    statistics = share_of((1, 1), (3, 1))
    assert statistics.effective_n == pytest.approx(16 / 10)
    assert known(share_estimate(statistics)).high == 1


def test_one_customer_is_one_customer() -> None:
    statistics = share_of((7, 0))
    assert (statistics.variance, statistics.effective_n) == (inf, 1)
    assert known(share_estimate(statistics)).low == 0


def test_nobody_says_nothing() -> None:
    assert NO_SHARE.effective_n == 0
    assert share_estimate(NO_SHARE) == NOBODY
    assert mean_estimate(NO_MEAN, 1, 5) == NOBODY


def test_two_groups_add_up() -> None:
    assert share_of((1, 1), (2, 0)) + share_of((3, 1)) == share_of((1, 1), (2, 0), (3, 1))
    assert mean_of((1, 4)) + mean_of((3, 2)) == mean_of((1, 4), (3, 2))


def test_a_mean_has_students_interval() -> None:
    """Student's own data (1908, Biometrika 6), hours of sleep gained: mean 0.75, s 1.79, n 10, t(9, .95) 1.833."""
    gained = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
    estimate = mean_estimate(mean_of(*[(1, value) for value in gained]), -10, 10)
    assert isinstance(estimate, Estimate)
    assert estimate.value == pytest.approx(0.75)
    assert estimate.high - estimate.value == pytest.approx(1.8331 * 1.78901 / sqrt(10), abs=1e-4)


def test_a_mean_stays_on_its_scale() -> None:
    estimate = mean_estimate(mean_of((1, 1), (1, 2)), 1, 5)
    assert (known(estimate).low, known(estimate).high) == pytest.approx((1, 1.5 + 6.313752 * 0.5))


def test_one_answer_says_nothing_about_others() -> None:
    estimate = mean_estimate(mean_of((1, 4)), 1, 5)
    assert (known(estimate).value, known(estimate).low, known(estimate).high) == (4, 1, 5)


def test_equal_answers_are_not_certainty() -> None:
    """Three customers say 5: up to 47 of 100 (Wilson, 0 of 3) might have said anything down to 1."""
    estimate = mean_estimate(mean_of((1, 5), (1, 5), (1, 5)), 1, 5)
    assert (known(estimate).value, known(estimate).high) == (5, 5)
    assert known(estimate).low == pytest.approx(5 - 4 * wilson(0, 3)[1])
    assert known(estimate).low == pytest.approx(3.10, abs=0.01)


@given(st.lists(st.tuples(st.floats(0.01, 100), st.floats(0, 1)), min_size=1, max_size=20))
def test_an_interval_contains_its_estimate_whatever_the_weights(customers: list[tuple[float, float]]) -> None:
    share, mean = share_estimate(share_of(*customers)), mean_estimate(mean_of(*customers), 0, 1)
    assert isinstance(share, Estimate)
    assert isinstance(mean, Estimate)
    assert 0 <= share.low <= share.value <= share.high <= 1
    assert 0 <= mean.low <= mean.value <= mean.high <= 1


def test_more_customers_know_more() -> None:
    widths = []
    for n in (5, 50, 500, 5000):
        estimate = share_estimate(share_of(*[(1, 1)] * (4 * n // 5), *[(1, 0)] * (n // 5)))
        widths.append(known(estimate).high - known(estimate).low)
    assert all(a > 2 * b for a, b in pairwise(widths))
