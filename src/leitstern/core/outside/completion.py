"""Completed journeys with and without breaks, and what the missing ones would be worth if the breaks were the only reason.

An association: what makes a journey long can bring both, breaks and an early end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from leitstern.core.company.money import Money
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.breaks import begins_at, marked
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.outside.told_again import recorded
from leitstern.core.stats.differences import difference
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import JourneyMap, Taxonomy, Worth
    from leitstern.core.stats.estimate import Measured

WITHIN_DAYS = 90  # in which a journey is completed, or not
SPAN_DAYS = 365  # begun in these days, so that an amount is one of a year
BY = ["map", "broken"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Money with the ends of its interval."""

    value: Money
    low: Money
    high: Money


@dataclass(frozen=True, slots=True)
class Completion:
    """Of a designed journey (its code), 0–1: the shares completed in time of those `whole` and of those `broken`.

    `difference` is whole − broken; n of all three counts customers. `journeys` and `broken_journeys` are all of them,
    and those with breaks, begun from `since` to `until`.
    """

    map: int
    since: date
    until: date
    journeys: int
    broken_journeys: int
    whole: Measured
    broken: Measured
    difference: Measured

    @property
    def lacking(self) -> bool:
        """Whether journeys with breaks are completed less often for sure."""
        return isinstance(self.difference, Estimate) and self.difference.low > 0

    def at_most(self, worth: Worth | None) -> Amount | None:
        """The stated worth of as many journeys as are missing, if the breaks were the only reason; nothing where unsure."""
        if worth is None or not isinstance(self.difference, Estimate) or not self.lacking:
            return None
        found = self.difference
        one, times = worth.amount, self.broken_journeys
        value, low, high = (
            Money(round(one.minor * times * share), one.currency)
            for share in (found.value, found.low, found.high)
        )
        return Amount(value, low, high)


def span(as_of: date) -> tuple[date, date]:
    """The first and the last day on which the journeys began that are looked at."""
    until = as_of - timedelta(days=WITHIN_DAYS)
    return until - timedelta(days=SPAN_DAYS - 1), until


def needed(journey_map: JourneyMap, taxonomy: Taxonomy) -> tuple[int, ...]:
    """The codes of the touchpoints that nobody may leave out, the first one first."""
    points = taxonomy.lookup(Touchpoint)
    slugs = [
        begins_at(journey_map),
        *(step.touchpoint for step in journey_map.steps if not step.optional),
    ]
    return tuple(dict.fromkeys(point.code for slug in slugs if (point := points.slug(slug))))


def completion(transitions: Table, contacts: Table, taxonomy: Taxonomy, as_of: date) -> Table | None:
    """Sufficient statistics per map and whether there was a break (0 or 1); None if no map has two needed steps.

    A journey is on a map from its first contact at the first needed touchpoint on, and completed when it has been at
    all of them within `WITHIN_DAYS`. A break counts until then: a handoff that no map foresees, a repeat where the map
    does not allow for one, or what had to be told again where that is recorded.
    """
    import ibis

    maps = [(each, codes) for each in taxonomy.maps if len(codes := needed(each, taxonomy)) > 1]
    if not maps:
        return None
    told = recorded(transitions, contacts).select("seq", "told")
    rows = attach(marked(transitions, contacts, taxonomy), told, ["seq"])
    rows = rows.mutate(
        unplanned=rows.handoff - rows.planned, told=rows.told.fill_null(0), after_us=rows.ts_us + rows.wait_us
    )
    found = ibis.union(*(_on(rows, each, codes, taxonomy, as_of) for each, codes in maps))
    return customer_sums(found, BY, "person", ["done"])


def read_completion(rows: Rows, as_of: date) -> tuple[Completion, ...]:
    """The result of `completion`, by map; shares of fewer than five customers are withheld."""
    found = {(row["map"], row["broken"]): row for row in rows.to_pylist()}
    since, until = span(as_of)
    told = []
    for code in sorted({at for at, _ in found}):
        whole, broken = (found.get((code, mark)) for mark in (0, 1))
        unbroken, interrupted = _share(whole, as_of), _share(broken, as_of)
        apart = difference(unbroken, interrupted)
        if isinstance(apart, Estimate):
            apart = replace(apart, grade="association")
        counted = [row["answers"] if row else 0 for row in (whole, broken)]
        told.append(Completion(code, since, until, sum(counted), counted[1], unbroken, interrupted, apart))
    return tuple(told)


def _share(row: dict[str, Any] | None, as_of: date) -> Measured:
    if row is None or row["n"] < FEWEST:
        return TOO_FEW_CUSTOMERS
    return share_estimate(share_statistics(row, "done"), as_of)


def _on(
    rows: Table, journey_map: JourneyMap, codes: tuple[int, ...], taxonomy: Taxonomy, as_of: date
) -> Table:
    """One row per journey on the map: person, weight, `map`, `broken` and `done`."""
    import ibis

    since, until = span(as_of)
    window = WITHIN_DAYS * 24 * HOUR_US
    firsts = {
        f"us_{place}": rows.ts_us.min(where=rows.touchpoint == code) for place, code in enumerate(codes)
    }
    begun = rows.aggregate(
        by=["person", "journey"],
        on=rows.local_date.min(where=rows.touchpoint == codes[0]),
        weight=rows.weight.max(),
        **firsts,
    )
    begun = begun.filter(begun.on.between(since, until))
    last = ibis.greatest(*(begun[name] for name in firsts))
    there = ibis.and_(*(begun[name].notnull() for name in firsts))
    begun = begun.mutate(done=ibis.ifelse(there & (last - begun.us_0 <= window), 1, 0), begun_us=begun.us_0)
    begun = begun.mutate(end_us=ibis.ifelse(begun.done == 1, last, begun.us_0 + window))
    points = taxonomy.lookup(Touchpoint)
    free = [
        point.code
        for step in journey_map.steps
        if step.repeatable and (point := points.slug(step.touchpoint))
    ]
    again = rows.again if not free else rows.again * rows.touchpoint.notin(free).cast("int8")
    marks = rows.mutate(again=again).select("journey", "ts_us", "after_us", "again", "unplanned", "told")
    lived = marks.join(begun.select("journey", "begun_us", "end_us"), "journey")
    lived = lived.filter((lived.ts_us >= lived.begun_us) & (lived.ts_us <= lived.end_us))
    in_time = (lived.after_us <= lived.end_us).fill_null(False).cast("int8")
    later = (lived.ts_us > lived.begun_us).cast("int8")
    breaks = (lived.again * later + lived.unplanned * in_time + lived.told).sum()
    broken = lived.aggregate(by="journey", breaks=breaks)
    whole = attach(begun, broken, ["journey"])
    return whole.select(
        "person",
        "weight",
        "done",
        map=ibis.literal(journey_map.code, "int32"),
        broken=ibis.ifelse(whole.breaks > 0, 1, 0).cast("int8"),
    )
