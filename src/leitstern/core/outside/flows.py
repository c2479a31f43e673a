"""Directly-follows: what comes next after each touchpoint, how often, and after how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    each = rows.aggregate(by=[*pair, "person"], contacts=rows.count(), good=rows.weight.sum())
    there = each.aggregate(
        by=["touchpoint", "person"], contacts_there=each.contacts.sum(), weight=each.good.sum()
    )
    whole = there.aggregate(
        by="touchpoint",
        n=there.count(),
        answers=there.contacts_there.sum(),
        weight=there.weight.sum(),
        weight2=(there.weight * there.weight).sum(),
    )
    both = each.join(there, ["touchpoint", "person"])
    counted = both.aggregate(
        by=pair,
        customers=both.count(),
        contacts=both.contacts.sum(),
        good=both.good.sum(),
        good2=(both.good * both.good).sum(),
        good_weight=(both.good * both.weight).sum(),
    )
    journeys = rows.aggregate(by=pair, journeys=rows.journey.nunique())
    waits = quantiles(rows, pair, "wait_us", "wait_bucket", "person", (50, 90))
    return attach(counted.join(journeys, pair).join(whole, "touchpoint"), waits, pair)


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
