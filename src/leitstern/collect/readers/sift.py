"""Parting the sound records of a text file from the broken ones, when there are broken ones."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from leitstern.collect.readers.relation import Broken, Relation
from leitstern.collect.sql import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from leitstern.collect.readers.dialect import Dialect
    from leitstern.collect.readers.encoding import Encoding
    from leitstern.collect.readers.records import Record


def read_sound(
    records: Iterable[Record],
    width: int,
    dialect: Dialect,
    encoding: Encoding,
    staging: Path,
    make: Callable[[Relation], None],
    put_aside: Callable[[Broken], None],
) -> None:
    """Let `make` have the sound records, through a file in `staging`, and `put_aside` the broken ones."""
    sound = staging / "sound.csv"
    try:
        with sound.open("wb") as out:
            for broken in sift(records, width, dialect, encoding, out):
                put_aside(broken)
        make(
            Relation(
                scan(sound, dialect, width, numbered=True, header="false", new_line=r"\n"), numbered=True
            )
        )
    finally:
        sound.unlink(missing_ok=True)


def scan(path: Path, dialect: Dialect, width: int, *, numbered: bool = False, **options: str) -> str:
    """DuckDB's strict reading of a file with `width` text columns `c0`, `c1`, …, and `_line` in front if `numbered`."""
    line = {"_line": "BIGINT"} if numbered else {}
    types = line | {f"c{index}": "VARCHAR" for index in range(width)}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    given = {"delim": dialect.delimiter, "quote": dialect.quote, "escape": dialect.escape, **options}
    listed = ", ".join(f"{name} = {literal(value)}" for name, value in given.items())
    return f"read_csv({literal(str(path))}, auto_detect = false, columns = {{{columns}}}, {listed})"


def sift(
    records: Iterable[Record], width: int, dialect: Dialect, encoding: Encoding, out: BinaryIO
) -> Iterator[Broken]:
    """Write sound records to `out` as UTF-8, each with its number in front as one more column; give the broken ones.

    Values beyond the header's columns are let go if they are empty: many programs end their lines with a separator.
    """
    delimiter = dialect.delimiter.encode()
    for record in records:
        code, value = _fault(record, width, dialect)
        if not code:
            try:
                text = _utf8(record, width, dialect, encoding)
            except UnicodeError:
                code = "encoding"
            except csv.Error:
                code = "line-end"
            else:
                out.write(b"%d%s%s\n" % (record.number, delimiter, text))
                continue
        yield Broken(record.number, code, value, encoding.original(record.carried))


def _fault(record: Record, width: int, dialect: Dialect) -> tuple[str, str]:
    if record.fault:
        return record.fault, ""
    if "\0" in record.carried:
        return "nul", ""
    if record.columns < width:
        return "too-few", f"{record.columns}/{width}"
    if record.columns > width and not _surplus_is_empty(record, width, dialect):
        return "too-many", f"{record.columns}/{width}"
    return "", ""


def _surplus_is_empty(record: Record, width: int, dialect: Dialect) -> bool:
    return record.carried.endswith(dialect.delimiter * (record.columns - width))


def _utf8(record: Record, width: int, dialect: Dialect, encoding: Encoding) -> bytes:
    """The record's text, brought into a form that every reader agrees on."""
    carried = record.carried
    if "\r" in carried:  # DuckDB accepts one inside quotes only
        carried = dialect.delimiter.join(
            _quoted(cell, dialect) for cell in dialect.cells([carried])[0][:width]
        )
    elif record.columns > width:
        carried = carried[: width - record.columns]
    return encoding.to_utf8(carried)


def _quoted(cell: str, dialect: Dialect) -> str:
    escaped = cell.replace(dialect.escape, dialect.escape * 2)
    if dialect.escape != dialect.quote:
        escaped = escaped.replace(dialect.quote, dialect.escape + dialect.quote)
    return f"{dialect.quote}{escaped}{dialect.quote}"
