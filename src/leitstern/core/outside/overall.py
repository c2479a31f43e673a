"""The company as a whole: every statement over all touchpoints, and who comes back within a year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.outside.lived import statements
from leitstern.core.outside.sampling import customer_sums, share_statistics

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.share import ShareStatistics

YEAR = timedelta(days=365)


def overall_statistics(feedback: Table, promises: Table, as_of: date) -> Table:
    """One row per facet, over all touchpoints, with the columns of `ShareStatistics`."""
    return customer_sums(statements(feedback, promises, as_of), ["facet"], "entity_id", ["good"])


def read_overall(rows: Rows) -> dict[str, ShareStatistics]:
    """The result of `overall_statistics`, by facet."""
    return {row["facet"]: share_statistics(row, "good") for row in rows.to_pylist()}


def coming_back(contacts: Table, as_of: date) -> Table:
    """One row: of the customers with a contact in the year that ended a year ago, those with a contact since.

    Both years end with `as_of`; whoever has the first contact later than that is not counted.
    """
    import ibis

    turn = as_of - YEAR
    seen = contacts.filter((contacts.local_date > turn - YEAR) & (contacts.local_date <= as_of))
    each = seen.aggregate(
        by="entity_id",
        before=(seen.local_date <= turn).any(),
        since=(seen.local_date > turn).any(),
        weight=seen.weight.max(),
    )
    there = each.filter(each.before).mutate(good=ibis.ifelse(each.since, 1, 0))
    return customer_sums(there, [], "entity_id", ["good"])


def read_coming_back(rows: Rows) -> ShareStatistics:
    """The result of `coming_back`."""
    [row] = rows.to_pylist()
    return share_statistics(row, "good")
