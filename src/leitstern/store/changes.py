"""What a change does to one table: files it adds, files it replaces. Nothing here touches a version."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from leitstern.store import columns, parting
from leitstern.store.engine import connect, rows, streamed
from leitstern.store.layout import cut_of, fresh, mark_of
from leitstern.store.table import Change, DataFile, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb
    import pyarrow as pa

    from leitstern.store.home import Home
    from leitstern.store.layout import Stored

_ORDER = "ORDER BY entity_id, ts_us, seq"


def of(add: Iterable[DataFile | None], remove: list[Path]) -> Change:
    """A change that adds these files, as far as there is anything in them."""
    return Change([file for file in add if file], remove)


def arrived(table: Table, staged: str, import_id: int, first_seq: int) -> str:
    """What is staged as it will stand in the table."""
    return columns.select(table.schema, staged, seq=f"seq + {first_seq}", import_id=str(import_id))


def with_staged(con: duckdb.DuckDBPyConnection, home: Home, table: Table, staged: str, coming: str) -> Change:
    """One more fresh file with the rows `coming` from `staged`.

    One too many is merged with the other fresh ones instead; too many rows in them go to their buckets.
    """
    count = rows(con, f"FROM {staged} SELECT count(*)")[0][0]
    if not count:
        return Change()
    layout, there = table.layout, table.stored()
    if layout.cuts(count, there):
        return _into_buckets(con, home, table, coming, count)
    waiting = fresh(each.path for each in there)
    if len(waiting) < layout.most_fresh:
        return of([table.write(con, f"{coming} {_ORDER}")], [])
    merged = f"FROM {columns.files(table.schema, waiting)} UNION ALL ({coming})"
    return of([table.write(con, f"FROM ({merged}) {_ORDER}")], waiting)


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
        # Files lie in order, and rows are left out of them in order.
        kept = table.write(con, f"FROM {source} WHERE NOT ({condition})", mark_of(file.path))
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


def _into_buckets(
    con: duckdb.DuckDBPyConnection, home: Home, table: Table, coming: str, count: int
) -> Change:
    """Every bucket that fresh files or so many staged rows belong to, written again with them; all, if there are more
    buckets now than before.

    What is staged may fill the memory that `con` is allowed: writing has its own.
    """
    there = table.stored()
    waiting = fresh(each.path for each in there)
    old = {each.bucket: each.path for each in there if each.bucket is not None}
    before = cut_of(old.values())
    cut = table.layout.cut_for(count + sum(each.rows for each in there), before)
    finer = cut.bits - before.bits if before else 0
    change = Change(remove=list(waiting))
    everything = con.sql(f"FROM {columns.files(table.schema, waiting)} UNION ALL {coming}")
    found = everything.to_arrow_reader(parting.AT_ONCE)
    with parting.parted(found, table.schema, cut, home.staging) as parts, closing(connect(home)) as writing:
        for bucket in cut.buckets() if finer else parts:
            whole = old.get(bucket >> finer)
            within = cut.inside(bucket, "entity_id")
            with streamed(
                writing, "moving", table.schema, _sorted(writing, table, parts[bucket], whole, within)
            ):
                file = table.write(writing, "FROM moving", cut.mark(bucket))
            change.add += [file] if file else []
            change.remove += [whole] if whole and whole not in change.remove else []
    return change


def _sorted(
    con: duckdb.DuckDBPyConnection, table: Table, coming: list[pa.RecordBatch], old: Path | None, within: str
) -> Iterator[pa.RecordBatch]:
    """The rows of a bucket in order: those of the file that it was or was part of, and those that are coming."""
    with closing(con.cursor()) as reading:
        there = reading.sql(f"FROM {columns.files(table.schema, [old])} WHERE {within}") if old else None
        found = coming + (there.to_arrow_table().to_batches() if there else [])
    if found:
        yield parting.in_order(found)
