"""Forecasts of money in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.money import money_of
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.outside.both_values.forecast import Forecast
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Amount:
    """An estimate in words, or why it is missing."""

    value: Text | None = None
    low: Text | None = None
    high: Text | None = None
    n: int = 0
    as_of: date | None = None
    missing: Text | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """A forecast and its check in words; `off` of 100."""

    margin: Amount
    months: int = 0
    forecast: Amount | None = None
    came: Amount | None = None
    error: Amount | None = None
    off: float | None = None


def money(found: Forecast | None, currency: str) -> Amounts | None:
    """A forecast in words; None where nothing is declared."""
    if found is None:
        return None
    margin = _amount(found.margin, currency)
    check = found.check
    if check is None:
        return Amounts(margin)
    forecast, came, error = (_amount(each, currency) for each in (check.forecast, check.came, check.error))
    return Amounts(margin, check.months, forecast, came, error, check.off)


def _amount(found: Measured, currency: str) -> Amount:
    if isinstance(found, Missing):
        return Amount(missing=found.reason)
    value, low, high = (money_of(end, currency).said for end in (found.value, found.low, found.high))
    return Amount(value, low, high, found.n, found.as_of)
