"""Amounts, days, yes and no in a table, as people of either convention write them."""

from __future__ import annotations

import re
from datetime import date, datetime

from leitstern.core.company.money import DECIMALS, Money
from leitstern.core.texts import Text

SHOWN = 80  # characters of what somebody wrote
NUMBER = re.compile(r"[+\-−]?\d+(?:[.,]\d+)?")
YES = frozenset({"yes", "ja", "x", "1", "true", "wahr"})
NO = frozenset({"", "no", "nein", "0", "false", "falsch", "-", "–"})
YES_OR_NO = (Text("yes", "ja"), Text("no", "nein"))
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
_CLOCK = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[ Tt]\d.*")  # as spreadsheets write a day
_GROUPED = re.compile(r"[+\-−]?\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d{1,3})?")
NO_NUMBER = Text(en="“{given}” is no number.", de="„{given}“ ist keine Zahl.")
NO_DAY = Text(
    en="“{given}” is no day. Write 2027-06-30 or 30.06.2027.",
    de="„{given}“ ist kein Tag. Schreiben Sie 30.06.2027 oder 2027-06-30.",
)
HALF_CENT = Text(
    en="“{given}” has more decimals than the currency.",
    de="„{given}“ hat mehr Nachkommastellen als die Währung.",
)


def is_currency(given: str) -> bool:
    """Whether it is a code of three letters."""
    return bool(re.fullmatch(r"[A-Z]{3}", given))


def amount(given: str, currency: str) -> Money | Text:
    """An amount in minor units, or what is wrong with it. “1.200” are twelve hundred: three digits group thousands."""
    if grouped := _GROUPED.fullmatch(given):
        plain = given.replace(grouped[1], "")
    elif NUMBER.fullmatch(given):
        plain = given
    else:
        return NO_NUMBER.fill(given=given[:SHOWN])
    whole, _point, rest = plain.replace(",", ".").replace("−", "-").partition(".")
    decimals = DECIMALS.get(currency, 2)
    if len(rest.rstrip("0")) > decimals:
        return HALF_CENT.fill(given=given[:SHOWN])
    return Money(int(whole + rest[:decimals].ljust(decimals, "0")), currency)


def day(given: str) -> date | None:
    """The day somebody means; None if it is none."""
    if clock := _CLOCK.fullmatch(given):
        given = clock[1]
    for form in _DAYS:
        try:
            return datetime.strptime(given, form).date()  # noqa: DTZ007 -- a day has no time zone
        except ValueError:
            continue
    return None
