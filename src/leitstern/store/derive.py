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
number of threads. Contacts stream through in the order of their persons, some 120,000 at a time and never half a
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
from leitstern.store.layout import Cut, cut_of, mark_of
from leitstern.store.paths import path_strings
from leitstern.store.steps import transitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import DataFile, Table

RULES = 2  # raise it when the rules above change: homes derive anew when they are opened
DAY_US = 86_400_000_000
CHUNK = 122_880  # contacts at a time, two row groups: more would not stay close to the processor
ORDERS = {"transitions": "person, journey, ts_us, seq", "journeys": "person, journey"}
KEPT = "journey_key, ts_us, seq, touchpoint, channel, department, local_date, weight"

_OWNERS = """
CREATE TEMP TABLE owners AS
WITH shared AS (
  SELECT journey_key FROM {contacts} WHERE journey_key <> 0
  GROUP BY journey_key HAVING min(entity_id) <> max(entity_id)
)
SELECT journey_key, arg_min(entity_id, (ts_us, seq)) AS owner FROM {contacts} SEMI JOIN shared USING (journey_key)
GROUP BY journey_key
"""
_SHARED = """
CREATE TEMP TABLE shared_contacts AS
SELECT owner AS person, {kept} FROM {contacts} JOIN owners USING (journey_key)
"""
_PROMISED = """
CREATE TEMP TABLE derived_promised AS
WITH made AS (
  SELECT keyed.person, keyed.journey, late_days FROM (FROM {promises} WHERE journey_key <> 0) AS promise
  JOIN derived_journeys AS keyed ON promise.journey_key = keyed.journey_key
  UNION ALL
  SELECT loose.person, loose.journey, late_days FROM (FROM {promises} WHERE journey_key = 0) AS promise
  ASOF JOIN (FROM derived_journeys WHERE journey_key = 0) AS loose
  ON promise.entity_id = loose.person AND promise.ts_us >= loose.start_us
)
SELECT person, journey, count(*) AS promises, count(*) FILTER (late_days > 0) AS promises_late FROM made GROUP BY ALL
"""
_FINISHED = """
(SELECT derived_journeys.*, coalesce(promises, 0) AS promises, coalesce(promises_late, 0) AS promises_late
FROM (FROM derived_journeys WHERE {within}) AS derived_journeys
LEFT JOIN (FROM derived_promised WHERE {within}) AS promised USING (person, journey) ORDER BY person, journey)
"""
_AFTERWARDS = ("next_touchpoint", "next_channel", "next_department", "wait_us", "wait_bucket")
_LATER = {"path", "promises", "promises_late"}
_NOTED = pa.schema([field for field in JOURNEYS if field.name not in _LATER] + [("journey_key", pa.int64())])
_UNCUT = Cut(0)


def write(
    con: duckdb.DuckDBPyConnection,
    into: tuple[Table, Table],
    contacts: Sequence[Path],
    promises: Sequence[Path],
    journey_gap_days: int,
) -> tuple[list[DataFile | None], list[DataFile | None]]:
    """Write into the tables of transitions and journeys what follows from these files, each sorted like its table.

    Transitions: one row per contact, sorted by (person, journey, ts_us, seq). Journeys: sorted by (person, journey).
    A file for each bucket of people if contacts lie in buckets, else one for all.
    """
    cut = cut_of(contacts) or _UNCUT
    pieces = [(cut.inside(bucket, "{}"), cut.mark(bucket)) for bucket in cut.buckets()]
    steps: list[DataFile | None] = []
    with closing(con.cursor()) as reading, closing(con.cursor()) as keeping:
        shared = _share(reading, contacts)
        begin(keeping)
        for within, mark in pieces:
            files = [path for path in contacts if mark_of(path) in {"", mark}]
            found = (
                transitions(chunk, journey_gap_days * DAY_US)
                for chunk in _persons(reading, files, within, shared=shared)
            )
            with streamed(con, "derived_steps", TRANSITIONS, (noted(keeping, each) for each in found)):
                steps.append(into[0].write(con, columns.select(TRANSITIONS, "derived_steps"), mark))
        promised(keeping, columns.files(PROMISES, promises))
        return steps, [
            into[1].write(keeping, columns.select(JOURNEYS, finished(within.format("person"))), mark)
            for within, mark in pieces
        ]


def begin(con: duckdb.DuckDBPyConnection) -> None:
    """Make room for journeys that will be noted in `derived_journeys`."""
    nothing = columns.files(_NOTED.append(JOURNEYS.field("path")), [])
    rows(con, f"CREATE TEMP TABLE derived_journeys AS FROM {nothing}")


def noted(con: duckdb.DuckDBPyConnection, steps: arrays.Columns) -> pa.RecordBatch:
    """Transitions as they are stored; their journeys are noted in `derived_journeys`."""
    con.register("derived_part", pa.Table.from_batches([_summaries(steps)]))
    rows(con, "INSERT INTO derived_journeys FROM derived_part")
    present = dict.fromkeys(_AFTERWARDS, steps["goes_on"]) | {"since_same_us": steps["since_same_us"] >= 0}
    return arrays.batch(TRANSITIONS, steps, present)


def promised(con: duckdb.DuckDBPyConnection, promises: str) -> None:
    """Count the promises of the journeys noted, in `derived_promised`."""
    rows(con, _PROMISED.format(promises=promises))


def finished(within: str) -> str:
    """The journeys noted of people within this condition, with their promises, in order."""
    return _FINISHED.format(within=within)


def whole_persons(batches: Iterable[pa.RecordBatch]) -> Iterator[arrays.Columns]:
    """Rows sorted by person in pieces that never hold half a person."""
    begun: list[pa.RecordBatch] = []  # few, or of somebody whose contacts may go on
    count = 0
    for batch in batches:
        persons = arrays.numbers(batch.column("person"))
        last = int(np.searchsorted(persons, persons[-1]))
        count += batch.num_rows
        if last and count >= CHUNK:
            yield arrays.joined([*begun, batch.slice(0, last)])
            begun, batch = [], batch.slice(last)  # noqa: PLW2901
            count = batch.num_rows
        begun.append(batch)
    if begun:
        yield arrays.joined(begun)


def _share(con: duckdb.DuckDBPyConnection, contacts: Sequence[Path]) -> bool:
    """Whether people share journeys; then whose those are stands in `owners`, their contacts in `shared_contacts`."""
    source = columns.files(CONTACTS, contacts)
    rows(con, _OWNERS.format(contacts=source))
    if not rows(con, "FROM owners LIMIT 1"):
        return False
    rows(con, _SHARED.format(contacts=source, kept=KEPT))
    return True


def _persons(
    con: duckdb.DuckDBPyConnection, contacts: Sequence[Path], within: str, *, shared: bool
) -> Iterator[arrays.Columns]:
    """Contacts of the people within this condition sorted by (person, ts_us, seq), never half a person."""
    source = columns.files(CONTACTS, contacts)
    found = f"FROM {source} SELECT entity_id AS person, {KEPT} WHERE {within.format('entity_id')}"
    if shared:
        own = f"FROM {source} ANTI JOIN owners USING (journey_key)"
        found = (
            f"FROM ({own}) SELECT entity_id AS person, {KEPT} WHERE {within.format('entity_id')} "  # noqa: S608
            f"UNION ALL FROM shared_contacts WHERE {within.format('person')}"
        )
    if shared or len(contacts) > 1:
        found = f"FROM ({found}) ORDER BY person, ts_us, seq"
    return whole_persons(con.sql(found).to_arrow_reader(CHUNK))


def _summaries(steps: arrays.Columns) -> pa.RecordBatch:
    found = journeys(steps)
    path = path_strings(steps["touchpoint"], found["contacts"])
    return arrays.batch(_NOTED, found).append_column("path", path)
