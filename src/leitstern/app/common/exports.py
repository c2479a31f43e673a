"""Every list can be taken along as CSV."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


# A sign with which formulas begin (as it is, small or full-width), first in a text or in what may pass for a cell.
_FORMULA = re.compile(r"((?:^|[;\r\n\t])[\s\ufeff\u200b-\u200f\u2060]*)([=+\-@|%＝＋－＠｜％﹢﹣﹦﹫﹪])")


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download `name`.csv: UTF-8 with byte-order mark so that spreadsheets read umlauts, formulas neutralised."""
    response = HttpResponse(csv_text(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as CSV text."""
    out = StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([neutral(cell) for cell in header])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text, or a line of it, for a formula if it were typed in."""
    return _FORMULA.search(text) is not None


def neutral(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula.

    Full-width look-alikes and leading white space count too; so do the middles of texts, which a spreadsheet that
    expects semicolons takes for cells of their own.
    """
    if not isinstance(cell, str):
        return "" if cell is None else cell
    return _FORMULA.sub(r"\1'\2", cell)
