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
number of threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from leitstern.core.tables.lake import CONTACTS, JOURNEYS, PROMISES, REPEAT_WINDOW_US, TRANSITIONS
from leitstern.store import columns
from leitstern.store.engine import rows
from leitstern.store.paths import path_strings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import DataFile, Table

RULES = 1  # raise it when the rules above change: homes derive anew when they are opened
DAY_US = 86_400_000_000
SPREAD = 0x9E3779B97F4A7C15  # K: 2⁶⁴ divided by the golden ratio, odd
_LOOSE_ID = "CAST((CAST({person} AS HUGEINT) + CAST({start} AS HUGEINT) * {spread}::HUGEINT) & {mask}::HUGEINT AS BIGINT)"

_STEPS = """
WITH shared AS (
  SELECT journey_key FROM {contacts} WHERE journey_key <> 0
  GROUP BY journey_key HAVING min(entity_id) <> max(entity_id)
), owners AS (
  SELECT journey_key, arg_min(entity_id, (ts_us, seq)) AS owner FROM {contacts} SEMI JOIN shared USING (journey_key)
  GROUP BY journey_key
), loose AS (
  SELECT *, max(CASE WHEN opens THEN ts_us END) OVER (
    PARTITION BY entity_id ORDER BY ts_us, seq ROWS UNBOUNDED PRECEDING) AS start_us
  FROM (
    SELECT *, coalesce(ts_us - lag(ts_us) OVER (PARTITION BY entity_id ORDER BY ts_us, seq) > {gap_us}, true) AS opens
    FROM {contacts} WHERE journey_key = 0)
), placed AS (
  SELECT coalesce(owner, entity_id) AS person, journey_key AS journey,
    ts_us, seq, touchpoint, channel, department, local_date, weight
  FROM {contacts} LEFT JOIN owners USING (journey_key) WHERE journey_key <> 0
  UNION ALL
  SELECT entity_id, {loose_id}, ts_us, seq, touchpoint, channel, department, local_date, weight FROM loose
)
SELECT *, ts_us - lag(ts_us) OVER (PARTITION BY person, touchpoint ORDER BY ts_us, seq) AS since_same_us
FROM placed ORDER BY person, journey, ts_us, seq
"""

# `lead() OVER ()` reads the rows in the order they come in, in one pass and without memory: they are sorted.
_TRANSITIONS = """
WITH numbered AS (
  SELECT *, row_number() OVER () AS row_no,
    CASE WHEN lag(journey) OVER () = journey THEN NULL ELSE row_number() OVER () END AS first_row
  FROM ({steps})
), neighbours AS (
  SELECT *, row_no - max(first_row) OVER (ROWS UNBOUNDED PRECEDING) AS position, lead(journey) OVER () = journey AS goes_on,
    lead(touchpoint) OVER () AS then_touchpoint, lead(channel) OVER () AS then_channel,
    lead(department) OVER () AS then_department, lead(ts_us) OVER () - ts_us AS then_wait_us
  FROM numbered
), waits AS (
  SELECT *, CASE WHEN goes_on THEN then_touchpoint END AS next_touchpoint, CASE WHEN goes_on THEN then_channel END AS
    next_channel, CASE WHEN goes_on THEN then_department END AS next_department,
    CASE WHEN goes_on THEN then_wait_us END AS wait_us
  FROM neighbours
)
SELECT *, floor(16 * log2(1 + wait_us // 1000000)) AS wait_bucket FROM waits
"""

_JOURNEYS = """
CREATE OR REPLACE TEMP TABLE derived_journeys AS
WITH grouped AS (
  SELECT person, journey, min(ts_us) AS start_us, max(ts_us) AS end_us, count(*)::INTEGER AS contacts,
    max(local_date) FILTER (position = 0) AS start_date, max(channel) FILTER (position = 0) AS channel,
    max(weight) FILTER (position = 0) AS weight,
    count(DISTINCT department) FILTER (department <> 0) AS departments,
    count(*) FILTER (next_department <> department AND next_department <> 0 AND department <> 0) AS handoffs,
    count(*) FILTER (since_same_us <= {repeat_us}) AS repeats, max(ts_us) - min(ts_us) AS wait_us
  FROM {transitions} GROUP BY person, journey
), loose AS (SELECT person, journey, start_us FROM grouped WHERE journey = {loose_id}
), made AS (
  SELECT journey_key AS journey, late_days FROM {promises} WHERE journey_key <> 0
  UNION ALL
  SELECT loose.journey, late_days FROM (FROM {promises} WHERE journey_key = 0) AS promise
  ASOF JOIN loose ON promise.entity_id = loose.person AND promise.ts_us >= loose.start_us
), promised AS (
  SELECT journey, count(*) AS promises, count(*) FILTER (late_days > 0) AS promises_late FROM made GROUP BY journey
)
SELECT grouped.*, coalesce(promises, 0) AS promises, coalesce(promises_late, 0) AS promises_late
FROM grouped LEFT JOIN promised USING (journey) ORDER BY person, journey
"""


def write_transitions(
    con: duckdb.DuckDBPyConnection, into: Table, contacts: Sequence[Path], journey_gap_days: int
) -> DataFile | None:
    """One row per contact, sorted by (person, journey, ts_us, seq)."""
    steps = _STEPS.format(
        contacts=columns.files(CONTACTS, contacts),
        gap_us=journey_gap_days * DAY_US,
        loose_id=_loose_id("entity_id", "start_us"),
    )
    return into.write(con, columns.select(TRANSITIONS, f"({_TRANSITIONS.format(steps=steps)})"))


def write_journeys(
    con: duckdb.DuckDBPyConnection, into: Table, transitions: Path, promises: Sequence[Path]
) -> DataFile | None:
    """One row per journey, sorted by (person, journey), from transitions in their order."""
    source = columns.files(TRANSITIONS, [transitions])
    grouped = _JOURNEYS.format(
        transitions=source,
        promises=columns.files(PROMISES, promises),
        repeat_us=REPEAT_WINDOW_US,
        loose_id=_loose_id("person", "start_us"),
    )
    rows(con, grouped)
    touchpoints = con.execute(f"FROM {source} SELECT touchpoint").fetchnumpy()["touchpoint"]
    lengths = con.execute("SELECT contacts FROM derived_journeys").fetchnumpy()["contacts"]
    con.register("derived_paths", pa.table({"path": path_strings(touchpoints, lengths)}))
    try:
        return into.write(con, columns.select(JOURNEYS, "derived_journeys POSITIONAL JOIN derived_paths"))
    finally:
        con.unregister("derived_paths")
        rows(con, "DROP TABLE derived_journeys")


def _loose_id(person: str, start: str) -> str:
    return _LOOSE_ID.format(person=person, start=start, spread=SPREAD, mask=2**63 - 1)
