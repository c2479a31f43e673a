"""What a change does to one table: files it adds, files it replaces. Nothing here touches a version."""

from __future__ import annotations

from contextlib import closing, contextmanager
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store import columns
from leitstern.store.arrays import numbers
from leitstern.store.engine import rows, streamed
from leitstern.store.layout import fresh, mark_of
from leitstern.store.ordering import begins
from leitstern.store.table import Change, DataFile, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb
    import pyarrow as pa

    from leitstern.store.layout import Layout, Stored

AT_ONCE = 122_880  # rows
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
    if layout.cuts(count, there):
        return _into_buckets(con, table, coming)
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
        kept = table.write(con, f"FROM {source} WHERE NOT ({condition}) {_ORDER}", mark_of(file.path))
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

    They are sorted once, which may spill, and stream into one bucket after the other.
    """
    layout, there = table.layout, table.stored()
    waiting = fresh(each.path for each in there)
    old = {each.bucket: each.path for each in there}
    change = Change(remove=list(waiting))
    everything = f"FROM (FROM {columns.files(table.schema, waiting)} UNION ALL {coming}) {_ORDER}"
    with closing(con.cursor()) as writing:
        found = _parts(con.sql(everything).to_arrow_reader(AT_ONCE), layout)
        for bucket, parts in groupby(found, key=itemgetter(0)):
            query = "FROM moving"
            if bucket in old:
                change.remove.append(old[bucket])
                query = (
                    f"FROM (FROM {columns.files(table.schema, [old[bucket]])} UNION ALL FROM moving) {_ORDER}"
                )
            with streamed(writing, "moving", table.schema, (part for _bucket, part in parts)):
                file = table.write(writing, query, layout.mark(bucket))
            change.add += [file] if file else []
    return change


def _parts(batches: Iterable[pa.RecordBatch], layout: Layout) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Rows sorted by entity in pieces of one bucket each."""
    for batch in batches:
        bucket = layout.buckets_of(numbers(batch.column("entity_id")))
        starts = np.flatnonzero(begins(bucket)).tolist()
        for start, end in pairwise([*starts, len(bucket)]):
            yield int(bucket[start]), batch.slice(start, end - start)
