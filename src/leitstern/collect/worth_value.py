"""What a completed journey is worth, in the file of the taxonomy: an amount, its currency, and who states it."""

from __future__ import annotations

from typing import Any

from leitstern.collect.amounts import amount, is_currency
from leitstern.collect.yaml_values import Unreadable, Value, text, word
from leitstern.collect.yaml_writer import plain
from leitstern.core.company.money import DECIMALS, Money
from leitstern.core.company.taxonomy import Worth
from leitstern.core.texts import Text

NOTHING = Text(en="", de="")


def worth(value: Value) -> Worth:
    """`{amount: 1200, currency: EUR, by: Head of Lending}`; all three are needed."""
    fields = value.fields("amount", "currency", "by")
    currency = fields.need("currency", _currency, "EUR")

    def read(given: Value) -> Money:
        found = amount(word(given), currency)
        if isinstance(found, Text):
            raise Unreadable(found)
        if found.minor <= 0:
            raise Unreadable(ABOVE_NOTHING)
        return found

    return Worth(fields.need("amount", read, Money(1, currency)), fields.need("by", text, NOTHING))


def _currency(value: Value) -> str:
    given = word(value)
    if not is_currency(given):
        raise Unreadable(NO_CURRENCY.fill(given=given))
    return given


@plain.register(Worth)
def _(stated: Worth) -> dict[str, Any]:
    return {
        "amount": _written(stated.amount),
        "currency": stated.amount.currency,
        "by": plain(stated.by),
    }


def _written(money: Money) -> str:
    """Three digits after a point would be read as thousands: a fourth, a zero, says that they are none."""
    decimals = DECIMALS.get(money.currency, 2)
    whole, rest = divmod(money.minor, 10**decimals)
    if not rest:
        return str(whole)
    return f"{whole}.{rest:0{decimals}d}" + "0" * (decimals == 3)


ABOVE_NOTHING = Text(en="What is stated as worth is above 0.", de="Ein genannter Wert liegt über 0.")
NO_CURRENCY = Text(
    en="“{given}” is no currency. Write its three letters, such as EUR.",
    de="„{given}“ ist keine Währung. Schreiben Sie ihre drei Buchstaben, etwa EUR.",
)
