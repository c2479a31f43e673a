"""Beliefs and instruments for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, number
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.instrument_api import router as instruments
from leitstern.app.inside.queries import belief_estimates

router = Router(tags=["inside"])
router.add_router("/instruments", instruments)


class BeliefOut(Schema):
    touchpoint: str
    facet: str
    belief: Number


@router.get("/beliefs", response={200: list[BeliefOut], **REFUSALS}, summary="What people inside believe")
def beliefs(request: HttpRequest) -> list[BeliefOut]:
    """Per touchpoint and statement; never of fewer than five people."""
    require(person_of(request), Capability.SEE_GAP)
    require_taxonomy()
    return [
        BeliefOut(touchpoint=touchpoint, facet=facet, belief=number(belief))
        for (touchpoint, facet), belief in belief_estimates().items()
    ]
