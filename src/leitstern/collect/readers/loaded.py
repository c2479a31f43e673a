"""Files that are read row by row into a table of DuckDB, because DuckDB cannot read them itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

import pyarrow as pa

from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.relation import Relation
from leitstern.collect.readers.spans import TEXT
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.collect.readers.dialect import Decimal
    from leitstern.collect.readers.relation import Broken

BATCH = 20_000
BETWEEN = "rows_to_load"
Cells = dict[str, str | None]
Row = tuple[int, Cells]


@dataclass(frozen=True, slots=True)
class Loaded:
    """See `Reader`. An original is the row as a JSON object of what is filled in."""

    name: str
    size: int
    con: duckdb.DuckDBPyConnection
    table: str
    columns: tuple[str, ...]
    decimal: Decimal = "."
    encoding: str = "utf-8"

    @property
    def head(self) -> bytes:
        """See `Reader`."""
        return Layout(self.columns, self.decimal).packed()

    def read(
        self,
        staging: Path,
        make: Callable[[Relation], None],
        put_aside: Callable[[Broken], None],
    ) -> None:
        """See `Reader`."""
        make(Relation(self.table, numbered=True))

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """See `Reader`."""
        for some in batched(sorted(numbers), BATCH):
            listed = ", ".join(map(str, some))
            found = engine.rows(self.con, f"FROM {self.table} WHERE _line IN ({listed}) ORDER BY _line")
            for line, *cells in found:
                filled = {n: cell for n, cell in zip(self.columns, cells, strict=True) if cell is not None}
                yield line, json.dumps(filled, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows as columns: their lines, and their cells (`spans.TEXT`) by column name."""

    lines: pa.Array
    cells: dict[str, pa.Array]


def load(
    con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """Fill a new temporary table with `rows` (line, cells by column name); give its columns.

    Beside the `known` ones `rows` may bring new columns at any time. Never more than a batch is in memory.
    """
    return load_pieces(con, table, (piece(batch) for batch in batched(rows, BATCH)), known)


def piece(rows: Sequence[Row]) -> Piece:
    """Rows as columns, in the order in which they come up."""
    names = dict.fromkeys(name for _, cells in rows for name in cells)
    return Piece(
        pa.array([line for line, _ in rows], pa.int64()),
        {name: pa.array([cells.get(name) for _, cells in rows], TEXT) for name in names},
    )


def load_pieces(
    con: duckdb.DuckDBPyConnection, table: str, pieces: Iterable[Piece], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """The same from pieces, which have to come in the order of their lines and may not use `con`."""
    engine.rows(con, f"CREATE OR REPLACE TEMP TABLE {table} (_line BIGINT)")
    columns: list[str] = []
    following = iter(pieces)
    piece = next(following, None)

    def add(names: Iterable[str]) -> None:
        for name in names:
            engine.rows(con, f"ALTER TABLE {table} ADD COLUMN c{len(columns)} VARCHAR")
            columns.append(name)

    def of_the_same_columns() -> Iterator[pa.RecordBatch]:
        nonlocal piece
        while piece is not None and there.issuperset(piece.cells):
            yield record_batch(piece, columns)
            piece = next(following, None)

    add(known)
    while piece is not None:
        there = set(columns)
        add(name for name in piece.cells if name not in there)
        there = set(columns)
        schema = pa.schema([("_line", pa.int64()), *((f"c{n}", TEXT) for n in range(len(columns)))])
        with engine.streamed(con, BETWEEN, schema, of_the_same_columns()):
            engine.rows(con, f"INSERT INTO {table} FROM {BETWEEN}")
    return tuple(columns)


def record_batch(of: Piece, columns: Sequence[str]) -> pa.RecordBatch:
    """A piece as a row of arrays: `_line`, and `c0`, `c1`, … for these columns, empty where it has none."""
    texts = [of.cells.get(name, pa.nulls(len(of.lines), TEXT)) for name in columns]
    return pa.record_batch([of.lines, *texts], ["_line", *(f"c{n}" for n in range(len(columns)))])
