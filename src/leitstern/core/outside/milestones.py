"""Milestones: moments in the relationship that deserve an answer, and whether customers got one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Milestone, Taxonomy
    from leitstern.core.stats.estimate import Measured

NOWHERE = -1  # a touchpoint no contact has
DAY_US = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Example:
    """One customer who reached the milestone and heard nothing (role-gated: it leads to a person)."""

    entity_id: int
    reached_us: int
    spoiled: bool
    calls: int


@dataclass(frozen=True, slots=True)
class MilestoneRecord:
    """What customers lived around a milestone.

    `reached` times by `customers`; `pending` of them may still be answered in time and are judged neither way.
    Shares (0–1) of the others: `answered` as expected, `spoiled` by a contact that should not have come, `called`:
    people who had to speak or write to us from `within_days` before until answered. `calls` of those: how often.
    """

    customers: int
    reached: int
    pending: int
    answered: Measured
    spoiled: Measured
    called: Measured
    calls: Measured
    examples: tuple[Example, ...]


def moments(contacts: Table, milestone: Milestone, taxonomy: Taxonomy, as_of: date) -> Table:
    """One row per customer and time they reached the milestone up to `as_of`.

    Columns: entity_id, reached_us, reached_date, weight, answered_us (first expected contact within the calendar
    days, or null), 0/1 `answered`, `spoiled`, `called`, `judged` (answered or too late for it), and `calls`:
    contacts on channels that are not digital, from `within_days` before the moment until the answer or the end of
    the days, without the milestone's own touchpoints. Anniversaries of 29 February fall on the 28th.
    """
    import ibis

    expected, spoiling = _codes(milestone.expects, taxonomy), _codes(milestone.spoils, taxonomy)
    own = _codes([milestone.at], taxonomy)
    spoken = [channel.code for channel in taxonomy.channels if not channel.digital] or [NOWHERE]
    reached = reached_by(contacts, milestone, taxonomy, as_of)
    around = reached.left_join(
        contacts.select("entity_id", "ts_us", "local_date", "touchpoint", "channel"), "entity_id"
    )
    after = around.ts_us >= around.reached_us
    days = around.local_date.delta(around.reached_date, unit="day")
    in_time = after & (days <= milestone.within_days)
    near = in_time | (~after & (days >= -milestone.within_days))
    moment = ibis.window(group_by=["entity_id", "reached_us"])
    answer = ibis.ifelse(in_time & around.touchpoint.isin(expected), around.ts_us, ibis.null("int64"))
    around = around.mutate(
        answered_us=answer.min().over(moment),
        spoils=ibis.ifelse(in_time & around.touchpoint.isin(spoiling), 1, 0),
        call=ibis.ifelse(
            near & around.channel.isin(spoken) & ~around.touchpoint.isin([*own, *expected, *spoiling]), 1, 0
        ),
    )
    before_answer = around.answered_us.isnull() | (around.ts_us <= around.answered_us)
    found = around.aggregate(
        by=["entity_id", "reached_us", "reached_date", "weight", "answered_us"],
        spoiled=around.spoils.max(),
        calls=ibis.ifelse(before_answer, around.call, 0).sum(),
    )
    elapsed = ibis.literal(as_of).delta(found.reached_date, unit="day")
    over = found.answered_us.notnull() | (elapsed > milestone.within_days)
    return found.mutate(
        answered=ibis.ifelse(found.answered_us.notnull(), 1, 0),
        called=ibis.ifelse(found.calls > 0, 1, 0),
        judged=ibis.ifelse(over, 1, 0),
    )


def reached_by(contacts: Table, milestone: Milestone, taxonomy: Taxonomy, as_of: date) -> Table:
    """One row per customer and time they reached the milestone up to `as_of`: entity_id, reached_us, reached_date, weight."""
    import ibis

    first = _codes([milestone.at or milestone.since], taxonomy)
    start = contacts.filter(contacts.touchpoint.isin(first))
    start = start.select("entity_id", "weight", reached_us="ts_us", reached_date="local_date")
    if not milestone.at:
        start = _anniversaries(start, milestone.years)
    return start.filter(start.reached_date <= ibis.literal(as_of)).aggregate(
        by=["entity_id", "reached_us", "reached_date"], weight=start.weight.max()
    )


def _codes(slugs: Iterable[str], taxonomy: Taxonomy) -> list[int]:
    points = taxonomy.lookup(Touchpoint)
    return [point.code for slug in slugs if (point := points.slug(slug))] or [NOWHERE]


def milestone_record(moments: Table) -> Table:
    """One row: counts and sufficient statistics over all `moments`."""
    counted = moments.aggregate(
        customers=moments.entity_id.nunique(),
        reached=moments.count(),
        judged=moments.judged.sum().fill_null(0),
    )
    judged = moments.filter(moments.judged == 1)
    shares = customer_sums(judged, [], "entity_id", ["answered", "spoiled", "called"])
    calls = quantiles(judged.filter(judged.calls > 0), [], "calls", "calls", "entity_id", (50,))
    return attach(attach(counted, shares, []), calls, [])


def milestone_examples(moments: Table, top: int) -> Table:
    """The `top` customers who were left without an answer: spoiled first, then those who called most."""
    import ibis

    silent = moments.filter((moments.judged == 1) & (moments.answered == 0))
    order = [ibis.desc("spoiled"), ibis.desc("calls"), "reached_us", "entity_id"]
    return silent.order_by(order).limit(top).select("entity_id", "reached_us", "spoiled", "calls")


def read_milestone(record: Rows, examples: Rows, as_of: date | None = None) -> MilestoneRecord:
    """The results of `milestone_record` and `milestone_examples`."""
    (row,) = record.to_pylist()
    return MilestoneRecord(
        customers=row["customers"],
        reached=row["reached"],
        pending=row["reached"] - row["judged"],
        answered=share_estimate(share_statistics(row, "answered"), as_of),
        spoiled=share_estimate(share_statistics(row, "spoiled"), as_of),
        called=share_estimate(share_statistics(row, "called"), as_of),
        calls=quantile_estimate(row, 50, as_of=as_of),
        examples=tuple(
            Example(one["entity_id"], one["reached_us"], bool(one["spoiled"]), one["calls"])
            for one in examples.to_pylist()
        ),
    )


def _anniversaries(start: Table, years: int) -> Table:
    """The day so many years after each customer's first contact, at the same time of day."""
    import ibis

    first = start.aggregate(
        by="entity_id",
        weight=start.weight.max(),
        first_us=start.reached_us.min(),
        first_date=start.reached_date.min(),
    )
    month, day = first.first_date.month(), first.first_date.day()
    leap_day = (month == 2) & (day == 29)
    reached = first.mutate(
        reached_date=ibis.date(first.first_date.year() + years, month, ibis.ifelse(leap_day, 28, day))
    )
    days = reached.reached_date.delta(reached.first_date, unit="day")
    return reached.select("entity_id", "weight", "reached_date", reached_us=reached.first_us + days * DAY_US)
