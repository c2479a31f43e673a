"""Months and quarters as leaders' acts and minutes are counted in."""

from __future__ import annotations

from datetime import date, timedelta


def month(day: date) -> date:
    """The first day of the month a day lies in."""
    return day.replace(day=1)


def quarter(day: date) -> date:
    """The first day of the quarter a day lies in."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def later(first: date, months: int) -> date:
    """The first day of the month so many months later (or earlier)."""
    at = first.year * 12 + first.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def last_day(first: date, months: int = 1) -> date:
    """The last day of a period of so many months."""
    return later(first, months) - timedelta(days=1)


def quarters(until: date, n: int) -> tuple[date, ...]:
    """The first days of the last n quarters, that of `until` included, oldest first."""
    newest = quarter(until)
    return tuple(later(newest, -3 * at) for at in range(n - 1, -1, -1))
