"""Repeats: customers who have to come back to the same touchpoint within seven days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.tables.lake import REPEAT_WINDOW_US

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Repeats:
    """At one touchpoint: the share of contacts that are repeats, and of customers with at least one repeat."""

    touchpoint: int
    customers: int
    contacts: int
    of_contacts: Measured
    of_customers: Measured


def repeats(transitions: Table) -> Table:
    """One row per touchpoint; a contact is a repeat if the person was here within the seven days before.

    In the share of customers, each counts with their largest weight at the touchpoint.
    """
    import ibis

    rows = transitions.mutate(repeat=ibis.ifelse(transitions.since_same_us <= REPEAT_WINDOW_US, 1, 0))
    here = rows.aggregate(by=["touchpoint", "person"], weight=rows.weight.max(), again=rows["repeat"].max())
    customers = customer_sums(here, ["touchpoint"], "person", ["again"])
    customers = customers.rename(
        {f"{name}_of_customers": name for name in ("n", "answers", "weight", "weight2")}
    )
    return customer_sums(rows, ["touchpoint"], "person", ["repeat"]).join(customers, "touchpoint")


def read_repeats(rows: Rows, as_of: date | None = None) -> tuple[Repeats, ...]:
    """The result of `repeats`, by touchpoint code."""
    found = []
    for row in sorted(rows.to_pylist(), key=lambda row: row["touchpoint"]):
        people = row | {name: row[f"{name}_of_customers"] for name in ("n", "answers", "weight", "weight2")}
        found.append(
            Repeats(
                touchpoint=row["touchpoint"],
                customers=row["n"],
                contacts=row["answers"],
                of_contacts=share_estimate(share_statistics(row, "repeat"), as_of),
                of_customers=share_estimate(share_statistics(people, "again"), as_of),
            )
        )
    return tuple(found)
