"""Placement and routes for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.placement.assumption_api import router as assumptions
from leitstern.app.placement.documents import (
    PlacementOut,
    RoutesOut,
    placement_document,
    routes_document,
)
from leitstern.app.placement.learned import offers, take_over
from leitstern.app.placement.levers import LeversOut, levers_document, levers_now
from leitstern.app.placement.queries import require_placement, require_routes
from leitstern.app.placement.unit_documents import LearnedOut, UnitsOut, learned_document, units_document
from leitstern.app.placement.units import require_units
from leitstern.core.inside.durations import Prior

router = Router(tags=["placement"])
router.add_router("/assumptions", assumptions)


@router.get("", response={200: PlacementOut, **REFUSALS}, summary="Where the organisation stands")
def placement(request: HttpRequest) -> PlacementOut:
    """Every view, all views together, probabilities of types, and whether leaders are under an illusion."""
    require(person_of(request), Capability.SEE_INSIDE)
    return placement_document(require_placement())


@router.get("/units", response={200: UnitsOut, **REFUSALS}, summary="Where each department stands")
def units(request: HttpRequest) -> UnitsOut:
    """From what was published of the newest wave and from each department's own proofs; hidden ones say why."""
    require(person_of(request), Capability.SEE_INSIDE)
    return units_document(require_units())


@router.get("/learned", response={200: list[LearnedOut], **REFUSALS}, summary="What the own gap teaches")
def learned(request: HttpRequest) -> list[LearnedOut]:
    """Per group how far its self-image errs: assumed, seen in its own gap, learned. Nothing before the first wave."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [learned_document(each) for each in offers()]


@router.post("/learned/{group}", response={200: LearnedOut, **REFUSALS}, summary="Take over what was learned")
def take_over_learned(request: HttpRequest, group: str) -> LearnedOut:
    """Assume from now on what a group's own gap teaches; logged as two changes of assumptions."""
    return learned_document(take_over(person_of(request), group))


@router.get("/levers", response={200: LeversOut, **REFUSALS}, summary="What moves the placement")
def levers(request: HttpRequest) -> LeversOut:
    """Dimensions below their target in the order in which to move them: people first where evidence is equal."""
    require(person_of(request), Capability.SEE_INSIDE)
    return levers_document(levers_now())


@router.get("/routes", response={200: RoutesOut, **REFUSALS}, summary="Which way leads on")
def routes(request: HttpRequest, prior: Prior = Prior.PAPER) -> RoutesOut:
    """Months until a Star on every route; `prior` says where the duration of changing a culture comes from."""
    require(person_of(request), Capability.SEE_INSIDE)
    return routes_document(require_routes(prior))
