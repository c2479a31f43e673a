"""Whom changed contacts and promises concern, and what is stored of these people.

*Dirty* is who has new or lost contacts or promises without a journey key, and whose journeys have new or lost ones with
it: whoever that journey belonged to, and whoever it belongs to now.

`con` holds what changed, `arrived_contacts`, `arrived_promises`, `gone_contacts` and `gone_promises`; and after `find`,
besides who is `dirty`: whose journeys were that something changed about in `owned_journeys` and whose they are in
`now_owned`; of everybody dirty `kept_contacts` and `kept_journeys`; and in `losing` those of whose rows it is not enough
that they are hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.tables.lake import CONTACTS, PROMISES
from leitstern.store import columns, derive, views
from leitstern.store.engine import rows
from leitstern.store.layout import bucket_of, cut_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from leitstern.store.table import Table

ARRIVED, GONE = ("arrived_contacts", "arrived_promises"), ("gone_contacts", "gone_promises")
OF_A_CONTACT = derive.KEPT.removeprefix("journey_key, ")
FOUND = (
    "touched_journeys",
    "owned_journeys",
    "now_owned",
    "dirty",
    "kept_contacts",
    "kept_journeys",
    "losing",
)
_TOUCHED = """
CREATE TEMP TABLE touched_journeys AS SELECT DISTINCT journey_key FROM ({changed}) WHERE journey_key <> 0
"""
_CHANGED = "SELECT entity_id AS person FROM ({changed})"
_BUCKETS = "SELECT DISTINCT {bucket} FROM ({people})"
_OWNING = "SELECT journey AS journey_key, person, start_us FROM {journeys}"
_OWNED = f"CREATE TABLE owned_journeys AS {_OWNING}"
_OF_TOUCHED = "journey IN (FROM touched_journeys)"
_NOT_FOUND = "FROM touched_journeys ANTI JOIN owned_journeys USING (journey_key)"
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
# What was somebody else's, or is gone, must not lie hidden: whoever is erased later may have been part of it.
_LOSING = """
CREATE TABLE losing AS SELECT DISTINCT person FROM kept_journeys WHERE {gone}
OR person IN (SELECT person FROM owned_journeys JOIN now_owned USING (journey_key) WHERE person <> owner)
"""
_CONCERNED = """
SELECT count(*) FROM kept_contacts LEFT JOIN (
  SELECT entity_id, min(ts_us) AS first_us FROM arrived_contacts GROUP BY entity_id
) ON entity_id = person
WHERE (ts_us >= first_us OR person IN (FROM losing)) AND seq NOT IN (SELECT seq FROM gone_contacts)
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


def find(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table], contacts: Sequence[Path]) -> None:
    """Find who is dirty in the tables of transitions and journeys; `contacts` are the files as they will be afterwards."""
    changed = " UNION ALL ".join(f"FROM {name} SELECT entity_id, journey_key" for name in ARRIVED + GONE)
    rows(con, _TOUCHED.format(changed=changed))
    _own(con, into, changed)
    rows(con, _NOW_OWNED)
    theirs = _theirs(con, into, "SELECT person FROM owned_journeys")
    if _any(con, "gone_contacts") and rows(con, _LEFT_OF.format(transitions=theirs)):
        rows(con, _OWNED_AFTERWARDS.format(contacts=columns.files(CONTACTS, contacts)))
    rows(con, _DIRTY.format(changed=changed))
    _keep(con, into)


def concerned(con: duckdb.DuckDBPyConnection) -> int:
    """How many rows about contacts are written anew at least, whichever journeys they turn out to belong to."""
    [(stored,)] = rows(con, _CONCERNED)
    [(arrived,)] = rows(con, "FROM arrived_contacts SELECT count(*)")
    return int(stored + arrived)


def _own(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table], changed: str) -> None:
    """Whose journeys are concerned: most are theirs whose contacts changed. All others are looked for among everybody."""
    journeys = into[1].files()
    near = _near(con, journeys, _CHANGED.format(changed=changed))
    rows(con, _OWNED.format(journeys=views.derived("journeys", near, near, _OF_TOUCHED)))
    if len(near) < len(journeys) and rows(con, f"{_NOT_FOUND} LIMIT 1"):
        elsewhere = views.derived("journeys", journeys, journeys, f"journey IN ({_NOT_FOUND})")
        rows(con, f"INSERT INTO owned_journeys {_OWNING.format(journeys=elsewhere)}")


def _keep(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table]) -> None:
    """What is stored of dirty people."""
    theirs = _theirs(con, into, "FROM dirty")
    rows(con, _KEPT.format(transitions=theirs, after=OF_A_CONTACT))
    rows(con, _JOURNEYS)
    rows(con, _LOSING.format(gone=any(_any(con, name) for name in GONE)))


def _theirs(con: duckdb.DuckDBPyConnection, into: tuple[Table, Table], people: str) -> str:
    """What the transitions of these people are now."""
    steps, journeys = (_near(con, table.files(), people) for table in into)
    return views.derived("transitions", steps, journeys, f"person IN ({people})")


def _near(con: duckdb.DuckDBPyConnection, files: list[Path], people: str) -> list[Path]:
    """Those files that may hold rows of these people."""
    cut = cut_of(files)
    if cut is None:
        return files
    found = {bucket for (bucket,) in rows(con, _BUCKETS.format(bucket=cut.number("person"), people=people))}
    return [path for path in files if bucket_of(path) in {None, *found}]


def _any(con: duckdb.DuckDBPyConnection, name: str) -> bool:
    return bool(rows(con, f"FROM {name} LIMIT 1"))
