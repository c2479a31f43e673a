"""The programme and its roadmap for programs. `?at=2025-03` shows it as it was in a month."""

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
from leitstern.app.programme import beginning, looking, planning, queries, stepping, tasking
from leitstern.app.programme.at import At, at
from leitstern.app.programme.bodies import (
    AlarmIn,
    BaselineIn,
    CapacityIn,
    HurdleIn,
    OpeningIn,
    ProgrammeExpectationIn,
    ProgrammeIn,
    ScenarioIn,
    SkipIn,
    StepLevelIn,
    StepProofIn,
    TaskIn,
)
from leitstern.app.programme.documents import (
    CapacityOut,
    HurdleOut,
    PlanJobOut,
    ProgrammeOut,
    RoadmapOut,
    ScenarioOut,
    StepOut,
    TaskKeptOut,
    hurdle_document,
    programme_document,
    roadmap_document,
    scenario_document,
    step_document,
)
from leitstern.app.programme.hurdling import HurdleDraft, hurdles_at, keep_hurdle
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.scenario import Change
from leitstern.core.bridge.programme.task import Resource, Supply
from leitstern.core.errors import InvalidInput, NotFound
from leitstern.core.inside.route_words import Route
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.programme.models import Programme
    from leitstern.core.inside.steps import Step

router = Router(tags=["programme"])
NO_ROUTE = Text(
    en="A route is HOLD, A, B, C or D. Nothing was kept.",
    de="Eine Route ist HOLD, A, B, C oder D. Es wurde nichts gespeichert.",
)


@router.get("", response={200: ProgrammeOut, **REFUSALS}, summary="The programme")
def show(request: HttpRequest, at: str = "") -> ProgrammeOut:
    """Where it stands on the seven steps."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = _when(at)
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
    row, when = _when(at)
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
    row, when = _when(at)
    return [hurdle_document(each) for each in hurdles_at(row, when.day)]


@router.post("/hurdles", response={201: list[HurdleOut], **REFUSALS}, summary="Write a hurdle down")
def enter_hurdle(request: HttpRequest, body: HurdleIn) -> Status[list[HurdleOut]]:
    """What it said before stays readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    keep_hurdle(me, row, HurdleDraft(**dict(body)))
    return Status(201, [hurdle_document(each) for each in hurdles_at(row, timezone.localdate())])


@router.get("/roadmap", response={200: RoadmapOut, **REFUSALS}, summary="The roadmap")
def roadmap(request: HttpRequest, at: str = "") -> RoadmapOut:
    """P10 to P90 in months from the day of the plan, the lower bound, what changed, and whether forecasts were kept."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = _when(at)
    found = looking.plan_view(row, when.day)
    if found is None:
        raise NotFound(queries.NO_PLAN)
    changed = looking.what_changed(row, when.day)
    return roadmap_document(found, changed[1] if changed else (), looking.forecasts_kept(row, when.day))


@router.post("/roadmap", response={201: PlanJobOut, **REFUSALS}, summary="Work the roadmap out")
def plan(request: HttpRequest) -> Status[PlanJobOut]:
    """By the worker; what keeps a plan from being made is said at once."""
    me = person_of(request)
    require(me, Capability.STEER)
    job = planning.ask_for_plan(me, queries.require_programme())
    return Status(201, PlanJobOut(job_id=job.pk, state=job.state))


@router.post("/tasks", response={201: TaskKeptOut, **REFUSALS}, summary="Enter a task")
def enter_task(request: HttpRequest, body: TaskIn) -> Status[TaskKeptOut]:
    """With three durations, on whose word they rest, and what it needs."""
    me = person_of(request)
    require(me, Capability.STEER)
    said = dict(body)
    duration = ThreePoint(said.pop("low"), said.pop("mode"), said.pop("high"))
    said["needs"] = tuple(said["needs"])
    kept = tasking.keep_task(me, queries.require_programme(), tasking.TaskDraft(duration=duration, **said))
    return Status(201, TaskKeptOut(id=kept.pk, title=kept.title))


@router.post("/capacities", response={201: CapacityOut, **REFUSALS}, summary="Say how much there is")
def set_capacity(request: HttpRequest, body: CapacityIn) -> Status[CapacityOut]:
    """From today on; the next plan counts with it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.require_programme()
    kept = tasking.set_capacity(me, row, body.supply, body.of, body.amount, body.source)
    return Status(201, CapacityOut(supply=Supply(kept.supply), of=kept.of, amount=kept.amount, day=kept.day))


@router.get("/scenarios", response={200: list[ScenarioOut], **REFUSALS}, summary="Scenarios beside the plan")
def list_scenarios(request: HttpRequest, at: str = "") -> list[ScenarioOut]:
    """Months later than the plan, in the same possible worlds."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = _when(at)
    found = looking.scenario_lines(row, queries.plan_at(row, when.day), when.day)
    return [scenario_document(each) for each in found]


@router.post("/scenarios", response={201: list[ScenarioOut], **REFUSALS}, summary="Keep a scenario")
def keep_scenario(request: HttpRequest, body: ScenarioIn) -> Status[list[ScenarioOut]]:
    """It is compared with every plan to come."""
    me = person_of(request)
    require(me, Capability.STEER)
    row, today = queries.require_programme(), timezone.localdate()
    change = Change(
        {Resource(each.supply, each.of): each.times for each in body.more},
        tuple(map(str, body.without_tasks)),
        body.direct,
        body.wait,
        body.nothing,
    )
    kept = change_json(change) | {"initiatives": body.without_initiatives}
    planning.keep_scenario(me, row, body.title, kept)
    lines = looking.scenario_lines(row, queries.plan_at(row, today), today)
    return Status(201, [scenario_document(each) for each in lines])


def _choice(body: ProgrammeIn) -> beginning.RouteChoice:
    if body.route not in set(Route):
        raise InvalidInput(NO_ROUTE)
    return beginning.RouteChoice(
        Route(body.route), body.exception_by, body.exception_reason, tuple(body.tripwires)
    )


def _when(month: str) -> tuple[Programme, At]:
    row = queries.require_programme()
    return row, at(month, row.began, timezone.localdate())


def _step(row: Programme, step: Step, when: At | None = None) -> StepOut:
    found = queries.standing_at(row, when.day if when else timezone.localdate())
    return step_document(next(each for each in found.gates if each.step is step))
