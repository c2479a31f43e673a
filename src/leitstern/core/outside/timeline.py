"""One customer's complete timeline: every contact, answer and promise in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.tables.lake import REPEAT_WINDOW_US

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    type Row = Mapping[str, Any]

PromiseState = Literal["kept", "late", "open", "overdue"]
_ANY = ("seq", "ts_us", "touchpoint", "channel", "department", "source", "import_id", "line")
COLUMNS = {  # of each table, what a timeline says
    "contacts": (*_ANY, "journey_key", "flags", "props"),
    "transitions": ("seq", "journey", "since_same_us"),
    "feedback": (*_ANY, "kind", "facet", "value", "low", "high", "good_from", "comment", "language"),
    "promises": (*_ANY, "promise", "due_us", "due_date", "kept_us", "late_days"),
}
_NO_STEP = {"journey": None, "since_same_us": None}


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


def read_timeline(rows: Mapping[str, Iterable[Row]], as_of: date) -> tuple[TimelineEvent, ...]:
    """Everything of one customer (all their entities), ordered in time, ties in order of arrival.

    `rows` are theirs of each table in COLUMNS, in any order; open promises are judged at `as_of`.
    """
    steps = {step["seq"]: step for step in rows["transitions"]}
    departments: dict[int, int] = {}  # of each case's latest contact so far
    found = []
    for row in sorted(rows["contacts"], key=_place):
        step = steps.get(row["seq"], _NO_STEP)
        case = row["journey_key"]
        detail = _contact(row, step["since_same_us"], departments.get(case, UNMAPPED))
        if case:
            departments[case] = row["department"]
        found.append(_event(row, row["ts_us"], detail, step["journey"]))
    found += [_event(row, row["ts_us"], _answer(row)) for row in rows["feedback"]]
    found += [_event(row, row["due_us"], _promise(row, as_of)) for row in rows["promises"]]
    return tuple(event for _seq, event in sorted(found, key=lambda each: (each[1].at_us, each[0])))


def _place(row: Row) -> tuple[int, int]:
    return row["ts_us"], row["seq"]


def _event(
    row: Row, at_us: int, detail: ContactDetail | AnswerDetail | PromiseDetail, journey: int | None = None
) -> tuple[int, TimelineEvent]:
    """With its place in the order of arrival."""
    names = ("touchpoint", "channel", "department", "source", "import_id", "line")
    kept = {name: row[name] for name in names}
    return row["seq"], TimelineEvent(at_us=at_us, journey=journey, detail=detail, **kept)


def _contact(row: Row, since: int | None, previous: int) -> ContactDetail:
    return ContactDetail(
        handoff=UNMAPPED not in {previous, row["department"]} and previous != row["department"],
        repeat=since is not None and since <= REPEAT_WINDOW_US,
        flags=row["flags"],
        props=row["props"],
    )


def _answer(row: Row) -> AnswerDetail:
    names = ("kind", "facet", "value", "low", "high", "comment", "language")
    return AnswerDetail(**{name: row[name] for name in names}, good=row["value"] >= row["good_from"])


def _promise(row: Row, as_of: date) -> PromiseDetail:
    state: PromiseState
    if row["kept_us"] is not None:
        state = "late" if row["late_days"] > 0 else "kept"
    else:
        state = "overdue" if row["due_date"] < as_of else "open"
    names = ("promise", "due_date", "kept_us", "late_days")
    return PromiseDetail(made_us=row["ts_us"], **{name: row[name] for name in names}, state=state)
