"""Customers' voices, for programs."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.responses import Status
from pydantic import Field

from leitstern.app.accounts.request import person_of
from leitstern.app.answers import quoting
from leitstern.app.answers.asking import Choice, require_answers
from leitstern.app.answers.comments_form import CommentsForm
from leitstern.app.answers.comments_page import CommentsOut, comments_document
from leitstern.app.answers.drivers import DriversOut, drivers_document
from leitstern.app.answers.quotes_page import QuotesOut, quotes_document
from leitstern.app.answers.scores_form import ScoresForm
from leitstern.app.answers.scores_page import ScoresOverTimeOut, scores_document
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.journeys.api import MONTH
from leitstern.app.journeys.asking import OTHER
from leitstern.app.journeys.forms import ViewForm
from leitstern.app.outside.reading import require_published

router = Router(tags=["answers"])


class AnswersIn(Schema):
    """Which answers: given in these months (2026-03), about a channel or touchpoint, on a designed journey, of customers.

    `who` is a persona or `property:value`.
    """

    since: Annotated[str, Field(pattern=MONTH)] | None = None
    until: Annotated[str, Field(pattern=MONTH)] | None = None
    channel: str | None = None
    touchpoint: str | None = None
    map: str | None = None
    who: str | None = None


class ScoresIn(AnswersIn):
    """The statement (by default the one most asked about), read as what, told apart by what.

    The names of a selection with `b_` select what is put beside; `compare` puts all answers beside.
    """

    statement: str | None = None
    figure: Literal["agree", "mean", "nps"] = "agree"
    by: Literal["", "touchpoint", "map", "persona"] = ""
    b_since: Annotated[str, Field(pattern=MONTH)] | None = None
    b_until: Annotated[str, Field(pattern=MONTH)] | None = None
    b_channel: str | None = None
    b_touchpoint: str | None = None
    b_map: str | None = None
    b_who: str | None = None
    compare: bool = False


@router.get(
    "/scores", response={200: ScoresOverTimeOut, **REFUSALS}, summary="Scores over time and changes of level"
)
def scores(request: HttpRequest, asked: Query[ScoresIn]) -> ScoresOverTimeOut:
    """Period by period with interval and n; changes of level only where chance hardly ever makes one."""
    return scores_document(person_of(request), _choice(request, asked, ScoresForm))


class CommentsIn(AnswersIn):
    """Words and “phrases” that all have to occur, with good or bad answers, in a language; twenty on each page."""

    words: str | None = None
    answer: Literal["", "good", "bad"] = ""
    language: Literal["", "de", "en"] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


@router.get("/comments", response={200: CommentsOut, **REFUSALS}, summary="Comments, searched")
def comments(request: HttpRequest, asked: Query[CommentsIn]) -> CommentsOut:
    """Masked comments, the newest first, with how much was found and where; nothing of fewer than five customers."""
    choice = _choice(request, asked, CommentsForm, beside=False)
    return comments_document(choice, asked.page)


@router.get(
    "/drivers",
    response={200: DriversOut, **REFUSALS},
    summary="Importance and performance of visible reasons",
)
def drivers(request: HttpRequest) -> DriversOut:
    """How much each reason goes along with answers, beside how many live it well. Association, never cause."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return drivers_document(require_published())


class PickIn(Schema):
    """`ref` as comments have it; `checked`: a person has read it again, and nobody can be recognised in it."""

    ref: Annotated[str, Field(max_length=40)]
    reason: Annotated[str, Field(max_length=300)]
    checked: bool


class MoveIn(Schema):
    way: Literal["up", "down"]


@router.get("/quotes", response={200: QuotesOut, **REFUSALS}, summary="Quotes picked for reports")
def quotes(request: HttpRequest) -> QuotesOut:
    """In their order, beside how all comments are, and those that were withdrawn."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return quotes_document(require_published())


@router.post("/quotes", response={201: QuotesOut, **REFUSALS}, summary="Pick a quote")
def pick(request: HttpRequest, body: PickIn) -> Status[QuotesOut]:
    """Let a comment appear in reports."""
    quoting.pick(person_of(request), body.ref, body.reason, checked=body.checked)
    return Status(201, quotes_document(require_published()))


@router.post("/quotes/{pick_id}/move", response={200: QuotesOut, **REFUSALS}, summary="Move a quote")
def move(request: HttpRequest, pick_id: int, body: MoveIn) -> QuotesOut:
    """It changes places with its neighbour."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    quoting.move(me, quoting.pick_by_id(pick_id), body.way)
    return quotes_document(require_published())


@router.post("/quotes/{pick_id}/withdraw", response={200: QuotesOut, **REFUSALS}, summary="Withdraw a quote")
def withdraw(request: HttpRequest, pick_id: int) -> QuotesOut:
    """It appears in no report any more."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    quoting.withdraw(me, quoting.pick_by_id(pick_id))
    return quotes_document(require_published())


@router.post("/quotes/{pick_id}/put-back", response={200: QuotesOut, **REFUSALS}, summary="Put a quote back")
def put_back(request: HttpRequest, pick_id: int) -> QuotesOut:
    """It appears again, as the last one."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    quoting.put_back(me, quoting.pick_by_id(pick_id))
    return quotes_document(require_published())


def _choice(request: HttpRequest, asked: AnswersIn, view: type[ViewForm], *, beside: bool = True) -> Choice:
    require(person_of(request), Capability.SEE_OUTSIDE)
    given = {
        name.replace("b_", f"{OTHER}-", 1) if name.startswith("b_") else name: value
        for name, value in asked.model_dump(exclude_none=True).items()
        if value is not False
    }
    return require_answers(require_published(), given, "en", view, beside=beside)
