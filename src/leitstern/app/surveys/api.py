"""Rounds of guessing, and tests of knowing the touchpoints, for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.surveys import actions, knowing
from leitstern.app.surveys.knowing_documents import (
    KnowledgeOut,
    KnowledgeShortOut,
    knowledge_document,
    short_knowledge,
)
from leitstern.app.surveys.known import asked, asked_by_id
from leitstern.app.surveys.models import GuessRound
from leitstern.app.surveys.queries import round_by_id, rounds, shown_guesses

router = Router(tags=["surveys"])


class GuessIn(Schema):
    touchpoint: str
    facet: str = "satisfied"


class GuessOut(GuessIn):
    id: int
    state: str
    phone_path: str
    n: int
    guesses: list[int]  # in order of size; empty before the reveal and of fewer than five people


class KnowledgeIn(Schema):
    exist: list[str] = Field([], description="Invented names that are left out because you do have them.")


@router.get("/guesses", response={200: list[GuessOut], **REFUSALS}, summary="All rounds of guessing")
def list_rounds(request: HttpRequest) -> list[GuessOut]:
    """Newest first."""
    require(person_of(request), Capability.RUN_GUESS)
    return [_out(round_) for round_ in rounds().prefetch_related("answers")]


@router.post("/guesses", response={201: GuessOut, **REFUSALS}, summary="Ask a room")
def open_round(request: HttpRequest, body: GuessIn) -> Status[GuessOut]:
    """Open a round; phones guess at `phone_path`."""
    return Status(201, _out(actions.open_round(person_of(request), body.touchpoint, body.facet)))


@router.post("/guesses/{round_id}/reveal", response={200: GuessOut, **REFUSALS}, summary="Reveal")
def reveal(request: HttpRequest, round_id: int) -> GuessOut:
    """Close the round and show what was guessed."""
    return _out(actions.reveal(person_of(request), round_by_id(round_id)))


@router.get(
    "/knowledge",
    response={200: list[KnowledgeShortOut], **REFUSALS},
    summary="All tests of knowing the touchpoints",
)
def list_tests(request: HttpRequest) -> list[KnowledgeShortOut]:
    """Newest first."""
    require(person_of(request), Capability.RUN_GUESS)
    return [short_knowledge(round_) for round_ in asked().prefetch_related("answers")]


@router.post(
    "/knowledge", response={201: KnowledgeOut, **REFUSALS}, summary="Ask a room which touchpoints it knows"
)
def open_test(request: HttpRequest, body: KnowledgeIn) -> Status[KnowledgeOut]:
    """Open a test; phones tick at `phone_path`."""
    return Status(201, knowledge_document(knowing.open_test(person_of(request), body.exist)))


@router.get("/knowledge/{round_id}", response={200: KnowledgeOut, **REFUSALS}, summary="What a room knows")
def read_test(request: HttpRequest, round_id: int) -> KnowledgeOut:
    """Name by name, once it is revealed."""
    require(person_of(request), Capability.RUN_GUESS)
    return knowledge_document(asked_by_id(round_id))


@router.post(
    "/knowledge/{round_id}/reveal",
    response={200: KnowledgeOut, **REFUSALS},
    summary="Show what a room knows",
)
def reveal_test(request: HttpRequest, round_id: int) -> KnowledgeOut:
    """Close the test and show what all together know."""
    return knowledge_document(knowing.reveal_test(person_of(request), asked_by_id(round_id)))


def _out(round_: GuessRound) -> GuessOut:
    return GuessOut(
        id=round_.pk,
        touchpoint=round_.touchpoint,
        facet=round_.facet,
        state=round_.state,
        phone_path=f"/g/{round_.token}",
        n=len(round_.answers.all()),
        guesses=list(shown_guesses(round_)),
    )
