"""What was asked of everything that came in, once per published state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leitstern.app.intake.queries import source_names
from leitstern.app.operations.booking import booked, finished
from leitstern.app.outside.reading import published
from leitstern.core.outside import arrivals

if TYPE_CHECKING:
    from datetime import date, datetime

    import ibis

    from leitstern.app.intake.models import Import
    from leitstern.app.outside.reading import Question


@dataclass(frozen=True, slots=True)
class Lag:
    """Of one source and run: items, the median time from happening to stored, and the newest moment, in microseconds."""

    run: int
    items: int
    median_us: int
    newest_us: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """By source: days with contacts, and the lags run by run; by source, month and department what was counted.

    `customers` of each group stand under its name, or its name and month; those of a department under its code as text.
    """

    days: dict[str, list[date]]
    lags: dict[str, list[Lag]]
    tallies: list[dict[str, Any]]
    customers: dict[tuple[str, ...], int]


GROUPS = (("name",), ("name", "month"), ("department",), ("department", "month"))
NOTHING = Arrived({}, {}, [], {})


def arrived() -> Arrived:
    """What came in of the published state; nothing before the first import."""
    state, runs = published(), finished()
    if state is None or not runs:
        return NOTHING
    return state.find("operations: arrived", (), lambda question: _asked(question, runs))


def histories(runs: list[Import]) -> dict[str, int]:
    """The run that brought something of a source first."""
    first: dict[str, int] = {}
    for each in booked(runs):
        if each.items.stored:
            first.setdefault(each.source, each.run)
    return first


def month_of(moment: datetime) -> str:
    """`2026-06`."""
    return f"{moment:%Y-%m}"


def _asked(question: Question, runs: list[Import]) -> Arrived:
    items = arrivals.told(question.table("contacts"), question.table("feedback"), _table(runs))
    days: dict[str, list[date]] = {}
    for row in question.rows(arrivals.days(items)):
        days.setdefault(row["name"], []).append(row["local_date"])
    lags: dict[str, list[Lag]] = {}
    for row in question.rows(arrivals.lags(items)):
        lag = Lag(row["import_id"], row["n"], int(row["lag_us"]), row["newest_us"])
        lags.setdefault(row["name"], []).append(lag)
    return Arrived(
        days,
        {name: sorted(found, key=lambda lag: lag.run) for name, found in lags.items()},
        question.rows(arrivals.tallies(items)),
        {
            tuple(str(row[key]) for key in group): row["customers"]
            for group in GROUPS
            for row in question.rows(arrivals.customers(items, group))
        },
    )


def _table(runs: list[Import]) -> ibis.Table:
    import ibis
    import pyarrow as pa

    first = histories(runs)
    rows = [
        {
            "import_id": run.pk,
            "source": number,
            "name": name,
            "month": month_of(run.finished),
            "at_us": int(run.finished.timestamp() * 1e6),
            "history": first.get(name) == run.pk,
        }
        for run in runs
        if run.finished
        for number, name in source_names(run).items()
    ]
    schema = pa.schema(
        [
            ("import_id", pa.int32()),
            ("source", pa.int16()),
            ("name", pa.string()),
            ("month", pa.string()),
            ("at_us", pa.int64()),
            ("history", pa.bool_()),
        ]
    )
    return ibis.memtable(pa.Table.from_pylist(rows, schema))
