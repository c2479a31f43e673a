"""Incentives for programs: the register, what comes in as tables, coverage, conflicts and what is decided about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.schemas import REFUSALS, TextOut
from leitstern.app.incentives import bringing, deciding, keeping
from leitstern.app.incentives.bringing import Kind
from leitstern.app.incentives.documents import (
    ConflictOut,
    FigureOut,
    IncentiveCoverageOut,
    conflict_document,
    coverage_document,
    figure_documents,
)
from leitstern.app.incentives.queries import conflict, conflicts, coverage
from leitstern.app.incentives.register import figure_by_slug
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part

router = Router(tags=["incentives"])
LONGEST = keeping.LONGEST


class FigureIn(Schema):
    name: str = Field(max_length=160)
    unit: str
    horizon: Horizon
    direction: Direction
    origin: Origin
    giver: Giver = Giver.OWN
    part: Part | None = None
    counted_in: str = Field("", max_length=40)
    definition: str = Field(max_length=LONGEST)
    since: date | None = None  # any day of the month from which on it is counted so


class PushIn(Schema):
    lever: str = Field(max_length=160)
    up: bool  # where whoever works on the figure pushes the lever
    strength: Strength = Strength.MEDIUM
    basis: str = Field("", max_length=LONGEST)


class TableIn(Schema):
    name: str = Field("table.csv", max_length=200)
    content: str = Field(max_length=20_000_000, description="CSV; columns as in the samples of the page.")


class KeptOut(Schema):
    kind: Kind
    n: int
    sentence: TextOut


class VerdictIn(Schema):
    confirmed: bool
    reason: str = Field("", max_length=LONGEST)  # needed to refuse


class PriorityIn(Schema):
    figure: str
    condition: str = Field(max_length=LONGEST)
    owner: str = Field(max_length=120)
    review: date


@router.get("/figures", response={200: list[FigureOut], **REFUSALS}, summary="The register of key figures")
def list_figures(request: HttpRequest) -> list[FigureOut]:
    """Key figures in use, each with the definition that holds."""
    require(person_of(request), Capability.SEE_INSIDE)
    return figure_documents()


@router.post("/figures", response={201: FigureOut, **REFUSALS}, summary="Enter a key figure")
def enter_figure(request: HttpRequest, body: FigureIn) -> Status[FigureOut]:
    """With its first definition."""
    about = keeping.About(
        body.name,
        body.unit,
        body.horizon,
        body.direction,
        body.origin,
        body.giver,
        body.part,
        body.counted_in,
    )
    made = keeping.enter_figure(person_of(request), about, body.definition, body.since)
    return Status(201, next(each for each in figure_documents() if each.figure == made.slug))


@router.post(
    "/figures/{slug}/pushes", response={201: FigureOut, **REFUSALS}, summary="Say what a key figure pushes"
)
def push(request: HttpRequest, slug: str, body: PushIn) -> Status[FigureOut]:
    """Which lever of daily work goes up or down when somebody works on the key figure."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    keeping.link(me, figure_by_slug(slug), body.lever, 1 if body.up else -1, body.strength, body.basis)
    return Status(201, next(each for each in figure_documents() if each.figure == slug))


@router.put("/tables/{kind}", response={200: KeptOut, **REFUSALS}, summary="Hand in a table")
def hand_in(request: HttpRequest, kind: Kind, body: TableIn) -> KeptOut:
    """The register, rewards of roles, monthly values, or cases that are scored and forgotten: all of it or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with TemporaryDirectory(dir=current_home().staging) as folder:
        (Path(folder) / "table.csv").write_text(body.content, encoding="utf-8")
        kept = bringing.hand_in(me, kind, Path(folder), "table.csv", timezone.localdate())
    return KeptOut(kind=kind, n=kept.n, sentence=TextOut(de=kept.sentence.de, en=kept.sentence.en))


@router.get(
    "/coverage",
    response={200: IncentiveCoverageOut, **REFUSALS},
    summary="How far customers reach into rewards",
)
def read_coverage(request: HttpRequest) -> IncentiveCoverageOut:
    """By role and by back-office unit; of roles that too few people hold, nothing."""
    require(person_of(request), Capability.SEE_INSIDE)
    return coverage_document(coverage())


@router.get("/conflicts", response={200: list[ConflictOut], **REFUSALS}, summary="Conflicts of aims")
def list_conflicts(request: HttpRequest) -> list[ConflictOut]:
    """Declared, measured or judged, the most severe first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [conflict_document(line) for line in conflicts().lines]


@router.get(
    "/conflicts/{first}/{second}", response={200: ConflictOut, **REFUSALS}, summary="One conflict of aims"
)
def one_conflict(request: HttpRequest, first: str, second: str) -> ConflictOut:
    """Both key figures by short name, in any order."""
    require(person_of(request), Capability.SEE_INSIDE)
    return conflict_document(conflict(first, second))


@router.post(
    "/conflicts/{first}/{second}/verdict",
    response={201: ConflictOut, **REFUSALS},
    summary="Confirm or refuse",
)
def judge(request: HttpRequest, first: str, second: str, body: VerdictIn) -> Status[ConflictOut]:
    """Whoever refuses says why."""
    me = person_of(request)
    if body.confirmed:
        deciding.confirm(me, first, second, body.reason)
    else:
        deciding.refuse(me, first, second, body.reason)
    return Status(201, conflict_document(conflict(first, second)))


@router.post(
    "/conflicts/{first}/{second}/priority",
    response={201: ConflictOut, **REFUSALS},
    summary="Which goes first in doubt",
)
def prioritise(request: HttpRequest, first: str, second: str, body: PriorityIn) -> Status[ConflictOut]:
    """For a confirmed conflict; it takes the place of the rule before."""
    deciding.prioritise(
        person_of(request),
        first,
        second,
        body.figure,
        body.condition,
        body.owner,
        body.review,
        today=timezone.localdate(),
    )
    return Status(201, conflict_document(conflict(first, second)))
