"""Transitions and journeys of those people alone whose contacts or promises changed: the same as if all were derived anew.

What is stored of a person's transitions says everything about their contacts that is needed to derive them again.
*Dirty* is who has new or lost contacts or promises without a journey key, and whose journeys have new or lost ones with
it: whoever that journey belonged to, and whoever it belongs to now. Their rows are replaced: they go to the fresh files,
and hide what buckets hold of these people (see `views`). Where rows must be gone and not merely hidden, because they
were removed or belong to others now, the bucket is written again; and all buckets are when there are too many fresh
rows.

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
from leitstern.store.engine import rows
from leitstern.store.layout import bucketed, fresh
from leitstern.store.steps import loose_id, transitions
from leitstern.store.table import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import Table

ARRIVED, GONE = ("arrived_contacts", "arrived_promises"), ("gone_contacts", "gone_promises")
_MADE = (
    "touched_journeys",
    "owned_journeys",
    "now_owned",
    "dirty",
    "dirty_journeys",
    "kept_contacts",
    "dirty_contacts",
    "derived_journeys",
    "derived_promised",
    "renewed_transitions",
    "renewed_journeys",
)
_TOUCHED = """
CREATE TEMP TABLE touched_journeys AS SELECT DISTINCT journey_key FROM ({changed}) WHERE journey_key <> 0
"""
_OWNED = """
CREATE TEMP TABLE owned_journeys AS
SELECT journey AS journey_key, person, start_us FROM {journeys} WHERE journey IN (FROM touched_journeys)
"""
# Of contacts at the same moment the one that came first begins the journey: who owned it keeps it.
_NOW_OWNED = """
CREATE TEMP TABLE now_owned AS
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
CREATE TEMP TABLE dirty AS SELECT DISTINCT person FROM (
  SELECT person FROM owned_journeys UNION ALL SELECT owner FROM now_owned
  UNION ALL SELECT entity_id FROM ({changed}) WHERE journey_key = 0
)
"""
# By itself: what is read of every bucket is only thrown away or kept.
_KEPT = """
CREATE TEMP TABLE kept_contacts AS
SELECT person, journey, {after} FROM {transitions} WHERE person IN (FROM dirty)
"""
_CONTACTS = """
CREATE TABLE dirty_contacts AS
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
# Rows of these must not merely be hidden: they had journeys, and have none or not all of them any more.
_LOSING = """
SELECT DISTINCT person FROM dirty_journeys ANTI JOIN renewed_journeys USING (person)
UNION SELECT person FROM owned_journeys JOIN now_owned USING (journey_key) WHERE person <> owner
UNION SELECT person FROM dirty_journeys
WHERE EXISTS (FROM gone_contacts) OR EXISTS (FROM gone_promises)
"""


def complete(con: duckdb.DuckDBPyConnection) -> None:
    """What is not said to have changed did not."""
    there = {name for (name,) in rows(con, "SELECT table_name FROM information_schema.tables")}
    for name in {*ARRIVED, *GONE} - there:
        schema = CONTACTS if name.endswith("contacts") else PROMISES
        rows(con, f"CREATE TEMP TABLE {name} AS FROM {columns.files(schema, [])}")


def write(
    con: duckdb.DuckDBPyConnection,
    into: tuple[Table, Table],
    contacts: Sequence[Path],
    promises: Sequence[Path],
    journey_gap_days: int,
) -> dict[str, Change]:
    """The changes of the tables of transitions and journeys that follow from what changed.

    `contacts` and `promises` are the files as they will be afterwards.
    """
    with _tidied(con):
        old = {name: table.files() for name, table in zip(DERIVED, into, strict=True)}
        now = {name: views.derived(name, files, old["journeys"]) for name, files in old.items()}
        _find_dirty(con, now, contacts)
        _renew(con, now["transitions"], promises, journey_gap_days)
        cut = _buckets_to_write(con, into[0])
        return {
            name: _replaced(con, table, name, old[name], fresh(old["journeys"]), cut)
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
    if rows(con, _LEFT_OF.format(transitions=now["transitions"])):
        rows(con, _OWNED_AFTERWARDS.format(contacts=columns.files(CONTACTS, contacts)))
    rows(con, _DIRTY.format(changed=changed))
    rows(
        con,
        f"CREATE TEMP TABLE dirty_journeys AS FROM {now['journeys']} SELECT person, journey, start_us "
        "WHERE person IN (FROM dirty)",
    )


def _renew(
    con: duckdb.DuckDBPyConnection, steps: str, promises: Sequence[Path], journey_gap_days: int
) -> None:
    con.register("loose_journeys", _loose(con))
    after = derive.KEPT.removeprefix("journey_key, ")
    rows(con, _KEPT.format(transitions=steps, after=after))
    rows(con, _CONTACTS.format(after=after))
    con.unregister("loose_journeys")
    nothing = columns.files(TRANSITIONS, [])
    rows(con, f"CREATE TEMP TABLE renewed_transitions AS FROM {nothing}")
    derive.begin(con)
    with closing(con.cursor()) as reading:
        batches = reading.sql("FROM dirty_contacts").to_arrow_reader(derive.CHUNK)
        for chunk in derive.whole_persons(batches):
            found = derive.noted(con, transitions(chunk, journey_gap_days * derive.DAY_US))
            con.register("renewed_part", pa.Table.from_batches([found]))
            rows(con, "INSERT INTO renewed_transitions FROM renewed_part")
            con.unregister("renewed_part")
    derive.promised(con, _PROMISES.format(promises=columns.files(PROMISES, promises)))
    select = columns.select(DERIVED["journeys"], derive.finished("true"))
    rows(con, f"CREATE TEMP TABLE renewed_journeys AS {select}")


def _loose(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """Which of the dirty people's journeys have no key of their own: their id follows from person and start."""
    found = np.empty(0, np.int64)
    batches = con.sql("FROM dirty_journeys").to_arrow_table().combine_chunks().to_batches()
    for batch in batches:
        person, journey, start_us = (numbers(each) for each in batch.columns)
        found = np.append(found, journey[journey == loose_id(person, start_us)])
    return pa.table({"journey": column(pa.int64(), found)})


def _buckets_to_write(con: duckdb.DuckDBPyConnection, steps: Table) -> list[int]:
    """The buckets in which it is not enough to hide rows; all if there are too many fresh ones."""
    layout, there = steps.layout, steps.stored()
    old = {each.bucket for each in there if each.bucket is not None}
    waiting = columns.files(TRANSITIONS, fresh(each.path for each in there))
    left = rows(con, f"FROM {waiting} ANTI JOIN dirty USING (person) SELECT count(*)")[0][0]
    count = left + rows(con, "FROM renewed_transitions SELECT count(*)")[0][0]
    if layout.over(count, sum(each.rows for each in there), layout.derived_share, cut=bool(old)):
        return [*range(layout.buckets)]
    found = rows(con, f"FROM ({_LOSING}) SELECT DISTINCT {layout.sql_bucket('person')}")
    return sorted(old & {bucket for (bucket,) in found})


def _replaced(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    name: str,
    old: Sequence[Path],
    hiding: Sequence[Path],
    cut: Sequence[int],
) -> Change:
    """Fresh rows and those of the buckets `cut`, written again with what was renewed."""
    layout, order = table.layout, f"ORDER BY {derive.ORDERS[name]}"
    waiting = columns.files(table.schema, fresh(old))
    left = f"FROM (FROM {waiting} ANTI JOIN dirty USING (person)) UNION ALL FROM renewed_{name}"
    hidden = f"FROM dirty UNION ALL FROM {columns.files(DERIVED['journeys'], hiding)} SELECT person"
    change = Change(remove=fresh(old))
    for bucket in cut:
        within = layout.inside(bucket, "person")
        mine = [path for path in bucketed(old) if path.name.startswith(layout.mark(bucket))]
        kept = f"FROM {columns.files(table.schema, mine)} ANTI JOIN (FROM ({hidden}) WHERE {within}) USING (person)"
        file = table.write(con, f"FROM ({kept} UNION ALL FROM ({left}) WHERE {within}) {order}", bucket)
        change.add += [file] if file else []
        change.remove += mine
    if len(cut) < layout.buckets:
        apart = f"WHERE {layout.sql_bucket('person')} NOT IN ({', '.join(map(str, cut))})" if cut else ""
        file = table.write(con, f"FROM ({left}) {apart} {order}")
        change.add += [file] if file else []
    return change
