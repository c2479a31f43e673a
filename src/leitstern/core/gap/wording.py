"""Numbers as people read them: whole customers, points, "about" so many."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Estimate


def grouped(number: int) -> Text:
    """12,345 in English, 12.345 in German."""
    english = f"{number:,}".replace("-", "−")
    return Text(en=english, de=english.replace(",", "."))


def about(number: float) -> Text:
    """Rounded to two significant digits: more would pretend to know more."""
    digits = max(floor(log10(abs(number))) - 1, 0) if abs(number) >= 1 else 0
    return grouped(int(round(number, -digits)))


def about_range(estimate: Estimate) -> Text:
    """The interval in the same rounding."""
    return _span(about(estimate.low), about(estimate.high))


def of_hundred(share: float) -> Text:
    """A share as a number of customers out of 100."""
    return grouped(round(100 * share))


def hundred_range(estimate: Estimate) -> Text:
    """The interval of a share as numbers of customers out of 100."""
    return _span(of_hundred(estimate.low), of_hundred(estimate.high))


def _span(low: Text, high: Text) -> Text:
    return Text(en=f"{low.en} to {high.en}", de=f"{low.de} bis {high.de}")


def difference(more: float, less: float) -> float:
    """The difference of two shares as both are written, so that readers who subtract find the same."""
    return (round(100 * more) - round(100 * less)) / 100


def signed(share: float) -> Text:
    """A change as a number of customers out of 100, with its sign."""
    text = of_hundred(share)
    return Text(en=f"+{text.en}", de=f"+{text.de}") if round(100 * share) > 0 else text


def day(when: date) -> Text:
    """31/12/2026 in English, 31.12.2026 in German."""
    return Text(en=f"{when:%d/%m/%Y}", de=f"{when:%d.%m.%Y}")
