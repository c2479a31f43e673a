"""Writing sheets of the data book: headings, number formats, marks for what is missing and what is suppressed."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import words
from leitstern.app.common.exports import begins_a_formula
from leitstern.app.reports.book_sheets import Form
from leitstern.charts.tokens import TOKENS
from leitstern.core.gap.reasons import FEWER_THAN_FIVE, TOO_FEW_CUSTOMERS
from leitstern.core.inside.publishing import PROTECTS, TOO_FEW
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from leitstern.app.reports.book_sheets import Cell, Column, Sheet

LONGEST = 32_767  # characters of a cell; longer ones a spreadsheet would drop
SUPPRESSED = {each.code for each in (FEWER_THAN_FIVE, TOO_FEW_CUSTOMERS, TOO_FEW, PROTECTS)}
FORMATS = {
    Form.TEXT: "@",
    Form.LONG: "@",
    Form.SHARE: "0.0%",
    Form.NUMBER: "#,##0.00",
    Form.COUNT: "#,##0",
}
LOOKS = {Form.TEXT: {"indent": 1}, Form.LONG: {"indent": 1, "text_wrap": True}}
DATES = {"de": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
A3 = 8  # as spreadsheets count paper
LINE, MOST_LINES = 15, 27  # points; 409 is the tallest row a spreadsheet knows
WIDTHS = {Form.TEXT: 26, Form.LONG: 70, Form.SHARE: 11, Form.NUMBER: 12, Form.COUNT: 11, Form.DATE: 12}
BEHIND = 5  # columns of a measured one


class Writer:
    """Writes sheet after sheet into one workbook."""

    def __init__(self, book: Workbook, language: str) -> None:
        self.book = book
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        forms = {**FORMATS, Form.DATE: DATES[language]}
        self.formats: dict[Form, Any] = {
            form: book.add_format({**base, "num_format": code, **LOOKS.get(form, {})})
            for form, code in forms.items()
        }
        self.quoted = book.add_format({**base, "num_format": "@", "quote_prefix": True})
        self.missing = book.add_format({**base, "font_color": TOKENS["muted"].paper, "italic": True})
        self.suppressed = book.add_format(
            {
                **base,
                "pattern": 14,
                "fg_color": TOKENS["muted"].paper,
                "bg_color": TOKENS["surface"].paper,
                "bold": True,
            }
        )
        self.heading = book.add_format(
            {
                **base,
                "bold": True,
                "text_wrap": True,
                "font_color": "#FFFFFF",
                "bg_color": TOKENS["night"].paper,
            }
        )

    def write(self, sheet: Sheet) -> None:
        """One sheet: heading row frozen and filtered, one row per entry, or how to get some."""
        page = self.book.add_worksheet(sheet.name[:31])
        heads = [head for column in sheet.columns for head in _heads(column)]
        for place, (head, form) in enumerate(heads):
            page.write_string(0, place, head, self.heading)
            page.set_column(place, place, WIDTHS[form])
        page.set_row(0, _tall([(head, WIDTHS[form]) for head, form in heads]))
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.set_paper(A3)
        page.fit_to_pages(1, 0)  # all columns beside each other, as many pages as there are rows
        page.repeat_rows(0)
        page.set_footer("&L&A&R&P / &N")
        if not sheet.rows:
            page.write_string(1, 0, sheet.empty, self.missing)
            return
        for number, row in enumerate(sheet.rows, start=1):
            long = [
                (str(cell), WIDTHS[Form.LONG])
                for column, cell in zip(sheet.columns, row, strict=True)
                if column.form is Form.LONG and not column.measured
            ]
            page.set_row(number, _tall(long))
            place = 0
            for column, cell in zip(sheet.columns, row, strict=True):
                if column.measured:
                    self._measured(page, number, place, cell, column)
                    place += BEHIND
                else:
                    self._cell(page, number, place, cell, column.form)
                    place += 1
        page.autofilter(0, 0, len(sheet.rows), len(heads) - 1)

    def _measured(self, page: Worksheet, row: int, place: int, found: Cell, column: Column) -> None:
        form = self.formats[column.form]
        if isinstance(found, Estimate):
            for behind, value in enumerate((found.value, found.low, found.high)):
                page.write_number(row, place + behind, value, form)
            page.write_number(row, place + 3, found.n, self.formats[Form.COUNT])
        elif isinstance(found, Missing) and found.code in SUPPRESSED:
            for behind in range(4):
                page.write_string(row, place + behind, _("suppressed"), self.suppressed)
            self._cell(page, row, place + 4, words(found.reason), Form.TEXT)
        else:
            page.write_string(row, place, "–", self.missing)
            reason = words(found.reason) if isinstance(found, Missing) else _("not asked")
            self._cell(page, row, place + 4, reason, Form.TEXT)

    def _cell(self, page: Worksheet, row: int, place: int, cell: Cell, form: Form) -> None:
        look = self.formats[form]
        match cell:
            case None:
                page.write_string(row, place, "–", self.missing)
            case bool():
                page.write_string(row, place, _("yes") if cell else _("no"), self.formats[Form.TEXT])
            case int() | float():
                page.write_number(row, place, cell, look)
            case date():
                page.write_datetime(row, place, cell, self.formats[Form.DATE])
            case _:
                text = str(cell)
                kept = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
                page.write_string(row, place, kept, self.quoted if begins_a_formula(kept) else look)


def _tall(cells: list[tuple[str, int]]) -> int:
    """Points a row takes whose cells wrap at a width in characters; not every program finds out by itself."""
    rows = (len(wrap(text, width)) for text, width in cells)
    return LINE * min(max(rows, default=1) or 1, MOST_LINES)


def _heads(column: Column) -> list[tuple[str, Form]]:
    if not column.measured:
        return [(column.head, column.form)]
    value = column.form
    parts = [("", value), (_("low"), value), (_("high"), value), ("n", Form.COUNT), (_("why not"), Form.TEXT)]
    return [(f"{column.head}: {part}" if part else column.head, form) for part, form in parts]
