"""Every list can be taken along as CSV."""

from __future__ import annotations

import csv
import unicodedata
from io import StringIO
from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula, full-width look-alikes and leading white space included."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    start = unicodedata.normalize("NFKC", cell.lstrip("\ufeff \t\r\n\u00a0\u200b"))[:1]
    return "'" + cell if start in {"=", "+", "-", "@", "|", "%"} or cell[:1] in {"\t", "\r", "\n"} else cell
