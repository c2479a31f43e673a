"""Months and quarters, over the turn of a year as well."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.months import between, first, last_day, later, quarter, quarters


def test_a_month_has_a_first_and_a_last_day() -> None:
    assert first(date(2024, 2, 29)) == date(2024, 2, 1)
    assert last_day(date(2024, 2, 10)) == date(2024, 2, 29)
    assert last_day(date(2025, 12, 1)) == date(2025, 12, 31)
    assert last_day(date(2025, 11, 1), 3) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("months", "found"),
    [(0, date(2026, 1, 1)), (-1, date(2025, 12, 1)), (11, date(2026, 12, 1)), (12, date(2027, 1, 1))],
)
def test_later_and_earlier(months: int, found: date) -> None:
    assert later(date(2026, 1, 31), months) == found
    assert between(date(2026, 1, 31), found) == months


def test_quarters_end_with_that_of_today() -> None:
    assert quarter(date(2026, 6, 30)) == date(2026, 4, 1)
    assert quarters(date(2026, 2, 3), 3) == (date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1))
