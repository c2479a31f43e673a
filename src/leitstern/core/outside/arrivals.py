"""Questions about what came in: how complete and how late it is, by source, department and month of arrival.

`runs` has a row for each source of each run: `import_id` and `source` as in the lake, its `name`, the `month` and the
moment (`at_us`) in which it was stored, and whether it is `history`: the first that ever came from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from leitstern.core.tables.lake import FLAG_DATE_ONLY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ibis import Table

DAY_US = 86_400_000_000
TIMELY_DAYS = 3  # a batch every night, and a weekend before it


def told(contacts: Table, feedback: Table, runs: Table) -> Table:
    """Contacts and answers, each with what is known of its arrival: one row per item."""
    columns = (
        "entity_id",
        "ts_us",
        "local_date",
        "touchpoint",
        "channel",
        "department",
        "source",
        "import_id",
    )
    both = ibis.union(
        contacts.select(*columns, timed=(contacts.flags & FLAG_DATE_ONLY) == 0),
        feedback.select(*columns, timed=ibis.literal(value=True)),
    )
    return both.join(runs, ["import_id", "source"])


def tallies(items: Table) -> Table:
    """By name, month and department: items, those mapped, those complete, those judged for time, those in time."""
    mapped = items.touchpoint != 0
    complete = mapped & (items.department != 0) & (items.channel != 0) & items.timed
    judged = ~items.history
    timely = judged & (items.at_us - items.ts_us <= TIMELY_DAYS * DAY_US)
    return items.aggregate(
        by=["name", "month", "department"],
        n=items.count(),
        mapped=mapped.ifelse(1, 0).sum(),
        complete=complete.ifelse(1, 0).sum(),
        judged=judged.ifelse(1, 0).sum(),
        timely=timely.ifelse(1, 0).sum(),
    )


def customers(items: Table, by: Sequence[str]) -> Table:
    """How many customers the items of each group are of."""
    return items.aggregate(by=by, customers=items.entity_id.nunique())


def days(items: Table) -> Table:
    """The days on which something happened, by name."""
    return items.select("name", "local_date").distinct()


def lags(items: Table) -> Table:
    """By name and run: items, the median time from happening to stored in microseconds, and the newest moment."""
    return items.aggregate(
        by=["name", "import_id"],
        n=items.count(),
        lag_us=(items.at_us - items.ts_us).approx_median(),
        newest_us=items.ts_us.max(),
    )


def stored(fact: Table) -> Table:
    """How many rows of a table of facts each run has."""
    return fact.aggregate(by="import_id", n=fact.count())
