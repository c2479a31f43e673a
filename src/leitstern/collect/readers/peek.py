"""A first look into a file: what a person, or the guided import, needs to say what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from leitstern.collect.mapping import Format
from leitstern.collect.readers.delimited import open_delimited
from leitstern.collect.readers.eventlog import eventlog_rows
from leitstern.collect.readers.kind import find_kind
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.workbook import open_sheet, sheet_titles
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.readers.loaded import Row

DETECTED = Format()


@dataclass(frozen=True, slots=True)
class Peek:
    """Columns, first rows (None = empty), how the file is read, and the sheets if it is a workbook."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    how: Format
    sheets: tuple[str, ...] = ()


def peek(path: Path, how: Format = DETECTED, rows: int = 1000) -> Peek:
    """The first `rows` rows of a file. Raises InvalidInput if it cannot be read."""
    try:
        kind = find_kind(path, how.type)
        if kind == "csv":
            return _text(path, how, rows)
        if kind == "xlsx":
            return _sheet(path, how, rows)
        first = list(islice(eventlog_rows(path), rows))
        columns = tuple(dict.fromkeys(name for _, cells in first for name in cells))
        return Peek(columns, _table(columns, first), Format(type="xes"))
    except Refused as refused:
        raise InvalidInput(refused.text) from None


def _text(path: Path, how: Format, rows: int) -> Peek:
    file = open_delimited(path.name, path, how)
    found = tuple(tuple(cell.strip() or None for cell in row) for row in file.sample(rows))
    how = Format("csv", file.dialect.delimiter, file.encoding, file.decimal, how.dates)
    return Peek(file.columns, found, how)


def _sheet(path: Path, how: Format, rows: int) -> Peek:
    sheets = sheet_titles(path)
    chosen = Format("xlsx", decimal=how.decimal, dates=how.dates, sheet=how.sheet or sheets[0])
    with open_sheet(path, chosen) as (columns, found):
        return Peek(columns, _table(columns, list(islice(found, rows))), chosen, sheets)


def _table(columns: tuple[str, ...], rows: list[Row]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(tuple(cells.get(name) for name in columns) for _, cells in rows)
