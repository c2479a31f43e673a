"""What waves teach about a route."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.durations import Durations, durations, quantiles
from leitstern.core.inside.progress import Stand, learn, settled, target

DEFAULTS = Assumptions()


@pytest.fixture(scope="module")
def worlds() -> Durations:
    return durations(DEFAULTS, np.random.default_rng(11), 50_000)


def waves(pace: float, months: int, every: int = 6, error: float = 0.12) -> list[Stand]:
    """Waves every half year at a steady pace (levels a month) from level 1."""
    return [Stand(month, 1.0 + pace * month, error) for month in range(0, months + 1, every)]


def width(found: Durations) -> float:
    low, high = quantiles(found.culture, found.weight, (0.1, 0.9))
    return high - low


def test_the_forecast_narrows_as_waves_arrive(worlds: Durations) -> None:
    widths = [
        width(worlds),
        *(width(learn(worlds, waves(1.5 / 80, months), DEFAULTS)) for months in (12, 24, 48)),
    ]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.9 * widths[0]


def test_who_moves_faster_arrives_sooner(worlds: Durations) -> None:
    middles = [
        quantiles(found.culture, found.weight, (0.5,))[0]
        for found in (learn(worlds, waves(pace, 24), DEFAULTS) for pace in (0.035, 0.019, 0.008))
    ]
    assert middles == sorted(middles)


def test_time_that_has_passed_is_not_counted_again(worlds: Durations) -> None:
    after = learn(worlds, waves(1.5 / 80, 24), DEFAULTS)
    assert quantiles(after.culture, after.weight, (0.5,))[0] == pytest.approx(80 - 24, abs=4)


def test_one_wave_teaches_no_pace(worlds: Durations) -> None:
    assert learn(worlds, waves(0.02, 0), DEFAULTS) is worlds


def test_standing_at_the_target_teaches_no_pace(worlds: Durations) -> None:
    assert learn(worlds, [Stand(0, 3.0, 0.1), Stand(12, 3.1, 0.1)], DEFAULTS) is worlds


def test_falling_back_is_a_surprise_but_no_error(worlds: Durations) -> None:
    after = learn(worlds, [Stand(0, 1.5, 0.05), Stand(12, 1.0, 0.05)], DEFAULTS)
    assert after.weight.sum() == pytest.approx(1)
    assert after.effective < 0.9 * worlds.effective


def test_settled_means_three_waves_above_the_target_without_relapse() -> None:
    above, below = target(DEFAULTS) + 0.4, target(DEFAULTS) - 0.1
    levels = [below, above, above, above]
    assert settled([Stand(i, level, 0.1) for i, level in enumerate(levels)], DEFAULTS).done
    assert not settled([Stand(i, level, 0.1) for i, level in enumerate(levels[:-1])], DEFAULTS).done
    relapsed = [above, above, below, above]
    assert settled([Stand(i, level, 0.1) for i, level in enumerate(relapsed)], DEFAULTS).waves == 1


def test_a_wave_too_unsure_does_not_count() -> None:
    above = target(DEFAULTS) + 0.2
    assert settled([Stand(0, above, 0.5)], DEFAULTS).waves == 0
    assert settled([Stand(0, above, 0.1)], DEFAULTS).waves == 1
