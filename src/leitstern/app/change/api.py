"""Change that arrives, for programs: briefs and who is told, pulses, the calendar."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.change import briefing, messaging, queries
from leitstern.app.change.calendar_documents import (
    MessageIn,
    MessageOut,
    MessagesOut,
    gap_document,
    message_document,
)
from leitstern.app.change.documents import (
    BriefCoverageOut,
    BriefIn,
    BriefOut,
    CopiesIn,
    CopiesOut,
    PulseOut,
    brief_document,
    copies_document,
    coverage_document,
    pulse_document,
)
from leitstern.app.change.models import Language
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.change.reaching import reach_by_role
from leitstern.app.change.shaping_api import workshops
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.portfolio.queries import initiative_by_id
from leitstern.core.bridge.change.pulse import sentence

router = Router(tags=["change"])
router.add_router("", workshops)


@router.get("/coverage", response={200: BriefCoverageOut, **REFUSALS}, summary="Who has been told")
def read_coverage(request: HttpRequest) -> BriefCoverageOut:
    """By initiative: affected roles, who has an answer in a published brief, and which brief is older than its change."""
    require(person_of(request), Capability.SEE_INSIDE)
    return coverage_document(queries.coverage_now(), reach_by_role())


@router.get(
    "/initiatives/{initiative_id}/briefs",
    response={200: list[BriefOut], **REFUSALS},
    summary="Briefs of an initiative",
)
def list_briefs(request: HttpRequest, initiative_id: int) -> list[BriefOut]:
    """One per language, as they are being written, each with the remarks of a good reader."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [brief_document(each) for each in queries.briefs_of(initiative_by_id(initiative_id))]


@router.put(
    "/initiatives/{initiative_id}/briefs/{language}",
    response={200: BriefOut, **REFUSALS},
    summary="Write a brief",
)
def write_brief(request: HttpRequest, initiative_id: int, language: Language, body: BriefIn) -> BriefOut:
    """As a draft; nobody reads it before it is published."""
    me = person_of(request)
    require(me, Capability.STEER)
    return brief_document(briefing.keep_brief(me, initiative_by_id(initiative_id), language, body.draft()))


@router.post("/briefs/{brief_id}/versions", response={201: BriefOut, **REFUSALS}, summary="Publish a brief")
def publish(request: HttpRequest, brief_id: int) -> Status[BriefOut]:
    """The draft becomes the next version, whose words never change."""
    me = person_of(request)
    require(me, Capability.STEER)
    brief = queries.brief_by_id(brief_id)
    briefing.publish(me, brief)
    return Status(201, brief_document(brief))


@router.post(
    "/briefs/{brief_id}/copies", response={201: CopiesOut, **REFUSALS}, summary="Hand out copies of a brief"
)
def hand_out(request: HttpRequest, brief_id: int, body: CopiesIn) -> Status[CopiesOut]:
    """Say how many copies of a role's page were handed out or sent, of the version that holds."""
    me = person_of(request)
    require(me, Capability.STEER)
    copy = queries.copy_for(queries.brief_by_id(brief_id), body.key())
    return Status(201, copies_document(briefing.hand_out(me, copy, body.day, body.n, body.channel)))


@router.post(
    "/copies/{handed_id}/withdraw", response={200: CopiesOut, **REFUSALS}, summary="Take copies back"
)
def withdraw_copies(request: HttpRequest, handed_id: int) -> CopiesOut:
    """They were typed wrong and no longer count."""
    me = person_of(request)
    require(me, Capability.STEER)
    return copies_document(briefing.withdraw_handing_out(me, queries.handed_out_by_id(handed_id)))


@router.get("/pulse", response={200: PulseOut, **REFUSALS}, summary="Does the change arrive?")
def read_pulse(request: HttpRequest, initiative_id: int | None = None) -> PulseOut:
    """The newest published pulse by department, about one initiative if one is named; hidden shares with their reason."""
    require(person_of(request), Capability.SEE_INSIDE)
    about = initiative_by_id(initiative_id) if initiative_id is not None else None
    found = newest_pulse(about)
    return pulse_document(found, found.sentence if found else sentence(None, ()))


@router.get("/messages", response={200: MessagesOut, **REFUSALS}, summary="The communication calendar")
def list_messages(request: HttpRequest) -> MessagesOut:
    """Every entry, and who hears too late, never, or only one way."""
    require(person_of(request), Capability.SEE_INSIDE)
    rows = list(queries.messages())
    return MessagesOut(
        messages=[message_document(row) for row in rows],
        gaps=[gap_document(each) for each in queries.gaps_now(rows, timezone.localdate())],
    )


@router.post("/messages", response={201: MessageOut, **REFUSALS}, summary="Plan what is said to whom")
def plan_message(request: HttpRequest, body: MessageIn) -> Status[MessageOut]:
    """To roles, whole departments, or both."""
    me = person_of(request)
    require(me, Capability.STEER)
    about = initiative_by_id(body.initiative_id) if body.initiative_id is not None else None
    plan = messaging.Plan(
        title=body.title,
        day=body.day,
        channel=body.channel,
        who=body.who,
        answer=body.answer,
        initiative=about,
        units=tuple(body.units),
        roles=tuple(each.key() for each in body.roles),
        note=body.note,
    )
    return Status(201, message_document(messaging.keep_message(me, plan)))
