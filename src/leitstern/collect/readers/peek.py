"""A first look into a file: what a person, or the guided import, needs to say what its columns mean."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect.mapping import Format
from leitstern.collect.readers.delimited import open_delimited
from leitstern.collect.readers.eventlog import eventlog_rows
from leitstern.collect.readers.json_lines import NOT_LINES, json_rows
from leitstern.collect.readers.kind import find_kind
from leitstern.collect.readers.ocel import load_ocel
from leitstern.collect.readers.parquet import peek_parquet
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.workbook import open_sheet, sheet_titles
from leitstern.collect.sql import literal
from leitstern.core.errors import InvalidInput
from leitstern.store import engine

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.readers.loaded import Row

DETECTED = Format()
SMALL = {
    "memory_limit": "500MB",
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


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
        how = replace(how, type=kind)
        if kind == "parquet":
            columns, found = peek_parquet(path, how, rows)
            return Peek(columns, tuple(found), how)
        if kind == "ocel":
            return _objects(path, how, rows)
        return _records(path, how, rows)
    except Refused as refused:
        raise InvalidInput(refused.text) from None


def _records(path: Path, how: Format, rows: int) -> Peek:
    """Files whose columns show only as their records come."""
    found = json_rows(path, how) if how.type == "jsonl" else eventlog_rows(path)
    first = list(islice(found, rows))
    columns = tuple(dict.fromkeys(name for _, cells in first for name in cells))
    if not columns and how.type == "jsonl":
        raise Refused(NOT_LINES)
    return Peek(columns, _table(columns, first), Format(type=how.type, unnest=how.unnest))


def _objects(path: Path, how: Format, rows: int) -> Peek:
    """An object-centric log takes an engine to see what belongs together."""
    with TemporaryDirectory(dir=path.parent) as spill, closing(duckdb.connect(config=SMALL)) as con:
        con.execute(f"SET temp_directory = {literal(spill)}; SET TimeZone = 'UTC'")
        columns = load_ocel(con, "peeked", path, how.unnest or "", rows)
        found = engine.rows(con, f"SELECT * EXCLUDE (_line) FROM peeked ORDER BY _line LIMIT {rows}")
        return Peek(columns, tuple(found), how)


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
