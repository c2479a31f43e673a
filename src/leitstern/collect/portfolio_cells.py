"""Cells of a table of initiatives: amounts, numbers, days, lists and choices, as people of either convention write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leitstern.collect.amounts import (
    NO,
    NO_DAY,
    NO_NUMBER,
    NUMBER,
    SHOWN,
    YES,
    YES_OR_NO,
    amount,
    day,
    is_currency,
)
from leitstern.collect.portfolio_columns import ALLOWED, CHOICES, COLUMNS
from leitstern.collect.problems import Problem, closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.company.money import Money

_PULL = re.compile(r"(?P<goal>.+?)\s*(?P<sign>[+\-−])\s*(?P<weight>[123])?")
NOT_ALLOWED = Text(en="“{given}” is not among what may stand here.", de="„{given}“ kann hier nicht stehen.")
NOT_KNOWN = Text(en="“{given}” is not known here.", de="„{given}“ ist hier nicht bekannt.")
NO_PULL = Text(
    en="“{given}” does not say how strongly. Write the goal, then + or − and 1 to 3, such as “{example}”.",
    de="„{given}“ sagt nicht, wie stark. Schreiben Sie das Ziel, dann + oder − und 1 bis 3, etwa „{example}“.",
)
NO_CURRENCY = Text(
    en="A budget needs its currency, three letters such as EUR.",
    de="Ein Budget braucht seine Währung, drei Buchstaben wie EUR.",
)


class Cells:
    """One line, cell by cell; what is wrong goes into `problems`."""

    def __init__(self, file: str, line: str, cells: Mapping[str, str], problems: list[Problem]) -> None:
        self.line = line
        self._file, self._cells, self._problems = file, cells, problems

    def __getitem__(self, name: str) -> str:
        return self._cells.get(name, "")

    def wrong(self, name: str, text: Text, allowed: tuple[Text, ...] = (), meant: str | Text = "") -> None:
        """Remember a mistake in a cell."""
        self._problems.append(Problem(self._file, self.line, COLUMNS[name].title, text, allowed, meant))

    def listed(self, name: str) -> tuple[str, ...]:
        """What stands between semicolons."""
        return tuple(part for each in self[name].split(";") if (part := each.strip()))

    def choice(self, name: str) -> str:
        """The value of one of the fixed words; nothing for an empty cell."""
        given = self[name]
        found = CHOICES[name].get(spelt_alike(given))
        if given and found is None:
            self.wrong(name, NOT_ALLOWED.fill(given=given[:SHOWN]), ALLOWED[name])
        return found.value if found else ""

    def yes(self, name: str) -> bool:
        """Yes or no."""
        given = spelt_alike(self[name])
        if given not in YES | NO:
            self.wrong(name, NOT_ALLOWED.fill(given=self[name][:SHOWN]), YES_OR_NO)
        return given in YES

    def day(self, name: str, given: str | None = None) -> date | None:
        """A day."""
        written = self[name] if given is None else given
        if not written:
            return None
        found = day(written)
        if found is None:
            self.wrong(name, NO_DAY.fill(given=written[:SHOWN]))
        return found

    def number(self, name: str) -> float | None:
        """A number."""
        if not self[name]:
            return None
        if NUMBER.fullmatch(self[name]):
            return float(self[name].replace(",", ".").replace("−", "-"))
        self.wrong(name, NO_NUMBER.fill(given=self[name][:SHOWN]))
        return None

    def money(self) -> Money | None:
        """The budget in minor units. “1.200” are twelve hundred: three digits after a sign group thousands."""
        given = self["budget"]
        currency = self["currency"].upper()
        if not given:
            return None
        if not is_currency(currency):
            self.wrong("currency", NO_CURRENCY)
            return None
        found = amount(given, currency)
        if isinstance(found, Text):
            self.wrong("budget", found)
            return None
        return found

    def known(self, name: str, names: Mapping[str, str], shown: tuple[Text, ...], given: str) -> str:
        """The short name of something by what it is called; `names` by spelling."""
        found = names.get(spelt_alike(given))
        if found is None:
            meant = closest(given[:SHOWN], tuple(names))
            self.wrong(name, NOT_KNOWN.fill(given=given[:SHOWN]), shown, names.get(meant, ""))
        return found or ""

    def pull(self, given: str, goals: Mapping[str, str]) -> tuple[str, int, int] | None:
        """A goal with sign and weight."""
        found = _PULL.fullmatch(given)
        if found is None or not found["weight"]:
            example = f"{next(iter(goals.values()), 'first_contact')} +2"
            self.wrong("pulls", NO_PULL.fill(given=given[:SHOWN], example=example))
            return None
        goal = self.known(
            "pulls", goals, tuple(Text(slug, slug) for slug in dict.fromkeys(goals.values())), found["goal"]
        )
        return (goal, 1 if found["sign"] == "+" else -1, int(found["weight"])) if goal else None
