"""Files that are read row by row into a table of DuckDB, because DuckDB cannot read them itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

import pyarrow as pa

from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.relation import Relation
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
    """Rows as columns: their lines, and their cells by column name."""

    lines: pa.Array
    cells: dict[str, pa.Array]


def load(
    con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """Fill a new temporary table with `rows` (line, cells by column name); give its columns.

    Beside the `known` ones `rows` may bring new columns at any time. Never more than a batch is in memory.
    """
    return load_pieces(con, table, ([piece(batch)] for batch in batched(rows, BATCH)), known)


def piece(rows: Sequence[Row]) -> Piece:
    """Rows as columns, in the order in which they come up."""
    names = dict.fromkeys(name for _, cells in rows for name in cells)
    return Piece(
        pa.array([line for line, _ in rows], pa.int64()),
        {name: pa.array([cells.get(name) for _, cells in rows], pa.string()) for name in names},
    )


def load_pieces(
    con: duckdb.DuckDBPyConnection, table: str, batches: Iterable[Sequence[Piece]], known: Iterable[str] = ()
) -> tuple[str, ...]:
    """The same from batches of pieces. The rows of a batch are brought into the order of their lines."""
    engine.rows(con, f"CREATE OR REPLACE TEMP TABLE {table} (_line BIGINT)")
    columns: list[str] = []

    def add(names: Iterable[str]) -> None:
        for name in names:
            engine.rows(con, f"ALTER TABLE {table} ADD COLUMN c{len(columns)} VARCHAR")
            columns.append(name)

    add(known)
    for batch in batches:
        seen = set(columns)
        add(dict.fromkeys(name for each in batch for name in each.cells if name not in seen))
        rows = pa.concat_tables([_table(each, columns) for each in batch])
        con.register(BETWEEN, rows.sort_by("_line") if len(batch) > 1 else rows)
        engine.rows(con, f"INSERT INTO {table} FROM {BETWEEN}")
        con.unregister(BETWEEN)
    return tuple(columns)


def _table(of: Piece, columns: Sequence[str]) -> pa.Table:
    texts = [of.cells.get(name, pa.nulls(len(of.lines), pa.string())) for name in columns]
    return pa.table([of.lines, *texts], ["_line", *(f"c{n}" for n in range(len(columns)))])
