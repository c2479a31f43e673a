"""One customer's story, and forgetting them, for programs. Numbers travel in the content, never in an address."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from leitstern.app.accounts.request import person_of
from leitstern.app.common.home import current_home
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.outside.actions import read_story
from leitstern.app.outside.reading import require_published
from leitstern.app.outside.story_document import StoryOut, story_document
from leitstern.collect.identify import entity_of

router = Router(tags=["outside"])


class CustomerIn(Schema):
    kind: str = Field(max_length=60, description="Kind of number, as the mapping names it.")
    number: str = Field(
        min_length=1, max_length=200, description="As it stands in the files; it is not kept."
    )


class StoryIn(CustomerIn):
    purpose: Literal["request", "complaint", "understand", "rights"] = Field(
        description="Why it is opened; written to the audit log."
    )


class ErasedOut(Schema):
    customer: str = Field(description="The fingerprint that nothing is kept under any more.")


@router.post("/story", response={200: StoryOut, **REFUSALS}, summary="One customer's complete story")
def story(request: HttpRequest, body: StoryIn) -> StoryOut:
    """Every contact, answer and promise in order, with where it comes from. Reading it leaves a trace with its purpose."""
    me, state = person_of(request), require_published()
    entity = entity_of(current_home(), body.kind, body.number)
    return story_document(state, entity, read_story(me, state, entity, body.purpose))


@router.post("/erasure", response={200: ErasedOut, **REFUSALS}, summary="Forget a customer for good")
def erasure(request: HttpRequest, body: CustomerIn) -> ErasedOut:
    """Contacts, promises, answers, quarantine, what was entered by hand and everything computed from them. Final."""
    return ErasedOut(customer=f"{erase_customer(person_of(request), body.kind, body.number):x}")
