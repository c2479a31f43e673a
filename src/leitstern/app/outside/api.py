"""What customers lived, for programs. Touchpoints and departments are named by their slugs; null is unmapped."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.outside import documents, heard_documents
from leitstern.app.outside.breaks import BreaksBy, BreaksOut, breaks_document
from leitstern.app.outside.completion import CompletionOut, completion_document
from leitstern.app.outside.customers_api import router as customers
from leitstern.app.outside.documents import (
    FlowOut,
    HandoffOut,
    MilestoneOut,
    PromisesBy,
    PromisesOut,
    RepeatsOut,
    ScoreOut,
    ScoresBy,
    VariantsOut,
)
from leitstern.app.outside.heard_documents import HeardOut
from leitstern.app.outside.people import PeoplePartOut
from leitstern.app.outside.people import people as people_documents
from leitstern.app.outside.reading import Published, require_published
from leitstern.app.outside.response_times import ResponseTimeOut
from leitstern.app.outside.response_times import response_times as response_times_documents

router = Router(tags=["outside"])
router.add_router("/customers", customers)


@router.get(
    "/flows", response={200: list[FlowOut], **REFUSALS}, summary="What comes next after each touchpoint"
)
def flows(request: HttpRequest) -> list[FlowOut]:
    """Directly-follows pairs with customers, journeys and waits, most frequent first."""
    return documents.flows(_state(request))


@router.get("/variants", response={200: VariantsOut, **REFUSALS}, summary="The most frequent paths")
def variants(request: HttpRequest, top: Annotated[int, Field(ge=1, le=200)] = 20) -> VariantsOut:
    """Paths with their share and coverage."""
    return documents.variants(_state(request), top)


@router.get("/handoffs", response={200: list[HandoffOut], **REFUSALS}, summary="Handoffs between departments")
def handoffs(request: HttpRequest) -> list[HandoffOut]:
    """Where customers are passed on within one case, how long they wait, how often they are passed back unplanned."""
    return documents.handoffs(_state(request))


@router.get("/repeats", response={200: list[RepeatsOut], **REFUSALS}, summary="Coming back within seven days")
def repeats(request: HttpRequest) -> list[RepeatsOut]:
    """Per touchpoint, the share of contacts that are repeats and of customers who had one."""
    return documents.repeats(_state(request))


@router.get("/promises", response={200: list[PromisesOut], **REFUSALS}, summary="Promises kept and late")
def promises(request: HttpRequest, by: PromisesBy = "promise") -> list[PromisesOut]:
    """What became of promises, per promise, touchpoint, channel or department."""
    return documents.promises(_state(request), by)


@router.get(
    "/scores", response={200: list[ScoreOut], **REFUSALS}, summary="NPS, satisfaction, effort, ratings"
)
def scores(request: HttpRequest, by: ScoresBy = "company") -> list[ScoreOut]:
    """Scores with adjusted intervals and n, for the whole company or per group."""
    return documents.scores(_state(request), by)


@router.get(
    "/milestones", response={200: list[MilestoneOut], **REFUSALS}, summary="Moments that deserve an answer"
)
def milestones(request: HttpRequest) -> list[MilestoneOut]:
    """How often each milestone was reached, answered as expected, and spoiled."""
    return documents.milestones(_state(request))


@router.get("/heard", response={200: HeardOut, **REFUSALS}, summary="Whether new customers are heard")
def heard(request: HttpRequest) -> HeardOut:
    """Share of new customers among answers and among contacts, per statement, and what they live beside the others."""
    return heard_documents.heard(_state(request))


@router.get(
    "/people", response={200: list[PeoplePartOut], **REFUSALS}, summary="Employees' part in experiences"
)
def people(request: HttpRequest) -> list[PeoplePartOut]:
    """Of the best, the worst and all answers, the share given where customers meet an employee, beside a study."""
    return people_documents(_state(request))


@router.get("/breaks", response={200: list[BreaksOut], **REFUSALS}, summary="Breaks per hundred journeys")
def breaks(request: HttpRequest, by: BreaksBy = "map") -> list[BreaksOut]:
    """Handoffs within cases and repeats within seven days per 100 journeys: of all, by designed journey, by month."""
    return breaks_document(_state(request), by)


@router.get(
    "/completion",
    response={200: list[CompletionOut], **REFUSALS},
    summary="Completed journeys with and without breaks",
)
def completion(request: HttpRequest) -> list[CompletionOut]:
    """By designed journey the shares completed, their difference, and the stated worth of the missing ones at most."""
    return completion_document(_state(request))


@router.get(
    "/response-times",
    response={200: list[ResponseTimeOut], **REFUSALS},
    summary="Promised and measured response times",
)
def response_times(request: HttpRequest) -> list[ResponseTimeOut]:
    """By promise the days promised, the hours within which half and 95 of 100 are kept, and the newest decision about it."""
    state = _state(request)
    return response_times_documents(state, person_of(request).capabilities)


def _state(request: HttpRequest) -> Published:
    require(person_of(request), Capability.SEE_OUTSIDE)
    return require_published()
