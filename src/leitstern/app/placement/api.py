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
from leitstern.app.placement.queries import require_placement, require_routes
from leitstern.app.placement.unit_documents import UnitsOut, units_document
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


@router.get("/routes", response={200: RoutesOut, **REFUSALS}, summary="Which way leads on")
def routes(request: HttpRequest, prior: Prior = Prior.PAPER) -> RoutesOut:
    """Months until a Star on every route; `prior` says where the duration of changing a culture comes from."""
    require(person_of(request), Capability.SEE_INSIDE)
    return routes_document(require_routes(prior))
