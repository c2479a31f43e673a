"""How a text file separates and quotes its values."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DELIMITERS = (",", ";", "\t", "|")
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*')  # spreadsheet programs write it as the first line
_ROWS = 200

Decimal = Literal[".", ","]


@dataclass(frozen=True, slots=True)
class Dialect:
    """`escape` equals `quote` where quotes within quotes are doubled; `skip` records stand before the header."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    skip: int = 0

    def cells(self, records: list[str]) -> list[list[str]]:
        """The values of well-formed records."""
        doubled = self.escape == self.quote
        reader = csv.reader(
            records,
            delimiter=self.delimiter,
            quotechar=self.quote,
            doublequote=doubled,
            escapechar=None if doubled else self.escape,
        )
        return list(reader)


def find_dialect(look: str, told: str | None) -> Dialect:
    """The dialect of a file from its first complete lines. Raises Refused for a delimiter we cannot use."""
    look = look.replace("\r\n", "\n").replace("\r", "\n")
    separator = SEPARATOR_LINE.fullmatch(look.split("\n", 1)[0])
    if separator:
        look = look.split("\n", 1)[1] if "\n" in look else ""
        told = told or separator[1]
    if told is not None and (len(told) != 1 or not told.isascii() or told in "\"'\\\r\n\0"):
        raise Refused(DELIMITER.fill(given=told))
    candidates = [Dialect(told, *_quoting(look, told)) for told in ((told,) if told else DELIMITERS)]
    best = max(candidates, key=lambda dialect: _evenness(look, dialect))
    return Dialect(best.delimiter, best.quote, best.escape, skip=1 if separator else 0)


def find_decimal(cells: Iterable[Sequence[str]]) -> Decimal:
    """A comma if some number has one before its decimals and none has a point there."""
    found = Counter(match[1] for row in cells for cell in row if (match := _DECIMALS.fullmatch(cell.strip())))
    return "," if found[","] and not found["."] else "."


_DECIMALS = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[.,]\d{3})+)([.,])(?:\d{1,2}|\d{4,})")


def _quoting(look: str, delimiter: str) -> tuple[str, str]:
    single = re.compile(rf"(?:^|{re.escape(delimiter)})'[^'\n]*'(?:{re.escape(delimiter)}|$)", re.MULTILINE)
    quote = "'" if '"' not in look and single.search(look) else '"'
    backslash = f"\\{quote}" in look and quote * 2 not in look.replace(f"\\{quote}", "")
    return quote, "\\" if backslash else quote


def _evenness(look: str, dialect: Dialect) -> tuple[float, int]:
    """How many rows are as wide as the header, and how wide that is."""
    try:
        widths = [len(row) for row in dialect.cells(look.split("\n")[:_ROWS]) if row]
    except csv.Error:
        return 0.0, 0
    if not widths or widths[0] < 2:
        return 0.0, 0
    return widths.count(widths[0]) / len(widths), widths[0]


DELIMITER = Text(
    en="“{given}” cannot separate values: it has to be one character such as a comma, a semicolon or a tab.",
    de="„{given}“ kann keine Werte trennen: Es muss ein einzelnes Zeichen sein, etwa Komma, Semikolon oder Tabulator.",
)
