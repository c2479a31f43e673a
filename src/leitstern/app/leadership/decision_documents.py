"""The decision log as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.leadership import log
from leitstern.core.bridge.leadership.log import Source, State
from leitstern.core.bridge.leadership.terms import Circle, Favour, Proof

if TYPE_CHECKING:
    from leitstern.app.leadership.log import Line
    from leitstern.app.leadership.models import Decision


class DecisionLineOut(Schema):
    source: Source
    id: int
    state: State
    asked: date
    question: TextOut
    decided: TextOut
    day: date | None
    circle: Circle | None
    unit: str
    office: str
    deadline: date | None
    review: date | None
    evidence: bool | None
    changed: bool | None
    nothing: bool
    favour: Favour | None
    insight: date | None
    reversed_on: date | None


class DecisionsOut(Schema):
    quarter: date  # its first day
    changed_by_customers: Number
    with_evidence: Number
    for_customers: Number
    days_from_insight: Number
    known_and_open: int  # counted in it with the days so far
    data_that_led: Number
    without_review: int
    overdue: int
    lines: list[DecisionLineOut]


class TableProofOut(Schema):
    id: int
    kind: Proof
    touchpoint: str
    facet: str
    said: TextOut
    value: float | None
    low: float | None
    high: float | None
    n: int | None
    as_of: date | None


class DecisionLookOut(Schema):
    day: date
    found: str
    next: date | None


class DecisionOut(DecisionLineOut):
    options: list[str]
    otherwise: str
    reason: str
    reversed_why: str
    withdrawn: bool
    table: list[TableProofOut]
    reviews: list[DecisionLookOut]


def decisions_document() -> DecisionsOut:
    """The log with its key figures."""
    today = timezone.localdate()
    quarter = log.quarter_now(today)
    return DecisionsOut(
        quarter=quarter.first,
        changed_by_customers=number(quarter.changed),
        with_evidence=number(quarter.evidence),
        for_customers=number(quarter.favoured),
        days_from_insight=number(log.lead_time(today)),
        known_and_open=len(log.waiting()),
        data_that_led=number(log.data_to_decisions(today)),
        without_review=len(log.without_review()),
        overdue=len(log.overdue(today)),
        lines=[line_document(line) for line in log.lines()],
    )


def line_document(line: Line) -> DecisionLineOut:
    """One line of the log."""
    entry = line.entry
    return DecisionLineOut(
        source=entry.source,
        id=entry.key,
        state=entry.state(timezone.localdate()),
        asked=entry.asked,
        question=both(line.question),
        decided=both(line.decided),
        day=entry.day,
        circle=entry.circle,
        unit=entry.unit,
        office=entry.office,
        deadline=entry.deadline,
        review=entry.review,
        evidence=entry.evidence,
        changed=entry.changed,
        nothing=entry.nothing,
        favour=entry.favour,
        insight=entry.insight,
        reversed_on=entry.reversed_on,
    )


def decision_document(row: Decision) -> DecisionOut:
    """One decision with what lay on the table and what came of it."""
    return DecisionOut(
        **line_document(log.as_line(row)).model_dump(),
        options=row.options,
        otherwise=row.otherwise,
        reason=row.reason,
        reversed_why=row.reversed_why,
        withdrawn=row.withdrawn is not None,
        table=[
            TableProofOut(
                id=each.pk,
                kind=Proof(each.kind),
                touchpoint=each.touchpoint,
                facet=each.facet,
                said=TextOut(de=each.said_de, en=each.said_en),
                value=each.value,
                low=each.low,
                high=each.high,
                n=each.n,
                as_of=each.as_of,
            )
            for each in row.proofs.filter(withdrawn=None)
        ],
        reviews=[
            DecisionLookOut(day=each.day, found=each.found, next=each.next) for each in row.reviews.all()
        ],
    )
