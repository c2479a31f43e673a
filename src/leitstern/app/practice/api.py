"""Lived practice for programs: principles and how far they are kept, the stop list, and monthly counts."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.practice import counting, ending, keeping, queries
from leitstern.app.practice.documents import (
    bright_document,
    principle_document,
    stop_document,
)
from leitstern.app.practice.measuring import kept, stopped
from leitstern.app.practice.models import Principle, StopItem
from leitstern.app.practice.schemas import (
    BrightSpotOut,
    CountedOut,
    CountingRuleIn,
    CountLineIn,
    NewPrincipleIn,
    PrincipleOut,
    StopChangeIn,
    StopIn,
    StopOut,
    UseIn,
)
from leitstern.app.practice.shining import shining
from leitstern.app.practice.spreading_api import spreads
from leitstern.collect.practice_file import CountLine, UseLine
from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.terms import StopChange

router = Router(tags=["practice"])
router.add_router("", spreads)
SENT = "sent by a program"


@router.get("/principles", response={200: list[PrincipleOut], **REFUSALS}, summary="Principles")
def list_principles(request: HttpRequest) -> list[PrincipleOut]:
    """What holds, by which rules it is counted, and how far it is kept: in all, and by department of five people or more."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [principle_document(each) for each in kept(list(queries.principles()))]


@router.post("/principles", response={201: PrincipleOut, **REFUSALS}, summary="Write down a principle")
def keep_principle(request: HttpRequest, body: NewPrincipleIn) -> Status[PrincipleOut]:
    """With its first rule, if there is one."""
    said = {name: value for name, value in dict(body).items() if name != "rule"}
    draft = PrincipleDraft(**(said | {"units": tuple(body.units)}))
    rule = RuleDraft(**dict(body.rule)) if body.rule else None
    return Status(201, _principle(keeping.keep_principle(person_of(request), draft, rule=rule)))


@router.post(
    "/principles/{principle_id}/rules", response={201: PrincipleOut, **REFUSALS}, summary="Count otherwise"
)
def define(request: HttpRequest, principle_id: int, body: CountingRuleIn) -> Status[PrincipleOut]:
    """From a month on; what was counted before is never compared with it."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.principle_by_id(principle_id)
    keeping.define(me, row, RuleDraft(**dict(body)))
    return Status(201, _principle(row))


@router.put("/counts", response={200: CountedOut, **REFUSALS}, summary="Bring monthly counts")
def bring_counts(request: HttpRequest, body: list[CountLineIn]) -> CountedOut:
    """How often principles were kept, by month and department: all of it or nothing."""
    lines = [
        CountLine(each.principle, each.unit, each.month.replace(day=1), each.kept, each.cases)
        for each in body
    ]
    batch = counting.count(person_of(request), SENT, lines, timezone.localdate())
    return CountedOut(batch=batch.pk, n=len(lines))


@router.get("/stop-list", response={200: list[StopOut], **REFUSALS}, summary="The stop list")
def list_stopped(request: HttpRequest) -> list[StopOut]:
    """What has ended, and whether it is used all the same."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [stop_document(each) for each in stopped(list(queries.stop_list()), timezone.localdate())]


@router.post("/stop-list", response={201: StopOut, **REFUSALS}, summary="Put something on the stop list")
def keep_stopped(request: HttpRequest, body: StopIn) -> Status[StopOut]:
    """With the day on which it ends."""
    draft = StopDraft(**(dict(body) | {"units": tuple(body.units)}))
    return Status(201, _stopped(ending.keep_stop_item(person_of(request), draft)))


@router.post(
    "/stop-list/{item_id}/events", response={201: StopOut, **REFUSALS}, summary="Let in again, or end again"
)
def change_stopped(request: HttpRequest, item_id: int, body: StopChangeIn) -> Status[StopOut]:
    """To let something in again takes a reason and somebody who decides."""
    me = person_of(request)
    require(me, Capability.DECIDE if body.change is StopChange.REINSTATED else Capability.STEER)
    row = queries.stop_item_by_id(item_id)
    if body.change is StopChange.REINSTATED:
        ending.let_in_again(me, row, body.day, body.reason)
    else:
        ending.end_again(me, row, body.day, body.grace, body.reason)
    return Status(201, _stopped(row))


@router.put("/uses", response={200: CountedOut, **REFUSALS}, summary="Bring monthly uses")
def bring_uses(request: HttpRequest, body: list[UseIn]) -> CountedOut:
    """How often things on the stop list were used, by month and department: all of it or nothing."""
    lines = [UseLine(each.item, each.unit, each.month.replace(day=1), each.uses) for each in body]
    batch = counting.count_use(person_of(request), SENT, lines, timezone.localdate())
    return CountedOut(batch=batch.pk, n=len(lines))


@router.get(
    "/bright-spots", response={200: list[BrightSpotOut], **REFUSALS}, summary="Bright spots from data"
)
def bright_spots(request: HttpRequest) -> list[BrightSpotOut]:
    """Touchpoints at which customers live clearly more than at others on the same channel."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [bright_document(each) for each in shining()]


def _principle(row: Principle) -> PrincipleOut:
    return principle_document(kept([queries.principle_by_id(row.pk)])[0])


def _stopped(row: StopItem) -> StopOut:
    return stop_document(stopped([queries.stop_item_by_id(row.pk)], timezone.localdate())[0])
