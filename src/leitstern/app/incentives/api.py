"""Incentives for programs: the register, what comes in as tables, coverage, conflicts and what is decided about them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.incentives import beginning, bringing, deciding, keeping
from leitstern.app.incentives.bringing import Kind
from leitstern.app.incentives.documents import (
    ConflictOut,
    ExclusionOut,
    FigureOut,
    IncentiveCoverageOut,
    IncentiveTemplatesOut,
    conflict_document,
    coverage_document,
    exclusion_documents,
    figure_documents,
    template_documents,
)
from leitstern.app.incentives.queries import conflict, conflicts, coverage
from leitstern.app.incentives.register import figure_by_slug, rule_by_id
from leitstern.app.incentives.target_api import targets
from leitstern.core.inside.incentives.attribution import Why
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part

router = Router(tags=["incentives"])
router.add_router("", targets)
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


class ExclusionIn(Schema):
    name: str = Field(max_length=160)
    why: Why
    reasons: list[str]  # as they stand in tables of cases
    figure: str = ""  # short name; nothing = every key figure


class BeginFigureIn(Schema):
    unit: str
    language: Literal["de", "en"] = "de"


class BeginConflictIn(Schema):
    """The departments of the two key figures."""

    first: str
    second: str
    language: Literal["de", "en"] = "de"


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
    return Status(201, _figures(made.slug)[0])


@router.post(
    "/figures/{slug}/pushes", response={201: FigureOut, **REFUSALS}, summary="Say what a key figure pushes"
)
def push(request: HttpRequest, slug: str, body: PushIn) -> Status[FigureOut]:
    """Which lever of daily work goes up or down when somebody works on the key figure."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    keeping.link(me, figure_by_slug(slug), body.lever, 1 if body.up else -1, body.strength, body.basis)
    return Status(201, _figures(slug)[0])


@router.get("/exclusions", response={200: list[ExclusionOut], **REFUSALS}, summary="What is taken out")
def list_exclusions(request: HttpRequest) -> list[ExclusionOut]:
    """Written rules of cases that say nothing about whoever handled them, and how many each took out."""
    require(person_of(request), Capability.SEE_INSIDE)
    return exclusion_documents()


@router.post(
    "/exclusions", response={201: ExclusionOut, **REFUSALS}, summary="Say what is taken out before scoring"
)
def enter_exclusion(request: HttpRequest, body: ExclusionIn) -> Status[ExclusionOut]:
    """It holds from the next table of cases on; months that were scored before stay as they are."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    figure = figure_by_slug(body.figure) if body.figure else None
    made = keeping.enter_rule(me, body.name, body.why, body.reasons, figure)
    return Status(201, _exclusion(made.pk))


@router.delete(
    "/exclusions/{rule_id}", response={200: ExclusionOut, **REFUSALS}, summary="Let a rule no longer hold"
)
def withdraw_exclusion(request: HttpRequest, rule_id: int) -> ExclusionOut:
    """What it took out stays counted."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return _exclusion(keeping.withdraw_rule(me, rule_by_id(rule_id)).pk)


@router.get("/templates", response={200: IncentiveTemplatesOut, **REFUSALS}, summary="What to begin with")
def list_templates(request: HttpRequest) -> IncentiveTemplatesOut:
    """Key figures of customers for units that never see one, and conflicts that many companies have."""
    require(person_of(request), Capability.SEE_INSIDE)
    return template_documents()


@router.post(
    "/templates/figures/{template}",
    response={201: FigureOut, **REFUSALS},
    summary="Begin with a key figure",
)
def begin_figure(request: HttpRequest, template: str, body: BeginFigureIn) -> Status[FigureOut]:
    """Enters it for a department in the words of a language; everything can be changed then."""
    made = beginning.begin_figure(person_of(request), template, body.unit, body.language)
    return Status(201, _figures(made.slug)[0])


@router.post(
    "/templates/conflicts/{template}",
    response={201: list[FigureOut], **REFUSALS},
    summary="Begin with a conflict of aims",
)
def begin_conflict(request: HttpRequest, template: str, body: BeginConflictIn) -> Status[list[FigureOut]]:
    """Enters both key figures where they are missing, and what each pushes."""
    made = beginning.begin_conflict(person_of(request), template, (body.first, body.second), body.language)
    return Status(201, _figures(*(each.slug for each in made)))


@router.put("/tables/{kind}", response={200: KeptOut, **REFUSALS}, summary="Hand in a table")
def hand_in(request: HttpRequest, kind: Kind, body: TableIn) -> KeptOut:
    """The register, rewards of roles, monthly values, or cases that are scored and forgotten: all of it or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with sent(body.content, "table.csv") as file:
        kept = bringing.hand_in(me, kind, file.parent, file.name, timezone.localdate())
    return KeptOut(kind=kind, n=kept.n, sentence=both(kept.sentence))


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


def _figures(*slugs: str) -> list[FigureOut]:
    there = {each.figure: each for each in figure_documents()}
    return [there[slug] for slug in slugs]


def _exclusion(rule_id: int) -> ExclusionOut:
    return next(each for each in exclusion_documents() if each.id == rule_id)
