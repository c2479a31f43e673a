"""The desk for programs: entering contacts, and doing what was agreed in them."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Header
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.desk import keeping, queries
from leitstern.app.desk.documents import (
    ContactIn,
    ContactOut,
    ToDoOut,
    contact_document,
    step_document,
)
from leitstern.app.desk.models import Way

router = Router(tags=["contacts"])
Key = Annotated[str, Header(alias="Idempotency-Key", max_length=200)]
AgreedOn = Literal["step", "promise"]


@router.post("", response={201: ContactOut, **REFUSALS}, summary="Enter a contact")
def enter_contact(request: HttpRequest, body: ContactIn, idempotency_key: Key = "") -> Status[ContactOut]:
    """Kept durably before this answers; counted within an hour. Sent again under the same key it stays one contact, and
    something else under that key is refused. Without a key, each is a contact of its own.
    """
    key = idempotency_key or token_urlsafe()
    return Status(201, contact_document(keeping.enter(person_of(request), body.typed(), Way.PROGRAM, key)))


@router.get("/steps", response={200: list[ToDoOut], **REFUSALS}, summary="What is still to be done")
def list_steps(request: HttpRequest, department: str = "") -> list[ToDoOut]:
    """Next steps and promises that are open, the first due first; of one department, or of all."""
    require(person_of(request), Capability.ENTER_CONTACTS)
    return [step_document(each) for each in queries.agreed(department)]


@router.post(
    "/{contact_id}/{what}/done", response={200: ContactOut, **REFUSALS}, summary="Do what was agreed"
)
def finish_step(request: HttpRequest, contact_id: int, what: AgreedOn) -> ContactOut:
    """The next step is done, or the promise is kept: now."""
    entry = keeping.complete(person_of(request), queries.entry_by_id(contact_id), what)
    return contact_document(entry)


@router.delete("/{contact_id}", response={200: ContactOut, **REFUSALS}, summary="Withdraw a contact")
def withdraw_contact(request: HttpRequest, contact_id: int) -> ContactOut:
    """It no longer counts, and stays readable."""
    return contact_document(keeping.withdraw(person_of(request), queries.entry_by_id(contact_id)))
