"""JSON Lines: one object per line. A broken line is put aside alone, with its own bytes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.json_record import LIST, Unsound, only, rows_of
from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.loaded import load
from leitstern.collect.readers.records import LONGEST, TOO_LONG
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.relation import Broken, Relation
from leitstern.collect.readers.unpack import pieces
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.collect.mapping import Format
    from leitstern.collect.readers.dialect import Decimal
    from leitstern.collect.readers.loaded import Cells, Row

    type Records = Iterable[tuple[int, bytes]]
    type Found = tuple[
        int, Cells | Unsound, bytes, int | None
    ]  # number, cells or what is wrong, line, which element

PATIENCE = 50  # lines of which one has to be an object
KEPT = 250_000  # broken lines that are told apart; an import stops long before


@dataclass(frozen=True, slots=True)
class JsonLines:
    """See `Reader`. Rows count from 1; with `unnest` a line gives as many as its list has elements."""

    name: str
    size: int
    table: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Found]]
    broken: dict[int, tuple[str, str]]
    unnest: str
    decimal: Decimal = "."
    encoding: str = "utf-8"

    @property
    def head(self) -> bytes:
        """See `Reader`."""
        return Layout(self.columns, self.decimal, lines=True).packed()

    def read(
        self, staging: Path, make: Callable[[Relation], None], put_aside: Callable[[Broken], None]
    ) -> None:
        """See `Reader`."""
        make(Relation(self.table, numbered=True))
        for line, original in self.originals(self.broken):
            put_aside(Broken(line, *self.broken[line], original))

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """See `Reader`. Of a line with several rows, the line with that row's element alone."""
        wanted = set(numbers)
        mine = (found for found in self.rows() if found[0] in wanted)
        for line, _, raw, position in islice(mine, len(wanted)):
            yield line, raw if position is None else only(raw, self.unnest, position)


def open_json_lines(
    con: duckdb.DuckDBPyConnection, table: str, name: str, path: Path, how: Format
) -> JsonLines:
    """Read a file into a table of DuckDB. Raises Refused if it is not one object per line."""
    found = _read(con, table, name, path.stat().st_size, lambda: _rows(_lines(path), how.unnest or ""), how)
    if not found.columns:
        raise Refused(NOT_LINES)
    return found


def waiting_json_lines(
    con: duckdb.DuckDBPyConnection,
    table: str,
    name: str,
    size: int,
    records: Callable[[], Records],
    how: Format,
    known: tuple[str, ...],
) -> JsonLines:
    """Read records that were put aside; each stands for one row. Their file had the `known` columns."""
    kept = tuple(column for column in known if column != f"{how.unnest}{LIST}")
    return _read(con, table, name, size, lambda: _single(records(), how.unnest or ""), how, kept)


def json_rows(path: Path, how: Format) -> Iterator[Row]:
    """The sound rows of a file. Raises Refused if it is not one object per line."""
    return _sound(_rows(_lines(path), how.unnest or ""), {})


def _read(
    con: duckdb.DuckDBPyConnection,
    table: str,
    name: str,
    size: int,
    rows: Callable[[], Iterator[Found]],
    how: Format,
    known: tuple[str, ...] = (),
) -> JsonLines:
    broken: dict[int, tuple[str, str]] = {}
    columns = load(con, table, _sound(rows(), broken), known)
    return JsonLines(name, size, table, columns, rows, broken, how.unnest or "", how.decimal or ".")


def _sound(found: Iterator[Found], broken: dict[int, tuple[str, str]]) -> Iterator[Row]:
    """The sound rows; what is wrong with the others goes to `broken`. Raises Refused for too many columns."""
    columns: set[str] = set()
    for number, cells, _, _ in found:
        if isinstance(cells, Unsound):
            if len(broken) < KEPT:
                broken[number] = (cells.code, cells.value)
            continue
        if not columns.issuperset(cells):
            columns |= cells.keys()
            if len(columns) > MOST:
                raise Refused(TOO_WIDE.fill(found=len(columns), most=MOST))
        yield number, cells


def _rows(lines: Iterable[bytes], unnest: str) -> Iterator[Found]:
    """The rows of a file. Raises Refused if its first lines are no objects at all."""
    number, wrong_so_far, any_sound = 0, 0, False
    for raw in lines:
        number += 1
        try:
            found = rows_of(raw, unnest)
        except Unsound as wrong:
            wrong_so_far += 1
            if not any_sound and wrong_so_far > PATIENCE:
                raise Refused(NOT_LINES) from None
            yield number, wrong, raw, None
            continue
        any_sound = True
        for position, cells in enumerate(found):
            yield number + position, cells, raw, position if unnest else None
        number += len(found) - 1


def _single(records: Records, unnest: str) -> Iterator[Found]:
    """Records that keep their numbers."""
    for number, raw in records:
        try:
            found = rows_of(raw, unnest)
        except Unsound as wrong:
            yield number, wrong, raw, None
            continue
        yield number, found[0] if len(found) == 1 else Unsound("not-one-row"), raw, None


def _lines(path: Path) -> Iterator[bytes]:
    """The lines that are not blank, without their ends. Raises Refused for one that has none."""
    rest, first, position = b"", True, 0
    for piece in pieces(path):
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            position += 1
            if len(line) > LONGEST:
                raise Refused(TOO_LONG.fill(line=position))
            bare = line.removesuffix(b"\r")
            if first:
                bare, first = bare.removeprefix(codecs.BOM_UTF8), False
            if bare.strip():
                yield bare
        if len(rest) > LONGEST:
            raise Refused(TOO_LONG.fill(line=position + 1))
    bare = rest.removesuffix(b"\r")
    if first:
        bare = bare.removeprefix(codecs.BOM_UTF8)
    if bare.strip():
        yield bare


NOT_LINES = Text(
    en="This is no JSON Lines: no line is an object of its own. Was it written over several lines, or cut off? Please "
    "export one object per line.",
    de="Das ist kein JSON Lines: Keine Zeile ist ein eigenes Objekt. Ist es über mehrere Zeilen geschrieben, oder "
    "abgeschnitten? Bitte exportieren Sie ein Objekt je Zeile.",
)
