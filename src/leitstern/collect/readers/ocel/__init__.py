"""Object-centric event logs (OCEL 2.0) as JSON, XML or SQLite: one row per event, with the objects it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.readers.kind import SQLITE
from leitstern.collect.readers.ocel.as_json import json_told
from leitstern.collect.readers.ocel.as_sqlite import sqlite_told
from leitstern.collect.readers.ocel.as_xml import xml_told
from leitstern.collect.readers.ocel.rows import load_told
from leitstern.collect.readers.unpack import GZIP, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

    from leitstern.collect.readers.ocel.facts import Told


def load_ocel(
    con: duckdb.DuckDBPyConnection, table: str, path: Path, unnest: str = "", most: int | None = None
) -> tuple[str, ...]:
    """Fill a new temporary table with the events of a log (with the first `most`); give its columns. Raises Refused."""
    return load_told(con, table, _told(path), unnest, most)


def _told(path: Path) -> Iterator[Told]:
    with path.open("rb") as file:
        look = file.read(len(SQLITE))
    if look == SQLITE:
        return sqlite_told(path)
    if look.startswith(GZIP):
        look = next(pieces(path), b"")
    is_xml = look.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return xml_told(pieces(path)) if is_xml else json_told(pieces(path))
