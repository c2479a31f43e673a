"""The sheets behind the charts of a deck: what PowerPoint opens at *Edit data*, with interval, n and origin of every number.

Names are written as text, never as formulas. The distances that error bars show are formulas, so that they follow a
changed number.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from leitstern.app.common.drawing import words
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from leitstern.app.reports.deck_slides import Bars, Dot, Spans
    from leitstern.core.stats.estimate import Measured

SHEET = "Sheet1"  # the charts' formulas name it
BEHIND = 6  # columns behind the numbers of a series: low, high, minus, plus, n, why
LINE = 2  # points of the line of a view that sees one axis only


def span_of(column: int, first: int, rows: int) -> str:
    """The cells of a column as charts name them; column and first row count from 0."""
    name = xl_col_to_name(column)
    return f"{SHEET}!${name}${first + 1}:${name}${first + rows}"


def behind(series: int, count: int) -> int:
    """Where the columns behind the numbers of a series begin, of `count` series side by side."""
    return 1 + count + BEHIND * series


def bars_workbook(bars: Bars) -> bytes:
    """Categories, one column of numbers per series, then interval, n and the reason why one is missing."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        form = book.add_format({"num_format": bars.form})
        sheet.set_column(0, 0, 40)
        sheet.freeze_panes(1, 1)
        _column(sheet, 0, "", bars.categories)
        for number, series in enumerate(bars.series):
            value, more = 1 + number, behind(number, len(bars.series))
            _column(sheet, value, series.name, [])
            for place, head in enumerate((_("low"), _("high"), "−", "+", "n", _("why not"))):
                _column(sheet, more + place, f"{series.name}: {head}", [])
            for row, measured in enumerate(series.values, start=1):
                _measured(sheet, row, value, more, measured, form)
    return file.getvalue()


def matrix_workbook(
    axes: tuple[str, str], series: Sequence[tuple[str, Sequence[tuple[float, float]]]], dots: Sequence[Dot]
) -> bytes:
    """A block per series: culture, technology; behind those of views, which come last, intervals, n and source."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        form = book.add_format({"num_format": "0.00"})
        row = 0
        for number, (name, points) in enumerate(series):
            view = number - (len(series) - len(dots))
            dot = dots[view] if view >= 0 else None
            sheet.write_string(row, 0, axes[0])
            sheet.write_string(row, 1, name)
            for place, (x, y) in enumerate(points, start=1):
                sheet.write_number(row + place, 0, x, form)
                sheet.write_number(row + place, 1, y, form)
                if dot:
                    for axis, measured in enumerate((dot.culture, dot.technology)):
                        _measured(sheet, row + place, axis, 2 + BEHIND * axis, measured, form)
                    sheet.write_string(row + place, 2 + 2 * BEHIND, dot.source)
            if dot:
                for axis, head in enumerate(axes):
                    for place, part in enumerate((_("low"), _("high"), "−", "+", "n", _("why not"))):
                        sheet.write_string(row, 2 + BEHIND * axis + place, f"{head}: {part}")
                sheet.write_string(row, 2 + 2 * BEHIND, _("Source"))
            row += len(points) + 2
    return file.getvalue()


def spans_workbook(spans: Spans) -> bytes:
    """Early, the way to the middle and to the late end as the chart stacks them; then the dates themselves, in years."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        form = book.add_format({"num_format": "0.0"})
        sheet.set_column(0, 0, 40)
        _column(sheet, 0, "", [span.name for span in spans.spans])
        for column, head in enumerate((*spans.parts[:3], "P10", "P50", "P90", spans.parts[3]), start=1):
            _column(sheet, column, head, [])
        for row, span in enumerate(spans.spans, start=1):
            dates = (span.early, span.middle, span.late, span.mean)
            for column, date in enumerate(dates, start=4):
                sheet.write_number(row, column, date, form)
            sheet.write_formula(row, 1, f"=E{row + 1}", form, span.early)
            sheet.write_formula(row, 2, f"=F{row + 1}-E{row + 1}", form, span.middle - span.early)
            sheet.write_formula(row, 3, f"=G{row + 1}-F{row + 1}", form, span.late - span.middle)
    return file.getvalue()


def _column(sheet: Worksheet, column: int, head: str, texts: Sequence[str]) -> None:
    sheet.write_string(0, column, head)
    for row, text in enumerate(texts, start=1):
        sheet.write_string(row, column, text)


def _measured(sheet: Worksheet, row: int, value: int, more: int, measured: Measured, form: object) -> None:
    """A number at `value`, and from `more` on what stands behind it; a missing one leaves its cell empty and says why."""
    if isinstance(measured, Missing):
        sheet.write_string(row, more + BEHIND - 1, words(measured.reason))
        return
    at, low, high = (f"{xl_col_to_name(column)}{row + 1}" for column in (value, more, more + 1))
    sheet.write_number(row, value, measured.value, form)
    sheet.write_number(row, more, measured.low, form)
    sheet.write_number(row, more + 1, measured.high, form)
    sheet.write_formula(row, more + 2, f"={at}-{low}", form, measured.value - measured.low)
    sheet.write_formula(row, more + 3, f"={high}-{at}", form, measured.high - measured.value)
    sheet.write_number(row, more + 4, measured.n)
