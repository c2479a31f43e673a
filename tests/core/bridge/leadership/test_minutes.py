"""The share of minutes that belongs to customers."""

from __future__ import annotations

from datetime import date
from math import sqrt

import pytest

from leitstern.core.bridge.leadership.minutes import (
    NO_MEETING,
    TOO_FEW,
    Meeting,
    by_quarter,
    change,
    points,
    share,
    spread,
)
from leitstern.core.months import later
from leitstern.core.stats.estimate import Estimate


def meetings(*customers: int, minutes: int = 200) -> list[Meeting]:
    """One a quarter."""
    return [Meeting(later(date(2024, 1, 1), 3 * at), minutes, n) for at, n in enumerate(customers)]


def test_how_much_meetings_differ_comes_from_neighbours() -> None:
    """Steps of .1 in turn: σ² = mean of (.1)² / 2."""
    assert spread(meetings(20, 40, 20, 40)) == pytest.approx(sqrt(0.1**2 / 2))
    assert spread(meetings(20, 40, 20)) is None


def test_a_trend_is_no_noise() -> None:
    flat_noise, trend = spread(meetings(20, 40, 20, 40, 20, 40)), spread(meetings(20, 24, 28, 32, 36, 40))
    assert flat_noise is not None
    assert trend is not None
    assert trend < flat_noise / 4


def test_the_share_counts_minutes_not_meetings() -> None:
    mixed = [*meetings(20, 20, 20, 20), Meeting(date(2025, 2, 1), 100, 60)]
    found = share(mixed, mixed)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(140 / 900)
    assert found.n == 5
    assert 0 <= found.low < found.value < found.high


def test_before_four_meetings_nobody_knows() -> None:
    few = meetings(20, 40)
    found = share(few, few)
    assert isinstance(found, Estimate)
    assert (found.low, found.high) == (0.0, 1.0)
    assert share([], []) is NO_MEETING
    assert points(few, date(2030, 1, 1)) == []


def test_a_change_needs_eight_meetings() -> None:
    assert change(meetings(20, 40, 20, 40, 20, 40, 20)) is TOO_FEW
    found = change(meetings(40, 42, 41, 43, 20, 21, 19, 22))
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx((82 - 166) / 800)
    assert found.high < 0


def test_quarters_and_points() -> None:
    there = [*meetings(20, 40, 20, 40), Meeting(date(2024, 2, 1), 200, 60)]
    assert list(by_quarter(there)) == [
        date(2024, 1, 1),
        date(2024, 4, 1),
        date(2024, 7, 1),
        date(2024, 10, 1),
    ]
    found = points(there, date(2024, 9, 30))
    assert [(day, n) for day, _, _, n in found] == [
        (date(2024, 3, 31), 2),
        (date(2024, 6, 30), 1),
        (date(2024, 9, 30), 1),
    ]
    assert found[0][2] == pytest.approx(found[1][2] / sqrt(2))
