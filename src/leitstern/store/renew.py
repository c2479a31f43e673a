"""Transitions and journeys of those people alone whose contacts or promises changed: the same as if all were derived anew.

What is stored of a person's transitions says everything about their contacts that is needed to derive them again.
*Dirty* is who has new or lost contacts or promises without a journey key, and whose journeys have new or lost ones with
it: whoever that journey belonged to, and whoever it belongs to now. Their rows are replaced: they go to a fresh file,
with all that lay in fresh files beside theirs, and hide what buckets hold of these people (see `views`). Where rows must
be gone and not merely hidden, because they were removed or belong to others now, the bucket is written again without
them.

`con` holds what changed: `arrived_contacts`, `arrived_promises`, `gone_contacts` and `gone_promises`.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import CONTACTS, DERIVED, PROMISES, TRANSITIONS
from leitstern.store import columns, derive, views
from leitstern.store.arrays import column, numbers
from leitstern.store.engine import rows, streamed
from leitstern.store.layout import bucketed, fresh, mark_of, may_hold
from leitstern.store.steps import loose_id, transitions
from leitstern.store.table import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import Table

ARRIVED, GONE = ("arrived_contacts", "arrived_promises"), ("gone_contacts", "gone_promises")
_AFTER = derive.KEPT.removeprefix("journey_key, ")
_MADE = (
    "touched_journeys",
    "owned_journeys",
    "now_owned",
    "dirty",
    "kept_contacts",
    "kept_journeys",
)
_TOUCHED = """
CREATE TEMP TABLE touched_journeys AS SELECT DISTINCT journey_key FROM ({changed}) WHERE journey_key <> 0
"""
_OWNED = """
CREATE TABLE owned_journeys AS
SELECT journey AS journey_key, person, start_us FROM {journeys} WHERE journey IN (FROM touched_journeys)
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
SELECT 1 FROM {transitions} SEMI JOIN owned_journeys USING (person)
WHERE journey IN (SELECT journey_key FROM gone_contacts WHERE journey_key <> 0)
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
_KEPT = """
CREATE TEMP TABLE kept_contacts AS
SELECT person, journey, {after} FROM {transitions} WHERE person IN (FROM dirty)
"""
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
# Rows of these must not merely be hidden: a journey of theirs belongs to somebody else now.
_LOSING = """
SELECT DISTINCT person FROM owned_journeys JOIN now_owned USING (journey_key) WHERE person <> owner
"""


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
        old = {name: table.files() for name, table in zip(DERIVED, into, strict=True)}
        now = {name: views.derived(name, files, old["journeys"]) for name, files in old.items()}
        _find_dirty(con, now, contacts)
        _keep(con, now["transitions"])
        if _too_many(con, into[0]):
            return None
        with closing(con.cursor()) as writing, closing(con.cursor()) as keeping:
            derive.begin(keeping)
            add = {"transitions": _transitions(con, writing, keeping, into[0], journey_gap_days)}
            derive.promised(keeping, _PROMISES.format(promises=columns.files(PROMISES, promises)))
            renewed = columns.select(DERIVED["journeys"], derive.finished("true"))
            add["journeys"] = _added(keeping, into[1], "journeys", renewed)
            losing = _losing(con)
        return {
            name: _replaced(con, table, add[name], old[name], fresh(old["journeys"]), losing)
            for name, table in zip(DERIVED, into, strict=True)
        }


@contextmanager
def _tidied(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    try:
        yield
    finally:
        for name in _MADE:
            rows(con, f"DROP TABLE IF EXISTS {name}")


def _find_dirty(con: duckdb.DuckDBPyConnection, now: dict[str, str], contacts: Sequence[Path]) -> None:
    changed = " UNION ALL ".join(f"FROM {name} SELECT entity_id, journey_key" for name in ARRIVED + GONE)
    rows(con, _TOUCHED.format(changed=changed))
    rows(con, _OWNED.format(journeys=now["journeys"]))
    rows(con, _NOW_OWNED)
    if _any(con, "gone_contacts") and rows(con, _LEFT_OF.format(transitions=now["transitions"])):
        rows(con, _OWNED_AFTERWARDS.format(contacts=columns.files(CONTACTS, contacts)))
    rows(con, _DIRTY.format(changed=changed))


def _keep(con: duckdb.DuckDBPyConnection, steps: str) -> None:
    """What is stored of dirty people."""
    rows(con, _KEPT.format(transitions=steps, after=_AFTER))
    rows(con, _JOURNEYS)


def _too_many(con: duckdb.DuckDBPyConnection, steps: Table) -> bool:
    """Whether deriving all is better: so many rows would be fresh."""
    there = steps.stored()
    waiting = columns.files(TRANSITIONS, fresh(each.path for each in there))
    [(count,)] = rows(
        con,
        f"SELECT (FROM {waiting} ANTI JOIN dirty USING (person) SELECT count(*)) "
        "+ (FROM kept_contacts SELECT count(*)) + (FROM arrived_contacts SELECT count(*))",
    )
    return bool(count > steps.layout.derived_share * sum(each.rows for each in there))


def _transitions(
    con: duckdb.DuckDBPyConnection,
    writing: duckdb.DuckDBPyConnection,
    keeping: duckdb.DuckDBPyConnection,
    table: Table,
    journey_gap_days: int,
) -> Change:
    """What is fresh; journeys are noted in `keeping`."""
    con.register("loose_journeys", _loose(con))
    batches = con.sql(_CONTACTS.format(after=_AFTER)).to_arrow_reader(derive.CHUNK)
    found = (
        derive.noted(keeping, transitions(chunk, journey_gap_days * derive.DAY_US))
        for chunk in derive.whole_persons(batches)
    )
    with streamed(writing, "renewed_steps", TRANSITIONS, found):
        added = _added(writing, table, "transitions", columns.select(TRANSITIONS, "renewed_steps"))
    con.unregister("loose_journeys")
    return added


def _loose(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """Which of the dirty people's journeys have no key of their own: their id follows from person and start."""
    found = np.empty(0, np.int64)
    batches = con.sql("FROM kept_journeys").to_arrow_table().combine_chunks().to_batches()
    for batch in batches:
        person, journey, start_us = (numbers(each) for each in batch.columns)
        found = np.append(found, journey[journey == loose_id(person, start_us)])
    return pa.table({"journey": column(pa.int64(), found)})


def _added(con: duckdb.DuckDBPyConnection, table: Table, name: str, renewed: str) -> Change:
    """What was `renewed`, in order, as a fresh file in place of those that hold dirty people, with the rows of all others
    in them; in place of all where there would be too many."""
    waiting = fresh(table.files())
    moved = [
        path
        for path in waiting
        if _any(con, f"{columns.files(table.schema, [path])} SEMI JOIN dirty USING (person)")
    ]
    if len(waiting) - len(moved) >= table.layout.most_fresh:
        moved = waiting
    if moved:
        others = f"FROM {columns.files(table.schema, moved)} ANTI JOIN dirty USING (person)"
        renewed = f"FROM ({others} UNION ALL ({renewed})) ORDER BY {derive.ORDERS[name]}"
    file = table.write(con, renewed)
    return Change([file] if file else [], moved)


def _losing(con: duckdb.DuckDBPyConnection) -> list[int]:
    """People of whose rows in buckets it is not enough that they are hidden."""
    gone = any(_any(con, name) for name in GONE)
    return [
        person for (person,) in rows(con, "FROM kept_journeys SELECT DISTINCT person" if gone else _LOSING)
    ]


def _replaced(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    change: Change,
    old: Sequence[Path],
    hiding: Sequence[Path],
    losing: Sequence[int],
) -> Change:
    """The same change, and buckets that hold people who are `losing` rows without what is hidden."""
    hidden = f"FROM dirty UNION ALL FROM {columns.files(DERIVED['journeys'], hiding)} SELECT person"
    for path in bucketed(old):
        if may_hold(path, losing):
            kept = f"FROM {columns.files(table.schema, [path])} ANTI JOIN ({hidden}) USING (person)"
            file = table.write(con, kept, mark_of(path))
            change.add += [file] if file else []
            change.remove.append(path)
    return change


def _any(con: duckdb.DuckDBPyConnection, name: str) -> bool:
    return bool(rows(con, f"FROM {name} LIMIT 1"))
