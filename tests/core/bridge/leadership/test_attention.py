"""The leaders' attention against the level that had settled."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.bridge.leadership.attention import (
    NOTHING_DONE,
    Attention,
    acts_stream,
    attention,
    by_month,
    minutes_stream,
)
from leitstern.core.bridge.leadership.minutes import Meeting
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.bridge.watch.stream import Rhythm, Shown
from leitstern.core.months import last_day, later
from leitstern.core.stats.estimate import Estimate, Missing

FIRST = date(2023, 7, 1)
SETTLED = Period(later(FIRST, 15), last_day(later(FIRST, 23)))
GROWING = [1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 9, 8, 9, 9, 8]
LEVEL = [9, 8, 10, 9, 9, 8, 10, 9, 9]
EVER = date(2030, 1, 31)


def of(counts: list[int], period: Period | None = SETTLED, first: date = FIRST) -> Attention:
    days = [later(first, at) for at, n in enumerate(counts) for _ in range(n)]
    end = last_day(later(first, len(counts) - 1))
    return attention(acts_stream(days, end, "/"), period)


def test_only_months_that_are_over_count_and_an_empty_one_is_zero() -> None:
    days = [date(2026, 1, 5), date(2026, 1, 9), date(2026, 3, 2), date(2026, 4, 3)]
    assert by_month(days, date(2026, 4, 20)) == (
        (date(2026, 1, 1), 2),
        (date(2026, 2, 1), 0),
        (date(2026, 3, 1), 1),
    )
    assert by_month(days, date(2026, 4, 30))[-1] == (date(2026, 4, 1), 1)
    assert by_month([date(2027, 1, 1)], date(2026, 4, 30)) == ()


def test_attention_that_fades_is_noticed_with_the_month_it_began() -> None:
    found = of([*GROWING, *LEVEL, 8, 7, 6, 5, 5, 4, 3, 2, 2, 1, 2, 2])
    settled = found.reading.settled
    assert not isinstance(settled, Missing)
    assert settled.level == pytest.approx(9.0, abs=0.2)
    assert found.since in {later(FIRST, 24), later(FIRST, 25), later(FIRST, 26)}
    assert found.reading.alarm is not None
    assert found.reading.alarm.point.day <= last_day(later(FIRST, 32))
    assert found.sentence is not None
    assert "fading since" in found.sentence.en
    assert "lässt seit" in found.sentence.de


def test_attention_that_holds_is_said_to() -> None:
    found = of([*GROWING, *LEVEL, 9, 8, 10, 7, 9, 10, 8, 9])
    assert found.since is None
    assert found.sentence is not None
    assert "holds" in found.sentence.en
    assert isinstance(found.now, Estimate)
    assert (found.now.value, found.now.n) == (9.0, 27)


@pytest.mark.parametrize("period", [None, Period(SETTLED.start, last_day(later(FIRST, 17)))])
def test_without_a_level_nothing_is_said(period: Period | None) -> None:
    found = of([*GROWING, *LEVEL], period)
    assert isinstance(found.reading.settled, Missing)
    assert found.sentence is None


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ([], "nobody can say: no month has ended since"),
        ([9], "cannot be said after so few months"),
        ([9, 9, 5, 4], "may be fading"),
    ],
)
def test_nobody_says_it_holds_who_has_not_looked(after: list[int], words: str) -> None:
    found = of([*GROWING, *LEVEL, *after])
    assert found.sentence is not None
    assert words in found.sentence.en
    assert "holds:" not in found.sentence.en


def test_nothing_after_the_level_is_no_alarm_and_nothing_at_all_says_so() -> None:
    assert of([*GROWING, *LEVEL]).since is None
    empty = attention(acts_stream([], EVER, "/"), SETTLED)
    assert empty.now is NOTHING_DONE
    assert empty.sentence is None


def test_false_alarms_are_few_and_drift_is_found() -> None:
    """Research page, 3.5: of 18 clean months about 4 % alarm; of those that drift by .4 errors a month, all."""
    rng = np.random.default_rng(11)

    def alarms(means: list[float], runs: int) -> float:
        found = 0
        for _ in range(runs):
            counts = [*rng.poisson(9.0, 9).tolist(), *rng.poisson(means).tolist()]
            found += bool(of(counts, first=SETTLED.start).reading.onsets)
        return found / runs

    assert alarms([9.0] * 18, 300) < 0.08
    assert alarms([max(0.5, 9 - 1.2 * at) for at in range(1, 19)], 60) > 0.97


def test_minutes_are_a_stream_by_quarter() -> None:
    there = [Meeting(later(date(2024, 2, 1), 3 * at), 200, n) for at, n in enumerate((40, 44, 40, 42, 20))]
    found = minutes_stream(there, date(2025, 3, 31), "/minutes")
    assert (found.rhythm, found.shown, len(found.points)) == (Rhythm.QUARTERLY, Shown.SHARE, 5)
    assert found.points[0].value == pytest.approx(0.2)
    assert all(point.error > 0 for point in found.points)
    assert len(minutes_stream(there, date(2025, 3, 30), "/").points) == 4
