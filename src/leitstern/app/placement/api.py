"""Placement, routes and assumptions for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import assumed, register
from leitstern.app.placement.documents import (
    AssumptionOut,
    PlacementOut,
    RoutesOut,
    assumption_document,
    placement_document,
    routes_document,
)
from leitstern.app.placement.queries import require_placement, require_routes
from leitstern.core.inside.durations import Prior

router = Router(tags=["placement"])


class ChangeIn(Schema):
    """A new value with its reason; without a value back to the default."""

    value: float | None = None
    why: str


@router.get("", response={200: PlacementOut, **REFUSALS}, summary="Where the organisation stands")
def placement(request: HttpRequest) -> PlacementOut:
    """Every view, all views together, probabilities of types, and whether leaders are under an illusion."""
    require(person_of(request), Capability.SEE_INSIDE)
    return placement_document(require_placement())


@router.get("/routes", response={200: RoutesOut, **REFUSALS}, summary="Which way leads on")
def routes(request: HttpRequest, prior: Prior = Prior.PAPER) -> RoutesOut:
    """Months until a Star on every route; `prior` says where the duration of changing a culture comes from."""
    require(person_of(request), Capability.SEE_INSIDE)
    return routes_document(require_routes(prior))


@router.get("/assumptions", response={200: list[AssumptionOut], **REFUSALS}, summary="What is assumed")
def list_assumptions(request: HttpRequest) -> list[AssumptionOut]:
    """Every assumption with its value in force, default, limits, source, grade and changes."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [assumption_document(each) for group in register().values() for each in group]


@router.put("/assumptions/{name}", response={200: AssumptionOut, **REFUSALS}, summary="Assume something else")
def put_assumption(request: HttpRequest, name: str, body: ChangeIn) -> AssumptionOut:
    """Within its limits and with a reason; kept with who changed it and when."""
    me = person_of(request)
    if body.value is None:
        restore_assumption(me, name, body.why)
    else:
        change_assumption(me, name, body.value, body.why)
    return assumption_document(assumed(name))
