"""What customers brought in the months after a day: the observed past of cohorts, from which the future is forecast."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.outside.both_values.kinds import with_persona
from leitstern.core.outside.reasons import number_kept
from leitstern.core.outside.sampling import customer_sums, mean_statistics

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Earning
    from leitstern.core.stats.means import MeanStatistics

RECENT = timedelta(days=182)  # who had a contact in this time before a day is a customer on it
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Customers on a day, and what each brought afterwards; `largest` is what the one who brought most did."""

    margin: MeanStatistics
    largest: float

    @property
    def n(self) -> int:
        """Customers."""
        return self.margin.n

    def __add__(self, other: Cohort) -> Cohort:
        return Cohort(self.margin + other.margin, max(self.largest, other.largest))


def cohort(contacts: Table, kinds: Table, earning: Earning, day: date, length: timedelta) -> Table:
    """By persona: everybody with a contact in the RECENT time up to `day`, and their margin in `length` after it.

    Whoever brought nothing counts with 0. `largest` is the largest amount of one customer, without its sign.
    """
    there = contacts.filter((contacts.local_date > day - RECENT) & (contacts.local_date <= day))
    customers = there.aggregate(by="entity_id", weight=there.weight.max())
    later = contacts.filter((contacts.local_date > day) & (contacts.local_date <= day + length))
    booked = later.mutate(amount=number_kept(later, earning.prop) * earning.share)
    brought = booked.aggregate(by="entity_id", margin=booked.amount.sum())
    each = customers.left_join(brought, "entity_id").select("entity_id", "weight", "margin")
    each = with_persona(each.mutate(margin=each.margin.fill_null(0.0)), kinds, "entity_id")
    sums = customer_sums(each, ["persona"], "entity_id", ["margin"])
    most = each.aggregate(by="persona", largest=(each.weight * each.margin).abs().max())
    return sums.left_join(most, "persona").select(*sums.columns, "largest")


def read_cohort(rows: Rows) -> dict[int, Cohort]:
    """The result of `cohort`, by persona."""
    return {
        row["persona"]: Cohort(mean_statistics(row, "margin"), row["largest"] or 0.0)
        for row in rows.to_pylist()
    }


def amounts(contacts: Table, earning: Earning) -> Table:
    """One row: `day` of the first contact with an amount, or null; `n`, how many have one; `unread`, in how many the
    property holds something that is no number."""
    member = json.dumps(earning.prop, ensure_ascii=False) + ":"
    told = contacts.filter(contacts.props.contains(member))
    told = told.mutate(amount=number_kept(told, earning.prop))
    read = told.amount.notnull()
    return told.aggregate(
        day=told.local_date.min(where=read), n=read.sum().fill_null(0), unread=(~read).sum().fill_null(0)
    )
