"""Kept against broken, among people alike in something else."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from tests.core.known import known

from leitstern.core.stats.contrast import TOO_FEW, Contrast, contrast_within_strata
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.quantiles import student_quantile


def contrast(
    outcome: np.ndarray, broken: np.ndarray, hours: np.ndarray, strata: int = 4, **more: np.ndarray
) -> Contrast:
    n = len(outcome)
    weights, customers = more.get("weights", np.ones(n)), more.get("customers", np.arange(n))
    return contrast_within_strata(outcome, broken, hours, weights, customers, strata)


def test_one_stratum_is_the_plain_difference_of_two_means() -> None:
    outcome = np.array([5.0, 4, 5, 3, 2, 1, 3])
    broken = np.array([False, False, False, False, True, True, True])
    found = contrast(outcome, broken, np.zeros(7), strata=1)
    (only,) = found.strata
    assert (only.kept, only.broken) == (4, 3)
    assert isinstance(only.difference, Estimate)
    assert only.difference.value == 4.25 - 2
    half = student_quantile(0.95, 2) * sqrt(outcome[:4].var(ddof=1) / 4 + outcome[4:].var(ddof=1) / 3)
    assert only.difference.high - only.difference.value == pytest.approx(half)
    assert found.overall == only.difference
    assert found.overall.grade == "association"


def test_a_difference_that_is_only_shipping_time_vanishes_within_strata() -> None:
    """Satisfaction falls with hours alone; promises break where hours are many."""
    rng = np.random.default_rng(5)
    hours = np.tile([0.0, 1, 2, 3], 1000)
    broken = rng.random(4000) < hours / 4
    outcome = 5 - hours + rng.normal(size=4000)
    plain = contrast(outcome, broken, np.zeros(4000), strata=1).overall
    within = contrast(outcome, broken, hours).overall
    assert isinstance(plain, Estimate)
    assert isinstance(within, Estimate)
    assert plain.low > 1
    assert within.low < 0 < within.high


def test_a_real_difference_stays() -> None:
    rng = np.random.default_rng(6)
    hours = rng.exponential(size=2000)
    broken = rng.random(2000) < 0.3
    outcome = 5 - hours - 1.5 * broken + rng.normal(size=2000)
    found = contrast(outcome, broken, hours)
    assert len(found.strata) == 4
    assert [one.low for one in found.strata] == sorted(one.low for one in found.strata)
    assert isinstance(found.overall, Estimate)
    assert found.overall.low < 1.5 < found.overall.high
    assert found.overall.low > 1


def test_a_stratum_without_both_sides_is_missing_and_left_out() -> None:
    outcome = np.array([1.0, 2, 3, 4, 5, 5])
    broken = np.array([True, True, False, False, False, False])
    found = contrast(outcome, broken, np.array([1.0, 1, 1, 1, 2, 2]), strata=2)
    assert [isinstance(one.difference, Estimate) for one in found.strata] == [True, False]
    assert found.strata[1].difference == TOO_FEW
    assert found.overall == found.strata[0].difference


def test_nothing_broken_nothing_to_compare() -> None:
    found = contrast(np.ones(4), np.zeros(4, dtype=bool), np.arange(4.0))
    assert found.overall == TOO_FEW


def test_weights_weigh_and_customers_are_counted_once() -> None:
    outcome = np.array([1.0, 0, 0, 1, 0, 0])
    broken = np.array([False, False, False, True, True, True])
    weights = np.array([3.0, 1, 1, 1, 1, 1])
    customers = np.array([1, 2, 2, 3, 4, 5])
    found = contrast(outcome, broken, np.zeros(6), strata=1, weights=weights, customers=customers)
    assert (found.strata[0].kept, found.strata[0].broken) == (2, 3)
    assert known(found.overall).value == pytest.approx(3 / 5 - 1 / 3)
