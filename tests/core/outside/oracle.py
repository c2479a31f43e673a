"""Slow but obvious: textbook window functions over the raw contacts, to compare the derived tables with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
from hypothesis import strategies as st
from tests.core.outside.small_lake import DAY, SmallLake, run

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

# Journeys with an id belong together; the others break where 30 days pass without a contact.
STEPS = f"""
WITH gaps AS (
    SELECT *, CASE WHEN journey_key = 0 AND ts_us - lag(ts_us) OVER same <= {30 * DAY} THEN 0 ELSE 1 END AS breaks
    FROM contacts
    WINDOW same AS (PARTITION BY entity_id, journey_key ORDER BY ts_us, seq)
), numbered AS (
    SELECT *, CASE WHEN journey_key = 0 THEN entity_id * 1000 + sum(breaks) OVER (
        PARTITION BY entity_id, journey_key ORDER BY ts_us, seq ROWS UNBOUNDED PRECEDING
    ) ELSE -journey_key END AS journey
    FROM gaps
), steps AS (
    SELECT *,
        lead(touchpoint) OVER step AS next_touchpoint,
        lead(department) OVER step AS next_department,
        lead(ts_us) OVER step - ts_us AS wait_us,
        ts_us - lag(ts_us) OVER (PARTITION BY entity_id, touchpoint ORDER BY ts_us, seq) AS since_same_us
    FROM numbered
    WINDOW step AS (PARTITION BY journey ORDER BY ts_us, seq)
)
"""


def naive(lake: SmallLake, query: str) -> list[dict[str, Any]]:
    """Rows of `query` over `steps`: one row per raw contact, with what came next."""
    with duckdb.connect() as con:
        contacts = run(lake.contacts)
        con.register("contacts", contacts)
        found: list[dict[str, Any]] = con.sql(STEPS + query).to_arrow_table().to_pylist()
        return found


def weighted_quantile(pairs: list[tuple[Any, float]], share: float) -> Any:
    """The smallest value at or below which lies that share of the weight."""
    total, below = sum(weight for _, weight in pairs), 0.0
    for value, weight in sorted(pairs):
        below += weight
        if below >= share * total * (1 - 1e-9):
            return value
    raise AssertionError("no values")


@st.composite
def _lakes(draw: DrawFn) -> SmallLake:
    lake = SmallLake()
    for _ in range(draw(st.integers(1, 40))):
        lake.contact(
            draw(st.integers(1, 4)),
            draw(st.integers(0, 4)),
            # Few different times, so that many contacts share one; some gaps break journeys.
            draw(st.sampled_from([0, 0.5, 1, 2, 24, 150, 168, 300, 1000, 2000])),
            department=draw(st.integers(0, 3)),
            weight=draw(st.sampled_from([1.0, 1.0, 2.5, 96478 / 5172])),
        )
        if draw(st.booleans()):
            contact = lake._contacts[-1]  # each id belongs to one customer
            contact["journey_key"] = contact["entity_id"] * 10 + draw(st.integers(0, 1))
    return lake


def random_lakes() -> SearchStrategy[SmallLake]:
    """Lakes with ties in time, interleaved journeys with and without ids, and unequal weights."""
    return _lakes()
