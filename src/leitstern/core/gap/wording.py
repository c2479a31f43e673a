"""Numbers as people read them: whole customers, points, "about" so many."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Estimate


def at_place(touchpoint: Text, here: Text) -> Text:
    """What is said of a touchpoint, where it has not been named yet."""
    return Text(en=f"At “{touchpoint.en}”: {here.en}", de=f"Bei „{touchpoint.de}“: {here.de}")


def about(number: float) -> Text:
    """Rounded to two significant digits: more would pretend to know more."""
    return _rounded(number, _two_digits(number))


def about_with_range(estimate: Estimate) -> Text:
    """The value and in brackets its interval, all rounded alike: to two significant digits of the value, or to as
    many as keep a limit from looking like the value.
    """
    digits = _two_digits(estimate.value)
    while digits and any(
        limit != estimate.value and round(limit, -digits) == round(estimate.value, -digits)
        for limit in (estimate.low, estimate.high)
    ):
        digits -= 1
    span = _span(_rounded(estimate.low, digits), _rounded(estimate.high, digits))
    value = _rounded(estimate.value, digits)
    return Text(en=f"{value.en} ({span.en})", de=f"{value.de} ({span.de})")


def _two_digits(number: float) -> int:
    return max(floor(log10(abs(number))) - 1, 0) if abs(number) >= 1 else 0


def _rounded(number: float, digits: int) -> Text:
    return grouped(int(round(number, -digits)))


def of_hundred(share: float) -> Text:
    """A share as a number of customers out of 100."""
    return grouped(round(100 * share))


def hundred_range(estimate: Estimate) -> Text:
    """The interval of a share as numbers of customers out of 100."""
    return _span(of_hundred(estimate.low), of_hundred(estimate.high))


def hundred_bracket(estimate: Estimate) -> Text:
    """A share with its interval as tables write it: 32 [23–41]."""
    value, low, high = (of_hundred(share) for share in (estimate.value, estimate.low, estimate.high))
    return Text(en=f"{value.en} [{low.en}–{high.en}]", de=f"{value.de} [{low.de}–{high.de}]")


def _span(low: Text, high: Text) -> Text:
    return Text(en=f"{low.en} to {high.en}", de=f"{low.de} bis {high.de}")


def difference(more: float, less: float) -> float:
    """The difference of two shares as both are written, so that readers who subtract find the same."""
    return (round(100 * more) - round(100 * less)) / 100


WORDS = (
    ("two", "zwei"),
    ("three", "drei"),
    ("four", "vier"),
    ("five", "fünf"),
    ("six", "sechs"),
    ("seven", "sieben"),
    ("eight", "acht"),
    ("nine", "neun"),
    ("ten", "zehn"),
    ("eleven", "elf"),
    ("twelve", "zwölf"),
)


def in_words(number: int) -> Text:
    """Two to twelve as words, more in figures."""
    return Text(*WORDS[number - 2]) if 2 <= number <= 12 else grouped(number)


def one_digit(number: float) -> Text:
    """5.7 in English, 5,7 in German."""
    return Text(en=f"{number:.1f}", de=f"{number:.1f}".replace(".", ","))


def signed(share: float) -> Text:
    """A change as a number of customers out of 100, with its sign."""
    text = of_hundred(share)
    return Text(en=f"+{text.en}", de=f"+{text.de}") if round(100 * share) > 0 else text


def day(when: date) -> Text:
    """31/12/2026 in English, 31.12.2026 in German."""
    return Text(en=f"{when:%d/%m/%Y}", de=f"{when:%d.%m.%Y}")
