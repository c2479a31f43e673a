"""Workshops for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.workshop import actions
from leitstern.app.workshop.documents import WorkshopListed, WorkshopOut, listed, workshop_document
from leitstern.app.workshop.queries import workshop_by_id, workshops

router = Router(tags=["workshop"])


class WorkshopIn(Schema):
    name: str = Field(min_length=1, max_length=120)


@router.get("", response={200: list[WorkshopListed], **REFUSALS}, summary="All workshops")
def list_workshops(request: HttpRequest) -> list[WorkshopListed]:
    """Newest first."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    return [listed(workshop) for workshop in workshops()]


@router.post("", response={201: WorkshopListed, **REFUSALS}, summary="Open a workshop")
def open_workshop(request: HttpRequest, body: WorkshopIn) -> Status[WorkshopListed]:
    """Open a room; the facilitator's desk leads it from there."""
    return Status(201, listed(actions.open_workshop(person_of(request), body.name)))


@router.get("/{workshop_id}", response={200: WorkshopOut, **REFUSALS}, summary="One workshop")
def one_workshop(request: HttpRequest, workshop_id: int) -> WorkshopOut:
    """Votes per question, rows in no order, notes and where the room sees the organisation."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    return workshop_document(workshop_by_id(workshop_id))
