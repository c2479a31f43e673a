"""What a log says, in temporary tables."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.loaded import BETWEEN, Piece, record_batch
from leitstern.collect.readers.ocel.facts import ACTIVITY, COLUMNS, EVENT, TIME, Told
from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import duckdb

TOGETHER = 32  # parts of a log that are stored at once
TABLES = ("event", *COLUMNS)


def fill_tables(con: duckdb.DuckDBPyConnection, told: Iterable[Told]) -> list[str]:
    """Fill `ocel_event` (_line, c0, c1, …) and an `ocel_` table for each of COLUMNS; the names of the events' columns.

    Raises Refused for ids that come twice.
    """
    names = [EVENT, ACTIVITY, TIME]
    engine.rows(
        con, "CREATE OR REPLACE TEMP TABLE ocel_event (_line BIGINT, c0 VARCHAR, c1 VARCHAR, c2 VARCHAR)"
    )
    for table, columns in COLUMNS.items():
        listed = ", ".join(
            f"{name} {'BIGINT' if kind == pa.int64() else 'VARCHAR'}" for name, kind in columns.items()
        )
        engine.rows(con, f"CREATE OR REPLACE TEMP TABLE ocel_{table} ({listed})")
    for some in batched(told, TOGETHER):
        pieces = [each.events for each in some if each.events]
        for name in dict.fromkeys(name for each in pieces for name in each.cells if name not in names):
            if len(names) >= MOST:
                raise Refused(TOO_WIDE.fill(found=len(names) + 1, most=MOST))
            engine.rows(con, f"ALTER TABLE ocel_event ADD COLUMN c{len(names)} VARCHAR")
            names.append(name)
        _insert(con, "event", [record_batch(each, names) for each in pieces])
        for table, columns in COLUMNS.items():
            found = [each.others[table] for each in some if table in each.others]
            _insert(con, table, [pa.record_batch(arrays, list(columns)) for arrays in found])
    _check(con, "event", "c0")
    engine.rows(
        con,
        "INSERT INTO ocel_tie SELECT e._line, r.object, r.qualifier FROM ocel_named_tie r "
        "JOIN ocel_event e ON r.event = e.c0",
    )
    _check(con, "object", "id")
    return names


def first(told: Iterable[Told], most: int) -> Iterator[Told]:
    """Everything about objects, and the first events."""
    for each in told:
        events, others = each.events, dict(each.others)
        if events:
            early = pc.less_equal(events.lines, most)
            cells = {name: _only(column, early) for name, column in events.cells.items()}
            events = Piece(events.lines.filter(early), cells)
        if "tie" in others:
            early = pc.less_equal(others["tie"][0], most)
            others["tie"] = [_only(column, early) for column in others["tie"]]
        yield Told(events, others)


def _only(column: pa.Array, which: pa.Array) -> pa.Array:
    """Those of a column; Arrow cannot pick from views."""
    plain = column.cast(pa.string()) if pa.types.is_string_view(column.type) else column
    return plain.filter(which).cast(column.type)


def _insert(con: duckdb.DuckDBPyConnection, table: str, batches: list[pa.RecordBatch]) -> None:
    if batches:
        con.register(BETWEEN, pa.Table.from_batches(batches))
        engine.rows(con, f"INSERT INTO ocel_{table} FROM {BETWEEN}")
        con.unregister(BETWEEN)


def _check(con: duckdb.DuckDBPyConnection, table: str, key: str) -> None:
    twice = engine.rows(
        con, f"SELECT {key} FROM ocel_{table} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key} LIMIT 1"
    )
    if twice:
        raise Refused(TWICE.fill(id=twice[0][0]))


TWICE = Text(
    en="The id “{id}” stands for two objects or events; in an object-centric event log every id is given once.",
    de="Die Kennung „{id}“ steht für zwei Objekte oder Ereignisse; in einem objektzentrierten Ereignisprotokoll gibt es jede "
    "Kennung einmal.",
)
