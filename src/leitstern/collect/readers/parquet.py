"""Parquet: DuckDB reads it where it lies. Structures become dotted columns, types become the text the import understands."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect.readers import header
from leitstern.collect.readers.json_record import LIST
from leitstern.collect.readers.kind import LOCKED
from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.loaded import BATCH
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.relation import Broken, Relation
from leitstern.collect.readers.unpack import BOMB, DAMAGED
from leitstern.collect.sql import literal
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from duckdb import DuckDBPyConnection
    from duckdb.sqltypes import DuckDBPyType

    from leitstern.collect.mapping import Format
    from leitstern.collect.readers.dialect import Decimal

HARMLESS = 1_000_000  # rows a file may have whatever its size
DEEPEST = 64
_LISTS = frozenset({"list", "array", "map", "union", "variant"})


@dataclass(frozen=True, slots=True)
class Parquet:
    """See `Reader`. A row's line is its number in the file; an original is the row as a JSON object of what is filled in."""

    name: str
    size: int
    con: DuckDBPyConnection
    sql: str  # gives `_line` and `c0`, `c1`, …
    columns: tuple[str, ...]
    zeros: tuple[int, ...]  # lines of rows with a zero byte
    decimal: Decimal = "."
    encoding: str = "utf-8"

    @property
    def head(self) -> bytes:
        """See `Reader`."""
        return Layout(self.columns, self.decimal).packed()

    def read(
        self, staging: Path, make: Callable[[Relation], None], put_aside: Callable[[Broken], None]
    ) -> None:
        """See `Reader`."""
        sound = f"WHERE _line NOT IN ({', '.join(map(str, self.zeros))})" if self.zeros else ""
        make(Relation(f"(FROM ({self.sql}) {sound})", numbered=True))
        for line, original in self.originals(self.zeros):
            put_aside(Broken(line, "nul", "", original))

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """See `Reader`."""
        for some in batched(sorted(numbers), BATCH):
            listed = ", ".join(map(str, some))
            found = engine.rows(self.con, f"FROM ({self.sql}) WHERE _line IN ({listed}) ORDER BY _line")
            for line, *cells in found:
                filled = {n: cell for n, cell in zip(self.columns, cells, strict=True) if cell is not None}
                yield line, json.dumps(filled, ensure_ascii=False).encode()


def open_parquet(con: DuckDBPyConnection, table: str, name: str, path: Path, how: Format) -> Parquet:
    """Look through the whole file once; its rows are read where they lie, except that `unnest` makes a `table` of them.

    Raises Refused for what is damaged, encrypted, too wide, or says that it holds more than it can.
    """
    with _apart(engine.rows(con, "SELECT current_setting('memory_limit')")[0][0]) as own:
        shape = _shape(own, path, how)
        zeros = _zeros(own, shape)
    sql = shape.sql
    if how.unnest:
        engine.rows(con, f"CREATE OR REPLACE TEMP TABLE {table} AS {sql}")
        sql = f"FROM {table}"
    return Parquet(name, path.stat().st_size, con, sql, shape.columns, zeros, how.decimal or ".")


def peek_parquet(path: Path, how: Format, rows: int) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
    """Columns and first rows. Raises Refused as `open_parquet` does, though damage may show later."""
    with _apart("500MB") as own:
        shape = _shape(own, path, how)
        return shape.columns, engine.rows(own, f"SELECT * EXCLUDE (_line) FROM ({shape.sql}) LIMIT {rows}")


@contextmanager
def _apart(memory_limit: str) -> Iterator[DuckDBPyConnection]:
    """An engine of its own: a damaged file can make one unusable. Raises Refused in place of its errors."""
    try:
        with closing(duckdb.connect(config={"memory_limit": memory_limit, "threads": 1})) as con:
            con.execute("SET TimeZone = 'UTC'")
            yield con
    except duckdb.OutOfMemoryException:
        raise Refused(TOO_LARGE) from None
    except (duckdb.Error, RuntimeError) as wrong:
        raise Refused(LOCKED if "ncrypt" in str(wrong) else DAMAGED) from None


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a file is like: see `Parquet`; `free` are the columns that can hold any letter."""

    sql: str
    columns: tuple[str, ...]
    free: tuple[str, ...]


def _shape(con: DuckDBPyConnection, path: Path, how: Format) -> _Shape:
    exactly = literal("".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path)))  # no pattern
    source, line = f"read_parquet({exactly}, file_row_number = true)", "file_row_number + 1"
    opened = con.sql(f"SELECT * EXCLUDE (file_row_number) FROM {source}")
    ((rows,),) = engine.rows(con, f"SELECT count(*) FROM read_parquet({exactly})")
    if rows > max(HARMLESS, path.stat().st_size):
        raise Refused(BOMB)
    if len(opened.columns) > header.MOST:
        raise Refused(header.TOO_WIDE.fill(found=len(opened.columns), most=header.MOST))
    columns = zip(opened.columns, opened.types, strict=True)
    leaves = [leaf for name, kind in columns for leaf in _leaves(name, _quoted(name), kind)]
    if how.unnest:
        leaves, line, source = _unnested(leaves, source, how.unnest)
    listed = ", ".join(f"{leaf.sql} AS c{index}" for index, leaf in enumerate(leaves))
    return _Shape(
        f"SELECT {line} AS _line, {listed} FROM {source}",
        header.names([leaf.name for leaf in leaves]),
        tuple(f"c{index}" for index, leaf in enumerate(leaves) if leaf.free),
    )


def _zeros(con: DuckDBPyConnection, shape: _Shape) -> tuple[int, ...]:
    """The lines of rows with a zero byte. Looks at every value, so that damage shows here."""
    every = ", ".join(f"c{index}" for index in range(len(shape.columns)))
    holds = " OR ".join([f"hash({every}) IS NULL", *(f"contains({name}, chr(0))" for name in shape.free)])
    return tuple(
        n for (n,) in engine.rows(con, f"SELECT _line FROM ({shape.sql}) WHERE {holds} LIMIT {BATCH}")
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A column: its name, its text as SQL, whether it may hold any letter, and what it is made of if it is a list."""

    name: str
    sql: str
    free: bool
    raw: str = ""
    inner: DuckDBPyType | None = None


def _leaves(name: str, sql: str, kind: DuckDBPyType, depth: int = 1) -> Iterator[_Leaf]:
    """The columns of a column: of a structure its parts, else itself."""
    if depth > DEEPEST:
        raise Refused(BOMB)
    if kind.id == "struct":
        for inner, of in kind.children:
            yield from _leaves(f"{name}.{inner}", f"struct_extract({sql}, {literal(inner)})", of, depth + 1)
    elif kind.id in _LISTS:
        inner = kind.children[0][1] if kind.id in ("list", "array") else None
        yield _Leaf(name + LIST, f"nullif(to_json({sql})::VARCHAR, '[]')", True, sql, inner)
    elif kind.id in ("double", "float"):
        whole = f"{sql} = trunc({sql}) AND abs({sql}) < 1e15"
        yield _Leaf(
            name,
            f"CASE WHEN isnan({sql}) THEN NULL WHEN {whole} THEN {sql}::BIGINT::VARCHAR ELSE {sql}::VARCHAR END",
            False,
        )
    elif kind.id == "blob":
        yield _Leaf(name, f"TRY(decode({sql}))", True)
    else:
        yield _Leaf(name, f"{sql}::VARCHAR", kind.id == "varchar")


def _unnested(leaves: list[_Leaf], source: str, unnest: str) -> tuple[list[_Leaf], str, str]:
    """The same with one row per element of the list at `unnest`, or one without if it has none."""
    wanted = header.clean(unnest)
    found = next((leaf for leaf in leaves if leaf.inner and header.clean(leaf.name) == wanted + LIST), None)
    if found is None or found.inner is None:
        raise Refused(NO_LIST.fill(name=unnest))
    others = [leaf for leaf in leaves if leaf is not found]
    elements = f"CASE WHEN len({found.raw}) > 0 THEN {found.raw} ELSE [NULL] END"
    source = f"(SELECT *, unnest({elements}) AS _element FROM {source})"
    inner = list(_leaves(wanted, "_element", found.inner))
    return [*others, *inner], "row_number() OVER ()", source


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


TOO_LARGE = Text(
    en="The Parquet file has row groups too large for the memory of this installation. Please write it with smaller ones.",
    de="Die Parquet-Datei hat Zeilengruppen, die für den Arbeitsspeicher dieser Installation zu groß sind. Bitte schreiben "
    "Sie sie mit kleineren.",
)
NO_LIST = Text(
    en="`unnest` names “{name}”, but the file has no list of that name.",
    de="`unnest` nennt „{name}“, die Datei hat aber keine Liste dieses Namens.",
)
