"""The programme for programs: its steps and hurdles. `?at=2025-03` shows it as it was in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.programme import beginning, queries, stepping
from leitstern.app.programme.at import At
from leitstern.app.programme.bet_api import router as bets
from leitstern.app.programme.bodies import (
    AlarmIn,
    BaselineIn,
    HurdleClearedIn,
    HurdleIn,
    OpeningIn,
    ProgrammeExpectationIn,
    ProgrammeIn,
    SkipIn,
    StepLevelIn,
    StepProofIn,
)
from leitstern.app.programme.documents import (
    HurdleOut,
    ProgrammeOut,
    StepOut,
    hurdle_document,
    programme_document,
    step_document,
)
from leitstern.app.programme.hurdling import HurdleDraft, clear_hurdle, hurdles_at, keep_hurdle, open_again
from leitstern.app.programme.roadmap_api import router as roadmap
from leitstern.core.errors import InvalidInput, NotFound
from leitstern.core.inside.route_words import Route
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.programme.models import Hurdle, Programme
    from leitstern.core.inside.steps import Step

router = Router(tags=["programme"])
router.add_router("", roadmap)
router.add_router("", bets)
NO_ROUTE = Text(
    en="A route is HOLD, A, B, C or D. Nothing was kept.",
    de="Eine Route ist HOLD, A, B, C oder D. Es wurde nichts gespeichert.",
)


@router.get("", response={200: ProgrammeOut, **REFUSALS}, summary="The programme")
def show(request: HttpRequest, at: str = "") -> ProgrammeOut:
    """Where it stands on the seven steps."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    return programme_document(row, queries.standing_at(row, when.day))


@router.put("", response={200: ProgrammeOut, **REFUSALS}, summary="Begin the programme, or name it otherwise")
def begin(request: HttpRequest, body: ProgrammeIn) -> ProgrammeOut:
    """Begins one if none runs; of a running one name and beginning change, its route only by decision on the page."""
    me = person_of(request)
    require(me, Capability.STEER)
    running = queries.programme()
    if running and running.ended is None:
        row = beginning.rename(me, running, body.title, body.began)
    else:
        row = beginning.begin(me, body.title, body.began, _choice(body))
    return programme_document(row, queries.standing_at(row, timezone.localdate()))


@router.put("/baseline", response={200: ProgrammeOut, **REFUSALS}, summary="Fix the starting point")
def fix_baseline(request: HttpRequest, body: BaselineIn) -> ProgrammeOut:
    """By a survey from before; a published wave counts by itself."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    beginning.fix_baseline(me, row, **dict(body))
    return programme_document(row, queries.standing_at(row, timezone.localdate()))


@router.post("/expectations", response={201: ProgrammeOut, **REFUSALS}, summary="Write an expectation down")
def expect(request: HttpRequest, body: ProgrammeExpectationIn) -> Status[ProgrammeOut]:
    """It is read again at each gate and never changed."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    beginning.expect(me, row, **dict(body))
    return Status(201, programme_document(row, queries.standing_at(row, timezone.localdate())))


@router.get("/steps/{step}", response={200: StepOut, **REFUSALS}, summary="One step")
def one_step(request: HttpRequest, step: int, at: str = "") -> StepOut:
    """What it asks, where it stands, and what is missing."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    return _step(row, queries.step_of(step), when)


@router.post("/steps/{step}/opening", response={201: StepOut, **REFUSALS}, summary="Open a gate")
def open_step(request: HttpRequest, step: int, body: OpeningIn) -> Status[StepOut]:
    """Earlier steps were opened, or left out by decision; what was expected is read again."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.open_step(me, row, which, stepping.Opening(body.owner, body.holds, body.read), body.day)
    return Status(201, _step(row, which))


@router.post("/steps/{step}/claims", response={201: StepOut, **REFUSALS}, summary="Say how far a step is")
def claim(request: HttpRequest, step: int, body: StepLevelIn) -> Status[StepOut]:
    """It counts only as far as proof carries it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.claim_step(me, row, which, body.level, body.words, body.day)
    return Status(201, _step(row, which))


@router.post("/steps/{step}/proofs", response={201: StepOut, **REFUSALS}, summary="Bring proof for a step")
def prove(request: HttpRequest, step: int, body: StepProofIn) -> Status[StepOut]:
    """`day` is that of the fact it shows."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.bring_proof(me, row, which, **dict(body))
    return Status(201, _step(row, which))


@router.post("/steps/{step}/reviews", response={201: StepOut, **REFUSALS}, summary="Review a step")
def review(request: HttpRequest, step: int, body: StepLevelIn) -> Status[StepOut]:
    """By somebody other than who claimed it."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.review_step(me, row, which, body.level, body.words, body.day)
    return Status(201, _step(row, which))


@router.post("/steps/{step}/skips", response={201: StepOut, **REFUSALS}, summary="Leave a step out")
def skip(request: HttpRequest, step: int, body: SkipIn) -> Status[StepOut]:
    """A decision with a name and a reason, in sight for good."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.skip_step(me, row, which, body.who, body.words, body.day)
    return Status(201, _step(row, which))


@router.post("/steps/{step}/alarms", response={201: StepOut, **REFUSALS}, summary="Let an alarm sound")
def alarm(request: HttpRequest, step: int, body: AlarmIn) -> Status[StepOut]:
    """The step falls back until the alarm is answered."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.sound_alarm(me, row, which, body.words, body.day, body.address)
    return Status(201, _step(row, which))


@router.post("/steps/{step}/answers", response={201: StepOut, **REFUSALS}, summary="Answer the alarms")
def answer(request: HttpRequest, step: int, body: AlarmIn) -> Status[StepOut]:
    """What is done, or why there is no relapse."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row, which = queries.require_programme(), queries.step_of(step)
    stepping.answer_alarm(me, row, which, body.words, body.day)
    return Status(201, _step(row, which))


@router.get("/hurdles", response={200: list[HurdleOut], **REFUSALS}, summary="What stands in the way")
def list_hurdles(request: HttpRequest, at: str = "") -> list[HurdleOut]:
    """With owner, age, measure and effect."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    return [hurdle_document(each) for each in hurdles_at(row, when.day)]


@router.post("/hurdles", response={201: list[HurdleOut], **REFUSALS}, summary="Write a hurdle down")
def enter_hurdle(request: HttpRequest, body: HurdleIn) -> Status[list[HurdleOut]]:
    """What it said before stays readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    keep_hurdle(me, row, HurdleDraft(**dict(body)))
    return Status(201, [hurdle_document(each) for each in hurdles_at(row, timezone.localdate())])


@router.post("/hurdles/{hurdle_id}/clearing", response={201: HurdleOut, **REFUSALS}, summary="Clear a hurdle")
def clear(request: HttpRequest, hurdle_id: int, body: HurdleClearedIn) -> Status[HurdleOut]:
    """With what came of it; it stays in sight."""
    me = person_of(request)
    require(me, Capability.STEER)
    return Status(201, _hurdle(clear_hurdle(me, _standing(hurdle_id), **dict(body))))


@router.post(
    "/hurdles/{hurdle_id}/reopening", response={201: HurdleOut, **REFUSALS}, summary="Reopen a hurdle"
)
def reopen(request: HttpRequest, hurdle_id: int) -> Status[HurdleOut]:
    """It stands in the way again; that it was cleared stays readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    return Status(201, _hurdle(open_again(me, _standing(hurdle_id))))


def _choice(body: ProgrammeIn) -> beginning.RouteChoice:
    if body.route not in set(Route):
        raise InvalidInput(NO_ROUTE)
    return beginning.RouteChoice(
        Route(body.route), body.exception_by, body.exception_reason, tuple(body.tripwires), body.review
    )


def _standing(hurdle_id: int) -> Hurdle:
    """A hurdle that was not taken back. Raises NotFound."""
    row = queries.hurdle_by_id(hurdle_id)
    if row.withdrawn:
        raise NotFound(queries.NO_HURDLE)
    return row


def _hurdle(row: Hurdle) -> HurdleOut:
    """As it stands today."""
    found = hurdles_at(row.programme, timezone.localdate())
    return hurdle_document(next(each for each in found if each.row.pk == row.pk))


def _step(row: Programme, step: Step, when: At | None = None) -> StepOut:
    found = queries.standing_at(row, when.day if when else timezone.localdate())
    return step_document(next(each for each in found.gates if each.step is step))
