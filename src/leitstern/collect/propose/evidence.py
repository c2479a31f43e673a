"""What the values of a column look like: dates, numbers, identifiers, categories, sentences.

Pure: a sample of values in, counts out. The names of columns are read elsewhere (`words`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DateStyle = Literal["iso", "german", "slash", "compact", "epoch"]

_CLOCK = r"[ T,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?Uhr)?"
_STYLES: dict[DateStyle, re.Pattern[str]] = {
    "iso": re.compile(rf"(?P<year>\d{{4}})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})({_CLOCK} ?(Z|[+-]\d{{2}}:?\d{{2}})?)?"),
    "german": re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d{{2}})({_CLOCK})?"),
    "slash": re.compile(rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year>\d{{4}})({_CLOCK})?( ?[AP]M)?"),
    "compact": re.compile(r"(?P<year>(19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"),
    "epoch": re.compile(r"(?P<seconds>[1-9]\d{8,9})(\d{3})?(\.\d+)?"),
}  # fmt: skip
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}([.,  ']\d{3})+)([.,]\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

CATEGORIES = 60  # at most so many different values still read like a list of kinds
FEW_ROWS = 30  # of which half need not come again to be kinds
EXAMPLES = 3
MOSTLY = 0.9  # of the filled values have to look alike
MOSTLY_DATES = 0.8  # few things look like a date by chance, and single slips are put aside row by row


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts over the sample of one column. Shares are of `filled`."""

    name: str
    rows: int
    filled: int
    distinct: int
    dates: int
    style: DateStyle | None  # that most dates share
    numbers: int
    low: float
    high: float
    whole: bool  # all numbers are whole
    emails: int
    digits: int  # values with a digit
    length: float  # characters on average
    spaces: float  # per value on average
    examples: tuple[str, ...]

    @property
    def is_dates(self) -> bool:
        """Nearly all values are dates."""
        return self.filled > 0 and self.dates >= MOSTLY_DATES * self.filled

    @property
    def is_numbers(self) -> bool:
        """Nearly all values are numbers."""
        return self.filled > 0 and self.numbers >= MOSTLY * self.filled

    @property
    def is_sentences(self) -> bool:
        """Free text rather than names: long, with spaces, hardly ever the same."""
        return self.spaces >= 2 and self.length >= 15 and self.distinct >= 0.5 * self.filled

    @property
    def is_categories(self) -> bool:
        """A short list of kinds that come again and again."""
        again = self.distinct <= 0.5 * self.filled or (
            self.filled <= FEW_ROWS and self.distinct < self.filled
        )
        other = self.is_numbers or self.is_dates or self.is_sentences
        return self.distinct <= CATEGORIES and again and not other and self.length <= 60

    @property
    def is_identifiers(self) -> bool:
        """Values that name one thing each: digits in them, no spaces, neither dates nor small numbers."""
        named = self.digits >= MOSTLY * self.filled and self.spaces < 0.2
        return self.filled > 0 and (named or self.emails >= MOSTLY * self.filled) and not self.is_dates


def examine(name: str, values: Sequence[str | None]) -> Evidence:
    """The evidence in a sample of one column; empty and missing values count as not filled."""
    filled = [value.strip() for value in values if value and value.strip()]
    count = len(filled) or 1
    styles = Counter(style for value in filled if (style := date_style(value)))
    numbers = [number for value in filled if (number := as_number(value)) is not None]
    return Evidence(
        name=name,
        rows=len(values),
        filled=len(filled),
        distinct=len(set(filled)),
        dates=sum(styles.values()),
        style=styles.most_common(1)[0][0] if styles else None,
        numbers=len(numbers),
        low=min(numbers, default=0.0),
        high=max(numbers, default=0.0),
        whole=all(number.is_integer() for number in numbers),
        emails=_how_many(filled, _EMAIL.fullmatch),
        digits=_how_many(filled, re.compile(r"\d").search),
        length=sum(map(len, filled)) / count,
        spaces=sum(value.count(" ") for value in filled) / count,
        examples=tuple(dict.fromkeys(filled))[:EXAMPLES],
    )


def date_style(value: str) -> DateStyle | None:
    """How a value writes a date, or nothing if it is none that exists (31.02., month 13)."""
    for style, pattern in _STYLES.items():
        if (match := pattern.fullmatch(value)) and _exists(style, match):
            return style
    return None


def as_number(value: str) -> float | None:
    """A number with decimal point or comma."""
    if not _NUMBER.fullmatch(value):
        return None
    whole, mark, decimals = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", value).groups()  # type: ignore[union-attr]
    digits = re.sub(r"[.,  ']", "", whole)
    return float(f"{digits}.{decimals}" if mark else digits)


def _exists(style: DateStyle, match: re.Match[str]) -> bool:
    if style == "epoch":  # 1990 to 2100
        return 631_152_000 <= int(match["seconds"]) < 4_102_444_800
    if style == "slash":
        first, second = int(match["first"]), int(match["second"])
        return min(first, second) in range(1, 13) and max(first, second) in range(1, 32)
    try:
        date(int(match["year"]) or 2000, int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True


def _how_many(values: Sequence[str], test: Callable[[str], object]) -> int:
    return sum(test(value) is not None for value in values)
