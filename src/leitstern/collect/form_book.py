"""A workbook to fill in: titles, lines to begin with, and what cells are chosen from."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINES = 5_000  # that carry lists and ranges
NARROW, WIDE, TALL = 12, 30, 120  # characters; points of a line of long titles


@dataclass(frozen=True, slots=True)
class Points:
    """Columns `first` to `last` take whole numbers from `low` to `high`."""

    first: int
    last: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the first sheet; `lists` says by column which words are offered."""

    name: str
    titles: Sequence[str]
    lines: Sequence[Sequence[str | int]]
    lists: Mapping[int, Sequence[str]]
    points: Points | None = None


def form_book(sheet: Sheet, words: str) -> bytes:
    """The XLSX; `words` names its second sheet, in which the offered words stand. Texts are never formulas."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page, offered = book.add_worksheet(sheet.name), book.add_worksheet(words)
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#EEE6F3"})
        text = book.add_format({"num_format": "@"})
        for at, title in enumerate(sheet.titles):
            page.write_string(0, at, title, head)
            page.set_column(at, at, WIDE)
        page.freeze_panes(1, 0)
        for row, cells in enumerate(sheet.lines, start=1):
            for at, cell in enumerate(cells):
                if isinstance(cell, int):
                    page.write_number(row, at, cell)
                else:
                    page.write_string(row, at, cell, text)
        for place, (at, choices) in enumerate(sheet.lists.items()):
            offered.write_string(0, place, sheet.titles[at], head)
            offered.set_column(place, place, WIDE)
            for row, word in enumerate(choices, start=1):
                offered.write_string(row, place, word, text)
            letter = chr(ord("A") + place)
            source = f"='{words}'!${letter}$2:${letter}${len(choices) + 1}"
            page.data_validation(1, at, LINES, at, {"validate": "list", "source": source})
        if points := sheet.points:
            rule = {
                "validate": "integer",
                "criteria": "between",
                "minimum": points.low,
                "maximum": points.high,
            }
            page.data_validation(1, points.first, LINES, points.last, rule)
            page.set_column(points.first, points.last, NARROW)
            page.set_row(0, TALL)
            page.freeze_panes(1, points.first)
    return out.getvalue()
