"""Cohorts: customers by when they began, and whether they have contact again in each span of time after it.

Spans are counted from each customer's own first day: 30 days each for cohorts of a month, 91 for those of a quarter.
A span counts once everybody of the cohort has lived it to its end; what lies ahead is empty, not zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.periods import after, begin
from leitstern.core.outside.sampling import share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

type By = Literal["month", "quarter"]
DAYS: dict[By, int] = {"month": 30, "quarter": 91}
SPANS: dict[By, int] = {"month": 12, "quarter": 8}
_SUMS = ("n", "answers", "weight", "weight2", "good", "good2", "good_weight")
_WHOLE = ("n", "answers", "weight", "weight2")


@dataclass(frozen=True, slots=True)
class Again:
    """Of the customers who began in the month or quarter `since` (None: of all), who had contact again in a span.

    `span` counts from 1; `share` 0–1 of the cohort, n = its customers.
    """

    since: date | None
    span: int
    share: Measured


def cohorts_begun(selected: Table, journeys: Table, by: By) -> Table:
    """One row per cohort: how many customers whose first journey of all `journeys` is among those `selected`."""
    begun = _begun(selected, journeys, by)
    return begun.aggregate(
        by="since",
        n=begun.count(),
        answers=begun.count(),
        weight=begun.weight.sum(),
        weight2=(begun.weight * begun.weight).sum(),
    )


def came_again(selected: Table, journeys: Table, transitions: Table, by: By) -> Table:
    """One row per cohort and span in which somebody of it had contact again, on whatever journey."""
    begun = _begun(selected, journeys, by)
    contacts = transitions.select("person", "local_date").distinct().join(begun, "person")
    age = contacts.local_date.delta(contacts.first_day, unit="day")
    contacts = contacts.mutate(age=age).filter(lambda t: t.age >= 1)
    contacts = contacts.mutate(span=((contacts.age - 1) // DAYS[by] + 1).cast("int64"))
    each = contacts.filter(contacts.span <= SPANS[by]).select("person", "since", "span", "weight").distinct()
    squares = (each.weight * each.weight).sum()
    return each.aggregate(by=["since", "span"], good=each.weight.sum(), good2=squares, good_weight=squares)


def read_cohorts(begun: Rows, again: Rows, by: By, as_of: date) -> tuple[Again, ...]:
    """Both results: of all cohorts together first, then each, the newest first; only what has been lived.

    A cohort of fewer than five customers is left out, in the sum of all, too.
    """
    came = {(row["since"], row["span"]): row for row in again.to_pylist()}
    cohorts = sorted(
        (row for row in begun.to_pylist() if row["n"] >= FEWEST), key=lambda row: row["since"], reverse=True
    )
    found, lived = [], dict[int, list[dict[str, Any]]]()
    for row in cohorts:
        for span in range(1, SPANS[by] + 1):
            if after(row["since"], by) + timedelta(days=span * DAYS[by] - 1) > as_of:
                break
            good = came.get((row["since"], span), {"good": 0.0, "good2": 0.0, "good_weight": 0.0})
            whole = {name: row[name] for name in _WHOLE} | {
                name: good[name] for name in _SUMS if name not in _WHOLE
            }
            lived.setdefault(span, []).append(whole)
            found.append(Again(row["since"], span, _share([whole], as_of)))
    together = [Again(None, span, _share(rows, as_of)) for span, rows in sorted(lived.items())]
    return (*together, *found)


def _begun(selected: Table, journeys: Table, by: By) -> Table:
    """Customers with their first day and cohort, if the journey it belongs to is selected."""
    import ibis

    order = ibis.window(group_by="person", order_by=["start_us", "journey"])
    ranked = journeys.select("person", "journey", "start_us", "start_date", "weight")
    firsts = ranked.mutate(place=ibis.row_number().over(order)).filter(lambda t: t.place == 0)
    firsts = firsts.semi_join(selected.select("journey").distinct(), "journey")
    return firsts.select(
        "person",
        "weight",
        first_day=firsts.start_date,
        since=begin(firsts.start_date, by).cast("date"),
    )


def _share(rows: Sequence[dict[str, Any]], as_of: date) -> Measured:
    return share_estimate(
        share_statistics({name: sum(row[name] for row in rows) for name in _SUMS}, "good"), as_of
    )
