"""What people type in a hurry, and what it means."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from leitstern.app.desk.moments import coming_day, moment, past_day
from leitstern.core.errors import InvalidInput
from leitstern.core.tables.lake import FLAG_AMBIGUOUS_HOUR, FLAG_DATE_ONLY

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 14, 30, tzinfo=BERLIN)  # a Tuesday
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", "2026-11-24 14:30"),
        ("jetzt", "2026-11-24 14:30"),
        ("9:40", "2026-11-24 09:40"),
        ("0940", "2026-11-24 09:40"),
        ("9.40 Uhr", "2026-11-24 09:40"),
        ("-20", "2026-11-24 14:10"),
        ("vor 20 min", "2026-11-24 14:10"),
        ("yesterday 14:15", "2026-11-23 14:15"),
        ("gestern, 14:15 Uhr", "2026-11-23 14:15"),
        ("Fr 8:00", "2026-11-20 08:00"),
        ("21.11. 9:00", "2026-11-21 09:00"),
        ("24.12. 9:00", "2025-12-24 09:00"),
        ("21/11/26 9:00", "2026-11-21 09:00"),
        ("2026-11-21 9:00", "2026-11-21 09:00"),
        ("2026-11-21T09:00:00Z", "2026-11-21 10:00"),
    ],
)
def test_when_it_was(typed: str, meant: str) -> None:
    found = moment(typed, NOW, BERLIN)
    assert f"{found.at.astimezone(BERLIN):%Y-%m-%d %H:%M}" == meant
    assert found.flags == 0


@pytest.mark.parametrize("typed", ["gestern", "23.11.", "2026-11-23", "Montag"])
def test_a_day_alone_has_no_time(typed: str) -> None:
    assert moment(typed, NOW, BERLIN) == (datetime(2026, 11, 23, tzinfo=BERLIN), FLAG_DATE_ONLY)


@pytest.mark.parametrize("typed", ["soon", "31.2.", "25:00", "9:40 9:50", "2026-13-01", "29.3.2026 2:30"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        moment(typed, NOW, BERLIN)


def test_of_an_hour_that_exists_twice_the_earlier_is_taken() -> None:
    found = moment("25.10.2026 2:30", NOW, BERLIN)
    assert (found.at.isoformat(), found.flags) == ("2026-10-25T02:30:00+02:00", FLAG_AMBIGUOUS_HOUR)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("27.11.", date(2026, 11, 27)),
        ("3.1.", date(2027, 1, 3)),
        ("29.2.", date(2028, 2, 29)),
        ("2026-12-01", date(2026, 12, 1)),
        ("+3", date(2026, 11, 27)),
        ("morgen", date(2026, 11, 25)),
        ("Fr", date(2026, 11, 27)),
        ("tue", date(2026, 12, 1)),
        ("today", TODAY),
    ],
)
def test_when_it_is_due(typed: str, meant: date) -> None:
    assert coming_day(typed, TODAY) == meant


def test_the_last_such_day() -> None:
    assert past_day("27.11.", TODAY) == date(2025, 11, 27)
    assert past_day("Di", TODAY) == date(2026, 11, 17)
    with pytest.raises(InvalidInput):
        past_day("+3", TODAY)
