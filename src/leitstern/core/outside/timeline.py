"""One customer's complete timeline: every contact, answer and promise in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.tables.lake import REPEAT_WINDOW_US

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

PromiseState = Literal["kept", "late", "open", "overdue"]


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """`handoff`: the case's previous contact was with another known department; `repeat`: here again within 7 days.

    A case is a journey with an explicit key: without one, two contacts are neighbours and nobody was passed on.
    """

    handoff: bool
    repeat: bool
    flags: int
    props: str | None


@dataclass(frozen=True, slots=True)
class AnswerDetail:
    """What the customer said, on which scale; the comment is masked."""

    kind: str
    facet: str
    value: float
    low: float
    high: float
    good: bool
    comment: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class PromiseDetail:
    """What was promised when, and what became of it; `late_days` may be negative (early) or None (still open)."""

    promise: int
    made_us: int
    due_date: date
    kept_us: int | None
    late_days: int | None
    state: PromiseState


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One thing that happened to the customer; a promise stands where it fell due.

    `source`, `import_id` and `line` say where it comes from. `journey` is known for contacts only.
    """

    at_us: int
    touchpoint: int
    channel: int
    department: int
    journey: int | None
    source: int
    import_id: int
    line: int
    detail: ContactDetail | AnswerDetail | PromiseDetail


def timeline(
    contacts: Table, transitions: Table, feedback: Table, promises: Table, entity_ids: Sequence[int]
) -> Table:
    """Everything of one customer (all their entities), ordered in time, ties in order of arrival.

    One wide row per event; `event` is contact, feedback or promise, and columns of the other two are null.
    """
    import ibis

    own = {
        name: table.filter(table.entity_id.isin(entity_ids))
        for name, table in (("contact", contacts), ("feedback", feedback), ("promise", promises))
    }
    steps = transitions.filter(transitions.person.isin(entity_ids)).select("seq", "journey", "since_same_us")
    own["contact"] = own["contact"].left_join(steps, "seq").drop("seq_right")
    own["promise"] = own["promise"].mutate(made_us="ts_us", ts_us="due_us")
    types: dict[str, Any] = {}
    for table in own.values():
        types |= dict(table.schema())
    whole = [
        table.select(
            event=ibis.literal(name),
            **{
                column: table[column] if column in table.columns else ibis.null(kind)
                for column, kind in types.items()
            },
        )
        for name, table in own.items()
    ]
    return ibis.union(*whole).order_by("ts_us", "seq")


def read_timeline(rows: Rows, as_of: date) -> tuple[TimelineEvent, ...]:
    """The result of `timeline`, in its order; open promises are judged at `as_of`."""
    departments: dict[int, int] = {}  # of each case's latest contact so far
    events = []
    for row in rows.to_pylist():
        detail: ContactDetail | AnswerDetail | PromiseDetail
        match row["event"]:
            case "contact":
                detail = _contact(row, departments.get(row["journey_key"], UNMAPPED))
                if row["journey_key"]:
                    departments[row["journey_key"]] = row["department"]
            case "feedback":
                detail = _answer(row)
            case _:
                detail = _promise(row, as_of)
        events.append(
            TimelineEvent(
                at_us=row["ts_us"],
                touchpoint=row["touchpoint"],
                channel=row["channel"],
                department=row["department"],
                journey=row["journey"],
                source=row["source"],
                import_id=row["import_id"],
                line=row["line"],
                detail=detail,
            )
        )
    return tuple(events)


def _contact(row: Mapping[str, Any], previous: int) -> ContactDetail:
    since = row["since_same_us"]
    return ContactDetail(
        handoff=UNMAPPED not in {previous, row["department"]} and previous != row["department"],
        repeat=since is not None and since <= REPEAT_WINDOW_US,
        flags=row["flags"],
        props=row["props"],
    )


def _answer(row: Mapping[str, Any]) -> AnswerDetail:
    names = ("kind", "facet", "value", "low", "high", "comment", "language")
    return AnswerDetail(**{name: row[name] for name in names}, good=row["value"] >= row["good_from"])


def _promise(row: Mapping[str, Any], as_of: date) -> PromiseDetail:
    state: PromiseState
    if row["kept_us"] is not None:
        state = "late" if row["late_days"] > 0 else "kept"
    else:
        state = "overdue" if row["due_date"] < as_of else "open"
    names = ("promise", "made_us", "due_date", "kept_us", "late_days")
    return PromiseDetail(**{name: row[name] for name in names}, state=state)
