"""Stretches of time in words: within one table, picture or sentence in one unit, years from 24 months on."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

IN_YEARS = 24  # months: from here on, whatever stands together is said in years


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """So many months make one; said with `digits` decimals."""

    name: Text
    months: int
    digits: int
    one: Text
    many: Text
    dative: Text

    def number(self, months: float) -> Text:
        """5.8."""
        return decimal(months / self.months, self.digits)

    def span(self, months: float) -> Text:
        """5.8 years."""
        return self._counted(months, self.many)

    def after(self, months: float) -> Text:
        """As in "after 5.8 years": the German dative."""
        return self._counted(months, self.dative)

    def between(self, low: float, high: float) -> Text:
        """4.1–8.1 years."""
        first, last = self.number(low), self.number(high)
        return self.many.fill(n=Text(f"{first.en}–{last.en}", f"{first.de}–{last.de}"))

    def _counted(self, months: float, many: Text) -> Text:
        n = self.number(months)
        return (self.one if n.en == "1" else many).fill(n=n)


MONTHS = TimeUnit(
    Text(en="months", de="Monate"),
    1,
    0,
    Text(en="{n} month", de="{n} Monat"),
    Text(en="{n} months", de="{n} Monate"),
    Text(en="{n} months", de="{n} Monaten"),
)
YEARS = TimeUnit(
    Text(en="years", de="Jahre"),
    12,
    1,
    Text(en="{n} year", de="{n} Jahr"),
    Text(en="{n} years", de="{n} Jahre"),
    Text(en="{n} years", de="{n} Jahren"),
)


def unit_for(*months: float) -> TimeUnit:
    """The unit for durations that stand together: that of the longest."""
    return YEARS if max(months, default=0.0) >= IN_YEARS else MONTHS
