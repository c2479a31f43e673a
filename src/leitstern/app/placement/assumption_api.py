"""Assumptions for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import assumed, register
from leitstern.app.placement.assumption_documents import (
    AssumptionOut,
    TrialOut,
    assumption_document,
    trial_document,
)
from leitstern.app.placement.trial import trial

router = Router(tags=["placement"])


class ChangeIn(Schema):
    """A new value with its reason; without a value back to the default, for which a reason is optional."""

    value: float | None = None
    why: str = ""


@router.get("", response={200: list[AssumptionOut], **REFUSALS}, summary="What is assumed")
def list_assumptions(request: HttpRequest, q: str = "", *, changed: bool = False) -> list[AssumptionOut]:
    """Every assumption with its value in force, default, limits, source, grade and changes.

    `q` searches in names and reasons; `changed` leaves out what stands at its default.
    """
    require(person_of(request), Capability.SEE_INSIDE)
    return [
        assumption_document(each)
        for group in register(q).values()
        for each in group
        if each.changed or not changed
    ]


@router.get("/{name}/trial", response={200: TrialOut, **REFUSALS}, summary="What another value would change")
def try_assumption(request: HttpRequest, name: str, value: float) -> TrialOut:
    """Placement, route and evidence before and after; nothing is kept."""
    require(person_of(request), Capability.SEE_INSIDE)
    return trial_document(trial(name, value))


@router.put("/{name}", response={200: AssumptionOut, **REFUSALS}, summary="Assume something else")
def put_assumption(request: HttpRequest, name: str, body: ChangeIn) -> AssumptionOut:
    """Within its limits and with a reason; kept with who changed it and when."""
    me = person_of(request)
    if body.value is None:
        restore_assumption(me, name, body.why)
    else:
        change_assumption(me, name, body.value, body.why)
    return assumption_document(assumed(name))
