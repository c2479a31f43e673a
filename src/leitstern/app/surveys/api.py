"""Rounds of guessing for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.surveys import actions
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
