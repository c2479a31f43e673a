"""OCEL 2.0 as an SQLite database: opened read-only, tables only, nothing in it is ever executed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyarrow as pa

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.loaded import BATCH, Piece
from leitstern.collect.readers.ocel.facts import (
    ACTIVITY,
    EVENT,
    HOSTILE,
    NAMESAKES,
    NO_OCEL,
    TIME,
    Told,
    letters,
)
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.spans import TEXT
from leitstern.collect.readers.unpack import DAMAGED
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.collect.readers.ocel.facts import Table

LONGEST = 1 << 20  # bytes of a value
TYPES = 1000
_FIXED: dict[str, tuple[str, ...]] = {
    "event": ("ocel_id", "ocel_type"),
    "object": ("ocel_id", "ocel_type"),
    "event_object": ("ocel_event_id", "ocel_object_id", "ocel_qualifier"),
    "object_object": ("ocel_source_id", "ocel_target_id", "ocel_qualifier"),
    "event_map_type": ("ocel_type", "ocel_type_map"),
    "object_map_type": ("ocel_type", "ocel_type_map"),
}


def sqlite_told(path: Path) -> Iterator[Told]:
    """What a database says. Raises Refused for one that is none, is damaged, or holds more than tables."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True, check_same_thread=False)) as con:
            con.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
            con.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
            con.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
            con.execute("PRAGMA query_only = ON")
            yield from _read(con)
    except (sqlite3.Error, OverflowError):
        raise Refused(DAMAGED) from None


def _read(con: sqlite3.Connection) -> Iterator[Told]:
    tables = _tables(con)
    for name, columns in _FIXED.items():
        if not set(columns) <= set(tables.get(name, ())):
            raise Refused(NO_OCEL.fill(what=name))
    types = con.execute(
        "SELECT ocel_type_map FROM event_map_type UNION ALL SELECT ocel_type_map FROM object_map_type"
    )
    if len(types.fetchmany(TYPES + 1)) > TYPES:
        raise Refused(TOO_WIDE.fill(found=f"> {TYPES}", most=MOST))
    yield from _others(con, "object", "object")
    for kind, _ in _mapped(con, "object", tables):
        yield from _object_attributes(con, kind, tables[f"object_{kind}"])
    yield from _others(con, "object_object", "object_object")
    before = 0
    for kind, of in _mapped(con, "event", tables):
        for events in _events(con, kind, of, tables[f"event_{kind}"], before):
            before += len(events.lines)
            yield Told(events)
    yield from _others(con, "event_object", "named_tie")


def _tables(con: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The columns of all tables. Raises Refused if there is anything but tables and their indexes."""
    found = con.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchmany(4 * TYPES)
    if any(kind in ("view", "trigger") or sql.upper().startswith("CREATE VIRTUAL") for kind, _, sql in found):
        raise Refused(MORE_THAN_TABLES)
    return {
        name: tuple(row[1] for row in con.execute(f"PRAGMA table_xinfo({_quoted(name)})"))
        for kind, name, _ in found
        if kind == "table"
    }


def _mapped(con: sqlite3.Connection, of: str, tables: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """The suffix of each type's own table, and the type."""
    found = con.execute(f"SELECT ocel_type_map, ocel_type FROM {of}_map_type").fetchall()
    for kind, _ in found:
        if not {"ocel_id", "ocel_time"} <= set(tables.get(f"{of}_{kind}", ())):
            raise Refused(NO_OCEL.fill(what=f"{of}_{kind}"))
    return [(str(kind), str(name)) for kind, name in found]


def _events(
    con: sqlite3.Connection, kind: str, of: str, columns: tuple[str, ...], before: int
) -> Iterator[Piece]:
    """The events of a type with their attributes, numbered from behind `before`."""
    named = _named(columns)
    listed = "".join(f", t.{_quoted(name)}" for name in named)
    rows = con.execute(
        f"SELECT e.ocel_id, e.ocel_type, t.ocel_time{listed} FROM event e LEFT JOIN {_quoted(f'event_{kind}')} t "
        "ON e.ocel_id = t.ocel_id WHERE e.ocel_type = ? ORDER BY e.rowid",
        (of,),
    )
    for some in _many(rows):
        heads = [_texts(column) for column in some[:3]]
        columns_of = [NAMESAKES.get(name, name) for name in named]
        cells = {name: _texts(column, None) for name, column in zip(columns_of, some[3:], strict=True)}
        lines = pa.array(range(before + 1, before + 1 + len(some[0])), pa.int64())
        before += len(some[0])
        yield Piece(lines, dict(zip((EVENT, ACTIVITY, TIME), heads, strict=True)) | cells)


def _object_attributes(con: sqlite3.Connection, kind: str, columns: tuple[str, ...]) -> Iterator[Told]:
    """Each change of an attribute; where a row says which field it changes, the others are only repeated."""
    changed = "ocel_changed_field" if "ocel_changed_field" in columns else "NULL"
    for name in _named(columns):
        rows = con.execute(
            f"SELECT ocel_id, ocel_time, {_quoted(name)} FROM {_quoted(f'object_{kind}')} WHERE {_quoted(name)} IS NOT NULL "
            f"AND coalesce({changed}, '') IN ('', ?)",
            (name,),
        )
        for me, at, value in _many(rows):
            names = pa.array([name] * len(me), TEXT)
            yield Told(None, {"object_attribute": [_texts(me), names, _texts(at), _texts(value)]})


def _named(columns: tuple[str, ...]) -> list[str]:
    """Which columns are attributes."""
    named = [c for c in columns if c not in ("ocel_id", "ocel_time", "ocel_changed_field")]
    if len(named) > MOST:
        raise Refused(TOO_WIDE.fill(found=len(named), most=MOST))
    return named


def _others(con: sqlite3.Connection, name: str, table: Table) -> Iterator[Told]:
    for some in _many(con.execute(f"SELECT {', '.join(_FIXED[name])} FROM {name} ORDER BY rowid")):
        yield Told(None, {table: [_texts(column) for column in some]})


def _many(rows: sqlite3.Cursor) -> Iterator[list[tuple[object, ...]]]:
    """The columns of many rows at a time."""
    while some := rows.fetchmany(BATCH):
        yield list(zip(*some, strict=True))


def _texts(column: tuple[object, ...], nothing: str | None = "") -> pa.Array:
    """A column as text, with something else where nothing is."""
    kinds = set(map(type, column))
    if kinds - {str}:
        column = tuple(nothing if value is None else _text(value) for value in column)
    elif "\0" in "".join(column):  # type: ignore[arg-type]
        raise Refused(HOSTILE)
    return pa.array(column, TEXT)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        raise Refused(NO_OCEL.fill(what="text"))
    return letters(
        int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


MORE_THAN_TABLES = Text(
    en="The database holds views, triggers or virtual tables, which an event log does not need and which could run code; it "
    "was not read. Please export tables only.",
    de="Die Datenbank enthält Sichten, Trigger oder virtuelle Tabellen, die ein Ereignisprotokoll nicht braucht und die Code "
    "ausführen könnten; sie wurde nicht gelesen. Bitte exportieren Sie nur Tabellen.",
)
