"""Breaks: how often a journey is interrupted for the customer, per hundred journeys, by designed journey and month.

A break is a handoff within a case (`core.outside.handoffs`) or a repeat within seven days (`core.outside.repeats`): the
two things that contacts themselves show. Both at once are two breaks. Beside them stands lost context: what customers
had to tell again (`core.outside.told_again`), where that is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.cases import designed_steps, within_cases, without_case
from leitstern.core.outside.handoffs import CODES, passed_on
from leitstern.core.outside.periods import begin
from leitstern.core.outside.sampling import attach, customer_sums, mean_statistics
from leitstern.core.outside.told_again import NOT_RECORDED, recorded
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.intervals import NOBODY, wilson
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.tables.lake import REPEAT_WINDOW_US

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ibis import Table
    from ibis.expr.types import BooleanColumn
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import JourneyMap, Taxonomy
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.means import MeanStatistics

PARTS = ("breaks", "handoffs", "planned", "repeats")
TOLD = "context_"  # what the statistics of lost context begin with
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Breaks:
    """Per 100 journeys: all breaks, and the handoffs and repeats among them; n of each counts customers.

    `planned` are those handoffs that go on as some designed map has it: a break for the customer all the same.
    `map` (its code) and `month` (its first day) are None where all are taken together.
    """

    map: int | None
    month: date | None
    customers: int
    journeys: int
    breaks: Measured
    handoffs: Measured
    planned: Measured
    repeats: Measured
    told_again: Measured  # per 100 of those journeys for which it is recorded


def breaks(transitions: Table, contacts: Table, taxonomy: Taxonomy, by: Sequence[str] = ()) -> Table:
    """Sufficient statistics of breaks, handoffs and repeats per journey, for all or by `map`, `month` or both.

    A journey is on a map if it comes to the map's first step that is not optional: on several, on one or on none. It is
    under way in each month in which it has a contact, and its breaks count in theirs; so a journey that has only just
    begun makes no month look better than it was.
    """
    rows = marked(transitions, contacts, taxonomy)
    told = recorded(transitions, contacts)
    rows, told = (_placed(each, transitions, taxonomy, by) for each in (rows, told))
    each = rows.aggregate(
        by=[*by, "person", "journey"],
        handoffs=rows.handoff.sum(),
        planned=rows.planned.sum(),
        repeats=rows.again.sum(),
        weight=rows.weight.max(),
    )
    each = each.mutate(breaks=each.handoffs + each.repeats)
    told = told.aggregate(by=[*by, "person", "journey"], told=told.told.sum(), weight=told.weight.max())
    context = customer_sums(told, by, "person", ["told"])
    context = context.rename({f"{TOLD}{name}": name for name in context.columns if name not in by})
    return attach(customer_sums(each, by, "person", PARTS), context, by)


def marked(transitions: Table, contacts: Table, taxonomy: Taxonomy) -> Table:
    """Every contact, with whether a handoff follows, whether that is `planned`, and whether somebody is there `again`."""
    import ibis

    cased, loose = within_cases(transitions, contacts), without_case(transitions, contacts)
    handed = passed_on(cased)
    none = ibis.literal(0).cast("int8")
    rows = ibis.union(
        cased.mutate(
            handoff=ibis.ifelse(handed, 1, 0).cast("int8"),
            planned=ibis.ifelse(handed & follows_a_map(cased, taxonomy), 1, 0).cast("int8"),
        ),
        loose.mutate(handoff=none, planned=none),
    )
    return rows.mutate(again=ibis.ifelse(rows.since_same_us <= REPEAT_WINDOW_US, 1, 0).fill_null(0))


def read_breaks(rows: Rows, as_of: date | None = None) -> tuple[Breaks, ...]:
    """The result of `breaks`, by map and month."""
    found = [
        Breaks(
            row.get("map"),
            row.get("month"),
            row["n"],
            row["answers"],
            **{part: per_hundred(mean_statistics(row, part), as_of) for part in PARTS},
            told_again=_told_again(row, as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda each: (each.map or 0, str(each.month))))


def per_hundred(statistics: MeanStatistics, as_of: date | None = None) -> Measured:
    """How many per 100 journeys, with Student's interval over customers, never below 0.

    Where all journeys are alike, Student would claim certainty: then as many could have had one more or one less as
    Wilson's limit for 0 of n allows.
    """
    if not statistics.weight:
        return NOBODY
    mean = max(statistics.mean, 0.0)
    if statistics.n < 2 or statistics.variance <= 1e-18:
        half = wilson(0.0, statistics.weight**2 / statistics.weight2)[1]
    else:
        half = student_quantile((1 + LEVEL) / 2, statistics.n - 1) * sqrt(statistics.variance)
    low, high = max(0.0, mean - half), mean + half
    return Estimate(HUNDRED * mean, HUNDRED * low, HUNDRED * high, statistics.n, as_of=as_of)


def _told_again(row: Mapping[str, Any], as_of: date | None) -> Measured:
    if not row[f"{TOLD}n"]:
        return NOT_RECORDED
    own = {name.removeprefix(TOLD): value for name, value in row.items() if name.startswith(TOLD)}
    return per_hundred(mean_statistics(own, "told"), as_of)


def begins_at(journey_map: JourneyMap) -> str:
    """The first step that nobody may leave out; of a map that has none, the first of all."""
    steps = journey_map.steps
    return next((step for step in steps if not step.optional), steps[0]).touchpoint


def follows_a_map(transitions: Table, taxonomy: Taxonomy) -> BooleanColumn:
    """Whether the next touchpoint comes later on some designed map."""
    import ibis

    step = transitions.touchpoint.cast("int64") * CODES + transitions.next_touchpoint
    designed = [one * CODES + other for one, other in sorted(designed_steps(taxonomy))]
    return step.isin(designed) if designed else ibis.literal(value=False)


def _placed(rows: Table, transitions: Table, taxonomy: Taxonomy, by: Sequence[str]) -> Table:
    """Contacts with the month, and the maps, that they belong to."""
    rows = rows.mutate(month=begin(rows.local_date, "month"))
    return rows.join(on_maps(transitions, taxonomy), "journey") if "map" in by else rows


def on_maps(transitions: Table, taxonomy: Taxonomy) -> Table:
    """Journeys with the code of each map that they are on."""
    import ibis

    points = taxonomy.lookup(Touchpoint)
    starts = [
        (each.code, point.code)
        for each in taxonomy.maps
        if each.steps and (point := points.slug(begins_at(each)))
    ]
    on = [
        transitions.filter(transitions.touchpoint == start)
        .select("journey")
        .distinct()
        .mutate(map=ibis.literal(code, "int32"))
        for code, start in starts
    ] or [
        transitions.filter(ibis.literal(value=False)).select("journey").mutate(map=ibis.literal(0, "int32"))
    ]
    return ibis.union(*on)
