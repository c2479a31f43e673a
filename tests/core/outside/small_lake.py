"""A lake small enough to write down: contacts, answers and promises by hand, derived tables computed slowly.

The derivation is plain Python, one row after the other, so that it can be checked by eye.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import floor, log2
from typing import Any

import ibis
import pyarrow as pa

from leitstern.core.outside.timeline import COLUMNS
from leitstern.core.tables import lake

ANNA, BERND, CEM, DORA, EMIL = 1, 2, 3, 4, 5  # customers
APPLY, CALL, PAY, THANKS, OFFER = 1, 2, 3, 4, 5  # touchpoints
SALES, SERVICE, LEGAL = 1, 2, 3  # departments
WEB, PHONE = 1, 2  # channels

MINUTE, HOUR, DAY = 60_000_000, 3_600_000_000, 86_400_000_000
START = datetime(2026, 3, 1, 8, tzinfo=UTC)
START_US = int(START.timestamp()) * 1_000_000


def run(expression: Any) -> pa.Table:
    """What the reader of a snapshot does with an expression."""
    engine = ibis.duckdb.connect()
    try:
        return engine.to_pyarrow(expression)
    finally:
        engine.disconnect()


def day(us: int) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)).date()


def rows_of(schema: pa.Schema, rows: list[dict[str, Any]]) -> Any:
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


@dataclass
class SmallLake:
    """Times are hours after Sunday, 1 March 2026, 8:00 UTC; journeys without an id break after 30 days."""

    _contacts: list[dict[str, Any]] = field(default_factory=list)
    _feedback: list[dict[str, Any]] = field(default_factory=list)
    _promises: list[dict[str, Any]] = field(default_factory=list)
    _seq: int = 0

    def contact(self, who: int, touchpoint: int, at: float, **more: Any) -> None:
        self._contacts.append(
            self._row(who, touchpoint, at, local_hour=8, local_dow=1, flags=0, props=None) | more
        )

    def answer(self, who: int, touchpoint: int, at: float, value: float, **more: Any) -> None:
        scale = {"kind": "rating", "facet": "satisfied", "low": 1.0, "high": 5.0, "good_from": 4.0}
        said = {"value": float(value), "comment": None, "language": None}
        self._feedback.append(self._row(who, touchpoint, at) | scale | said | more)

    def promise(
        self, who: int, touchpoint: int, made: float, due: float, kept: float | None, **more: Any
    ) -> None:
        due_us, kept_us = self._us(due), None if kept is None else self._us(kept)
        late = None if kept_us is None else (day(kept_us) - day(due_us)).days
        row = self._row(who, touchpoint, made)
        del row["local_date"]
        pledge = {
            "promise": 1,
            "due_us": due_us,
            "kept_us": kept_us,
            "late_days": late,
            "due_date": day(due_us),
        }
        self._promises.append(row | pledge | more)

    def of(self, *who: int) -> dict[str, list[dict[str, Any]]]:
        """The rows of these customers, as a reader of theirs gives them."""
        tables = (self.contacts, self.transitions, self.feedback, self.promises)
        found = {table: run(rows).to_pylist() for table, rows in zip(COLUMNS, tables, strict=True)}
        return {
            table: [row for row in rows if row.get("person", row.get("entity_id")) in who]
            for table, rows in found.items()
        }

    @property
    def contacts(self) -> Any:
        return rows_of(lake.CONTACTS, sorted(self._contacts, key=_order))

    @property
    def feedback(self) -> Any:
        return rows_of(lake.FEEDBACK, sorted(self._feedback, key=_order))

    @property
    def promises(self) -> Any:
        return rows_of(lake.PROMISES, sorted(self._promises, key=_order))

    @property
    def transitions(self) -> Any:
        steps = [step for journey in self._journeys() for step in journey]
        return rows_of(lake.TRANSITIONS, steps)

    @property
    def journeys(self) -> Any:
        found = []
        for steps in self._journeys():
            departments = [step["department"] for step in steps]
            again = [step["since_same_us"] for step in steps]
            found.append(
                {
                    "person": steps[0]["person"],
                    "journey": steps[0]["journey"],
                    "start_us": steps[0]["ts_us"],
                    "end_us": steps[-1]["ts_us"],
                    "start_date": steps[0]["local_date"],
                    "contacts": len(steps),
                    "path": "".join(chr(lake.PATH_BASE + step["touchpoint"]) for step in steps),
                    "channel": steps[0]["channel"],
                    "departments": len(set(departments) - {0}),
                    "handoffs": sum(0 not in {a, b} and a != b for a, b in pairwise(departments)),
                    "repeats": sum(us is not None and us <= lake.REPEAT_WINDOW_US for us in again),
                    "wait_us": steps[-1]["ts_us"] - steps[0]["ts_us"],
                    "promises": 0,
                    "promises_late": 0,
                    "weight": steps[0]["weight"],
                }
            )
        return rows_of(lake.JOURNEYS, found)

    def _journeys(self) -> list[list[dict[str, Any]]]:
        journeys: dict[int, list[dict[str, Any]]] = {}
        last_loose: dict[int, dict[str, Any]] = {}
        last_same: dict[tuple[int, int], int] = {}
        for contact in sorted(self._contacts, key=_order):
            who, ts_us, touchpoint = contact["entity_id"], contact["ts_us"], contact["touchpoint"]
            key = contact["journey_key"]
            if not key:
                key = 1_000_000 + contact["seq"]
                before = last_loose.get(who)
                if before and ts_us - before["ts_us"] <= 30 * DAY:
                    key = before["journey"]
            steps = journeys.setdefault(key, [])
            step = {name: contact.get(name) for name in lake.TRANSITIONS.names}
            same = last_same.get((who, touchpoint))
            step |= {
                "person": who,
                "journey": key,
                "position": len(steps),
                "since_same_us": None if same is None else ts_us - same,
            }
            last_same[who, touchpoint] = ts_us
            if not contact["journey_key"]:
                last_loose[who] = step
            if steps:
                wait = ts_us - steps[-1]["ts_us"]
                steps[-1] |= {f"next_{name}": step[name] for name in ("touchpoint", "channel", "department")}
                steps[-1] |= {"wait_us": wait, "wait_bucket": floor(16 * log2(1 + wait // 1_000_000))}
            steps.append(step)
        return list(journeys.values())

    def _us(self, hours: float) -> int:
        return START_US + round(hours * HOUR)

    def _row(self, who: int, touchpoint: int, at: float, **more: Any) -> dict[str, Any]:
        self._seq += 1
        ts_us = self._us(at)
        return {
            "entity_id": who,
            "journey_key": 0,
            "ts_us": ts_us,
            "seq": self._seq,
            "touchpoint": touchpoint,
            "channel": WEB,
            "department": SALES,
            "local_date": day(ts_us),
            "weight": 1.0,
            "source": 1,
            "import_id": 1,
            "line": self._seq,
        } | more


def _order(row: dict[str, Any]) -> tuple[int, int, int]:
    return row["entity_id"], row["ts_us"], row["seq"]
