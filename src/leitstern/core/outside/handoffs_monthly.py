"""How often customers are handed over, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.handoffs import passed_on
from leitstern.core.outside.periods import begin
from leitstern.core.outside.sampling import customer_sums, mean_statistics

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows


@dataclass(frozen=True, slots=True)
class HandoffMonth:
    """Handoffs per 100 journeys under way in a month (known by its first day), their standard error, and customers."""

    month: date
    per_hundred: float
    error: float
    customers: int


def handoffs_by_month(transitions: Table) -> Table:
    """One row per month. A journey is under way in each month in which it has a contact; handoffs count in theirs.

    So a journey that has only just begun makes no month look better than it was.
    """
    import ibis

    rows = transitions.mutate(
        month=begin(transitions.local_date, "month"), handed=ibis.ifelse(passed_on(transitions), 1, 0)
    )
    each = rows.aggregate(
        by=["month", "person", "journey"], handed=rows.handed.sum(), weight=rows.weight.max()
    )
    return customer_sums(each, ["month"], "person", ["handed"])


def read_handoff_months(rows: Rows) -> tuple[HandoffMonth, ...]:
    """The result of `handoffs_by_month` in order; months with fewer than five customers are left out."""
    found = []
    for row in sorted(rows.to_pylist(), key=lambda row: row["month"]):
        statistics = mean_statistics(row, "handed")
        if statistics.n >= FEWEST and statistics.weight:
            # Where nobody at all was handed over, one in so many could have been.
            least = 1 / statistics.n
            error = 100 * max(sqrt(max(statistics.variance, 0.0)), least)
            found.append(HandoffMonth(row["month"], 100 * statistics.mean, error, statistics.n))
    return tuple(found)
