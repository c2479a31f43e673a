"""Leadership and decisions as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, number
from leitstern.app.leadership import checklist, log, queries
from leitstern.app.leadership.backing import backing
from leitstern.core.bridge.leadership import minutes
from leitstern.core.bridge.leadership.alignment import Form, alignment
from leitstern.core.bridge.leadership.checklist import Status
from leitstern.core.bridge.leadership.log import Source, State
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Duty, Favour, Proof
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from leitstern.app.leadership.log import Line
    from leitstern.app.leadership.models import Act, Decision, Meeting, Vote
    from leitstern.core.bridge.leadership.checklist import Point
    from leitstern.core.texts import Text


class MonthOfActsOut(Schema):
    month: date  # its last day
    acts: int


class AttentionOut(Schema):
    months: list[MonthOfActsOut]
    now: Number  # acts a month
    settled: float | None  # acts a month that had settled
    not_settled: TextOut | None
    since: date | None  # first day of the month since when it fades
    sentence: TextOut | None
    board_minutes: Number  # share of the last four meetings
    board_minutes_change: Number


class ActOut(Schema):
    id: int
    day: date
    kind: ActKind
    area: str
    place: str
    said: str
    seen: str
    follow_up: str
    done: date | None
    duty: Duty | None


class MeetingOut(Schema):
    id: int
    circle: Circle
    day: date
    minutes: int
    customers: int
    decided: str
    evidence: str


class AreaLoadOut(Schema):
    area: str
    declared: float | None
    taken: float
    change: float
    share: Number
    sentence: TextOut
    advice: TextOut | None


class BackingOut(Schema):
    wave: str
    day: date
    felt: Number
    stated: Number
    gap: Number
    acts: int


class VotedOut(Schema):
    name: str
    mean: float
    distance: float
    n: int


class LeadersVoteOut(Schema):
    id: int
    question: str
    form: Form
    day: date
    alignment: Number
    rwg_uniform: Number
    rwg_skewed: Number
    things: list[VotedOut]
    sentence: TextOut


class ShownFactOut(Schema):
    said: TextOut
    holds: bool


class ShownPointOut(Schema):
    slug: str
    name: TextOut
    status: Status
    facts: list[ShownFactOut]


class DutiesOut(Schema):
    duties: list[ShownPointOut]
    recommendations: list[ShownPointOut]


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


def attention_document() -> AttentionOut:
    """Whether the leaders' attention holds."""
    found, board = queries.attention_now(), queries.board_meetings()
    settled = found.reading.settled
    return AttentionOut(
        months=[MonthOfActsOut(month=point.day, acts=point.n) for point in found.reading.stream.points],
        now=number(found.now),
        settled=None if isinstance(settled, Missing) else settled.level,
        not_settled=_text(settled.reason) if isinstance(settled, Missing) else None,
        since=found.since,
        sentence=_text(found.sentence) if found.sentence else None,
        board_minutes=number(minutes.share(board[-minutes.LATELY :], board)),
        board_minutes_change=number(minutes.change(board)),
    )


def act_document(row: Act) -> ActOut:
    """One act; whoever entered it is not told."""
    act = queries.plain(row)
    return ActOut(
        id=act.key,
        day=act.day,
        kind=act.kind,
        area=act.area,
        place=act.place,
        said=act.said,
        seen=act.seen,
        follow_up=act.follow_up,
        done=act.done,
        duty=act.duty,
    )


def meeting_document(row: Meeting) -> MeetingOut:
    """One agenda."""
    return MeetingOut(
        id=row.pk,
        circle=Circle(row.circle),
        day=row.day,
        minutes=row.minutes,
        customers=row.customers,
        decided=row.decided,
        evidence=row.evidence,
    )


def load_documents() -> list[AreaLoadOut]:
    """Every board area against the hours it declared."""
    return [
        AreaLoadOut(
            area=each.area,
            declared=each.declared,
            taken=each.hours,
            change=each.change_hours,
            share=number(each.share),
            sentence=_text(each.sentence),
            advice=_text(each.advice) if each.advice else None,
        )
        for each in queries.loads()
    ]


def backing_documents() -> list[BackingOut]:
    """Per wave what is felt, said and done; the oldest first."""
    return [
        BackingOut(
            wave=each.name,
            day=each.day,
            felt=number(each.felt),
            stated=number(each.stated),
            gap=number(each.gap),
            acts=each.acts,
        )
        for each in backing()
    ]


def vote_document(row: Vote) -> LeadersVoteOut:
    """One vote: means and distances, no counts."""
    vote = queries.plain_vote(row)
    found = alignment(vote)
    return LeadersVoteOut(
        id=row.pk,
        question=vote.question,
        form=vote.form,
        day=vote.day,
        alignment=number(found.value),
        rwg_uniform=number(found.agreement.uniform),
        rwg_skewed=number(found.agreement.skewed),
        things=[
            VotedOut(name=each.name, mean=each.mean, distance=each.distance, n=each.n) for each in vote.things
        ],
        sentence=_text(found.sentence),
    )


def duties_document() -> DutiesOut:
    """Duties and recommendations with what shows them."""
    today = timezone.localdate()
    return DutiesOut(
        duties=[_point(each) for each in checklist.duties(today)],
        recommendations=[_point(each) for each in checklist.recommendations(today)],
    )


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
        question=_text(line.question),
        decided=_text(line.decided),
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


def _point(point: Point) -> ShownPointOut:
    return ShownPointOut(
        slug=point.slug,
        name=_text(point.name),
        status=point.status,
        facts=[ShownFactOut(said=_text(each.said), holds=each.holds) for each in point.facts],
    )


def _text(text: Text) -> TextOut:
    return TextOut(de=text.de, en=text.en)
