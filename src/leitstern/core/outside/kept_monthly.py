"""What a principle can be counted by without asking anybody: promises kept, and contacts that were no repeats, per month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.periods import after, begin
from leitstern.core.outside.promises import judged
from leitstern.core.tables.lake import REPEAT_WINDOW_US

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows


@dataclass(frozen=True, slots=True)
class KeptMonth:
    """In a month (its first day): of so many `cases` so many were `kept`, of at least five customers."""

    month: date
    kept: int
    cases: int


def promises_by_month(promises: Table, as_of: date) -> Table:
    """One row per touchpoint and month in which promises fell due: cases, kept (in time), customers."""
    import ibis

    due = judged(promises, as_of)
    due = due.filter(due.due == 1).mutate(month=begin(due.due_date, "month"))
    return due.aggregate(
        by=["touchpoint", "month"],
        cases=due.count(),
        kept=ibis.ifelse(due.late == 1, 0, 1).sum(),
        customers=due.entity_id.nunique(),
    )


def firsts_by_month(transitions: Table) -> Table:
    """One row per touchpoint and month: cases (contacts), kept (no repeat of one within seven days before), customers."""
    import ibis

    rows = transitions.mutate(
        month=begin(transitions.local_date, "month"),
        again=ibis.ifelse(transitions.since_same_us <= REPEAT_WINDOW_US, 1, 0).fill_null(0),
    )
    return rows.aggregate(
        by=["touchpoint", "month"],
        cases=rows.count(),
        kept=(1 - rows.again).sum(),
        customers=rows.person.nunique(),
    )


def read_kept_months(rows: Rows, first: date, as_of: date) -> dict[int, tuple[KeptMonth, ...]]:
    """By touchpoint code, the months that lie wholly within the data and in which five customers or more came."""
    found: dict[int, list[KeptMonth]] = defaultdict(list)
    for row in sorted(rows.to_pylist(), key=lambda row: row["month"]):
        month = row["month"]
        if row["customers"] >= FEWEST and month >= first and (after(month, "month") - as_of).days <= 1:
            found[row["touchpoint"]].append(KeptMonth(month, row["kept"], row["cases"]))
    return {touchpoint: tuple(months) for touchpoint, months in found.items()}
