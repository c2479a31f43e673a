"""Weekdays, holidays, Christmas, growth and opening hours."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.collect.example.arrays import DAY, stream
from leitstern.collect.example.calendar import DAYS, Calendar, easter, holidays

CALENDAR = Calendar(date(2026, 6, 30))


# The extremes and exceptions of the Gregorian calendar, and recent years.
@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2038, 4, 25),
    ],
)
def test_easter_falls_where_it_fell(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_nine_holidays_are_the_same_in_all_of_germany() -> None:
    assert sorted(holidays(range(2025, 2026))) == [
        date(2025, 1, 1),
        date(2025, 4, 18),
        date(2025, 4, 21),
        date(2025, 5, 1),
        date(2025, 5, 29),
        date(2025, 6, 9),
        date(2025, 10, 3),
        date(2025, 12, 25),
        date(2025, 12, 26),
    ]


def test_the_window_is_two_years_up_to_and_including_the_last_day() -> None:
    assert CALENDAR.first == np.datetime64("2024-07-01")
    assert CALENDAR.end == np.datetime64("2026-07-01T00:00:00")
    assert (CALENDAR.end - CALENDAR.first) // DAY == DAYS


@pytest.mark.parametrize("channel", ["phone", "branch", "letter"])
def test_nobody_serves_on_sundays_and_holidays(channel: str) -> None:
    days = CALENDAR.days(stream(1, channel), 20_000, channel)
    dates = CALENDAR.first + days
    assert not np.isin(dates, np.array(holidays(range(2024, 2027)), dtype="datetime64[D]")).any()
    assert not ((dates.astype(int) + 3) % 7 == 6).any()


def test_online_is_always_open_but_quiet_on_christmas_eve() -> None:
    days = np.bincount(CALENDAR.days(stream(1, "app"), 400_000, "app"), minlength=DAYS)
    eve = int((np.datetime64("2025-12-24") - CALENDAR.first) // DAY)
    assert days.min() > 0
    assert days[eve] < 0.6 * days[eve - 14]


def test_the_company_grows() -> None:
    days = CALENDAR.days(stream(1, "web"), 100_000, "web")
    assert (days >= 365).mean() > 0.51


def test_branches_are_open_from_nine_to_six_and_letters_know_no_hours() -> None:
    days = np.zeros(5_000, dtype=np.int64)
    hours = (CALENDAR.at(stream(1, "x"), days, "branch") - CALENDAR.midnight(days)) // np.timedelta64(1, "h")
    assert set(hours.tolist()) == set(range(9, 18))
    assert (CALENDAR.at(stream(1, "x"), days, "letter") == CALENDAR.midnight(days)).all()


def test_three_working_days_after_a_thursday_before_easter_is_the_next_wednesday() -> None:
    thursday = np.array([int((np.datetime64("2026-04-02") - CALENDAR.first) // DAY)])
    assert CALENDAR.first + CALENDAR.working(thursday, 3) == np.datetime64("2026-04-09")
