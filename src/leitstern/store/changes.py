"""What a change does to one table: files it adds, files it replaces. Nothing here touches a version."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from leitstern.store import columns
from leitstern.store.engine import rows
from leitstern.store.table import Change, DataFile, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import duckdb

MOST_FILES = 10
_ORDER = "ORDER BY entity_id, ts_us, seq"


def of(add: DataFile | None, remove: list[Path]) -> Change:
    """A change that adds at most one file."""
    return Change([add] if add else [], remove)


def with_staged(
    con: duckdb.DuckDBPyConnection, table: Table, staged: str, import_id: int, first_seq: int
) -> Change:
    """One more sorted file with the staged rows; the eleventh is merged with all others instead."""
    if not rows(con, f"FROM {staged} SELECT 1 LIMIT 1"):
        return Change()
    arrived = columns.select(table.schema, staged, seq=f"seq + {first_seq}", import_id=str(import_id))
    there = table.files()
    if len(there) < MOST_FILES:
        return of(table.write(con, f"{arrived} {_ORDER}"), [])
    merged = f"FROM {columns.files(table.schema, there)} UNION ALL ({arrived})"
    return of(table.write(con, f"FROM ({merged}) {_ORDER}"), there)


def without(con: duckdb.DuckDBPyConnection, table: Table, condition: str) -> Change:
    """The files that hold such rows, written again without them."""
    change = Change()
    for path in table.files():
        source = columns.files(table.schema, [path])
        if rows(con, f"FROM {source} SELECT 1 WHERE {condition} LIMIT 1"):
            kept = table.write(con, f"FROM {source} WHERE NOT ({condition}) {_ORDER}")
            change.add += [kept] if kept else []
            change.remove.append(path)
    return change


@contextmanager
def drafting(folders: Iterable[Path]) -> Iterator[None]:
    """If what happens inside fails, every file that came into these folders meanwhile goes: the disk may be full."""
    before = {folder: set(folder.iterdir()) for folder in folders}
    try:
        yield
    except BaseException:
        for folder, there in before.items():
            for path in set(folder.iterdir()) - there:
                path.unlink()
        raise
