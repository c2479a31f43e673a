"""Files without what was derived anew, beside the fresh ones with it: only what holds any of it is written again.

`con` holds the journeys that are `replaced`, and the people who are `losing` rows.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from leitstern.core.tables.lake import DERIVED
from leitstern.store import changes, columns, derive
from leitstern.store.engine import rows
from leitstern.store.layout import bucketed, fresh, mark_of, may_hold
from leitstern.store.table import anonymous

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import Change, DataFile, Table


def beside(
    con: duckdb.DuckDBPyConnection, into: tuple[Table, Table], new: tuple[DataFile | None, DataFile | None]
) -> dict[str, Change]:
    """Fresh files with what was derived anew, and without what is replaced those that hold any of it: other fresh ones,
    and buckets of people who are losing rows. With too many fresh files of journeys, which all have some, one of all.

    Fresh files of both tables that belong together have one name.
    """
    losing = [person for (person,) in rows(con, "FROM losing")]
    names: dict[str, str] = defaultdict(anonymous)
    too_many = any(new) and len(fresh(into[1].files())) >= into[1].layout.most_fresh
    changed = {}
    for name, table, file in zip(DERIVED, into, new, strict=True):
        moved = [path for path in bucketed(table.files()) if may_hold(path, losing)]
        waiting, add = fresh(table.files()), file
        if too_many:
            add = table.write(con, _together(table, name, waiting, file), name=names[""])
            if file:
                file.path.unlink()
        else:
            moved += [path for path in waiting if rows(con, f"FROM ({_held(table, path)}) LIMIT 1")]
        left = [
            table.write(con, ordered(name, _left(table, [path])), mark_of(path), names[path.name])
            for path in moved
        ]
        changed[name] = changes.of([add, *left], [*moved, *waiting] if too_many else moved)
    return changed


def ordered(name: str, query: str) -> str:
    """Joins need not keep rows in order."""
    return f"FROM ({query}) ORDER BY {derive.ORDERS[name]}"


def _together(table: Table, name: str, waiting: Sequence[Path], new: DataFile | None) -> str:
    """What is fresh, in order."""
    added = columns.files(table.schema, [new.path] if new else [])
    return ordered(name, f"{_left(table, waiting)} UNION ALL FROM {added}")


def _held(table: Table, path: Path) -> str:
    """What a file has of what is replaced."""
    source = f"FROM {columns.files(table.schema, [path])}"
    return f"{source} SEMI JOIN replaced USING (person, journey) UNION ALL {source} SEMI JOIN losing USING (person)"


def _left(table: Table, paths: Sequence[Path]) -> str:
    """What files have of everything else."""
    source = f"FROM {columns.files(table.schema, paths)}"
    return f"{source} ANTI JOIN replaced USING (person, journey) ANTI JOIN losing USING (person)"
