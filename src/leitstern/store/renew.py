"""Transitions and journeys of those people alone whose contacts or promises changed: the same as if all were derived anew.

What is stored of a person's transitions says everything about their contacts that is needed to derive them again.
*Dirty* is who has new or lost contacts or promises without a journey key, and whose journeys have new or lost ones with
it: whoever that journey belonged to, and whoever it belongs to now. Of their journeys only those are written that may
say something else now: from a person's first new contact on, and all of those in `whole`. They go to a fresh file and
hide what other files hold of these journeys (see `views`), as do rows that say of a journey that there is none any
more. Where rows must be gone and not merely hidden, because they were removed, the bucket is written again without all
rows of these people.

`con` holds what changed: `arrived_contacts`, `arrived_promises`, `gone_contacts` and `gone_promises`.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import CONTACTS, DERIVED, JOURNEYS, PROMISES, TRANSITIONS
from leitstern.store import changes, columns, derive, views
from leitstern.store.arrays import batch, column, numbers
from leitstern.store.engine import rows, streamed
from leitstern.store.layout import bucketed, fresh, mark_of, may_hold
from leitstern.store.ordering import begins, numbered
from leitstern.store.steps import loose_id, transitions
from leitstern.store.table import anonymous

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import duckdb
    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns
    from leitstern.store.table import Change, DataFile, Table

ARRIVED, GONE = ("arrived_contacts", "arrived_promises"), ("gone_contacts", "gone_promises")
_AFTER = derive.KEPT.removeprefix("journey_key, ")
_MADE = (
    "touched_journeys",
    "owned_journeys",
    "now_owned",
    "dirty",
    "kept_contacts",
    "kept_journeys",
    "losing",
    "found_journeys",
    "replaced",
)
_NEW, _ALL = "new", "all"  # what files there will be besides those written again
_TOUCHED = """
CREATE TEMP TABLE touched_journeys AS SELECT DISTINCT journey_key FROM ({changed}) WHERE journey_key <> 0
"""
_OWNED = """
CREATE TABLE owned_journeys AS SELECT journey AS journey_key, person, start_us FROM {journeys}
"""
# Of contacts at the same moment the one that came first begins the journey: who owned it keeps it.
_NOW_OWNED = """
CREATE TABLE now_owned AS
SELECT journey_key, CASE WHEN start_us <= first_us THEN owned_journeys.person ELSE arriving.owner END AS owner
FROM (
  SELECT journey_key, arg_min(entity_id, (ts_us, seq)) AS owner, min(ts_us) AS first_us FROM arrived_contacts
  WHERE journey_key <> 0 GROUP BY journey_key
) AS arriving LEFT JOIN owned_journeys USING (journey_key)
"""
_LEFT_OF = """
SELECT 1 FROM {transitions} WHERE journey IN (SELECT journey_key FROM gone_contacts WHERE journey_key <> 0)
AND seq NOT IN (SELECT seq FROM gone_contacts) LIMIT 1
"""
_OWNED_AFTERWARDS = """
INSERT INTO now_owned SELECT journey_key, arg_min(entity_id, (ts_us, seq)) FROM {contacts}
WHERE journey_key IN (SELECT journey_key FROM gone_contacts WHERE journey_key <> 0) GROUP BY journey_key
"""
_DIRTY = """
CREATE TABLE dirty AS SELECT DISTINCT person FROM (
  SELECT person FROM owned_journeys UNION ALL SELECT owner FROM now_owned
  UNION ALL SELECT entity_id FROM ({changed}) WHERE journey_key = 0
)
"""
# By itself: what is read of every bucket is only thrown away or kept.
_KEPT = "CREATE TEMP TABLE kept_contacts AS SELECT person, journey, {after} FROM {transitions}"
_JOURNEYS = """
CREATE TABLE kept_journeys AS SELECT person, journey, min(ts_us) AS start_us FROM kept_contacts GROUP BY person, journey
"""
_CONTACTS = """
SELECT coalesce(owner, person) AS person,
  CASE WHEN journey IN (SELECT journey FROM loose_journeys) THEN 0 ELSE journey END AS journey_key,
  {after}
FROM (FROM kept_contacts WHERE seq NOT IN (SELECT seq FROM gone_contacts)) AS kept
LEFT JOIN now_owned ON kept.journey = now_owned.journey_key
UNION ALL
SELECT coalesce(owner, entity_id), arrived_contacts.journey_key, {after}
FROM arrived_contacts LEFT JOIN now_owned USING (journey_key)
ORDER BY person, ts_us, seq
"""
_PROMISES = """
(FROM {promises} WHERE journey_key IN (SELECT journey_key FROM derived_journeys WHERE journey_key <> 0)
OR (journey_key = 0 AND entity_id IN (FROM dirty)))
"""
# People of whose rows it is not enough that they are hidden.
_LOSING = "CREATE TABLE losing AS SELECT DISTINCT person FROM kept_journeys WHERE {gone}"
# People whose journeys may all say something else: a promise without a key goes to the latest journey before it.
_WHOLE = """
FROM losing
UNION SELECT entity_id FROM {promises} WHERE journey_key = 0 AND entity_id IN (FROM dirty)
UNION SELECT unnest([person, owner]) FROM owned_journeys JOIN now_owned USING (journey_key) WHERE person <> owner
"""
_AFTER_THE_NEW = """
SELECT count(*) FROM kept_contacts AS kept JOIN (
  SELECT entity_id, min(ts_us) AS first_us FROM arrived_contacts GROUP BY entity_id
) ON entity_id = person AND ts_us >= first_us
"""
_VANISHED = (
    "(FROM kept_journeys ANTI JOIN found_journeys USING (person, journey) ANTI JOIN losing USING (person))"
)
_REPLACED = """
CREATE TABLE replaced AS SELECT person, journey FROM found_journeys WHERE changed
UNION ALL SELECT person, journey FROM {vanished}
"""
_NO_JOURNEY = {
    "end_us": "start_us",
    "start_date": "DATE '1970-01-01'",
    "path": "''",
    "weight": "1",
} | dict.fromkeys(
    ("contacts", "channel", "departments", "handoffs", "repeats", "wait_us", "promises", "promises_late"), "0"
)
_FOUND = pa.schema([("person", pa.int64()), ("journey", pa.int64()), ("changed", pa.int64())])
_EVER, _NEVER = -(2**63), 2**63 - 1


def arrived(con: duckdb.DuckDBPyConnection, contacts: str, promises: str) -> None:
    """Say what arrived, in so far as anything follows from it."""
    rows(
        con,
        f"CREATE OR REPLACE TEMP TABLE arrived_contacts AS FROM ({contacts}) SELECT entity_id, {derive.KEPT}",
    )
    rows(
        con,
        f"CREATE OR REPLACE TEMP TABLE arrived_promises AS FROM ({promises}) SELECT entity_id, journey_key",
    )


def nothing(con: duckdb.DuckDBPyConnection, changed: tuple[str, str]) -> None:
    """Say that nothing arrived, or that nothing is gone."""
    for name, schema in zip(changed, (CONTACTS, PROMISES), strict=True):
        rows(con, f"CREATE OR REPLACE TEMP TABLE {name} AS FROM {columns.files(schema, [])}")


def write(
    con: duckdb.DuckDBPyConnection,
    into: tuple[Table, Table],
    contacts: Sequence[Path],
    promises: Sequence[Path],
    journey_gap_days: int,
) -> dict[str, Change] | None:
    """The changes of the tables of transitions and journeys that follow from what changed; None if more rows would be
    fresh than should be.

    `contacts` and `promises` are the files as they will be afterwards.
    """
    with _tidied(con):
        _find_dirty(con, into, contacts)
        _keep(con, into)
        if _too_many(con, into[0]):
            return None
        with closing(con.cursor()) as writing, closing(con.cursor()) as keeping:
            derive.begin(keeping)
            names: dict[str, str] = defaultdict(anonymous)
            steps = _transitions(con, writing, keeping, into[0], promises, journey_gap_days, names[_NEW])
            if steps and _too_many_rows(into[0], steps.rows):
                steps.path.unlink()
                return None
            rows(con, _REPLACED.format(vanished=_VANISHED))
            derive.promised(keeping, _PROMISES.format(promises=columns.files(PROMISES, promises)))
            paths = into[1].write(keeping, _journeys(), name=names[_NEW])
        return {
            name: _beside(con, table, name, file, names)
            for name, table, file in zip(DERIVED, into, (steps, paths), strict=True)
        }


@contextmanager
def _tidied(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    try:
        yield
    finally:
        for name in _MADE:
            rows(con, f"DROP TABLE IF EXISTS {name}")


def _now(name: str, into: tuple[Table, Table], among: str) -> str:
    """What one of the derived tables says now."""
    transitions, journeys = (table.files() for table in into)
    return views.derived(name, transitions if name == "transitions" else journeys, journeys, among)


def _find_dirty(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table], contacts: Sequence[Path]) -> None:
    changed = " UNION ALL ".join(f"FROM {name} SELECT entity_id, journey_key" for name in ARRIVED + GONE)
    rows(con, _TOUCHED.format(changed=changed))
    rows(con, _OWNED.format(journeys=_now("journeys", into, "journey IN (FROM touched_journeys)")))
    rows(con, _NOW_OWNED)
    theirs = _now("transitions", into, "person IN (SELECT person FROM owned_journeys)")
    if _any(con, "gone_contacts") and rows(con, _LEFT_OF.format(transitions=theirs)):
        rows(con, _OWNED_AFTERWARDS.format(contacts=columns.files(CONTACTS, contacts)))
    rows(con, _DIRTY.format(changed=changed))


def _keep(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table]) -> None:
    """What is stored of dirty people."""
    rows(con, _KEPT.format(transitions=_now("transitions", into, "person IN (FROM dirty)"), after=_AFTER))
    rows(con, _JOURNEYS)
    rows(con, _LOSING.format(gone=any(_any(con, name) for name in GONE)))


def _too_many(con: duckdb.DuckDBPyConnection, steps: Table) -> bool:
    """Whether deriving all is better: so many rows would be fresh, whichever journeys they turn out to belong to."""
    [(after,)] = rows(con, _AFTER_THE_NEW)
    [(arrived,)] = rows(con, "FROM arrived_contacts SELECT count(*)")
    return _too_many_rows(steps, after + arrived)


def _too_many_rows(steps: Table, more: int) -> bool:
    there = steps.stored()
    waiting = sum(each.rows for each in there if each.bucket is None)
    return waiting + more > steps.layout.derived_share * sum(each.rows for each in there)


def _transitions(
    con: duckdb.DuckDBPyConnection,
    writing: duckdb.DuckDBPyConnection,
    keeping: duckdb.DuckDBPyConnection,
    table: Table,
    promises: Sequence[Path],
    journey_gap_days: int,
    name: str,
) -> DataFile | None:
    """A fresh file with the journeys that may say something else now; they are noted in `keeping`."""
    rows(con, f"CREATE TABLE found_journeys AS FROM {columns.files(_FOUND, [])}")
    [(since_seq,)] = rows(con, f"FROM arrived_contacts SELECT coalesce(min(seq), {_NEVER})")
    promised = _column(con, "FROM arrived_promises SELECT journey_key WHERE journey_key <> 0")
    whole = _column(con, _WHOLE.format(promises=columns.files(PROMISES, promises)))
    con.register("loose_journeys", _loose(con))
    batches = con.sql(_CONTACTS.format(after=_AFTER)).to_arrow_reader(derive.CHUNK)

    def renewed() -> Iterator[pa.RecordBatch]:
        for chunk in derive.whole_persons(batches):
            steps = transitions(chunk, journey_gap_days * derive.DAY_US)
            first = steps["position"] == 0
            changed = _changed(steps, first, since_seq, promised, whole)
            found = {name: steps[name][first] for name in ("person", "journey")} | {"changed": changed}
            keeping.register("found_part", pa.Table.from_batches([batch(_FOUND, found)]))
            rows(keeping, "INSERT INTO found_journeys FROM found_part")
            those = changed[numbered(first)]
            if those.any():
                yield derive.noted(keeping, {name: each[those] for name, each in steps.items()})

    with streamed(writing, "renewed_steps", TRANSITIONS, renewed()):
        file = table.write(writing, columns.select(TRANSITIONS, "renewed_steps"), name=name)
    con.unregister("loose_journeys")
    return file


def _changed(
    steps: Columns,
    first: NDArray[np.bool_],
    since_seq: int,
    promised: NDArray[np.int64],
    whole: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Of each journey, which begin at `first`, whether it may say something else now."""
    opens = begins(steps["person"])
    person, ts_us = numbered(opens), steps["ts_us"]
    since_us = np.full(np.count_nonzero(opens), _NEVER)
    new = steps["seq"] >= since_seq
    np.minimum.at(since_us, person[new], ts_us[new])
    since_us[np.isin(steps["person"][opens], whole)] = _EVER
    after: NDArray[np.bool_] = np.logical_or.reduceat(ts_us >= since_us[person], np.flatnonzero(first))
    return after | np.isin(steps["journey"][first], promised)


def _column(con: duckdb.DuckDBPyConnection, query: str) -> NDArray[np.int64]:
    """The numbers in the only column of a question."""
    return np.array([number for (number,) in rows(con, query)], np.int64)


def _loose(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """Which of the dirty people's journeys have no key of their own: their id follows from person and start."""
    found = np.empty(0, np.int64)
    batches = con.sql("FROM kept_journeys").to_arrow_table().combine_chunks().to_batches()
    for part in batches:
        person, journey, start_us = (numbers(each) for each in part.columns)
        found = np.append(found, journey[journey == loose_id(person, start_us)])
    return pa.table({"journey": column(pa.int64(), found)})


def _journeys() -> str:
    """The journeys noted, and those that there are no more."""
    renewed = columns.select(JOURNEYS, derive.finished("true"))
    vanished = columns.select(JOURNEYS, _VANISHED, **_NO_JOURNEY)
    return _ordered("journeys", f"{renewed} UNION ALL ({vanished})")


def _beside(
    con: duckdb.DuckDBPyConnection, table: Table, name: str, new: DataFile | None, names: dict[str, str]
) -> Change:
    """A `new` fresh file, and without what is replaced those that hold any of it: fresh ones, and buckets of people who
    are losing rows. One of all that are fresh where there would be too many."""
    there = table.files()
    losing, waiting = _column(con, "FROM losing").tolist(), fresh(there)
    moved = [path for path in bucketed(there) if may_hold(path, losing)]
    if new and len(waiting) >= table.layout.most_fresh:
        together = f"{_left(table, waiting)} UNION ALL FROM {columns.files(table.schema, [new.path])}"
        change = changes.of([table.write(con, _ordered(name, together), name=names[_ALL])], waiting)
        new.path.unlink()
    else:
        change = changes.of([new], [])
        moved += [path for path in waiting if _any(con, f"({_held(table, path)})")]
    for path in moved:
        left = table.write(con, _ordered(name, _left(table, [path])), mark_of(path), names[path.name])
        change.add += [left] if left else []
        change.remove.append(path)
    return change


def _ordered(name: str, query: str) -> str:
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


def _any(con: duckdb.DuckDBPyConnection, name: str) -> bool:
    return bool(rows(con, f"FROM {name} LIMIT 1"))
