"""One source from its file to the staged tables."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect import hashes, joins
from leitstern.collect.columns import Columns
from leitstern.collect.items import LINES, TRANSLATIONS, Items
from leitstern.collect.masking import MARKS, count
from leitstern.collect.prepared import SourceCounts
from leitstern.collect.quarantine.collector import MOST, Collector
from leitstern.collect.rows import WHOLE, Rows
from leitstern.collect.times import Clock
from leitstern.collect.watch import watched
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.collect.checking import Opened
    from leitstern.collect.quarantine.entries import Quarantine
    from leitstern.collect.readers.relation import Relation
    from leitstern.core.company.taxonomy import Taxonomy

TYPED = "import_typed"
REPEATED = "import_repeated"  # hashes of rows that are equal to another


@dataclass
class Staging:
    """What all sources of an import share; `next_seq` is free in all three staged tables."""

    con: duckdb.DuckDBPyConnection
    secret: bytes
    taxonomy: Taxonomy
    time_zone: str  # of naive times in the files
    import_id: int
    folder: Path  # for files in between
    quarantine: Quarantine
    bearable: float = 0.5  # share of a source's rows that may be put aside; see `Collector.check`
    next_seq: int = 0


def stage_source(staging: Staging, opened: Opened, tell: Callable[[float], None]) -> SourceCounts:
    """Stage the sound rows of a source and put the others aside; `tell` hears the share of the file that is read."""
    source, file, con = opened.source, opened.file, staging.con
    clock = Clock(staging.time_zone, staging.taxonomy.time_zone, source.format.dates)
    rows = Rows(source, Columns(file.columns, source), file.decimal, clock)
    collector = Collector(staging.quarantine, staging.secret, source.name, file)

    def make(relation: Relation) -> None:
        if source.join:
            relation = joins.joined(con, source, rows.columns, relation, rows.own)
        watched(con, f"CREATE OR REPLACE TEMP TABLE {TYPED} AS {rows.select(relation)}", tell)
        line = "" if relation.numbered else f", rowid + {relation.first} AS line"
        engine.rows(con, f"CREATE OR REPLACE TEMP VIEW {LINES} AS SELECT *, rowid AS row{line} FROM {TYPED}")

    with _tables(con, opened):
        joins.join_tables(con, source, file.decimal, opened.joined, staging.folder)
        file.read(staging.folder, make, collector.broken)
        broken = collector.rows
        if WHOLE in rows.keys:
            _tell_equal_rows_apart(con, rows.keys[WHOLE])
        _put_aside(con, opened, rows, collector)
        items = Items(
            con, rows, staging.taxonomy, staging.secret, staging.import_id, opened.number, staging.next_seq
        )
        items.stage()
        staging.next_seq = items.next_seq
        counts = _count(con, items, collector, broken)
    collector.check(counts.rows, staging.bearable)
    return counts


@contextmanager
def _tables(con: duckdb.DuckDBPyConnection, opened: Opened) -> Iterator[None]:
    """What is made in between does not stay."""
    try:
        yield
    finally:
        engine.rows(con, f"DROP VIEW IF EXISTS {LINES}")
        for table in (TYPED, REPEATED, *TRANSLATIONS):
            engine.rows(con, f"DROP TABLE IF EXISTS {table}")
        joins.drop_joins(con, opened.source)


def _tell_equal_rows_apart(con: duckdb.DuckDBPyConnection, whole: str) -> None:
    """Of rows that are equal in all their values, the second is another message than the first: hash its number in."""
    engine.rows(
        con,
        f"CREATE OR REPLACE TEMP TABLE {REPEATED} AS SELECT {whole} FROM {TYPED} GROUP BY {whole} HAVING count(*) > 1",
    )
    if not engine.rows(con, f"FROM {REPEATED} SELECT 1 LIMIT 1"):
        return
    numbered = (
        f"SELECT row, {whole}, row_number() OVER (PARTITION BY {whole} ORDER BY line) AS nth "
        f"FROM {LINES} SEMI JOIN {REPEATED} USING ({whole})"
    )
    apart = hashes.message(whole, "nth")
    engine.rows(
        con,
        f"UPDATE {TYPED} SET {whole} = other.hash "
        f"FROM (SELECT row, {apart} AS hash FROM ({numbered}) WHERE nth > 1) AS other WHERE {TYPED}.rowid = other.row",
    )


def _put_aside(con: duckdb.DuckDBPyConnection, opened: Opened, rows: Rows, collector: Collector) -> None:
    """Put the rows with a fault aside, with their own bytes."""
    flags = " + ".join(f"i{n}::INTEGER" for n in range(len(rows.rules)))
    faulty = engine.rows(
        con,
        f"SELECT line, fault, given, {flags} FROM {LINES} WHERE fault > 0 ORDER BY line LIMIT {MOST + 1}",
    )
    originals = opened.file.originals([line for line, *_ in faulty])
    for (line, number, given, items), (_, original) in zip(faulty, originals, strict=True):
        fault = rows.faults[number - 1]
        collector.add(
            line,
            original,
            fault.code,
            column=fault.column,
            value=given or "",
            allowed=fault.allowed,
            items=items,
        )


def _count(con: duckdb.DuckDBPyConnection, items: Items, collector: Collector, broken: int) -> SourceCounts:
    """The numbers of a source that is staged."""
    nothing = " AND ".join(f"NOT i{n}" for n in range(len(items.rows.rules)))
    rows, not_selected = engine.rows(con, f"SELECT count(*), count(*) FILTER ({nothing}) FROM {TYPED}")[0]
    first, last = engine.rows(
        con, f"SELECT min(local_date), max(local_date) FROM staged_contacts WHERE source = {items.number}"
    )[0]
    marks = ", ".join(f"coalesce(sum({count('comment', mark)}), 0)::BIGINT" for mark in MARKS)
    masked = engine.rows(
        con, f"SELECT {marks} FROM staged_feedback WHERE source = {items.number} AND contains(comment, '[')"
    )[0]
    return SourceCounts(
        number=items.number,
        name=items.rows.source.name,
        rows=rows + broken,
        not_selected=not_selected,
        staged=items.staged,
        quarantined=collector.items,
        quarantined_rows=collector.rows,
        unmapped=tuple(items.unmapped),
        masked={mark: times for mark, times in zip(MARKS, masked, strict=True) if times},
        first=first,
        last=last,
    )
