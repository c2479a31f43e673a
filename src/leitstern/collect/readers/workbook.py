"""Workbooks (XLSX): one sheet is one table. Formulas count as the value they last had, errors as empty."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leitstern.collect.readers import header, workbook_cells
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import check_zip
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.collect.mapping import Format
    from leitstern.collect.readers.loaded import Row

Cells = list[str | None]


def sheet_titles(path: Path) -> tuple[str, ...]:
    """The names of the sheets. Raises Refused for what is no workbook."""
    check_zip(path)
    with _reading(path, "") as (titles, _):
        return titles


@contextmanager
def open_sheet(path: Path, how: Format) -> Iterator[tuple[tuple[str, ...], Iterator[Row]]]:
    """Columns, named by the first filled row, and the filled rows below it by their number in the sheet.

    Raises Refused for what is no workbook, and for a sheet that is missing or empty.
    """
    check_zip(path)
    with _reading(path, how.sheet or "") as (titles, rows):
        if how.sheet and how.sheet not in titles:
            raise Refused(NO_SHEET.fill(sheet=how.sheet, titles=", ".join(titles)))
        filled = ((number, cells) for number, cells in enumerate(rows, start=1) if any(cells))
        columns = header.names([cell or "" for cell in next(filled, (0, []))[1]])
        if not columns:
            raise Refused(NO_ROWS)
        yield columns, ((number, dict(zip(columns, cells, strict=True))) for number, cells in filled)


@contextmanager
def _reading(path: Path, sheet: str) -> Iterator[tuple[tuple[str, ...], Iterator[Cells]]]:
    """A process that reads a sheet: all titles, and the rows from the first on."""
    command = [sys.executable, "-m", workbook_cells.__name__, str(path), sheet]
    with subprocess.Popen(  # noqa: S603  (our own module, no shell)
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        try:
            if not process.stdout or not (start := process.stdout.readline()):
                raise Refused(UNREADABLE)
            yield tuple(json.loads(start)), map(json.loads, process.stdout)
            if process.wait():
                raise Refused(UNREADABLE)
        finally:
            process.kill()


NO_SHEET = Text(
    en="There is no sheet “{sheet}”; the workbook has: {titles}.",
    de="Es gibt kein Blatt „{sheet}“; die Mappe hat: {titles}.",
)
NO_ROWS = Text(en="The sheet is empty.", de="Das Blatt ist leer.")
UNREADABLE = Text(
    en="The workbook cannot be read, or a stray cell far away from the others makes its table too large. Please copy "
    "the table into a new workbook, or save it as CSV.",
    de="Die Arbeitsmappe lässt sich nicht lesen, oder eine einzelne Zelle weit abseits macht ihre Tabelle zu groß. "
    "Bitte kopieren Sie die Tabelle in eine neue Mappe, oder speichern Sie sie als CSV.",
)
