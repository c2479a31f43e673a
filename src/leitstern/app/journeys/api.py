"""Journeys explored, for programs: each view of one selection, or of one beside another."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.journeys.asking import OTHER, Chosen, require_choice
from leitstern.app.journeys.channels import ChannelSwitchesOut, channels_document
from leitstern.app.journeys.cohorts import CohortsOut, cohorts_document
from leitstern.app.journeys.cohorts_form import CohortsForm
from leitstern.app.journeys.forms import ViewForm
from leitstern.app.journeys.funnel import FunnelOut, funnel_document
from leitstern.app.journeys.funnel_form import LONGEST, MOST_STEPS, USUAL, FunnelForm
from leitstern.app.journeys.graph import GraphForm, JourneyGraphOut, graph_document
from leitstern.app.journeys.handoffs import HandedOnMatrixOut, handoffs_document
from leitstern.app.journeys.loops import LoopsOut, loops_document
from leitstern.app.journeys.steps import StepsAroundOut, StepsForm, steps_document
from leitstern.app.journeys.told_again import ToldAgainsOut, told_again_document
from leitstern.app.journeys.variants import WaysOut, variants_document
from leitstern.app.journeys.waits import WaitsForm, WaitsOut, waits_document
from leitstern.app.outside.reading import require_published

router = Router(tags=["journeys"])

MONTH = r"^\d{4}-\d{2}$"


class SelectionIn(Schema):
    """Which journeys: begun in these months (2026-03), by a channel, passing a touchpoint, with a department, of customers.

    `who` is a persona or `property:value`. The same names with `b_` select what is put beside; `compare` puts all
    journeys beside.
    """

    since: Annotated[str, Field(pattern=MONTH)] | None = None
    until: Annotated[str, Field(pattern=MONTH)] | None = None
    channel: str | None = None
    touchpoint: str | None = None
    department: str | None = None
    who: str | None = None
    b_since: Annotated[str, Field(pattern=MONTH)] | None = None
    b_until: Annotated[str, Field(pattern=MONTH)] | None = None
    b_channel: str | None = None
    b_touchpoint: str | None = None
    b_department: str | None = None
    b_who: str | None = None
    compare: bool = False


class GraphIn(SelectionIn):
    """The nodes, and how many of 100 steps the picture is to hold; 0: only each node's strongest ways in and out."""

    between: Literal["touchpoint", "stage"] = "touchpoint"
    detail: Literal["0", "60", "80", "95", "100"] = "60"


@router.get("/graph", response={200: JourneyGraphOut, **REFUSALS}, summary="The journey as a graph")
def graph(request: HttpRequest, selection: Query[GraphIn]) -> JourneyGraphOut:
    """From where to where customers go, which of it a readable picture shows, and how much of all that holds."""
    return graph_document(_chosen(request, selection, GraphForm))


class StepsIn(SelectionIn):
    """The touchpoint to look from (by default the most important one), and which of its contacts in a journey."""

    at: str | None = None
    occurrence: Literal["first", "last"] = "first"
    most: Literal["3", "5", "8"] = "5"


@router.get("/steps", response={200: StepsAroundOut, **REFUSALS}, summary="Before and after a touchpoint")
def steps(request: HttpRequest, selection: Query[StepsIn]) -> StepsAroundOut:
    """Where journeys are in the three contacts before one and the three after it, the rarer places put together."""
    return steps_document(_chosen(request, selection, StepsForm))


@router.get("/channels", response={200: ChannelSwitchesOut, **REFUSALS}, summary="Changes of channel")
def channels(request: HttpRequest, selection: Query[SelectionIn]) -> ChannelSwitchesOut:
    """Of the contacts in one channel that are followed by another, the share that goes on in each channel."""
    return channels_document(_chosen(request, selection))


@router.get(
    "/handoffs",
    response={200: HandedOnMatrixOut, **REFUSALS},
    summary="Handoffs from department to department",
)
def handoffs(request: HttpRequest, selection: Query[SelectionIn]) -> HandedOnMatrixOut:
    """Within cases, of the contacts with one department, the share that is handed on to each other one, and what comes back."""
    return handoffs_document(_chosen(request, selection))


@router.get(
    "/told-again",
    response={200: ToldAgainsOut, **REFUSALS},
    summary="Where customers had to tell it again",
)
def told_again(request: HttpRequest, selection: Query[SelectionIn]) -> ToldAgainsOut:
    """Of the contacts for which it is recorded, the share in which customers had to say again what the company knew."""
    return told_again_document(_chosen(request, selection))


@router.get("/variants", response={200: WaysOut, **REFUSALS}, summary="Ways and their coverage")
def variants(request: HttpRequest, selection: Query[SelectionIn]) -> WaysOut:
    """The most frequent ways of journeys that lead to more than one touchpoint, with their share, and what the first ones cover."""
    return variants_document(_chosen(request, selection))


class FunnelIn(SelectionIn):
    """The touchpoints from the first on, how they follow one another, and within how many days of the first.

    Two to six touchpoints; without any those of the first journey that was designed.
    """

    step: Annotated[list[str], Field(max_length=MOST_STEPS)] = []
    mode: Literal["ordered", "strict", "any"] = "ordered"
    days: Annotated[int, Field(ge=1, le=LONGEST)] = USUAL


@router.get("/funnel", response={200: FunnelOut, **REFUSALS}, summary="How far customers get")
def funnel(request: HttpRequest, selection: Query[FunnelIn]) -> FunnelOut:
    """Of the customers who begin, the share that gets to each touchpoint in these days, and what those do next who stop."""
    return funnel_document(_chosen(request, selection, FunnelForm))


@router.get("/loops", response={200: LoopsOut, **REFUSALS}, summary="Loops and ping-pong")
def loops(request: HttpRequest, selection: Query[SelectionIn]) -> LoopsOut:
    """Touchpoints and departments that customers come back to within a journey, how often, and what time that takes."""
    return loops_document(_chosen(request, selection))


class CohortsIn(SelectionIn):
    """Whether customers are put together by the quarter or by the month in which they began."""

    by: Literal["quarter", "month"] = "quarter"


@router.get(
    "/cohorts", response={200: CohortsOut, **REFUSALS}, summary="Contact again, by when customers began"
)
def cohorts(request: HttpRequest, selection: Query[CohortsIn]) -> CohortsOut:
    """Of the customers who began in a quarter or month, the share with contact again in each span of time after it."""
    return cohorts_document(_chosen(request, selection, CohortsForm))


class WaitsIn(SelectionIn):
    """From a touchpoint to another; without the other to the next contact of any kind.

    Without either, the first two steps of the first journey that was designed.
    """

    start: str | None = None
    then: str | None = None


@router.get("/waits", response={200: WaitsOut, **REFUSALS}, summary="Waits between two touchpoints")
def waits(request: HttpRequest, selection: Query[WaitsIn]) -> WaitsOut:
    """How long it takes from a touchpoint to another within a journey: median, nine of ten, and shares over in time."""
    return waits_document(_chosen(request, selection, WaitsForm))


def _chosen(request: HttpRequest, selection: SelectionIn, view: type[ViewForm] | None = None) -> Chosen:
    require(person_of(request), Capability.SEE_OUTSIDE)
    given = {
        name.replace("b_", f"{OTHER}-", 1) if name.startswith("b_") else name: value
        if isinstance(value, list)
        else str(value)
        for name, value in selection.dict(exclude_defaults=True).items()
    }
    return require_choice(require_published(), given, "en", view)
