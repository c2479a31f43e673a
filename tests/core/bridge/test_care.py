"""Care for metadata that falls back is noticed, and months that only differ are no alarm."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.bridge.care import Drift, drift
from leitstern.core.stats.estimate import Missing

START, LATER = date(2024, 1, 1), date(2027, 1, 1)


def series(shares: list[float], of: int = 40) -> dict[date, tuple[int, int]]:
    return {date(2024 + at // 12, at % 12 + 1, 1): (round(share * of), of) for at, share in enumerate(shares)}


def found(by_month: dict[date, tuple[int, int]], until: date = LATER) -> Drift:
    there = drift(by_month, START, until)
    assert isinstance(there, Drift)
    return there


def test_a_fall_is_noticed_soon_and_dated_to_its_beginning() -> None:
    there = found(series([0.92] * 13 + [0.7] * 8))
    assert there.since == date(2025, 2, 1)  # the fourteenth month
    assert there.alarm
    assert there.alarm <= date(2025, 4, 1)
    assert (there.watched, there.level.n) == (12, 360)
    assert there.level.low < 0.92 < there.level.high


def test_care_that_came_back_has_not_fallen() -> None:
    """What is told is how it is now; a fall that was mended is none."""
    assert found(series([0.92] * 13 + [0.7] * 3)).alarm
    assert found(series([0.92] * 13 + [0.7] * 3 + [1.0] * 9)).alarm is None


@pytest.mark.parametrize(
    ("share", "of", "spread"), [(0.9, 40, 0), (0.9, 8, 0), (0.7, 40, 0), (0.9, 40, 0.05), (0.7, 8, 0.1)]
)
def test_what_stays_seldom_raises_an_alarm(share: float, of: int, spread: float) -> None:
    """Eighteen months without a fall, also where months differ by more than counting; the level is only known from nine."""
    rng = np.random.default_rng(3)
    strength = share * (1 - share) / spread**2 - 1 if spread else 0
    alarms = 0
    for _ in range(200):
        months = rng.beta(share * strength, (1 - share) * strength, 27) if spread else np.full(27, share)
        drawn = rng.binomial(of, months)
        alarms += (
            found({m: (int(n), of) for m, n in zip(series([0] * 27), drawn, strict=True)}).alarm is not None
        )
    assert alarms / 200 < 0.09


def test_perfect_months_that_stay_perfect_are_no_alarm() -> None:
    assert found(series([1.0] * 15)).alarm is None


def test_months_without_campaigns_change_nothing() -> None:
    there = series([0.9] * 12)
    there |= {date(2025, 1, 1): (0, 0), date(2025, 2, 1): (36, 40)}
    assert found(there).alarm is None


def test_a_month_that_is_not_over_is_not_watched() -> None:
    assert found(series([0.9] * 12 + [0.1]), date(2025, 1, 20)).watched == 3


def test_too_little_is_not_settled() -> None:
    assert isinstance(drift(series([0.9] * 5), START, LATER), Missing)
    assert isinstance(drift(series([1.0] * 12, of=1), START, LATER), Missing)
    assert isinstance(drift(series([0.9] * 9), START, date(2024, 9, 30)), Missing)
