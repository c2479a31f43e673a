"""What is tried and told, for programs: pilots and stories, from the first word until they are how we work."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.practice import queries, spreading, telling, trying
from leitstern.app.practice.documents import pilot_document, story_document
from leitstern.app.practice.models import Pilot, Story
from leitstern.app.practice.reading import pilot_lines, story_lines
from leitstern.app.practice.retrospective_api import retrospects
from leitstern.app.practice.schemas import (
    PilotEndIn,
    PilotIn,
    PilotOut,
    ShownToIn,
    StandardIn,
    StoryIn,
    StoryOut,
    TakenUpIn,
)
from leitstern.core.bridge.practice.drafts import PilotDraft
from leitstern.core.bridge.practice.telling import StoryDraft

spreads = Router(tags=["practice"])
spreads.add_router("", retrospects)
Move = Literal["approve", "publish", "withdraw", "reinstate"]
MOVES = {
    "approve": telling.approve,
    "publish": telling.publish,
    "withdraw": telling.withdraw,
    "reinstate": telling.reinstate,
}


@spreads.get("/pilots", response={200: list[PilotOut], **REFUSALS}, summary="Pilots and lighthouse projects")
def list_pilots(request: HttpRequest) -> list[PilotOut]:
    """What is or was tried, and what was learned."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [pilot_document(each) for each in pilot_lines(queries.pilots(), timezone.localdate())]


@spreads.post("/pilots", response={201: PilotOut, **REFUSALS}, summary="Describe a pilot")
def keep_pilot(request: HttpRequest, body: PilotIn) -> Status[PilotOut]:
    """What is expected, where it ends, and when it stops."""
    several = {name: tuple(getattr(body, name)) for name in ("units", "touchpoints")}
    return Status(201, _pilot(trying.keep_pilot(person_of(request), PilotDraft(**(dict(body) | several)))))


@spreads.post(
    "/pilots/{pilot_id}/ending", response={201: PilotOut, **REFUSALS}, summary="Say how a pilot ended"
)
def end_pilot(request: HttpRequest, pilot_id: int, body: PilotEndIn) -> Status[PilotOut]:
    """And what was learned."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.pilot_by_id(pilot_id)
    trying.end_pilot(me, row, body.how, body.day, body.learning)
    return Status(201, _pilot(row))


@spreads.post(
    "/pilots/{pilot_id}/shown",
    response={201: PilotOut, **REFUSALS},
    summary="A department was shown a pilot",
)
def show_pilot(request: HttpRequest, pilot_id: int, body: ShownToIn) -> Status[PilotOut]:
    """A visit, a talk, a demonstration; once is enough."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.pilot_by_id(pilot_id)
    trying.show(me, row, body.unit, body.day)
    return Status(201, _pilot(row))


@spreads.post(
    "/pilots/{pilot_id}/taken-up",
    response={201: PilotOut, **REFUSALS},
    summary="A department takes a pilot up",
)
def take_up_pilot(request: HttpRequest, pilot_id: int, body: TakenUpIn) -> Status[PilotOut]:
    """It works this way since a day; once is enough."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.pilot_by_id(pilot_id)
    spreading.take_up(me, row, body.unit, body.since)
    return Status(201, _pilot(row))


@spreads.post(
    "/pilots/{pilot_id}/standard", response={201: PilotOut, **REFUSALS}, summary="A pilot becomes standard"
)
def make_pilot_standard(request: HttpRequest, pilot_id: int, body: StandardIn) -> Status[PilotOut]:
    """One that was carried through: it becomes a principle, or a step at a touchpoint, under conditions."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.pilot_by_id(pilot_id)
    _standard(me, row, body)
    return Status(201, _pilot(row))


@spreads.get("/stories", response={200: list[StoryOut], **REFUSALS}, summary="Published stories")
def list_stories(request: HttpRequest) -> list[StoryOut]:
    """Nobody is named in them."""
    require(person_of(request), Capability.SEE_GAP)
    return [story_document(each) for each in story_lines(queries.published_stories())]


@spreads.post("/stories", response={201: StoryOut, **REFUSALS}, summary="Tell a story")
def tell_story(request: HttpRequest, body: StoryIn) -> Status[StoryOut]:
    """It waits for approval; a name in it is pointed out and nothing is kept."""
    return Status(201, _story(telling.keep_story(person_of(request), StoryDraft(**dict(body)))))


@spreads.post(
    "/stories/{story_id}/taken-up",
    response={201: StoryOut, **REFUSALS},
    summary="A department takes a story up",
)
def take_up_story(request: HttpRequest, story_id: int, body: TakenUpIn) -> Status[StoryOut]:
    """It works this way since a day; once is enough."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.story_by_id(story_id)
    spreading.take_up(me, row, body.unit, body.since)
    return Status(201, _story(row))


@spreads.post(
    "/stories/{story_id}/standard", response={201: StoryOut, **REFUSALS}, summary="A story becomes standard"
)
def make_story_standard(request: HttpRequest, story_id: int, body: StandardIn) -> Status[StoryOut]:
    """A published one: it becomes a principle, or a step at a touchpoint, under conditions."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.story_by_id(story_id)
    _standard(me, row, body)
    return Status(201, _story(row))


@spreads.post(
    "/stories/{story_id}/{move}", response={200: StoryOut, **REFUSALS}, summary="Approve, publish or withdraw"
)
def move_story(request: HttpRequest, story_id: int, move: Move) -> StoryOut:
    """How far a story has come: approve, publish, withdraw, or let it stand again."""
    me = person_of(request)
    require(me, Capability.DECIDE if move == "approve" else Capability.STEER)
    return _story(MOVES[move](me, queries.story_by_id(story_id)))


def _standard(me: Person, of: Story | Pilot, body: StandardIn) -> None:
    principle = queries.principle_by_id(body.principle_id) if body.principle_id is not None else None
    spreading.make_standard(
        me, of, body.day, body.conditions, principle=principle, touchpoint=body.touchpoint, step=body.step
    )


def _pilot(row: Pilot) -> PilotOut:
    return pilot_document(pilot_lines(queries.any_pilot(row.pk), timezone.localdate())[0])


def _story(row: Story) -> StoryOut:
    return story_document(story_lines(Story.objects.filter(pk=row.pk))[0])
