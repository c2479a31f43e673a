"""Breaks in a series: found where they are, and hardly ever where nothing happened."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.stats.breakpoints import LEAST, can_be_told, level_changes
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

Z = normal_quantile(0.95)
GONE = Missing("nobody", Text(en="nobody", de="niemand"))


def series(values: list[float], error: float = 0.03, n: int = 50) -> list[Estimate | Missing]:
    return [Estimate(value, value - Z * error, value + Z * error, n) for value in values]


def noise(
    rng: np.random.Generator, runs: int, months: int, spread: float = 0.0, alike: float = 0.0
) -> list[list[float]]:
    """Around a constant level: chance of sampling, and months that differ of their own accord."""
    moved = rng.normal(0, spread, (runs, months))
    for month in range(1, months):
        moved[:, month] += alike * moved[:, month - 1]
    found: list[list[float]] = (0.6 + moved + rng.normal(0, 0.03, (runs, months))).tolist()
    return found


def test_a_change_of_level_is_found_where_it_is_with_how_large_it_is() -> None:
    rng = np.random.default_rng(1)
    values = [0.8 + rng.normal(0, 0.02) for _ in range(10)] + [0.68 + rng.normal(0, 0.02) for _ in range(12)]
    (found,) = level_changes(series(values, 0.02))
    assert found.earliest <= 10 <= found.latest
    assert abs(found.at - 10) <= 1
    assert found.change.low <= -0.12 <= found.change.high
    assert found.change.value == pytest.approx(found.after.value - found.before.value)
    assert (found.before.n, found.after.n) == (50 * found.at, 50 * (22 - found.at))


def test_what_came_back_is_two_changes() -> None:
    rng = np.random.default_rng(2)
    values = [level + rng.normal(0, 0.02) for level in (0.8, 0.6, 0.75) for _ in range(9)]
    assert [round(each.at / 9) for each in level_changes(series(values, 0.02))] == [1, 2]


def test_what_goes_on_is_two_changes() -> None:
    rng = np.random.default_rng(4)
    values = [level + rng.normal(0, 0.02) for level in (0.8, 0.6, 0.4) for _ in range(9)]
    assert [round(each.at / 9) for each in level_changes(series(values, 0.02))] == [1, 2]


def test_missing_months_keep_their_places() -> None:
    values = series([0.8] * 6 + [0.6] * 6, 0.01)
    values.insert(2, GONE)
    (found,) = level_changes(values)
    assert found.at == 7
    assert (found.earliest, found.latest) == (7, 7)


def test_too_short_a_series_tells_nothing_nor_does_one_without_error() -> None:
    short = series([0.9] * LEAST + [0.1] * (LEAST - 1), 0.01)
    assert not can_be_told(short)
    assert level_changes(short) == ()
    assert level_changes([Estimate(1.0, 1.0, 1.0, 9)] * 8) == ()
    assert level_changes(series([0.7] * 12)) == ()
    assert level_changes([]) == ()


@pytest.mark.parametrize(
    ("spread", "alike", "most"),
    [(0.0, 0.0, 0.002), (0.05, 0.0, 0.012), (0.03, 0.5, 0.03)],
    ids=["chance of sampling only", "months differ", "months resemble their neighbours"],
)
def test_a_constant_level_hardly_ever_breaks(spread: float, alike: float, most: float) -> None:
    rng = np.random.default_rng(7)
    runs = noise(rng, 1500, 24, spread, alike)
    assert sum(bool(level_changes(series(each))) for each in runs) / len(runs) <= most


def test_looking_at_many_series_asks_more_of_each() -> None:
    rng = np.random.default_rng(3)
    values = noise(rng, 200, 16)
    for each in values:
        each[8:] = [value - 0.06 for value in each[8:]]
    alone, among = (sum(bool(level_changes(series(v), n)) for v in values) for n in (1, 40))
    assert among < alone
