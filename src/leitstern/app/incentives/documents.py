"""Incentives as documents for programs and the terminal."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.utils import timezone
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.incentives.models import Definition, Figure, Link
from leitstern.app.incentives.queries import Line, State
from leitstern.app.incentives.register import all_figures, counted_on, exclusions, register
from leitstern.core.inside.incentives.attribution import Why
from leitstern.core.inside.incentives.coverage import Coverage
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part
from leitstern.core.inside.incentives.measured import Coupling
from leitstern.core.inside.incentives.targets import NOBODY
from leitstern.core.inside.incentives.templates import CONFLICTS, FIGURES, FigureTemplate
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text


class PushOut(Schema):
    lever: str
    up: bool
    strength: Strength


class FigureOut(Schema):
    figure: str
    name: str
    unit: str
    horizon: Horizon
    direction: Direction
    origin: Origin
    giver: Giver
    part: Part | None
    counted_in: str
    definition: str
    since: date | None
    rewarded: bool
    pushes: list[PushOut]


class RoleShareOut(Schema):
    role: str
    unit: str
    people: int
    customer: Number
    short: Number
    vendor: Number


class BackOfficeOut(Schema):
    unit: str
    figures: list[str]


class NamedUnitOut(Schema):
    name: TextOut
    units: list[str]
    carries: bool


class IncentiveCoverageOut(Schema):
    roles_with: int
    roles: list[RoleShareOut]
    too_small: int  # roles that too few people hold to be counted
    units_with: int
    back_office: list[BackOfficeOut]
    named: list[NamedUnitOut]
    missing_parts: list[Part]
    shared: list[str]
    customer_share: Number
    short_share: Number
    vendor_share: Number


class PriorityOut(Schema):
    figure: str
    condition: str
    owner: str
    owner_left: bool
    review: date


class ExclusionOut(Schema):
    """Cases with these reasons are taken out before scoring; without a key figure, before scoring any."""

    id: int
    name: str
    why: Why
    reasons: list[str]
    figure: str | None
    withdrawn: bool
    taken_out: int  # cases of files that stand


class FigureTemplateOut(Schema):
    template: str
    fits: TextOut
    name: TextOut
    definition: TextOut
    entered: bool


class ConflictTemplateOut(Schema):
    """`first` pushes the lever down, `second` up."""

    template: str
    name: TextOut
    lever: TextOut
    first: FigureTemplateOut
    second: FigureTemplateOut


class IncentiveTemplatesOut(Schema):
    figures: list[FigureTemplateOut]
    conflicts: list[ConflictTemplateOut]


class ConflictOut(Schema):
    first: str
    second: str
    state: State
    declared: list[str]  # levers both push apart
    found: bool  # in the data, all pairs taken together
    correlation: Number
    severity: Number
    left_out_gaps: int
    left_out_redefined: list[date]
    reason: str
    priority: PriorityOut | None


def figure_documents() -> list[FigureOut]:
    """Every key figure in use."""
    definitions: dict[int, list[Definition]] = defaultdict(list)
    for each in Definition.objects.all():
        definitions[each.figure_id].append(each)
    pushes: dict[int, list[PushOut]] = defaultdict(list)
    for link in Link.objects.filter(withdrawn=None).select_related("lever"):
        pushes[link.figure_id].append(
            PushOut(lever=link.lever.name, up=link.sign > 0, strength=Strength(link.strength))
        )
    rewarded, today = register().rewarded, timezone.localdate()
    return [
        FigureOut(
            figure=each.slug,
            name=each.name,
            unit=each.unit,
            horizon=Horizon(each.horizon),
            direction=Direction(each.direction),
            origin=Origin(each.origin),
            giver=Giver(each.giver),
            part=Part(each.part) if each.part else None,
            counted_in=each.counted_in,
            definition=(counted := counted_on(definitions[each.pk], today)).text,
            since=counted.since,
            rewarded=each.slug in rewarded,
            pushes=pushes[each.pk],
        )
        for each in all_figures()
    ]


def coverage_document(found: Coverage) -> IncentiveCoverageOut:
    """How far customers reach into what is rewarded."""
    return IncentiveCoverageOut(
        roles_with=found.roles_with,
        roles=[
            RoleShareOut(
                role=line.role.name,
                unit=line.role.unit,
                people=line.role.people,
                customer=_stated(line.customer, line.role.people),
                short=_stated(line.short, line.role.people),
                vendor=_stated(line.vendor, line.role.people),
            )
            for line in found.roles
        ],
        too_small=found.too_small,
        units_with=found.units_with,
        back_office=[BackOfficeOut(unit=line.unit, figures=list(line.figures)) for line in found.back_office],
        named=[
            NamedUnitOut(name=both(each.name), units=list(each.units), carries=each.carries)
            for each in found.named
        ],
        missing_parts=list(found.missing_parts),
        shared=list(found.shared),
        customer_share=_stated(found.customer_share, found.people),
        short_share=_stated(found.short_share, found.people),
        vendor_share=_stated(found.vendor_share, found.people),
    )


def exclusion_documents() -> list[ExclusionOut]:
    """Every rule of what is taken out, also those that hold no longer."""
    return [
        ExclusionOut(
            id=each.pk,
            name=each.name,
            why=Why(each.why),
            reasons=each.reasons,
            figure=each.figure.slug if each.figure else None,
            withdrawn=each.withdrawn is not None,
            taken_out=out,
        )
        for each, out in exclusions()
    ]


def template_documents() -> IncentiveTemplatesOut:
    """What one can begin with, and which figures of it are in the register already."""
    there = set(Figure.objects.values_list("slug", flat=True))

    def figure(each: FigureTemplate) -> FigureTemplateOut:
        words = {name: both(getattr(each, name)) for name in ("fits", "name", "definition")}
        return FigureTemplateOut(template=each.slug, entered=each.slug in there, **words)

    return IncentiveTemplatesOut(
        figures=[figure(each) for each in FIGURES],
        conflicts=[
            ConflictTemplateOut(
                template=each.slug,
                name=both(each.name),
                lever=both(each.lever),
                first=figure(each.first),
                second=figure(each.second),
            )
            for each in CONFLICTS
        ],
    )


def conflict_document(line: Line) -> ConflictOut:
    """One conflict with what was decided about it."""
    found, rule = line.conflict, line.priority
    measured = found.measured if found else OVER
    return ConflictOut(
        first=line.pair[0],
        second=line.pair[1],
        state=line.state,
        declared=[tug.lever for tug in found.tugs] if found else [],
        found=bool(found and found.found),
        correlation=number(measured.r if isinstance(measured, Coupling) else measured),
        severity=number(found.severity if found else OVER),
        left_out_gaps=measured.left_out.gaps if isinstance(measured, Coupling) else 0,
        left_out_redefined=list(measured.left_out.redefined) if isinstance(measured, Coupling) else [],
        reason=line.verdict.reason if line.verdict else "",
        priority=PriorityOut(
            figure=rule.figure.slug,
            condition=rule.condition,
            owner=rule.owner,
            owner_left=line.ownerless,
            review=rule.review,
        )
        if rule
        else None,
    )


OVER = Missing(
    "over",
    Text(
        en="one of the two is no longer rewarded",
        de="eine der beiden wird nicht mehr belohnt",
    ),
)


def _stated(share: float | None, people: int) -> Number:
    """A share of the whole register: counted, not estimated, so without an interval of its own."""
    return number(NOBODY if share is None else Estimate(share, share, share, people, grade="stated"))
