"""Workshops for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.workshop import actions, closing, noting
from leitstern.app.workshop.documents import (
    NoteOut,
    WorkshopListed,
    WorkshopOut,
    listed,
    note_out,
    workshop_document,
)
from leitstern.app.workshop.noting import LONGEST
from leitstern.app.workshop.queries import note_by_id, workshop_by_id, workshops
from leitstern.core.inside.instrument import HIGHEST_LEVEL

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


class NoteIn(Schema):
    text: str = Field(min_length=1, max_length=LONGEST)
    level: int | None = Field(None, ge=0, le=HIGHEST_LEVEL)


@router.get("/{workshop_id}", response={200: WorkshopOut, **REFUSALS}, summary="One workshop")
def one_workshop(request: HttpRequest, workshop_id: int) -> WorkshopOut:
    """Votes per question and group as counts, notes, and where the room sees the organisation."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    return workshop_document(workshop_by_id(workshop_id))


@router.post("/{workshop_id}/close", response={200: WorkshopListed, **REFUSALS}, summary="Close a workshop")
def close_workshop(request: HttpRequest, workshop_id: int) -> WorkshopListed:
    """Delete seats and votes for good; what stays are counts."""
    return listed(closing.close(person_of(request), workshop_by_id(workshop_id)))


@router.post(
    "/{workshop_id}/count", response={200: WorkshopListed, **REFUSALS}, summary="Let a workshop count"
)
def count_workshop(request: HttpRequest, workshop_id: int) -> WorkshopListed:
    """Let a closed workshop stand for the organisation; refused if too few people or questions were rated."""
    return listed(closing.let_count(person_of(request), workshop_by_id(workshop_id)))


@router.post(
    "/{workshop_id}/leave-out", response={200: WorkshopListed, **REFUSALS}, summary="Leave a workshop out"
)
def leave_out_workshop(request: HttpRequest, workshop_id: int) -> WorkshopListed:
    """Let it no longer stand for the organisation."""
    return listed(closing.leave_out(person_of(request), workshop_by_id(workshop_id)))


@router.put(
    "/{workshop_id}/notes/{note_id}", response={200: NoteOut, **REFUSALS}, summary="Correct a workshop's note"
)
def correct_note(request: HttpRequest, workshop_id: int, note_id: int, body: NoteIn) -> NoteOut:
    """Say it in other words, or for another level; what looks like a name is masked."""
    me = person_of(request)
    require(me, Capability.RUN_WORKSHOP)
    note = note_by_id(workshop_by_id(workshop_id), note_id)
    return note_out(noting.correct_note(me, note, body.text, body.level))


@router.delete(
    "/{workshop_id}/notes/{note_id}",
    response={200: list[NoteOut], **REFUSALS},
    summary="Remove a workshop's note",
)
def remove_note(request: HttpRequest, workshop_id: int, note_id: int) -> list[NoteOut]:
    """Take it back; a claimed level made of it stays. Answers with the notes that are left."""
    me = person_of(request)
    require(me, Capability.RUN_WORKSHOP)
    workshop = workshop_by_id(workshop_id)
    noting.remove_note(me, note_by_id(workshop, note_id))
    return [note_out(note) for note in workshop.notes.all()]
