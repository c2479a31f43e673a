"""The target of rewards and the protocol of boundaries, for programs."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.incentives import boundaries
from leitstern.app.incentives.register import rule_by_id
from leitstern.app.incentives.target_documents import (
    BoundaryOut,
    RewardTargetsOut,
    boundary_documents,
    targets_document,
)
from leitstern.app.incentives.targets import set_target, target_by_id, withdraw_target

targets = Router(tags=["incentives"])


class RewardTargetIn(Schema):
    percent: int = Field(ge=1, le=100)
    by: date
    owner: str = Field(max_length=120)  # who decided it
    unit: str = ""  # nothing = all roles together


class BoundaryIn(Schema):
    what: str = Field(max_length=200)
    then: str = Field(max_length=boundaries.LONGEST)
    decider: str = Field(max_length=120)  # a role, no person
    since: date
    rule: int | None = None  # the rule about abuse that takes such cases out of scoring


class BoundaryCountIn(Schema):
    unit: str
    month: date  # any day of it
    cases: int = Field(ge=0, le=boundaries.MOST)


@targets.get(
    "/targets", response={200: RewardTargetsOut, **REFUSALS}, summary="How much is to hang on customers"
)
def list_targets(request: HttpRequest) -> RewardTargetsOut:
    """Targets that hold with the way there, roles of enough people below theirs, and everything ever decided."""
    require(person_of(request), Capability.SEE_INSIDE)
    return targets_document()


@targets.post(
    "/targets",
    response={201: RewardTargetsOut, **REFUSALS},
    summary="Decide how much is to hang on customers",
)
def decide_target(request: HttpRequest, body: RewardTargetIn) -> Status[RewardTargetsOut]:
    """It takes the place of the one before, which stays readable."""
    set_target(person_of(request), body.percent, body.by, body.owner, body.unit, today=timezone.localdate())
    return Status(201, targets_document())


@targets.delete(
    "/targets/{target_id}", response={200: RewardTargetsOut, **REFUSALS}, summary="Withdraw a target"
)
def take_target_back(request: HttpRequest, target_id: int) -> RewardTargetsOut:
    """The one before stands again."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    withdraw_target(me, target_by_id(target_id))
    return targets_document()


@targets.get(
    "/boundaries", response={200: list[BoundaryOut], **REFUSALS}, summary="What nobody has to accept"
)
def list_boundaries(request: HttpRequest) -> list[BoundaryOut]:
    """The protocol of boundaries, with cases by month and department of enough people; nobody is named."""
    require(person_of(request), Capability.SEE_INSIDE)
    return boundary_documents()


@targets.post("/boundaries", response={201: BoundaryOut, **REFUSALS}, summary="Say what nobody has to accept")
def enter_boundary(request: HttpRequest, body: BoundaryIn) -> Status[BoundaryOut]:
    """What happens then, which role decides, since when."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    rule = rule_by_id(body.rule) if body.rule is not None else None
    made = boundaries.enter_boundary(me, body.what, body.then, body.decider, body.since, rule)
    return Status(201, _boundary(made.pk))


@targets.post(
    "/boundaries/{boundary_id}/counts",
    response={201: BoundaryOut, **REFUSALS},
    summary="Count the cases of a month",
)
def count_boundary(request: HttpRequest, boundary_id: int, body: BoundaryCountIn) -> Status[BoundaryOut]:
    """Only how many in a department of enough people; the newest number of a month counts."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = boundaries.boundary_by_id(boundary_id)
    boundaries.count_cases(me, found, body.unit, body.month, body.cases, today=timezone.localdate())
    return Status(201, _boundary(boundary_id))


@targets.delete(
    "/boundaries/{boundary_id}",
    response={200: BoundaryOut, **REFUSALS},
    summary="Let a boundary no longer hold",
)
def withdraw_boundary(request: HttpRequest, boundary_id: int) -> BoundaryOut:
    """What was counted stays."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return _boundary(boundaries.withdraw_boundary(me, boundaries.boundary_by_id(boundary_id)).pk)


def _boundary(boundary_id: int) -> BoundaryOut:
    return next(each for each in boundary_documents() if each.id == boundary_id)
