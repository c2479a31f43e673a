"""Amounts of money: whole minor units of one currency, never added across currencies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

# Minor units of ISO 4217 where they are not hundredths.
DECIMALS = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "RWF", "UGX", "VND", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; `minor` counts the smallest units of `currency` (an ISO 4217 code)."""

    minor: int
    currency: str

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError("Amounts of different currencies have no sum.")
        return Money(self.minor + other.minor, self.currency)

    @property
    def said(self) -> Text:
        """In words: “EUR 1,200,000”, in German „1.200.000 EUR“; minor units only where there are any."""
        decimals = DECIMALS.get(self.currency, 2)
        whole, rest = divmod(abs(self.minor), 10**decimals)
        english = f"{whole:,}" + (f".{rest:0{decimals}d}" if rest else "")
        german = english.translate(str.maketrans(",.", ".,"))
        sign = "\u2212" if self.minor < 0 else ""
        return Text(en=f"{self.currency} {sign}{english}", de=f"{sign}{german} {self.currency}")


def money_of(value: float, currency: str) -> Money:
    """An amount in whole units of the currency, rounded to its smallest unit."""
    return Money(round(value * 10 ** DECIMALS.get(currency, 2)), currency)


def totals(amounts: Iterable[Money]) -> dict[str, Money]:
    """The sum per currency, in the order of codes."""
    found: dict[str, int] = defaultdict(int)
    for amount in amounts:
        found[amount.currency] += amount.minor
    return {currency: Money(found[currency], currency) for currency in sorted(found)}
