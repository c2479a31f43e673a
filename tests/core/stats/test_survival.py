"""Weeks in remission of 42 patients (Gehan 1965, Biometrika 52), the textbook example of Kaplan and Meier's method."""

from __future__ import annotations

import pytest

from leitstern.core.stats.survival import curve, median

TREATED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_the_published_curve() -> None:
    found = [(step.time, round(step.share, 4)) for step in curve(TREATED, STILL_WELL)]
    assert found == [
        (6, 0.8571),
        (7, 0.8067),
        (10, 0.7529),
        (13, 0.6902),
        (16, 0.6275),
        (22, 0.5378),
        (23, 0.4482),
    ]


def test_the_published_median_and_its_interval() -> None:
    assert median(PLACEBO, level=0.95) == (8, 4, 11)
    middle, low, high = median(TREATED, STILL_WELL, level=0.95) or (0, 0, 0)
    assert (middle, low) == (23, 13)
    assert high == 35  # the upper end is not reached; the longest time stands


def test_what_is_still_running_makes_the_median_longer() -> None:
    ten = [10.0 * at for at in range(1, 11)]
    assert (median(ten) or (0,))[0] == 55
    assert (median(ten, [200.0] * 4) or (0,))[0] == 75
    assert median(ten, [200.0] * 11) is None
    assert median([], [3.0]) is None


@pytest.mark.parametrize("few", [[10.0], [10.0, 30.0, 20.0]])
def test_of_a_few_the_interval_is_everything_there_was(few: list[float]) -> None:
    middle, low, high = median(few) or (0, 0, 0)
    assert (low, high) == (min(few), max(few))
    assert low <= middle <= high
