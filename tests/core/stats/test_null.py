"""What chance does where nothing is wrong."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest

from leitstern.core.inside.beliefs import PRIOR
from leitstern.core.stats.null import (
    expected_excess,
    family_limits,
    guessed_by_chance,
    half_together,
    lived_by_chance,
    standard_error,
    together,
)

COMPANIES = 20_000


def test_shares_scatter_around_the_truth_as_so_many_customers_do() -> None:
    levels, customers = np.array([0.9, 0.5, 1.0]), np.array([40.2, 400.0, 7.0])
    shares = lived_by_chance(levels, customers, np.random.default_rng(1), COMPANIES)
    assert shares.mean(axis=1) == pytest.approx(levels, abs=0.002)
    assert shares.var(axis=1) == pytest.approx(levels * (1 - levels) / np.rint(customers), rel=0.05)


def test_less_than_one_effective_customer_is_one() -> None:
    shares = lived_by_chance(np.array([0.5]), np.array([0.2]), np.random.default_rng(1), 100)
    assert set(shares.ravel()) == {0.0, 1.0}


def test_guesses_are_right_on_average_and_never_leave_the_scale() -> None:
    levels = np.array([0.5, 0.95])
    spread2 = np.array([0.15**2, 0.1**2])
    belief = PRIOR.learn(np.full(2, 1e6), levels, 1e6 * spread2)
    means = guessed_by_chance(levels, np.array([8.0, 8.0]), belief, np.random.default_rng(2), COMPANIES)
    assert means.mean(axis=1) == pytest.approx(levels, abs=0.002)
    assert means.var(axis=1) == pytest.approx(spread2 / 8, rel=0.05)
    assert means.max() <= 1


def test_an_uncertain_spread_makes_wider_guesses() -> None:
    few = PRIOR.learn(np.array([5.0]), np.array([0.5]), np.array([5 * 0.2**2]))
    drawn = guessed_by_chance(np.array([0.5]), np.array([5.0]), few, np.random.default_rng(3), COMPANIES)
    assert drawn.var() > 0.2**2 / 5


def test_guesses_cannot_spread_more_than_shares_can() -> None:
    wild = PRIOR.learn(np.array([5.0]), np.array([0.02]), np.array([5 * 0.9**2]))
    drawn = guessed_by_chance(np.array([0.02]), np.array([5.0]), wild, np.random.default_rng(3), COMPANIES)
    assert drawn.mean() == pytest.approx(0.02, abs=0.002)


def test_half_a_customer_keeps_certain_promises_from_exploding() -> None:
    error = standard_error(np.array([1.0, 0.5]), np.array([10.0, 10_000.0]))
    assert error == pytest.approx([0.05, 0.005], rel=1e-3)


def test_limits_hold_for_the_family_not_for_each() -> None:
    noise = np.random.default_rng(4).normal(size=(100, COMPANIES))
    limits = family_limits(noise, 0.99)
    expected = NormalDist().inv_cdf(0.99 ** (1 / 100))  # the largest of a hundred
    assert (limits.low, limits.high) == pytest.approx((-expected, expected), abs=0.1)
    assert (noise > NormalDist().inv_cdf(0.99)).any(axis=0).mean() > 0.6  # a limit for each would cry wolf


@pytest.mark.parametrize(("mean", "deviation"), [(0.0, 1.0), (0.3, 0.2), (-0.5, 0.25), (4.0, 0.5)])
def test_expected_excess_is_that_of_a_normal(mean: float, deviation: float) -> None:
    normal = NormalDist()
    z = mean / deviation
    exact = mean * normal.cdf(z) + deviation * normal.pdf(z)
    assert expected_excess(np.array([mean]), np.array([deviation**2])) == pytest.approx([exact], abs=1e-7)


def test_expected_excess_without_spread_is_the_gap_itself() -> None:
    assert expected_excess(np.array([0.2, -0.2]), np.zeros(2)) == pytest.approx([0.2, 0.0])


def test_entries_that_move_together_spread_their_mean_most_and_keep_their_values() -> None:
    gaps = np.random.default_rng(5).normal(size=(50, 2000))
    moved = together(gaps)
    assert moved.mean(axis=0).std() > 0.99
    assert np.array_equal(moved, np.sort(gaps, axis=1))


def test_entries_that_move_half_together_correlate_by_a_half_and_keep_their_values() -> None:
    gaps = np.random.default_rng(5).normal(size=(50, 2000))
    moved = half_together(gaps, np.random.default_rng(6))
    correlations = np.atleast_2d(np.corrcoef(moved))
    assert (correlations.sum() - 50) / (50 * 49) == pytest.approx(0.5, abs=0.03)
    assert np.array_equal(np.sort(moved, axis=1), np.sort(gaps, axis=1))
