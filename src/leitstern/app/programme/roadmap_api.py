"""The roadmap for programs: plans, tasks, capacities, scenarios. `?at=2025-03` shows them as they were in a month."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.programme import looking, planning, queries, tasking
from leitstern.app.programme.bodies import CapacityIn, ScenarioIn, TaskIn, TaskTurn, TaskTurnIn
from leitstern.app.programme.documents import (
    CapacityOut,
    PlanJobOut,
    RoadmapOut,
    ScenarioOut,
    TaskKeptOut,
    TaskOut,
    ThereOut,
    roadmap_document,
    scenario_document,
    task_document,
    there_documents,
)
from leitstern.app.programme.resources import declared_at
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.scenario import Change
from leitstern.core.bridge.programme.task import Resource, Supply

router = Router(tags=["programme"])


@router.get("/roadmap", response={200: RoadmapOut, **REFUSALS}, summary="The roadmap")
def roadmap(request: HttpRequest, at: str = "") -> RoadmapOut:
    """P10 to P90 in months from the day of the plan, the lower bound, what changed, and whether forecasts were kept."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    found = or_not_found(looking.plan_view(row, when.day), queries.NO_PLAN)
    changed = looking.what_changed(row, when.day)
    return roadmap_document(found, changed[1] if changed else (), looking.forecasts_kept(row, when.day))


@router.post("/roadmap", response={201: PlanJobOut, **REFUSALS}, summary="Work the roadmap out")
def plan(request: HttpRequest) -> Status[PlanJobOut]:
    """By the worker; what keeps a plan from being made is said at once."""
    me = person_of(request)
    require(me, Capability.STEER)
    job = planning.ask_for_plan(me, queries.require_programme())
    return Status(201, PlanJobOut(job_id=job.pk, state=job.state))


@router.get("/tasks", response={200: list[TaskOut], **REFUSALS}, summary="Every task")
def list_tasks(request: HttpRequest, at: str = "") -> list[TaskOut]:
    """What was entered, also what has ended or is left out."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    return [task_document(each) for each in queries.tasks(row).filter(entered__lte=when.day)]


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


@router.post("/tasks/template", response={201: list[TaskOut], **REFUSALS}, summary="Take the template")
def take_template(request: HttpRequest) -> Status[list[TaskOut]]:
    """Tasks for every step that is not credited and for the lowest dimensions of culture; what is there stays."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = tasking.take_template(me, queries.require_programme())
    return Status(201, [task_document(each) for each in queries.tasks(row)])


@router.post("/tasks/{task_id}/turns", response={201: TaskOut, **REFUSALS}, summary="Begin or end a task")
def turn_task(request: HttpRequest, task_id: int, body: TaskTurnIn) -> Status[TaskOut]:
    """It began, ended, or runs on after all."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.task_by_id(task_id)
    match body.turn:
        case TaskTurn.BEGUN:
            tasking.begin_task(me, row, body.day)
        case TaskTurn.ENDED:
            tasking.end_task(me, row, body.day)
        case TaskTurn.RUNS_ON:
            tasking.end_task(me, row, None)
    return Status(201, task_document(row))


@router.get("/capacities", response={200: list[ThereOut], **REFUSALS}, summary="How much there is")
def list_capacities(request: HttpRequest, at: str = "") -> list[ThereOut]:
    """A month, on whose word, and what board areas have taken on of the hours they declared."""
    require(person_of(request), Capability.SEE_INSIDE)
    row, when = queries.programme_at(at)
    return there_documents(declared_at(row, when.day))


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
    row, when = queries.programme_at(at)
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
