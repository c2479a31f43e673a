"""Weeks in remission of 42 patients (Gehan 1965, Biometrika 52), the textbook example of Kaplan and Meier's method."""

from __future__ import annotations

from collections import Counter

import pytest

from leitstern.core.stats.survival import curve, median, quantile

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


def test_quantiles_of_tallies_are_those_of_the_published_curve() -> None:
    over, running = Counter(map(float, TREATED)), Counter(map(float, STILL_WELL))
    assert quantile(0.25, over, running) == (13, 6, 22)
    middle, low, high = quantile(0.5, over, running, level=0.95) or (0, 0, 0)
    assert (middle, low, high) == (23, 13, 35)
    assert quantile(0.95, over, running) is None  # more than five of 100 are still well
    everybody = Counter(map(float, PLACEBO))
    assert (quantile(0.95, everybody, {}) or (0,))[0] == 22
    doubled = {time: 2.0 * many for time, many in everybody.items()}
    wide, narrow = quantile(0.5, everybody, {}), quantile(0.5, doubled, {})
    assert wide
    assert narrow
    assert narrow[0] == wide[0]
    assert narrow[2] - narrow[1] <= wide[2] - wide[1]


@pytest.mark.parametrize("few", [[10.0], [10.0, 30.0, 20.0]])
def test_of_a_few_the_interval_is_everything_there_was(few: list[float]) -> None:
    middle, low, high = median(few) or (0, 0, 0)
    assert (low, high) == (min(few), max(few))
    assert low <= middle <= high
