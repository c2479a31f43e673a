"""Leadership for programs; the decision log has a module of its own."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.leadership import acting, bringing, declaring, queries
from leitstern.app.leadership.bringing import Kind
from leitstern.app.leadership.decision_api import router as decisions
from leitstern.app.leadership.documents import (
    ActOut,
    AreaLoadOut,
    AttentionOut,
    BackingOut,
    DutiesOut,
    LeadersVoteOut,
    MeetingOut,
    act_document,
    attention_document,
    backing_documents,
    duties_document,
    load_documents,
    meeting_document,
    vote_document,
)
from leitstern.app.leadership.place_documents import (
    AccompaniedOut,
    PresenceOut,
    accompanied_documents,
    presence_documents,
)
from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
from leitstern.core.bridge.leadership.drafts import (
    LINE,
    LONGEST,
    ActDraft,
    CapacityDraft,
    CommitmentDraft,
    MeetingDraft,
)
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Duty, Work

router = Router(tags=["leadership"])
router.add_router("/decisions", decisions)


class ActIn(Schema):
    day: date
    kind: ActKind
    area: str
    said: str = Field(max_length=LINE)
    place: str = Field("", max_length=160)
    seen: str = Field("", max_length=LONGEST)
    follow_up: str = Field("", max_length=LONGEST)
    duty: Duty | None = None


class AgendaIn(Schema):
    day: date
    minutes: int
    customers: int
    circle: Circle = Circle.BOARD
    decided: str = Field("", max_length=LONGEST)
    evidence: str = Field("", max_length=LONGEST)


class DeclaredIn(Schema):
    area: str
    hours: float
    visits: int | None = None


class CommitmentIn(Schema):
    area: str
    title: str = Field(max_length=200)
    hours: float
    work: Work
    since: date
    until: date | None = None
    droppable: bool = False


class CountedIn(Schema):
    name: str = Field(max_length=160)
    counts: list[int] = Field(max_length=40)


class LeadersVoteIn(Schema):
    question: str = Field(max_length=LINE)
    form: Form
    day: date
    things: list[CountedIn] = Field(max_length=40)


class LeadershipTableIn(Schema):
    name: str = Field("table.csv", max_length=200)
    content: str = Field(max_length=20_000_000, description="CSV; columns as in the samples of the page.")


class LeadershipKeptOut(Schema):
    n: int
    sentence: TextOut


@router.get("/attention", response={200: AttentionOut, **REFUSALS}, summary="Whether attention holds")
def read_attention(request: HttpRequest) -> AttentionOut:
    """Acts a month against what had settled, and the board's minutes on customers."""
    require(person_of(request), Capability.SEE_INSIDE)
    return attention_document()


@router.get("/acts", response={200: list[ActOut], **REFUSALS}, summary="Acts of leaders")
def list_acts(request: HttpRequest) -> list[ActOut]:
    """In office, per board area; newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [act_document(row) for row in queries.standing_acts()]


@router.post("/acts", response={201: ActOut, **REFUSALS}, summary="Enter an act")
def enter_act(request: HttpRequest, body: ActIn) -> Status[ActOut]:
    """For the board area of the department named."""
    return Status(201, act_document(acting.enter_act(person_of(request), ActDraft(**body.model_dump()))))


@router.get("/presence", response={200: list[PresenceOut], **REFUSALS}, summary="Acts by area and quarter")
def list_presence(request: HttpRequest) -> list[PresenceOut]:
    """Twelve quarters of every board area, its visits against those it agreed on; never ranked."""
    require(person_of(request), Capability.SEE_INSIDE)
    return presence_documents()


@router.get("/where", response={200: list[AccompaniedOut], **REFUSALS}, summary="Where leaders were")
def list_where(request: HttpRequest) -> list[AccompaniedOut]:
    """Who lives an application beside how often leaders were there: an association, never an effect."""
    require(person_of(request), Capability.SEE_INSIDE)
    return accompanied_documents()


@router.get("/meetings", response={200: list[MeetingOut], **REFUSALS}, summary="Agendas")
def list_meetings(request: HttpRequest) -> list[MeetingOut]:
    """Minutes, and those on customers; newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [meeting_document(row) for row in queries.standing_meetings()]


@router.post("/meetings", response={201: MeetingOut, **REFUSALS}, summary="Enter an agenda")
def enter_meeting(request: HttpRequest, body: AgendaIn) -> Status[MeetingOut]:
    """Minutes on customers lie within all minutes."""
    made = acting.enter_meeting(person_of(request), MeetingDraft(**body.model_dump()))
    return Status(201, meeting_document(made))


@router.put("/tables/{kind}", response={200: LeadershipKeptOut, **REFUSALS}, summary="Hand in a table")
def hand_in(request: HttpRequest, kind: Kind, body: LeadershipTableIn) -> LeadershipKeptOut:
    """Acts or agendas; all of it or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with sent(body.content, "table.csv") as file:
        kept = bringing.hand_in(me, kind, file.parent, file.name, timezone.localdate())
    return LeadershipKeptOut(n=kept.n, sentence=both(kept.sentence))


@router.get("/hours", response={200: list[AreaLoadOut], **REFUSALS}, summary="Hours of leaders")
def list_hours(request: HttpRequest) -> list[AreaLoadOut]:
    """Declared and taken, per board area."""
    require(person_of(request), Capability.SEE_INSIDE)
    return load_documents()


@router.post("/hours", response={201: list[AreaLoadOut], **REFUSALS}, summary="Declare hours")
def declare(request: HttpRequest, body: DeclaredIn) -> Status[list[AreaLoadOut]]:
    """Of a board area; the newest counts."""
    declaring.declare(person_of(request), CapacityDraft(**body.model_dump()))
    return Status(201, load_documents())


@router.post("/commitments", response={201: list[AreaLoadOut], **REFUSALS}, summary="Enter what takes hours")
def commit(request: HttpRequest, body: CommitmentIn) -> Status[list[AreaLoadOut]]:
    """Planned change or a running duty of a board area."""
    declaring.commit(person_of(request), CommitmentDraft(**body.model_dump()))
    return Status(201, load_documents())


@router.get("/backing", response={200: list[BackingOut], **REFUSALS}, summary="Backing as staff feel it")
def list_backing(request: HttpRequest) -> list[BackingOut]:
    """Per published wave, beside what leaders say and did."""
    require(person_of(request), Capability.SEE_INSIDE)
    return backing_documents()


@router.get("/votes", response={200: list[LeadersVoteOut], **REFUSALS}, summary="How far leaders agree")
def list_votes(request: HttpRequest) -> list[LeadersVoteOut]:
    """Secret votes of leaders, as indices."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [vote_document(row) for row in queries.votes()]


@router.post("/votes", response={201: LeadersVoteOut, **REFUSALS}, summary="Enter the counts of a vote")
def enter_vote(request: HttpRequest, body: LeadersVoteIn) -> Status[LeadersVoteOut]:
    """Counts only, of enough leaders."""
    things = tuple(Counted(each.name, tuple(each.counts)) for each in body.things)
    made = declaring.enter_vote(person_of(request), Vote(body.question, body.form, body.day, things))
    return Status(201, vote_document(made))


@router.get("/duties", response={200: DutiesOut, **REFUSALS}, summary="Duties and recommendations")
def read_duties(request: HttpRequest) -> DutiesOut:
    """Each with what shows it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return duties_document()
