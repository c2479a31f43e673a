"""OCEL 2.0 as an SQLite database: opened read-only, tables only, nothing in it is ever executed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from leitstern.collect.readers.header import MOST, TOO_WIDE
from leitstern.collect.readers.ocel.facts import NO_OCEL, letters
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import DAMAGED
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.collect.readers.ocel.facts import Fact, Table

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


def sqlite_facts(path: Path) -> Iterator[Fact]:
    """The facts of a database. Raises Refused for one that is none, is damaged, or holds more than tables."""
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


def _read(con: sqlite3.Connection) -> Iterator[Fact]:
    tables = _tables(con)
    for name, columns in _FIXED.items():
        if not set(columns) <= set(tables.get(name, ())):
            raise Refused(NO_OCEL.fill(what=name))
    types = con.execute(
        "SELECT ocel_type_map FROM event_map_type UNION ALL SELECT ocel_type_map FROM object_map_type"
    )
    if len(types.fetchmany(TYPES + 1)) > TYPES:
        raise Refused(TOO_WIDE.fill(found=f"> {TYPES}", most=MOST))
    yield from _rows(con, "object", "object", ("ocel_id", "ocel_type"))
    for kind, _ in _mapped(con, "object", tables):
        yield from _attributes(con, "object", kind, tables[f"object_{kind}"])
    yield from _rows(con, "object_object", "object_object", _FIXED["object_object"])
    for kind, of in _mapped(con, "event", tables):
        rows = con.execute(
            f"SELECT e.ocel_id, e.ocel_type, t.ocel_time FROM event e LEFT JOIN {_quoted(f'event_{kind}')} t "
            "ON e.ocel_id = t.ocel_id WHERE e.ocel_type = ? ORDER BY e.rowid",
            (of,),
        )
        yield from (("event", tuple(map(_text, row))) for row in rows)
        yield from _attributes(con, "event", kind, tables[f"event_{kind}"])
    yield from _rows(con, "event_object", "event_object", _FIXED["event_object"])


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


def _attributes(con: sqlite3.Connection, of: str, kind: str, columns: tuple[str, ...]) -> Iterator[Fact]:
    named = [c for c in columns if c not in ("ocel_id", "ocel_time", "ocel_changed_field")]
    if len(named) > MOST:
        raise Refused(TOO_WIDE.fill(found=len(named), most=MOST))
    if not named:
        return
    changed = "ocel_changed_field" if "ocel_changed_field" in columns else "NULL"
    listed = ", ".join(map(_quoted, named))
    rows = con.execute(f"SELECT ocel_id, ocel_time, {changed}, {listed} FROM {_quoted(f'{of}_{kind}')}")
    for me, at, only, *values in rows:
        for name, value in zip(named, values, strict=True):
            if value is None or (only and name != only):
                continue
            if of == "object":
                yield "object_attribute", (_text(me), name, _text(at), _text(value))
            else:
                yield "event_attribute", (_text(me), name, _text(value))


def _rows(con: sqlite3.Connection, table: Table, name: str, columns: tuple[str, ...]) -> Iterator[Fact]:
    for row in con.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY rowid"):
        yield table, tuple(map(_text, row))


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
