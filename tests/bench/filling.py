"""A lake of many contacts, put straight before it: what follows measures the lake, not the reading of files.

`fill(home, rows)`: two years in a hundred weeks. A journey is ten contacts of one customer within a week, whose journeys
are all interleaved; a customer has two journeys, weeks or years apart. 94 bytes of properties, twelve touchpoints in
six departments; five million contacts to an import, or as many as are said. The same for the same number.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from leitstern.core.tables.lake import FACTS
from leitstern.store import columns
from leitstern.store.engine import connect, rows
from leitstern.store.lake import Lake

if TYPE_CHECKING:
    import duckdb

    from leitstern.store.home import Home
    from leitstern.store.reader import Versions

PER_JOURNEY, PER_CUSTOMER, WEEKS, IMPORT = 10, 20, 100, 5_000_000
ZONE, GAP_DAYS = "Europe/Berlin", 30
START_US, MINUTE_US = 1_700_000_000_000_000, 60_000_000


def fill(home: Home, contacts: int, at_once: int = IMPORT) -> Versions:
    """Bring in this many contacts; they are spread over the same two years however many they are."""
    lake = Lake(home)
    for number, begin in enumerate(range(0, contacts, at_once), 1):
        add(home, lake, number, begin, min(contacts, begin + at_once), contacts)
    return lake.versions()


def add(home: Home, lake: Lake, import_id: int, begin: int, end: int, contacts: int) -> Versions:
    """Bring in contacts `begin` to `end` of so many."""
    with closing(connect(home)) as con:
        stage(con, begin, end, contacts)
        lake.drop_duplicates(con)
        return lake.append(con, import_id, GAP_DAYS, ZONE)


def stage(con: duckdb.DuckDBPyConnection, begin: int, end: int, contacts: int) -> None:
    """Put them before the lake as an import does."""
    week, customers = max(PER_JOURNEY, contacts // WEEKS), max(1, contacts // PER_CUSTOMER)
    at_once = week // PER_JOURNEY
    journey = f"((i + {week // 2}) // {week} * {at_once} + hash(i * 7) % {at_once})"
    moment = (
        f"{START_US} + (i * 1051200 // {contacts}) * {MINUTE_US} + (hash(i * 19) % {60 * MINUTE_US})::BIGINT"
    )
    values = {
        "entity_id": f"(hash(hash({journey}) % {customers} + 11) >> 1)::BIGINT",
        "journey_key": f"(hash({journey} + 13) >> 1)::BIGINT",
        "ts_us": moment,
        "seq": f"i - {begin}",
        "touchpoint": "1 + (hash(i * 13) % 12)",
        "channel": "1 + (hash(i * 23) % 5)",
        "department": "1 + (hash(i * 29) % 6)",
        "local_date": f"DATE '2023-11-14' + (i * 730 // {contacts})::INTEGER",
        "local_hour": "hash(i * 31) % 24",
        "local_dow": "1 + hash(i * 37) % 7",
        "flags": "0",
        "props": """'{"case":"' || substr(md5(i::VARCHAR), 1, 16) || '","product":"P' || (100 + hash(i * 41) % 400) || """
        """'","note":"' || ['asked for a copy of the policy', 'wants to be called back again '][1 + (hash(i * 43) % 2)::INTEGER] """
        """|| '","s":' || (1000 + hash(i) % 9000) || '}'""",
        "weight": "1",
        "source": "1",
        "import_id": "0",
        "line": "i + 1",
    }
    for name, schema in FACTS.items():
        if name == "contacts":
            made = columns.select(schema, f"range({begin}, {end}) AS _(i)", **values)
            rows(
                con,
                f"CREATE OR REPLACE TEMP TABLE staged_contacts AS SELECT *, "
                f"md5_number((seq + {begin})::VARCHAR) AS mid FROM ({made})",
            )
        else:
            rows(
                con,
                f"CREATE OR REPLACE TEMP TABLE staged_{name} AS SELECT *, 0::UHUGEINT AS mid "
                f"FROM {columns.files(schema, [])}",
            )
