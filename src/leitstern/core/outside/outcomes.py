"""What becomes of customers: whether they have contact again, leave, or trust us, before a day and after it.

What differs between the two may have come with whatever began on that day, or with anything else: an association.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.lineage import with_journey
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.outside.selection import has_trait
from leitstern.core.stats.differences import difference
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.stats.survival import over_by
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.stats.estimate import Measured

TRUST = "trust"  # the short name of the statement that customers trust the company
HORIZON_DAYS = 90  # within which somebody has contact again, or leaves
LONGEST_DAYS = 365  # that are looked at before the day, and after it
DAY_US = 24 * HOUR_US
TOO_SHORT = Missing(
    "too-short",
    Text(
        en="there are not yet 90 days before and after it in the data",
        de="in den Daten liegen davor und danach noch keine 90 Tage",
    ),
)
NOT_BEGUN = Missing("not-begun", Text(en="it has not begun", de="sie hat nicht begonnen"))
NOTHING_MARKED = Missing(
    "no-leaving",
    Text(
        en="the taxonomy marks no touchpoint as leaving",
        de="die Taxonomie kennzeichnet keinen Kontaktpunkt als Weggang",
    ),
)
NOT_ASKED = Missing(
    "no-trust",
    Text(
        en="customers are not asked about trust: the taxonomy has no statement “trust”",
        de="nach Vertrauen wird nicht gefragt: Die Taxonomie hat keine Aussage „trust“",
    ),
)


class Fate(StrEnum):
    """What becomes of customers in the end."""

    AGAIN = "again"  # they have contact again
    LEAVING = "leaving"  # they come to a touchpoint that is marked as leaving
    TRUST = "trust"  # they agree that they trust the company


@dataclass(frozen=True, slots=True)
class Of:
    """Whose: all customers, those with a `trait` (a property and its value), or those on a journey from `start` (a code) on."""

    trait: tuple[str, str] | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both inclusive."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Fates:
    """Shares 0–1 in equally long spans before a day and from it on; `change` is after − before. n counts customers."""

    before: Measured
    after: Measured
    change: Measured


def spans(begun: date, first: date, as_of: date) -> tuple[Span, Span] | None:
    """Before and from `begun` on, equally long and at most a year; None where that is shorter than the horizon."""
    days = min((begun - first).days, (as_of - begun).days + 1, LONGEST_DAYS)
    if days < HORIZON_DAYS:
        return None
    before = Span(begun - timedelta(days=days), begun - timedelta(days=1))
    return before, Span(begun, begun + timedelta(days=days - 1))


def why_not(fate: Fate, taxonomy: Taxonomy) -> Missing | None:
    """Why this taxonomy cannot tell it; None if it can."""
    if fate is Fate.LEAVING and not leaving(taxonomy):
        return NOTHING_MARKED
    return NOT_ASKED if fate is Fate.TRUST and taxonomy.facet(TRUST) is None else None


def leaving(taxonomy: Taxonomy) -> tuple[int, ...]:
    """The codes of the touchpoints at which customers leave."""
    return tuple(point.code for point in taxonomy.touchpoints if point.leaving)


def lasted(
    transitions: Table,
    contacts: Table,
    fate: Fate,
    whose: Of,
    span: Span,
    until_us: int,
    gone: tuple[int, ...],
) -> Table:
    """Per number of days: the weight of customers to whom it happened then (`over` 1), or who lasted so long (0).

    Each customer is followed from the first contact in the span to its end, `until_us`. Who has left has no contact
    again: they stay among those who could have had one. `customers`, `all_weight` and `weight2` stand on every row.
    """
    import ibis

    mine = _of(transitions, contacts, whose)
    here = mine.filter(mine.local_date.between(span.since, span.until))
    if whose.start is not None:
        here = here.filter(here.touchpoint == whose.start)
    begun = here.aggregate(by="person", begun_us=here.ts_us.min(), weight=here.weight.max())
    steps = transitions.join(begun, "person").filter(lambda rows: rows.ts_us <= until_us)
    ends = steps.touchpoint.isin(gone) if gone else ibis.literal(value=False)
    left = steps.aggregate(by="person", left_us=steps.ts_us.min(where=ends & (steps.ts_us >= steps.begun_us)))
    if fate is Fate.LEAVING:
        happened = left.select("person", at_us="left_us")
    else:
        firsts = steps.filter((steps.position == 0) & (steps.ts_us > steps.begun_us))
        firsts = firsts.filter(firsts.touchpoint.notin(gone)) if gone else firsts
        again = attach(left, firsts.aggregate(by="person", again_us=firsts.ts_us.min()), ["person"])
        stayed = again.left_us.isnull() | (again.again_us < again.left_us)
        happened = again.select("person", at_us=ibis.ifelse(stayed, again.again_us, ibis.null("int64")))
    rows = attach(begun, happened, ["person"])
    over = rows.at_us.notnull()
    days = (ibis.ifelse(over, rows.at_us, ibis.literal(until_us)) - rows.begun_us) // DAY_US
    rows = rows.mutate(over=ibis.ifelse(over, 1, 0), days=days.cast("int64"))
    whole = rows.aggregate(
        customers=rows.count(), all_weight=rows.weight.sum(), weight2=(rows.weight * rows.weight).sum()
    )
    return rows.aggregate(by=["over", "days"], weight=rows.weight.sum()).cross_join(whole)


def read_lasted(rows: Rows, as_of: date | None = None) -> Measured:
    """The result of `lasted`: the share to whom it happened within the horizon, by Kaplan and Meier."""
    found = rows.to_pylist()
    if not found or found[0]["customers"] < FEWEST:
        return TOO_FEW_CUSTOMERS
    unit = found[0]["all_weight"] / found[0]["weight2"]
    over, running = (
        {float(row["days"]): row["weight"] * unit for row in found if row["over"] == mark} for mark in (1, 0)
    )
    share = over_by(float(HORIZON_DAYS - 1), over, running)
    return Estimate(*share, found[0]["customers"], as_of=as_of)


def trusting(feedback: Table, transitions: Table, contacts: Table, whose: Of, span: Span) -> Table:
    """Sufficient statistics of the share who agree that they trust the company, of answers given in the span."""
    import ibis

    said = feedback.filter((feedback.facet == TRUST) & feedback.local_date.between(span.since, span.until))
    if whose.trait is not None:
        those = contacts.filter(has_trait(contacts, *whose.trait)).select("entity_id").distinct()
        said = said.semi_join(those, "entity_id")
    if whose.start is not None:
        on = transitions.filter(transitions.touchpoint == whose.start).select("journey").distinct()
        said = with_journey(said, contacts, transitions).semi_join(on, "journey")
    rows = said.mutate(good=ibis.ifelse(said.value >= said.good_from, 1, 0))
    return customer_sums(rows, [], "entity_id", ["good"])


def read_trusting(rows: Rows, as_of: date | None = None) -> Measured:
    """The result of `trusting`."""
    (row,) = rows.to_pylist()
    if (row["n"] or 0) < FEWEST:
        return TOO_FEW_CUSTOMERS
    return share_estimate(share_statistics(row, "good"), as_of)


def beside(before: Measured, after: Measured) -> Fates:
    """Both with their difference, marked as an association."""
    change = difference(after, before)
    return Fates(
        before, after, replace(change, grade="association") if isinstance(change, Estimate) else change
    )


def _of(transitions: Table, contacts: Table, whose: Of) -> Table:
    if whose.trait is None:
        return transitions
    those = contacts.filter(has_trait(contacts, *whose.trait)).select("entity_id").distinct()
    return transitions.semi_join(those, transitions.person == those.entity_id)
