"""What a chart's numbers are: the scale they live on and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.words import ESTIMATE

if TYPE_CHECKING:
    from leitstern.charts.locales import Locale
    from leitstern.core.stats.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Unit:
    """Values from `low` to `high`, shown times `factor` with `digits` decimals, a sign if `signed`, and `suffix`."""

    low: float
    high: float
    factor: float = 1
    digits: int = 0
    signed: bool = False
    suffix: str = ""

    def number(self, value: float, locale: Locale) -> str:
        """One value as people read it, without suffix."""
        write = locale.signed if self.signed else locale.number
        return write(value * self.factor, self.digits)

    def text(self, value: float, locale: Locale) -> str:
        """One value with its suffix."""
        return self.number(value, locale) + self.suffix

    def interval(self, estimate: Estimate, locale: Locale) -> str:
        """58–64."""
        return locale.span(self.number(estimate.low, locale), self.number(estimate.high, locale))

    def estimate(self, estimate: Estimate, locale: Locale) -> str:
        """Value, interval and n: 61 (58–64, n 1.923); a value that is simply stated has neither."""
        if estimate.low == estimate.high:
            return self.text(estimate.value, locale)
        return locale.say(
            ESTIMATE,
            value=self.text(estimate.value, locale),
            interval=self.interval(estimate, locale),
            n=locale.number(estimate.n),
        )


OF_HUNDRED = Unit(low=0, high=1, factor=100)  # shares, said as "of 100 customers"
POINTS = Unit(low=-1, high=1, factor=100)  # differences of shares
EMOTION = Unit(low=-2, high=2, digits=1, signed=True)
