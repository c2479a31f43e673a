"""Figures about competitors for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.competitors import keeping, queries
from leitstern.app.competitors.documents import (
    CompetitorFigureOut,
    CompetitorsOut,
    competitors_document,
    figure_document,
)
from leitstern.core.bridge.competitors.figure import LONGEST, LONGEST_NAME, Asked, FigureDraft, Origin

router = Router(tags=["competitors"])


class CompetitorFigureIn(Schema):
    """`percent` of 100 customers agree; leave `n` out where the source does not state it."""

    competitor: str = Field(max_length=LONGEST_NAME)
    touchpoint: str = ""
    statement: str
    percent: float
    n: int | None = None
    year: int
    source: str = Field(max_length=LONGEST)
    how: str = Field(default="", max_length=LONGEST)
    asked: Asked
    origin: Origin


@router.get("", response={200: CompetitorsOut, **REFUSALS}, summary="Beside competitors")
def read_competitors(request: HttpRequest) -> CompetitorsOut:
    """Statement by statement: the own share, theirs, and whether customers notice a difference."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return competitors_document()


@router.get(
    "/figures", response={200: list[CompetitorFigureOut], **REFUSALS}, summary="Figures about competitors"
)
def list_figures(request: HttpRequest) -> list[CompetitorFigureOut]:
    """As published, the newest entry first; withdrawn ones say so."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return [figure_document(each) for each in queries.figures_ever()]


@router.post("/figures", response={201: CompetitorFigureOut, **REFUSALS}, summary="Enter a figure")
def enter_figure(request: HttpRequest, body: CompetitorFigureIn) -> Status[CompetitorFigureOut]:
    """What a study or a bought survey says about a competitor, with its source."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return Status(201, figure_document(keeping.enter(me, FigureDraft(**body.dict()))))


@router.delete(
    "/figures/{figure_id}", response={200: CompetitorFigureOut, **REFUSALS}, summary="Withdraw a figure"
)
def withdraw_figure(request: HttpRequest, figure_id: int) -> CompetitorFigureOut:
    """It no longer counts, and stays readable."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return figure_document(keeping.withdraw(me, queries.figure_by_id(figure_id)))


@router.post(
    "/figures/{figure_id}/reinstatement",
    response={200: CompetitorFigureOut, **REFUSALS},
    summary="Let a figure count again",
)
def reinstate_figure(request: HttpRequest, figure_id: int) -> CompetitorFigureOut:
    """Refused where the same was entered since."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return figure_document(keeping.reinstate(me, queries.figure_by_id(figure_id)))
