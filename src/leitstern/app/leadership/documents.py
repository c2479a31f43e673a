"""Leadership as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.leadership import checklist, queries
from leitstern.app.leadership.backing import backing
from leitstern.core.bridge.leadership import minutes
from leitstern.core.bridge.leadership.alignment import Form, alignment
from leitstern.core.bridge.leadership.checklist import Status
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Duty
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from leitstern.app.leadership.models import Act, Meeting, Vote
    from leitstern.core.bridge.leadership.checklist import Point


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


def attention_document() -> AttentionOut:
    """Whether the leaders' attention holds."""
    found, board = queries.attention_now(), queries.board_meetings()
    settled = found.reading.settled
    return AttentionOut(
        months=[
            MonthOfActsOut(month=point.day, acts=int(point.value)) for point in found.reading.stream.points
        ],
        now=number(found.now),
        settled=None if isinstance(settled, Missing) else settled.level,
        not_settled=both(settled.reason) if isinstance(settled, Missing) else None,
        since=found.since,
        sentence=both(found.sentence) if found.sentence else None,
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
            sentence=both(each.sentence),
            advice=both(each.advice) if each.advice else None,
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
        sentence=both(found.sentence),
    )


def duties_document() -> DutiesOut:
    """Duties and recommendations with what shows them."""
    today = timezone.localdate()
    return DutiesOut(
        duties=[_point(each) for each in checklist.duties(today)],
        recommendations=[_point(each) for each in checklist.recommendations(today)],
    )


def _point(point: Point) -> ShownPointOut:
    return ShownPointOut(
        slug=point.slug,
        name=both(point.name),
        status=point.status,
        facts=[ShownFactOut(said=both(each.said), holds=each.holds) for each in point.facts],
    )
