"""Handoffs: where customers are passed from one department to another, how long that takes, who gets them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from ibis import Table
    from ibis.expr.types import BooleanColumn
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

CODES = 1 << 32  # more than there are touchpoint codes: a step is one number


@dataclass(frozen=True, slots=True)
class Handoff:
    """Customers passed from one known department to another between two neighbouring contacts of a journey.

    `wait_median` in hours until the next department's first contact; `returned` is the share (0–1) of these
    handoffs after which the journey's next handoff goes straight back (ping-pong), unless that was designed.
    """

    department: int
    next_department: int
    customers: int
    journeys: int
    handoffs: int
    weighted: float
    wait_median: Measured
    returned: Measured


@dataclass(frozen=True, slots=True)
class HandoffsPerJourney:
    """Median and 90th percentile of handoffs in a journey; `group` holds the values of the columns asked for."""

    group: tuple[object, ...]
    median: Measured
    p90: Measured


def handoffs(transitions: Table, designed: Collection[tuple[int, int]] = ()) -> Table:
    """One row per ordered pair of different departments; an unmapped one is no evidence that anybody was passed on.

    Going back from one touchpoint to another is no return where `designed` has this pair of codes: a claim that is
    taken in, assessed and settled by those who took it in goes the way it should.
    """
    import ibis

    pair = ["department", "next_department"]
    passed = transitions.filter(passed_on(transitions))
    journey = ibis.window(group_by="journey", order_by="position")
    step = passed.touchpoint.cast("int64") * CODES + passed.next_touchpoint
    passed = passed.mutate(
        then=passed.next_department.lead().over(journey), then_step=step.lead().over(journey)
    )
    back = passed.then == passed.department
    if designed:
        back &= passed.then_step.notin([one * CODES + other for one, other in sorted(designed)])
    passed = passed.mutate(returned=ibis.ifelse(back, 1, 0))
    journeys = passed.aggregate(by=pair, journeys=passed.journey.nunique())
    waits = quantiles(passed, pair, "wait_us", "wait_bucket", "person", (50,))
    return customer_sums(passed, pair, "person", ["returned"]).join(journeys, pair).join(waits, pair)


def passed_on(transitions: Table) -> BooleanColumn:
    """Whether the next contact of the journey is with another department, both known."""
    known = (transitions.department != UNMAPPED) & (transitions.next_department != UNMAPPED)
    return known & (transitions.department != transitions.next_department)


def read_handoffs(rows: Rows, as_of: date | None = None) -> tuple[Handoff, ...]:
    """The result of `handoffs`, the most frequent first."""
    found = [
        Handoff(
            department=row["department"],
            next_department=row["next_department"],
            customers=row["n"],
            journeys=row["journeys"],
            handoffs=row["answers"],
            weighted=row["weight"],
            wait_median=quantile_estimate(row, 50, HOUR_US, as_of),
            returned=share_estimate(share_statistics(row, "returned"), as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda h: (-h.weighted, h.department, h.next_department)))


def handoffs_per_journey(journeys: Table, by: Sequence[str] = ()) -> Table:
    """Quantiles of handoffs per journey, for all journeys or per value of columns such as `channel`."""
    return quantiles(journeys, by, "handoffs", "handoffs", "person", (50, 90))


def read_handoffs_per_journey(
    rows: Rows, by: Sequence[str] = (), as_of: date | None = None
) -> tuple[HandoffsPerJourney, ...]:
    """The result of `handoffs_per_journey`."""
    return tuple(
        HandoffsPerJourney(
            tuple(row[column] for column in by),
            quantile_estimate(row, 50, as_of=as_of),
            quantile_estimate(row, 90, as_of=as_of),
        )
        for row in rows.to_pylist()
    )
