"""Silos for programs: the index with its facets, counts of ties, and who stands for which function."""

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
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.silo import actions
from leitstern.app.silo.counts import count_by_id, counts
from leitstern.app.silo.documents import (
    FunctionOut,
    SiloOut,
    TieCountOut,
    count_document,
    silo_document,
)
from leitstern.app.silo.queries import standing_now
from leitstern.core.inside.silo.functions import FUNCTIONS

router = Router(tags=["silo"])


class TieCountIn(Schema):
    day: date
    source: str = Field(max_length=200)  # how it was counted
    spread: float | None = Field(
        None,
        ge=0,
        description="Standard deviation of ties per person over everybody; without it there is no p.",
    )
    content: str = Field(
        max_length=5_000_000, description="CSV; a square table as in the sample of the page."
    )


class FunctionsIn(Schema):
    units: dict[str, list[str]]  # function → departments


@router.get("", response={200: SiloOut, **REFUSALS}, summary="The silo index")
def read_silo(request: HttpRequest) -> SiloOut:
    """Four facets, each against what would be there without any silo; what is not measured says why."""
    require(person_of(request), Capability.SEE_INSIDE)
    return silo_document(standing_now(timezone.localdate()))


@router.get("/ties", response={200: list[TieCountOut], **REFUSALS}, summary="Counts of ties")
def list_counts(request: HttpRequest) -> list[TieCountOut]:
    """Every count, the newest day first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [count_document(each) for each in counts()]


@router.post("/ties", response={201: TieCountOut, **REFUSALS}, summary="Hand in a count of ties")
def hand_in(request: HttpRequest, body: TieCountIn) -> Status[TieCountOut]:
    """Between departments only; those of too few people are folded into others before anything is kept."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with sent(body.content, "ties.csv") as file:
        made = actions.hand_in(me, file.parent, file.name, body.day, body.source, body.spread)
    return Status(201, count_document(made))


@router.post(
    "/ties/{count_id}/withdrawal", response={200: TieCountOut, **REFUSALS}, summary="Withdraw a count"
)
def withdraw(request: HttpRequest, count_id: int) -> TieCountOut:
    """The one before stands again."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return count_document(actions.withdraw_ties(me, count_by_id(count_id)))


@router.put(
    "/functions", response={200: list[FunctionOut], **REFUSALS}, summary="Say who stands for which function"
)
def put_functions(request: HttpRequest, body: FunctionsIn) -> list[FunctionOut]:
    """Marketing, sales, service and IT, all at once."""
    kept = actions.assign(person_of(request), body.units)
    return [FunctionOut(function=each, units=kept.units[each]) for each in FUNCTIONS]
