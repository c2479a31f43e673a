"""Months and quarters as things are counted in: by their first days, and by the last one where a measurement ends."""

from __future__ import annotations

from datetime import date, timedelta


def first(day: date) -> date:
    """The first day of the month a day lies in."""
    return day.replace(day=1)


def quarter(day: date) -> date:
    """The first day of the quarter a day lies in."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def later(day: date, months: int) -> date:
    """The first day of the month so many months after (or before) that of a day."""
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def last_day(day: date, months: int = 1) -> date:
    """The last day of a period of so many months that begins with the month of a day."""
    return later(day, months) - timedelta(days=1)


def between(start: date, end: date) -> int:
    """Calendar months from the month of one day to that of another; negative where it came before."""
    return (end.year - start.year) * 12 + end.month - start.month


def quarters(until: date, n: int) -> tuple[date, ...]:
    """The first days of the last n quarters, that of `until` included, oldest first."""
    newest = quarter(until)
    return tuple(later(newest, -3 * at) for at in range(n - 1, -1, -1))
