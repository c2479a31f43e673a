"""Contacts, answers and promises written by hand, staged as an import stages them, and the lake read back."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from leitstern.core.tables.lake import FACTS
from leitstern.store.engine import connect, rows
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from leitstern.store.home import Home
    from leitstern.store.lake import Lake
    from leitstern.store.reader import Versions

ANNA, BERND, CEM = 1, 2, 3  # customers
APPLY, CALL, PAY = 1, 2, 3  # touchpoints
SALES, SERVICE = 1, 2  # departments
WEB, PHONE = 1, 2  # channels
CRM, SHOP = 1, 2  # sources
HOUR, DAY = 3_600_000_000, 86_400_000_000
START = datetime(2026, 3, 1, 8, tzinfo=UTC)
BERLIN = "Europe/Berlin"

Row = dict[str, Any]


@dataclass
class Import:
    """One import in the making. Times are hours after Sunday, 1 March 2026, 8:00 UTC."""

    facts: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in FACTS})

    def contact(self, who: int, touchpoint: int, at: float, **more: Any) -> None:
        self._add("contacts", who, touchpoint, at, local_hour=8, local_dow=7, flags=0, **more)

    def answer(self, who: int, touchpoint: int, at: float, value: float, **more: Any) -> None:
        scale = {"kind": "rating", "facet": "satisfied", "low": 1.0, "high": 5.0, "good_from": 4.0}
        self._add("feedback", who, touchpoint, at, value=value, **scale | more)

    def promise(self, who: int, touchpoint: int, at: float, late_days: int | None, **more: Any) -> None:
        due = {"promise": 1, "due_us": microseconds(at), "kept_us": None, "due_date": day(microseconds(at))}
        self._add("promises", who, touchpoint, at, late_days=late_days, **due | more)

    def stage(self, con: duckdb.DuckDBPyConnection) -> None:
        for name, schema in FACTS.items():
            staged = pa.table(
                {
                    **{
                        at.name: pa.array([row.get(at.name) for row in self.facts[name]], at.type)
                        for at in schema
                    },
                    "message": pa.array([row["message"] for row in self.facts[name]], pa.string()),
                }
            )
            con.register("arrived", staged)
            rows(
                con,
                f"CREATE OR REPLACE TEMP TABLE staged_{name} AS SELECT * EXCLUDE (message), message::UHUGEINT AS mid FROM arrived",
            )
            con.unregister("arrived")

    def _add(self, table: str, who: int, touchpoint: int, at: float, **more: Any) -> None:
        seq = sum(map(len, self.facts.values()))
        ts_us = microseconds(at)
        row = {
            "entity_id": who,
            "journey_key": 0,
            "ts_us": ts_us,
            "seq": seq,
            "touchpoint": touchpoint,
            "channel": WEB,
            "department": SALES,
            "local_date": day(ts_us),
            "weight": 1.0,
            "source": CRM,
            "import_id": 0,
            "line": seq + 1,
        } | more
        key = table, more.get("key", (who, touchpoint, ts_us))
        row["message"] = str(int.from_bytes(hashlib.md5(repr(key).encode()).digest()))
        self.facts[table].append(row)


def bring_in(
    home: Home, lake: Lake, import_id: int, arrived: Import, gap_days: int = 30, threads: int = 2
) -> Versions:
    """Drop duplicates and append, as an import does."""
    with closing(connect(home, threads=threads)) as con:
        arrived.stage(con)
        lake.drop_duplicates(con)
        return lake.append(con, import_id, gap_days, BERLIN)


def duplicates(home: Home, lake: Lake, arrived: Import) -> dict[tuple[str, int], int]:
    """What an import would leave out."""
    with closing(connect(home)) as con:
        arrived.stage(con)
        return lake.drop_duplicates(con)


def stored(home: Home, versions: Versions) -> dict[str, pa.Table]:
    """All five tables, each in its own order."""
    with Reader(home, versions) as reader:
        facts = {name: reader.run(reader.table(name).order_by("seq")) for name in FACTS}
        steps = reader.run(reader.table("transitions").order_by("person", "journey", "ts_us", "seq"))
        journeys = reader.run(reader.table("journeys").order_by("person", "journey"))
    return facts | {"transitions": steps, "journeys": journeys}


def listed(home: Home, versions: Versions, table: str) -> list[Row]:
    """One table as rows."""
    found: list[Row] = stored(home, versions)[table].to_pylist()
    return found


def people_in(path: Path, column: str = "entity_id") -> set[int]:
    """Whose rows a file has."""
    return set(pq.read_table(path, columns=[column]).column(column).to_pylist())


def microseconds(hours: float) -> int:
    return round((START + timedelta(hours=hours)).timestamp() * 1_000_000)


def day(us: int) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)).date()
