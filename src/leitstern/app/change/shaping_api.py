"""Co-design workshops for programs: who had a part, and what came of it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.change import queries, shaping
from leitstern.app.change.involving import involvement_now
from leitstern.app.change.shaping_documents import (
    ConsequenceIn,
    InvolvementOut,
    ShapingIn,
    ShapingOut,
    involvement_document,
    shaping_document,
)
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.portfolio.queries import initiative_by_id
from leitstern.core.bridge.change.involvement import Subject
from leitstern.core.bridge.change.participation import Attended

workshops = Router(tags=["change"])


@workshops.get("/workshops", response={200: list[ShapingOut], **REFUSALS}, summary="Co-design workshops")
def list_workshops(request: HttpRequest) -> list[ShapingOut]:
    """Each with who took part, small departments folded, and what came of it."""
    require(person_of(request), Capability.SEE_INSIDE)
    fewest = queries.agreed_fewest()
    return [shaping_document(row, fewest) for row in queries.shapings()]


@workshops.get(
    "/involvement", response={200: InvolvementOut, **REFUSALS}, summary="Where customers took part in shaping"
)
def list_involvement(request: HttpRequest) -> InvolvementOut:
    """Every process, touchpoint and journey that serves customers, those without them first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return involvement_document(involvement_now())


@workshops.post("/workshops", response={201: ShapingOut, **REFUSALS}, summary="Enter a co-design workshop")
def enter_workshop(request: HttpRequest, body: ShapingIn) -> Status[ShapingOut]:
    """After it was held."""
    me = person_of(request)
    require(me, Capability.STEER)
    about = initiative_by_id(body.initiative_id) if body.initiative_id is not None else None
    held = shaping.Held(
        title=body.title,
        day=body.day,
        attendance=tuple(
            Attended(each.unit, each.role, each.invited, each.took_part) for each in body.attendance
        ),
        initiative=about,
        subject=body.subject,
        customers=body.customers,
        shaped=tuple(Subject(each.place.value, each.slug) for each in body.shaped),
    )
    row = shaping.keep_shaping(me, held, timezone.localdate())
    return Status(201, shaping_document(queries.shaping_by_id(row.pk)))


@workshops.post(
    "/workshops/{shaping_id}/consequences",
    response={201: ShapingOut, **REFUSALS},
    summary="Say what came of a workshop",
)
def record_consequence(request: HttpRequest, shaping_id: int, body: ConsequenceIn) -> Status[ShapingOut]:
    """With the entry of the decision log, if there is one; what was not taken up is told with its reason, too."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.shaping_by_id(shaping_id)
    decision = queries.decision_by_id(body.decision_id) if body.decision_id is not None else None
    shaping.record_consequence(me, row, body.text, body.day, taken_up=body.taken_up, decision=decision)
    return Status(201, shaping_document(queries.shaping_by_id(row.pk)))


@workshops.post(
    "/consequences/{consequence_id}/withdraw",
    response={200: ShapingOut, **REFUSALS},
    summary="Take back what came of a workshop",
)
def withdraw_consequence(request: HttpRequest, consequence_id: int) -> ShapingOut:
    """It was not so."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = shaping.withdraw_consequence(me, queries.consequence_by_id(consequence_id))
    return shaping_document(queries.shaping_by_id(found.shaping_id))
