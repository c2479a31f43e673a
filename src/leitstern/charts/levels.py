"""Levels from 0 to 4 and stretches of time, as the charts of the inside write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.units import Unit
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.charts.locales import Locale

LEVELS = Unit(low=0, high=4, digits=1)
CHANGES = Unit(low=-4, high=4, digits=1, signed=True)
LEVEL_TICKS = (0, 1, 2, 3, 4)

_YEARS = Text("{n} years", "{n} Jahre")
_MONTHS = Text("{n} months", "{n} Monate")
IN_MONTHS = 36  # below, a duration is said in months


def duration(months: float, locale: Locale) -> str:
    """22 months, but 6.7 years."""
    if months < IN_MONTHS:
        return locale.say(_MONTHS, n=locale.number(months))
    return locale.say(_YEARS, n=locale.number(months / 12, 1))


def durations(low: float, high: float, locale: Locale) -> str:
    """18–26 months, 5.0–9.0 years; both ends in the unit of the longer one."""
    if high < IN_MONTHS:
        return locale.say(_MONTHS, n=locale.span(locale.number(low), locale.number(high)))
    return locale.say(_YEARS, n=locale.span(locale.number(low / 12, 1), locale.number(high / 12, 1)))
