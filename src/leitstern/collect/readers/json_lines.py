"""JSON Lines: one object per line. A broken line is put aside alone, with its own bytes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from itertools import batched, chain, islice
from typing import TYPE_CHECKING

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.json_block import lines_of
from leitstern.collect.readers.json_cells import BlockCells
from leitstern.collect.readers.json_record import LIST, Unsound, only, rows_of
from leitstern.collect.readers.json_shape import shape_of
from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.loaded import load, load_pieces
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
    from leitstern.collect.readers.json_shape import Shape
    from leitstern.collect.readers.loaded import Cells, Piece, Row
    from leitstern.collect.readers.spans import Places

    type Records = Iterable[tuple[int, bytes]]
    type Place = tuple[int, bytes, int | None]  # number, line, which element

PATIENCE = 50  # lines of which one has to be an object
KEPT = 250_000  # broken lines that are told apart; an import stops long before
AT_ONCE = 8  # pieces of a file that are looked at together
SHAPES = 64  # of lines that are remembered


@dataclass(frozen=True, slots=True)
class JsonLines:
    """See `Reader`. Rows count from 1; with `unnest` a line gives as many as its list has elements."""

    name: str
    size: int
    table: str
    columns: tuple[str, ...]
    places: Callable[[], Iterator[Place]]
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
        mine = (place for place in self.places() if place[0] in wanted)
        for line, raw, position in islice(mine, len(wanted)):
            yield line, raw if position is None else only(raw, self.unnest, position)


def open_json_lines(
    con: duckdb.DuckDBPyConnection, table: str, name: str, path: Path, how: Format
) -> JsonLines:
    """Read a file into a table of DuckDB. Raises Refused if it is not one object per line."""
    unnest, judge = how.unnest or "", _Judge()
    if unnest:
        columns = load(con, table, _rows(path, unnest, judge))
    else:
        columns = load_pieces(con, table, _pieces(path, judge))
    if not columns:
        raise Refused(NOT_LINES)
    size = path.stat().st_size
    return JsonLines(
        name, size, table, columns, lambda: _places(path, unnest), judge.broken, unnest, how.decimal or "."
    )


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
    unnest, judge = how.unnest or "", _Judge()
    kept = tuple(column for column in known if column != f"{unnest}{LIST}")
    columns = load(con, table, _single(records(), unnest, judge), kept)
    return JsonLines(
        name,
        size,
        table,
        columns,
        lambda: ((number, raw, None) for number, raw in records()),
        judge.broken,
        unnest,
        how.decimal or ".",
    )


def json_rows(path: Path, how: Format) -> Iterator[Row]:
    """The sound rows of a file. Raises Refused if it is not one object per line."""
    return _rows(path, how.unnest or "", _Judge())


@dataclass(slots=True)
class _Judge:
    """Takes one line after the other, and remembers what is wrong with those that are `broken`."""

    broken: dict[int, tuple[str, str]] = field(default_factory=dict)
    _columns: set[str] = field(default_factory=set)
    _wrong: int = 0
    _any_sound: bool = False

    def rows(self, number: int, raw: bytes, unnest: str = "") -> list[Cells]:
        """The rows of a line. Raises Refused if the first lines are no objects at all, and for too many columns."""
        try:
            found = rows_of(raw, unnest)
        except Unsound as wrong:
            self._wrong += 1
            if not self._any_sound and self._wrong > PATIENCE:
                raise Refused(NOT_LINES) from None
            self.put_aside(number, wrong)
            return []
        self._any_sound = True
        for cells in found:
            self.widen(cells)
        return found

    def put_aside(self, number: int, wrong: Unsound) -> None:
        """Remember what is wrong with a line."""
        if len(self.broken) < KEPT:
            self.broken[number] = (wrong.code, wrong.value)

    def widen(self, cells: Cells) -> None:
        """Count the columns. Raises Refused for too many."""
        if not self._columns.issuperset(cells):
            self._columns |= cells.keys()
            if len(self._columns) > MOST:
                raise Refused(TOO_WIDE.fill(found=len(self._columns), most=MOST))


def _rows(path: Path, unnest: str, judge: _Judge) -> Iterator[Row]:
    """The sound rows of a file, one by one."""
    number = 1
    for raw in _lines(path):
        found = judge.rows(number, raw, unnest)
        yield from enumerate(found, number)
        number += max(1, len(found))


def _single(records: Records, unnest: str, judge: _Judge) -> Iterator[Row]:
    """Those of records that keep their numbers."""
    for number, raw in records:
        try:
            found = rows_of(raw, unnest)
        except Unsound as wrong:
            judge.put_aside(number, wrong)
            continue
        if len(found) != 1:
            judge.put_aside(number, Unsound("not-one-row"))
            continue
        judge.widen(found[0])
        yield number, found[0]


def _pieces(path: Path, judge: _Judge) -> Iterator[Piece]:
    """The same rows as columns: lines of a shape that came before are read together, all others one by one."""
    shapes: list[Shape] = []
    number = position = 0
    for raw in _blocks(path):
        block = lines_of(raw)
        found = BlockCells(block, number)
        waiting = found.waiting
        for shape in shapes:
            waiting = _take(found, shape, waiting)
        while len(waiting):
            line, waiting = int(waiting[0]), waiting[1:]
            bare = _bare(block.part(line), position + line + 1)
            if not bare:
                found.leave_blank(line)
                continue
            for cells in judge.rows(found.number(line), bare):
                found.put(line, cells)
                if len(shapes) < SHAPES and (learned := shape_of(block.part(line), cells)):
                    shapes.append(learned)
                    waiting = _take(found, learned, waiting)
        number, position = found.last, position + len(block)
        yield found.piece()


def _take(found: BlockCells, shape: Shape, waiting: Places) -> Places:
    """Read all lines of this shape; those that are still waiting."""
    found.take(shape.find(found.block, waiting))
    return found.others(waiting)


def _places(path: Path, unnest: str) -> Iterator[Place]:
    """All lines with the numbers of their rows; with `unnest`, which element of the list a row is."""
    if not unnest:
        yield from ((number, raw, None) for number, raw in enumerate(_lines(path), 1))
        return
    number = 1
    for raw in _lines(path):
        try:
            count = len(rows_of(raw, unnest))
        except Unsound:
            yield number, raw, None
            number += 1
            continue
        yield from ((number + position, raw, position) for position in range(count))
        number += count


def _lines(path: Path) -> Iterator[bytes]:
    """The lines that are not blank, without their ends. Raises Refused for one that has none."""
    lines = chain.from_iterable(block.removesuffix(b"\n").split(b"\n") for block in _blocks(path))
    for position, line in enumerate(lines, 1):
        if bare := _bare(line, position):
            yield bare


def _bare(line: bytes, position: int) -> bytes:
    """A line without its end; nothing if it is blank. Raises Refused if it is too long."""
    bare = line.removesuffix(b"\n")
    if len(bare) > LONGEST:
        raise Refused(TOO_LONG.fill(line=position))
    return bare.removesuffix(b"\r") if bare.strip() else b""


def _blocks(path: Path) -> Iterator[bytes]:
    """Whole lines with their ends, many at a time; the last one may have none, or be the beginning of one too long."""
    mark, rest = codecs.BOM_UTF8, b""
    for some in batched(pieces(path), AT_ONCE):
        whole, end, rest = b"".join((rest, *some)).rpartition(b"\n")
        if end:
            yield (whole + end).removeprefix(mark)
            mark = b""
        if len(rest) > LONGEST:
            break
    if rest.removeprefix(mark):
        yield rest.removeprefix(mark)


NOT_LINES = Text(
    en="This is no JSON Lines: no line is an object of its own. Was it written over several lines, or cut off? Please "
    "export one object per line.",
    de="Das ist kein JSON Lines: Keine Zeile ist ein eigenes Objekt. Ist es über mehrere Zeilen geschrieben, oder "
    "abgeschnitten? Bitte exportieren Sie ein Objekt je Zeile.",
)
