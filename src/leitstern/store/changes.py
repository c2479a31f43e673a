"""What a change does to one table: files it adds, files it replaces. Nothing here touches a version."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from leitstern.store import columns
from leitstern.store.engine import rows
from leitstern.store.layout import fresh
from leitstern.store.table import Change, DataFile, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.store.layout import Stored

AT_ONCE = 8  # buckets
_ORDER = "ORDER BY entity_id, ts_us, seq"


def of(add: Iterable[DataFile | None], remove: list[Path]) -> Change:
    """A change that adds these files, as far as there is anything in them."""
    return Change([file for file in add if file], remove)


def arrived(table: Table, staged: str, import_id: int, first_seq: int) -> str:
    """What is staged as it will stand in the table."""
    return columns.select(table.schema, staged, seq=f"seq + {first_seq}", import_id=str(import_id))


def with_staged(con: duckdb.DuckDBPyConnection, table: Table, staged: str, coming: str) -> Change:
    """One more fresh file with the rows `coming` from `staged`.

    One too many is merged with the other fresh ones instead; too many rows in them go to their buckets.
    """
    count = rows(con, f"FROM {staged} SELECT count(*)")[0][0]
    if not count:
        return Change()
    layout, there = table.layout, table.stored()
    waiting = [each for each in there if each.bucket is None]
    total = count + sum(each.rows for each in there)
    unsorted = count + sum(each.rows for each in waiting)
    if layout.over(unsorted, total, layout.fresh_share, cut=len(waiting) < len(there)):
        return _into_buckets(con, table, coming)
    if len(waiting) < layout.most_fresh:
        return of([table.write(con, f"{coming} {_ORDER}")], [])
    files = [each.path for each in waiting]
    merged = f"FROM {columns.files(table.schema, files)} UNION ALL ({coming})"
    return of([table.write(con, f"FROM ({merged}) {_ORDER}")], files)


def holding(
    con: duckdb.DuckDBPyConnection, table: Table, condition: str, may_hold: Callable[[Stored], bool]
) -> list[Stored]:
    """The files with such rows; those that cannot hold any are not opened."""
    return [
        file
        for file in table.stored()
        if may_hold(file) and rows(con, f"{these(table, [file], condition)} LIMIT 1")
    ]


def these(table: Table, held: Iterable[Stored], condition: str) -> str:
    """Whose the rows of these files are that meet a condition."""
    source = columns.files(table.schema, [file.path for file in held])
    return f"FROM {source} SELECT entity_id, journey_key, seq WHERE {condition}"


def without(con: duckdb.DuckDBPyConnection, table: Table, held: Iterable[Stored], condition: str) -> Change:
    """These files written again without rows that meet a condition."""
    change = Change()
    for file in held:
        source = columns.files(table.schema, [file.path])
        kept = table.write(con, f"FROM {source} WHERE NOT ({condition}) {_ORDER}", file.bucket)
        change.add += [kept] if kept else []
        change.remove.append(file.path)
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


def _into_buckets(con: duckdb.DuckDBPyConnection, table: Table, coming: str) -> Change:
    """Every bucket that fresh files or staged rows belong to, written again with them.

    Several buckets at a time: their rows are sorted in memory, where each then is one stretch.
    """
    layout, there = table.layout, table.stored()
    waiting = fresh(each.path for each in there)
    old = {each.bucket: each.path for each in there}
    change = Change(remove=list(waiting))
    everything = f"(FROM {columns.files(table.schema, waiting)} UNION ALL {coming})"
    for first in range(0, layout.buckets, AT_ONCE):
        buckets = range(first, min(first + AT_ONCE, layout.buckets))
        within = layout.inside(first, "entity_id", len(buckets) - 1)
        rows(con, f"CREATE OR REPLACE TEMP TABLE moving AS FROM {everything} WHERE {within} {_ORDER}")
        for bucket in buckets:
            query = f"FROM moving WHERE {layout.inside(bucket, 'entity_id')}"
            if not rows(con, f"{query} LIMIT 1"):
                continue
            if bucket in old:
                change.remove.append(old[bucket])
                query = f"FROM (FROM {columns.files(table.schema, [old[bucket]])} UNION ALL {query}) {_ORDER}"
            file = table.write(con, query, bucket)
            change.add += [file] if file else []
    rows(con, "DROP TABLE moving")
    return change
