"""Directly-follows: what comes next after each touchpoint, how often, and after how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

END = -1  # stands for the next touchpoint where the journey ends
HOUR_US = 3_600_000_000


@dataclass(frozen=True, slots=True)
class Flow:
    """From one touchpoint to the next (None: the journey ends).

    `share` 0–1: of the contacts at `touchpoint`, how many are followed by `next_touchpoint`; n = customers there.
    `weighted` counts contacts by their weight. Waits in hours.
    """

    touchpoint: int
    next_touchpoint: int | None
    customers: int
    journeys: int
    contacts: int
    weighted: float
    share: Measured
    wait_median: Measured
    wait_p90: Measured


def flows(transitions: Table) -> Table:
    """One row per pair of neighbouring touchpoints, and one per touchpoint with `next_touchpoint` = `END`."""
    rows = transitions.mutate(next_touchpoint=transitions.next_touchpoint.fill_null(END))
    pair = ["touchpoint", "next_touchpoint"]
    journeys = rows.aggregate(by=pair, journeys=rows.journey.nunique())
    waits = quantiles(rows, pair, "wait_us", "wait_bucket", "person", (50, 90))
    return attach(going_on(rows, pair[:1], pair[1:]).join(journeys, pair), waits, pair)


def read_flows(rows: Rows, as_of: date | None = None) -> tuple[Flow, ...]:
    """The result of `flows`, the most frequent first."""
    found = [
        Flow(
            touchpoint=row["touchpoint"],
            next_touchpoint=None if row["next_touchpoint"] == END else row["next_touchpoint"],
            customers=row["customers"],
            journeys=row["journeys"],
            contacts=row["contacts"],
            weighted=row["good"],
            share=share_estimate(share_statistics(row, "good"), as_of),
            wait_median=quantile_estimate(row, 50, HOUR_US, as_of),
            wait_p90=quantile_estimate(row, 90, HOUR_US, as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(
        sorted(found, key=lambda flow: (-flow.weighted, flow.touchpoint, flow.next_touchpoint or END))
    )
