"""Transitions and journeys of those people alone whose contacts or promises changed: the same as if all were derived anew.

What is stored of a person's transitions says everything about their contacts that is needed to derive them again. Of
the journeys of whoever is dirty (see `dirty`) only those are written that may say something else now: from a person's
first new contact on, and all of some people. They go to a fresh file and hide what other files hold of these journeys
(see `views`), as do rows that say of a journey that there is none any more. Where rows must be gone and not merely
hidden, because they were removed or belong to others now, the bucket is written again without all rows of these people.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import JOURNEYS, PROMISES, TRANSITIONS
from leitstern.store import columns, derive, dirty, replaced
from leitstern.store.arrays import batch, column, numbers
from leitstern.store.engine import rows, streamed
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

_MADE = (*dirty.FOUND, "found_journeys", "replaced")
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
# People whose journeys may all say something else. A promise without a key goes to the latest journey that began before
# it: what comes later is no concern of it.
_WHOLE = """
FROM losing
UNION SELECT entity_id FROM arrived_promises WHERE journey_key = 0
UNION SELECT entity_id FROM {promises} JOIN (
  SELECT entity_id, min(ts_us) AS first_us FROM arrived_contacts WHERE journey_key = 0 GROUP BY entity_id
) USING (entity_id) WHERE journey_key = 0 AND ts_us >= first_us
UNION SELECT owner FROM owned_journeys JOIN now_owned USING (journey_key) WHERE person <> owner
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
        dirty.find(con, into, contacts)
        if _too_many(into[0], dirty.concerned(con)):
            return None
        with closing(con.cursor()) as writing, closing(con.cursor()) as keeping:
            derive.begin(keeping)
            name = anonymous()
            steps = _transitions(con, writing, keeping, into[0], promises, journey_gap_days, name)
            if steps and _too_many(into[0], steps.rows):
                steps.path.unlink()
                return None
            rows(con, _REPLACED.format(vanished=_VANISHED))
            derive.promised(keeping, _PROMISES.format(promises=columns.files(PROMISES, promises)))
            paths = into[1].write(keeping, _journeys(), name=name)
        return replaced.beside(con, into, (steps, paths))


@contextmanager
def _tidied(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    try:
        yield
    finally:
        for name in _MADE:
            rows(con, f"DROP TABLE IF EXISTS {name}")


def _too_many(steps: Table, more: int) -> bool:
    """Whether deriving all is better than so many more fresh rows."""
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
    batches = con.sql(_CONTACTS.format(after=dirty.OF_A_CONTACT)).to_arrow_reader(derive.CHUNK)

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
    return replaced.ordered("journeys", f"{renewed} UNION ALL ({vanished})")
