"""Files without what was derived anew, beside the fresh ones with it: only what holds any of it is written again.

`con` holds the journeys that are `replaced`, and the people who are `losing` rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.store import changes, columns, derive
from leitstern.store.engine import rows
from leitstern.store.layout import bucketed, fresh, mark_of, may_hold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import Change, DataFile, Table

_ALL = "all"


def beside(
    con: duckdb.DuckDBPyConnection, table: Table, name: str, new: DataFile | None, names: dict[str, str]
) -> Change:
    """A `new` fresh file, and without what is replaced those that hold any of it: fresh ones, and buckets of people who
    are losing rows. One of all that are fresh where there would be too many."""
    there = table.files()
    losing, waiting = [person for (person,) in rows(con, "FROM losing")], fresh(there)
    moved = [path for path in bucketed(there) if may_hold(path, losing)]
    if new and len(waiting) >= table.layout.most_fresh:
        together = f"{_left(table, waiting)} UNION ALL FROM {columns.files(table.schema, [new.path])}"
        change = changes.of([table.write(con, ordered(name, together), name=names[_ALL])], waiting)
        new.path.unlink()
    else:
        change = changes.of([new], [])
        moved += [path for path in waiting if rows(con, f"FROM ({_held(table, path)}) LIMIT 1")]
    for path in moved:
        left = table.write(con, ordered(name, _left(table, [path])), mark_of(path), names[path.name])
        change.add += [left] if left else []
        change.remove.append(path)
    return change


def ordered(name: str, query: str) -> str:
    """Joins need not keep rows in order."""
    return f"FROM ({query}) ORDER BY {derive.ORDERS[name]}"


def _held(table: Table, path: Path) -> str:
    """What a file has of what is replaced."""
    source = f"FROM {columns.files(table.schema, [path])}"
    return f"{source} SEMI JOIN replaced USING (person, journey) UNION ALL {source} SEMI JOIN losing USING (person)"


def _left(table: Table, paths: Sequence[Path]) -> str:
    """What files have of everything else."""
    source = f"FROM {columns.files(table.schema, paths)}"
    return f"{source} ANTI JOIN replaced USING (person, journey) ANTI JOIN losing USING (person)"
