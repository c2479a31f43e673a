"""Shapley shares of R²: published values, exact small cases, and the courage to say "cannot tell"."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.attribution import CANNOT_TELL, Attribution, attribute, shapley


def r_squared(covariance: np.ndarray, drivers: tuple[int, ...]) -> float:
    """R² of the outcome (last) on these drivers, from the covariance matrix."""
    if not drivers:
        return 0.0
    inner, outer = covariance[np.ix_(drivers, drivers)], covariance[list(drivers), -1]
    return float(outer @ np.linalg.pinv(inner) @ outer / covariance[-1, -1])


def by_all_orders(covariance: np.ndarray) -> np.ndarray:
    """The definition, slowly: the mean gain over every order in which drivers can enter."""
    count = len(covariance) - 1
    gains, orders = np.zeros(count), list(permutations(range(count)))
    for order in orders:
        for place, driver in enumerate(order):
            gains[driver] += r_squared(covariance, order[: place + 1]) - r_squared(covariance, order[:place])
    return gains / len(orders)


def test_published_shares_of_fishers_iris() -> None:
    """Sepal length on sepal width and petal length: lmg 0.04702292 and 0.79315491 (R package relaimpo)."""
    covariance = np.array(
        [
            [0.18997942, -0.32965638, -0.04243400],
            [-0.32965638, 3.11627785, 1.27431544],
            [-0.04243400, 1.27431544, 0.68569351],
        ]
    )
    assert shapley(covariance[None])[0] == pytest.approx([0.04702292, 0.79315491], abs=1e-7)


@pytest.mark.parametrize("correlation", [-0.6, 0.0, 0.3, 0.9])
def test_two_drivers_in_closed_form(correlation: float) -> None:
    """Unit variances, y = x1 + 2·x2 + e: the mean of entering first and entering second."""
    r1, r2 = 1 + 2 * correlation, 2 + correlation
    variance = 1 + 4 + 4 * correlation + 1
    both = (r1**2 + r2**2 - 2 * correlation * r1 * r2) / (1 - correlation**2) / variance
    first = (r1**2 / variance + both - r2**2 / variance) / 2
    covariance = np.array([[1, correlation, r1], [correlation, 1, r2], [r1, r2, variance]])
    assert shapley(covariance[None])[0] == pytest.approx([first, both - first], abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_any_number_of_drivers_equals_the_mean_over_all_orders(drivers: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    data = rng.normal(size=(30, drivers + 1)) @ rng.normal(size=(drivers + 1, drivers + 1))
    covariance = np.cov(data.T)
    assert shapley(covariance[None])[0] == pytest.approx(by_all_orders(covariance), abs=1e-8)
    assert shapley(covariance[None]).sum() == pytest.approx(
        r_squared(covariance, tuple(range(drivers))), abs=1e-8
    )


def test_twins_share_alike_and_constants_get_nothing() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=200)
    data = np.column_stack([x, x, np.zeros(200), x + rng.normal(size=200)])
    one, two, none = shapley(np.cov(data.T)[None])[0]
    assert one == pytest.approx(two)
    assert none == 0


def test_without_drivers_or_without_spread_there_is_nothing_to_share() -> None:
    assert shapley(np.ones((2, 1, 1))).shape == (2, 0)
    assert shapley(np.zeros((1, 3, 3))).tolist() == [[0, 0]]


def planted(n: int = 600, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """Answers fall with the first driver and rise, half as steeply, with the second; the third does nothing."""
    rng = np.random.default_rng(seed)
    lived = rng.normal(size=(n, 3))
    return lived, -2 * lived[:, 0] + lived[:, 1] + rng.normal(size=n)


def attributed(lived: np.ndarray, outcome: np.ndarray, **more: np.ndarray) -> object:
    n = len(outcome)
    weights, customers = more.get("weights", np.ones(n)), more.get("customers", np.arange(n))
    return attribute(lived, outcome, weights, customers, ["late", "kind", "idle"], np.random.default_rng(1))


def test_planted_reasons_are_found_with_their_direction() -> None:
    found = attributed(*planted())
    assert isinstance(found, Attribution)
    assert [driver.slug for driver in found.drivers] == ["late", "kind", "idle"]
    assert [driver.direction for driver in found.drivers[:2]] == [-1, 1]
    late, kind, idle = (driver.share for driver in found.drivers)
    assert late.low < 4 / 5 < late.high  # 4 of 5 parts of the explained variance
    assert kind.low < 1 / 5 < kind.high
    assert idle.high < 0.02
    assert found.explained.low < 5 / 6 < found.explained.high
    assert found.explained.grade == late.grade == "association"
    assert found.chance.grade == "simulated"
    assert 0 < found.chance.low < found.chance.value < found.chance.high < found.explained.low
    assert sum(driver.share.value for driver in found.drivers) == pytest.approx(1)


def test_the_same_seed_tells_the_same_story() -> None:
    assert attributed(*planted()) == attributed(*planted())


def test_noise_cannot_tell() -> None:
    """Of forty companies in which nothing matters, hardly one may claim otherwise (1 %, and chance)."""
    claimed = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        claimed += attributed(rng.normal(size=(60, 3)), rng.normal(size=60)) != CANNOT_TELL
    assert claimed <= 2


def test_customers_who_answer_often_do_not_count_as_many() -> None:
    """Ten customers with thirty equal answers each: what looks like 300 answers is no evidence."""
    claimed = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        lived, outcome = np.repeat(rng.normal(size=(10, 3)), 30, axis=0), np.repeat(rng.normal(size=10), 30)
        claimed += attributed(lived, outcome, customers=np.repeat(np.arange(10), 30)) != CANNOT_TELL
    assert claimed <= 2


def test_a_weight_is_worth_as_many_equal_answers() -> None:
    lived, outcome = planted(200)
    weights = np.where(lived[:, 1] > 0, 3.0, 1.0)
    weighted = attributed(lived, outcome, weights=weights)
    times = weights.astype(int)
    repeated = attributed(
        np.repeat(lived, times, axis=0), np.repeat(outcome, times), customers=np.repeat(np.arange(200), times)
    )
    assert isinstance(weighted, Attribution)
    assert isinstance(repeated, Attribution)
    assert weighted.explained.value == pytest.approx(repeated.explained.value)
    assert weighted.drivers[0].share.value == pytest.approx(repeated.drivers[0].share.value)


def test_a_perfect_fit_is_found() -> None:
    lived, _ = planted(50)
    found = attributed(lived, lived[:, 0])
    assert isinstance(found, Attribution)
    assert found.explained.value == pytest.approx(1)


def test_reasons_that_never_vary_cannot_tell() -> None:
    assert attributed(np.ones((50, 3)), planted(50)[1]) == CANNOT_TELL


def test_equal_answers_or_two_customers_cannot_tell() -> None:
    lived, outcome = planted(50)
    assert attributed(lived, np.ones(50)) == CANNOT_TELL
    assert attributed(lived[:2], outcome[:2]) == CANNOT_TELL
    assert attributed(lived[:0], outcome[:0]) == CANNOT_TELL


def test_eleven_drivers_are_too_many() -> None:
    with pytest.raises(InvalidInput, match="At most 10 visible reasons"):
        attribute(
            np.ones((5, 11)), np.ones(5), np.ones(5), np.arange(5), ["x"] * 11, np.random.default_rng(1)
        )
