"""A programme as it was in a month: `?at=2025-03` in addresses, `--at 2025-03` in the terminal.

Everything after the last day of that month is left out. The pages of the relapse watch use the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.months import between, last_day, later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest

NO_MONTH = Text(
    en="“{given}” is no month. Write it like 2025-03.",
    de="„{given}“ ist kein Monat. Schreiben Sie ihn wie 2025-03.",
)
OUTSIDE = Text(
    en="{given} lies outside of what can be shown: {first} to {last}.",
    de="{given} liegt außerhalb dessen, was gezeigt werden kann: {first} bis {last}.",
)
MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class At:
    """A day to look from. `first` and `last` bound what may be asked; `last` is today."""

    day: date
    first: date
    last: date

    @property
    def now(self) -> bool:
        """Whether this is the present."""
        return self.day == self.last

    @property
    def name(self) -> str:
        """The month as addresses write it; "" for the present."""
        return "" if self.now else written(self.day)

    @property
    def number(self) -> int:
        """Months since the beginning."""
        return months_between(self.first, self.day)

    @property
    def previous(self) -> str:
        """The month before, as addresses write it; "" at the beginning."""
        earlier = shifted(self.day, -1)
        return written(earlier) if earlier >= month_end(self.first) else ""

    @property
    def next(self) -> str:
        """The month after; "" in the present. The present itself is the month of today."""
        if self.now:
            return ""
        following = shifted(self.day, 1)
        return written(following) if following < self.last else written(self.last)

    def link(self, month: str) -> str:
        """The query of an address that shows a month; the month of today is the present."""
        return f"?at={month}" if month and month != written(self.last) else "?"


def at(month: str, first: date, last: date) -> At:
    """The last day of a month between two days; "" is `last`. Raises InvalidInput."""
    if not month:
        return At(last, first, last)
    found = MONTH.fullmatch(month.strip())
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        raise InvalidInput(NO_MONTH.fill(given=month[:20]))
    day = month_end(date(int(found[1]), int(found[2]), 1))
    if not month_end(first) <= day <= month_end(last):
        raise InvalidInput(OUTSIDE.fill(given=written(day), first=written(first), last=written(last)))
    return At(min(day, last), first, last)


def asked(request: HttpRequest, first: date, last: date) -> At:
    """What an address asks for; one that cannot be shown gives the nearest month that can."""
    month = request.GET.get("at", "")[:20]
    try:
        return at(month, first, last)
    except InvalidInput:
        known = MONTH.fullmatch(month)
        early = known is not None and month < written(first)
        return At(min(month_end(first), last), first, last) if early else At(last, first, last)


def written(day: date) -> str:
    """The month of a day as addresses write it."""
    return f"{day:%Y-%m}"


def month_end(day: date) -> date:
    """The last day of its month."""
    return last_day(day)


def shifted(day: date, months: int) -> date:
    """The last day of the month so many months later."""
    return last_day(later(day, months))


def months_between(first: date, last: date) -> int:
    """Whole calendar months from one month to another."""
    return between(first, last)
