"""Loops: customers who are at the same touchpoint once more, with nothing between or by way of another, and what time that takes.

Departments, too: sent on to another one and back again within one case, unless that was designed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.handoffs import CODES, passed_on
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

PAIR = ["here", "over"]


@dataclass(frozen=True, slots=True)
class Loop:
    """Back at `here` (a code), by way of `over`; the same code: with nothing between.

    `share` 0–1: of the journeys that visit `here`, how many come back so at least once; n = customers who visit it.
    `lost_median` in hours, from the contact there to the next one there.
    """

    here: int
    over: int
    customers: int
    journeys: int
    times: int
    share: Measured
    lost_median: Measured


def touchpoint_loops(transitions: Table, designed: Collection[tuple[int, int]] = ()) -> Table:
    """One row per pair of known touchpoints: A → A, and A → B → A between three neighbouring contacts.

    Coming back is no loop where `designed` has the touchpoint after itself.
    """
    import ibis

    journey = ibis.window(group_by="journey", order_by="position")
    known = transitions.touchpoint != UNMAPPED
    steps = transitions.mutate(
        here=transitions.touchpoint,
        then=transitions.next_touchpoint.lead().over(journey),
        then_us=transitions.wait_us.lead().over(journey),
    ).filter(known)
    at_once = steps.filter(steps.next_touchpoint == steps.here)
    at_once = at_once.mutate(over=at_once.here, lost_us=at_once.wait_us)
    around = steps.filter(
        steps.then == steps.here, steps.next_touchpoint != steps.here, steps.next_touchpoint != UNMAPPED
    )
    around = around.mutate(over=around.next_touchpoint, lost_us=around.wait_us + around.then_us)
    kept = ("journey", "person", "weight", "here", "over", "lost_us")
    loops = ibis.union(at_once.select(*kept), around.select(*kept))
    if twice := sorted(one for one, other in designed if one == other):
        loops = loops.filter(loops.here.notin(twice))
    return _of_visits(steps, loops)


def department_loops(transitions: Table, designed: Collection[tuple[int, int]] = ()) -> Table:
    """One row per pair of known departments: handed on from A to B, and by the next handoff back to A.

    `transitions` of cases only. Going back from one touchpoint to another is no loop where `designed` has this pair.
    """
    import ibis

    journey = ibis.window(group_by="journey", order_by="position")
    known = transitions.filter(transitions.department != UNMAPPED).mutate(here=lambda t: t.department)
    passed = transitions.filter(passed_on(transitions))
    step = passed.touchpoint.cast("int64") * CODES + passed.next_touchpoint
    back_us = passed.ts_us + passed.wait_us
    passed = passed.mutate(
        here=passed.department,
        over=passed.next_department,
        then=passed.next_department.lead().over(journey),
        then_step=step.lead().over(journey),
        lost_us=back_us.lead().over(journey) - passed.ts_us,
    )
    loops = passed.filter(passed.then == passed.here)
    if designed:
        loops = loops.filter(loops.then_step.notin([one * CODES + other for one, other in sorted(designed)]))
    return _of_visits(known, loops)


def read_loops(rows: Rows, as_of: date | None = None) -> tuple[Loop, ...]:
    """The result of either, the most customers first."""
    found = [
        Loop(
            here=row["here"],
            over=row["over"],
            customers=row["customers"],
            journeys=row["journeys"],
            times=row["times"],
            share=share_estimate(share_statistics(row, "good"), as_of),
            lost_median=quantile_estimate(row, 50, HOUR_US, as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda each: (-each.customers, each.here, each.over)))


def _of_visits(visiting: Table, loops: Table) -> Table:
    """Per pair: customers, journeys and times, statistics of the share of journeys, and quantiles of the time lost.

    A journey counts with the largest weight it has there.
    """
    visits = visiting.aggregate(by=["journey", "person", "here"], weight=visiting.weight.max())
    begun = visits.aggregate(by=["here", "person"], visits=visits.count(), weight=visits.weight.sum())
    whole = begun.aggregate(
        by="here",
        n=begun.count(),
        answers=begun.visits.sum(),
        weight=begun.weight.sum(),
        weight2=(begun.weight * begun.weight).sum(),
    )
    looped = loops.aggregate(by=["journey", "person", *PAIR], times=loops.count())
    looped = looped.join(visits, ["journey", "person", "here"])
    each = looped.aggregate(
        by=[*PAIR, "person"], journeys=looped.count(), times=looped.times.sum(), good=looped.weight.sum()
    )
    both = each.join(begun, ["here", "person"])
    counted = both.aggregate(
        by=PAIR,
        customers=both.count(),
        journeys=both.journeys.sum(),
        times=both.times.sum(),
        good=both.good.sum(),
        good2=(both.good * both.good).sum(),
        good_weight=(both.good * both.weight).sum(),
    )
    timed = loops.mutate(bucket=loops.lost_us // HOUR_US)
    lost = quantiles(timed, PAIR, "lost_us", "bucket", "person", (50,))
    return attach(counted.join(whole, ["here"]), lost, PAIR)
