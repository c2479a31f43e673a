"""What an import has put before the lake: three temporary tables, and the hashes that tell what is new.

`staged_contacts`, `staged_feedback` and `staged_promises` have the columns of their contracts and `mid`, a keyed
128-bit hash of what the source calls the same message. `seq` counts from 0 over all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.errors import Conflict
from leitstern.core.tables.lake import CONTACTS, FACTS
from leitstern.core.texts import Text
from leitstern.store import columns
from leitstern.store.arrays import column, numbers
from leitstern.store.engine import batches, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.store.runs import Halves
    from leitstern.store.seen import Seen

_HASHES = """
CREATE OR REPLACE TEMP TABLE staged_hashes AS
SELECT (mid >> 64)::UBIGINT AS high, (mid & 18446744073709551615::UHUGEINT)::UBIGINT AS low, seq,
  coalesce(lag(mid) OVER () = mid, false)::UTINYINT AS again
FROM ({staged} ORDER BY mid, seq)
"""

_CONTESTED = """
WITH arriving AS (
  SELECT DISTINCT journey_key FROM staged_contacts WHERE journey_key <> 0
), known AS (
  SELECT journey_key, entity_id, import_id * 65536 + source AS origin FROM staged_contacts
  UNION ALL
  SELECT journey_key, entity_id, import_id * 65536 + source AS origin FROM {contacts}
)
SELECT count(*) FROM (
  SELECT journey_key FROM known SEMI JOIN arriving USING (journey_key) GROUP BY journey_key
  HAVING min(entity_id) <> max(entity_id) AND min(origin) <> max(origin)
)
"""

_OVERTAKEN = Text(
    en="Another import finished meanwhile. Nothing was changed. Start this one again: what came in twice will be left out.",
    de="Inzwischen ist ein anderer Import fertig geworden. Es wurde nichts geändert. Starten Sie diesen noch einmal: Was "
    "doppelt kam, wird ausgelassen.",
)


def drop_duplicates(con: duckdb.DuckDBPyConnection, seen: Seen) -> dict[tuple[str, int], int]:
    """Remove staged rows whose hash was seen, or comes twice (the lowest seq stays); counts per (table, source)."""
    mids = " UNION ALL ".join(f"FROM staged_{name} SELECT mid, seq" for name in FACTS)
    rows(con, _HASHES.format(staged=mids))
    rows(con, f"SET VARIABLE seen_before = '{seen.imports()}'")
    found = []
    for batch in batches(con, "SELECT seq, high, low, again FROM staged_hashes"):
        seq, high, low, again = (numbers(each) for each in batch.columns)
        found.append(seq[seen.known(high, low) | (again > 0)])
    duplicates = np.concatenate(found) if found else np.empty(0, np.int64)
    if not len(duplicates):
        return {}
    con.register("duplicates", pa.table({"seq": column(pa.int64(), duplicates)}))
    try:
        return _drop(con)
    finally:
        con.unregister("duplicates")


def contested(con: duckdb.DuckDBPyConnection, contacts: Iterable[Path]) -> int:
    """How many staged journeys other sources, staged or in these files, ascribe to other people."""
    return int(rows(con, _CONTESTED.format(contacts=columns.files(CONTACTS, contacts)))[0][0])


def hashes(con: duckdb.DuckDBPyConnection, seen: Seen) -> tuple[int, Iterator[tuple[Halves, Halves]]]:
    """How many staged rows there are, and their sorted hashes.

    Raises Conflict if another import came in since `drop_duplicates`, ValueError if that was not called.
    """
    if rows(con, "SELECT getvariable('seen_before')") != [(str(seen.imports()),)]:
        raise Conflict(_OVERTAKEN)
    count = _count(con, "staged_hashes")
    if sum(_count(con, f"staged_{name}") for name in FACTS) != count:
        raise ValueError("The staged rows changed after their duplicates were dropped.")
    found = batches(con, "SELECT high, low FROM staged_hashes")
    return count, ((numbers(batch.column(0)), numbers(batch.column(1))) for batch in found)


def forget_hashes(con: duckdb.DuckDBPyConnection) -> None:
    """Make room: what told the rows apart is not needed any more."""
    rows(con, "DROP TABLE staged_hashes")
    rows(con, "RESET VARIABLE seen_before")
    for name in FACTS:
        rows(con, f"ALTER TABLE staged_{name} DROP COLUMN mid")


def clear(con: duckdb.DuckDBPyConnection) -> None:
    """Forget what was staged: from now on the memory is needed for something else."""
    for name in (*FACTS, "hashes"):
        rows(con, f"DROP TABLE IF EXISTS staged_{name}")
    rows(con, "RESET VARIABLE seen_before")


def _drop(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, int], int]:
    dropped: dict[tuple[str, int], int] = {}
    for name in FACTS:
        hit = f"FROM staged_{name} WHERE seq IN (FROM duplicates)"
        found = rows(con, f"SELECT source, count(*) {hit} GROUP BY source ORDER BY source")
        dropped |= {(name, source): count for source, count in found}
        rows(con, f"DELETE {hit}")
    rows(con, "DELETE FROM staged_hashes WHERE seq IN (FROM duplicates)")
    return dropped


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(rows(con, f"FROM {table} SELECT count(*)")[0][0])
