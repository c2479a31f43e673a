"""Promises kept and broken: how often late, how late, what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, customer_sums, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """What became of the promises in one group (`group`: values of the columns asked for).

    `late` is the share (0–1) broken among those kept, broken or overdue; `days_late` the median of those kept too
    late, in calendar days. `open` are not due yet and judged neither way; `overdue` are due, not kept, and late.
    """

    group: tuple[object, ...]
    promises: int
    open: int
    overdue: int
    late: Measured
    days_late: Measured


def judged(promises: Table, as_of: date) -> Table:
    """Every promise with 0/1 columns: `due` (can be judged), `late` (broken), `overdue` (broken and still not kept).

    Calendar days decide: kept on the day it was due is kept, open on the day it is due is not yet broken.
    """
    import ibis

    kept = promises.kept_us.notnull()
    overdue = ~kept & (promises.due_date < ibis.literal(as_of))
    late = overdue | (kept & (promises.late_days > 0))
    return promises.mutate(
        due=ibis.ifelse(kept | overdue, 1, 0),
        late=ibis.ifelse(late, 1, 0),
        overdue=ibis.ifelse(overdue, 1, 0),
    )


def promise_records(promises: Table, by: Sequence[str], as_of: date) -> Table:
    """One row per group `by` ("promise", "touchpoint", or any other columns of `promises`; empty: all of them)."""
    rows = judged(promises, as_of)
    counted = rows.aggregate(
        by=by,
        promises=rows.count(),
        due=rows.due.sum().fill_null(0),
        overdue=rows.overdue.sum().fill_null(0),
    )
    late = customer_sums(rows.filter(rows.due == 1), by, "entity_id", ["late"])
    days = quantiles(rows.filter(rows.late_days > 0), by, "late_days", "late_days", "entity_id", (50,))
    return attach(attach(counted, late, by), days, by)


def read_promise_records(rows: Rows, by: Sequence[str], as_of: date) -> tuple[PromiseRecord, ...]:
    """The result of `promise_records`, most promises first."""
    found = [
        PromiseRecord(
            group=tuple(row[column] for column in by),
            promises=row["promises"],
            open=row["promises"] - row["due"],
            overdue=row["overdue"],
            late=share_estimate(share_statistics(row, "late"), as_of),
            days_late=quantile_estimate(row, 50, as_of=as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda record: (-record.promises, str(record.group))))
