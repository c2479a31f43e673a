"""Months, quarters, half-years and years: how finely a development may be told without showing fewer than five."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from leitstern.core.months import later
from leitstern.core.outside.few import FEWEST
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ibis.expr.types import DateColumn

Length = Literal["month", "quarter", "half-year", "year"]
LENGTHS: tuple[Length, ...] = get_args(Length)  # from the finest to the widest
MONTHS: dict[Length, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}

QUARTER = Text(en="Q{number} {year}", de="{number}. Quartal {year}")
HALF_YEAR = Text(en="{ordinal} half of {year}", de="{number}. Halbjahr {year}")
ORDINALS = ("first", "second")
SHORT: dict[Length, Text] = {
    "quarter": Text(en="Q{number}", de="Q{number}"),
    "half-year": Text(en="H{number}", de="{number}. Hj."),
}
MONTH_NAMES = (
    ("January", "Januar"),
    ("February", "Februar"),
    ("March", "März"),
    ("April", "April"),
    ("May", "Mai"),
    ("June", "Juni"),
    ("July", "Juli"),
    ("August", "August"),
    ("September", "September"),
    ("October", "Oktober"),
    ("November", "November"),
    ("December", "Dezember"),
)


def begin(days: DateColumn, length: Length) -> DateColumn:
    """The first day of the period each day lies in, as an expression."""
    import ibis

    if length == "half-year":
        return ibis.date(days.year(), ibis.ifelse(days.month() <= 6, 1, 7), 1)
    return days.truncate({"month": "M", "quarter": "Q", "year": "Y"}[length])


def after(start: date, length: Length) -> date:
    """The first day of the next period."""
    return later(start, MONTHS[length])


def half_year(day: date) -> date:
    """The first day of the half-year a day lies in."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)


def name(start: date, length: Length) -> Text:
    """What the period is called: March 2025, Q1 2025, first half of 2025, 2025."""
    if length == "month":
        english, german = MONTH_NAMES[start.month - 1]
        return Text(en=f"{english} {start.year}", de=f"{german} {start.year}")
    if length == "year":
        return Text(en=str(start.year), de=str(start.year))
    number = _number(start, length)
    words = QUARTER if length == "quarter" else HALF_YEAR
    return words.fill(number=number, ordinal=ORDINALS[(number - 1) % 2], year=start.year)


def short_name(start: date, length: Length) -> Text | None:
    """The same for an axis that writes the year below; None for months, which have short names already."""
    if length == "year":
        return Text(en=str(start.year), de=str(start.year))
    return SHORT[length].fill(number=_number(start, length)) if length in SHORT else None


def finest(counts: Mapping[Length, Sequence[int]]) -> Length:
    """The shortest length at which nobody who answered is among fewer than five; the longest if there is none.

    `counts`: customers per period, of those periods in which anybody answered.
    """
    return next((length for length in LENGTHS if all(n >= FEWEST for n in counts[length])), LENGTHS[-1])


def _number(start: date, length: Length) -> int:
    return (start.month - 1) // MONTHS[length] + 1
