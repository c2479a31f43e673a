"""Transitions and journeys, derived from contacts and promises. Order-sensitive work happens here, once.

*Person*: for now the entity. *Journey*: the contacts of one journey key, whoever they belong to; the journey belongs
to the person of its first contact and its id is the key. Contacts without a key make up a journey of their own per
person, which ends where the next of them is more than `journey_gap_days` away; its id is (entity + start·K) mod 2⁶³
with an odd K: never equal within a person, and uniform over persons because entities are keyed hashes.

*Handoff*: neighbouring contacts of a journey in two different departments, both known: an unmapped department (0) is
not evidence that anybody was passed on, and counts as no department either. *Promise of a journey*: one with its key;
without a key the one made during or after the person's latest journey without a key. *Late*: kept after its day; an
open promise is judged by whoever asks, as of their date.

Everything is ordered by (…, ts_us, seq), a total order, and nothing is a float sum: the result is the same on any
number of threads. Contacts stream through in the order of their persons, some 250,000 at a time and never half a
person: memory is bounded by the busiest one. What sorts, joins or gathers all of them is DuckDB's, which spills.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import CONTACTS, JOURNEYS, PROMISES, TRANSITIONS
from leitstern.store import arrays, columns
from leitstern.store.engine import rows, streamed
from leitstern.store.journeys import journeys
from leitstern.store.paths import path_strings
from leitstern.store.steps import transitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import DataFile, Table

RULES = 1  # raise it when the rules above change: homes derive anew when they are opened
DAY_US = 86_400_000_000
CHUNK = 245_760  # contacts at a time, two row groups

_OWNERS = """
CREATE TEMP TABLE owners AS
WITH shared AS (
  SELECT journey_key FROM {contacts} WHERE journey_key <> 0
  GROUP BY journey_key HAVING min(entity_id) <> max(entity_id)
)
SELECT journey_key, arg_min(entity_id, (ts_us, seq)) AS owner FROM {contacts} SEMI JOIN shared USING (journey_key)
GROUP BY journey_key
"""
_CONTACTS = """
SELECT {person} AS person, journey_key, ts_us, seq, touchpoint, channel, department, local_date, weight FROM {contacts}
"""
_PROMISED = """
(WITH made AS (
  SELECT journey_key AS journey, late_days FROM {promises} WHERE journey_key <> 0
  UNION ALL
  SELECT loose.journey, late_days FROM (FROM {promises} WHERE journey_key = 0) AS promise
  ASOF JOIN (FROM derived_journeys WHERE journey_key = 0) AS loose
  ON promise.entity_id = loose.person AND promise.ts_us >= loose.start_us
), promised AS (
  SELECT journey, count(*) AS promises, count(*) FILTER (late_days > 0) AS promises_late FROM made GROUP BY journey
)
SELECT derived_journeys.*, coalesce(promises, 0) AS promises, coalesce(promises_late, 0) AS promises_late
FROM derived_journeys LEFT JOIN promised USING (journey) ORDER BY person, journey)
"""
_AFTERWARDS = ("next_touchpoint", "next_channel", "next_department", "wait_us", "wait_bucket")
_LATER = {"path", "promises", "promises_late"}
_NOTED = pa.schema([field for field in JOURNEYS if field.name not in _LATER] + [("journey_key", pa.int64())])


def write(
    con: duckdb.DuckDBPyConnection,
    into: tuple[Table, Table],
    contacts: Sequence[Path],
    promises: Sequence[Path],
    journey_gap_days: int,
) -> tuple[DataFile | None, DataFile | None]:
    """Write into the tables of transitions and journeys what follows from these files, each sorted like its table.

    Transitions: one row per contact, sorted by (person, journey, ts_us, seq). Journeys: sorted by (person, journey).
    """
    with closing(con.cursor()) as reading, closing(con.cursor()) as keeping:
        found = (transitions(chunk, journey_gap_days * DAY_US) for chunk in _persons(reading, contacts))
        with streamed(con, "derived_steps", TRANSITIONS, _noting(keeping, found)):
            steps = into[0].write(con, columns.select(TRANSITIONS, "derived_steps"))
        return steps, _write_journeys(keeping, into[1], promises) if steps else None


def _persons(con: duckdb.DuckDBPyConnection, contacts: Sequence[Path]) -> Iterator[arrays.Columns]:
    """Contacts sorted by (person, ts_us, seq), never half a person."""
    source, person, order = columns.files(CONTACTS, contacts), "entity_id", ""
    rows(con, _OWNERS.format(contacts=source))
    shared = rows(con, "FROM owners LIMIT 1")
    if shared or len(contacts) > 1:
        order = "ORDER BY person, ts_us, seq"
    if shared:
        source, person = f"{source} LEFT JOIN owners USING (journey_key)", "coalesce(owner, entity_id)"
    sorted_contacts = _CONTACTS.format(contacts=source, person=person) + order
    begun: list[pa.RecordBatch] = []  # of somebody whose contacts may go on
    for batch in con.sql(sorted_contacts).to_arrow_reader(CHUNK):
        persons = arrays.numbers(batch.column("person"))
        last = int(np.searchsorted(persons, persons[-1]))
        if last:
            yield arrays.joined([*begun, batch.slice(0, last)])
            begun = []
        begun.append(batch.slice(last))
    if begun:
        yield arrays.joined(begun)


def _noting(con: duckdb.DuckDBPyConnection, found: Iterable[arrays.Columns]) -> Iterator[pa.RecordBatch]:
    """Transitions as they are stored; their journeys are noted in `derived_journeys` meanwhile."""
    nothing = columns.files(_NOTED.append(JOURNEYS.field("path")), [])
    rows(con, f"CREATE TEMP TABLE derived_journeys AS FROM {nothing}")
    for steps in found:
        con.register("derived_part", pa.Table.from_batches([_summaries(steps)]))
        rows(con, "INSERT INTO derived_journeys FROM derived_part")
        present = dict.fromkeys(_AFTERWARDS, steps["goes_on"]) | {
            "since_same_us": steps["since_same_us"] >= 0
        }
        yield arrays.batch(TRANSITIONS, steps, present)


def _summaries(steps: arrays.Columns) -> pa.RecordBatch:
    found = journeys(steps)
    path = path_strings(steps["touchpoint"], found["contacts"])
    return arrays.batch(_NOTED, found).append_column("path", path)


def _write_journeys(con: duckdb.DuckDBPyConnection, into: Table, promises: Sequence[Path]) -> DataFile | None:
    if not promises:
        return into.write(con, columns.select(JOURNEYS, "derived_journeys", promises="0", promises_late="0"))
    promised = _PROMISED.format(promises=columns.files(PROMISES, promises))
    return into.write(con, columns.select(JOURNEYS, promised))
