"""Incentives as documents for programs and the terminal."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, number
from leitstern.app.incentives.models import Definition, Link
from leitstern.app.incentives.queries import Line, State
from leitstern.app.incentives.register import all_figures, in_force, register
from leitstern.core.inside.incentives.coverage import Coverage
from leitstern.core.inside.incentives.declared import Strength
from leitstern.core.inside.incentives.figures import Direction, Giver, Horizon, Origin, Part
from leitstern.core.inside.incentives.measured import Coupling
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

NOBODY = Missing(
    "nobody",
    Text(
        en="nobody is rewarded for a key figure yet",
        de="noch wird niemand für eine Kennzahl belohnt",
    ),
)


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
    review: date


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
    rewarded = register().rewarded
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
            definition=in_force(definitions[each.pk])[-1].text,
            since=in_force(definitions[each.pk])[-1].since,
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
            NamedUnitOut(
                name=TextOut(de=each.name.de, en=each.name.en), units=list(each.units), carries=each.carries
            )
            for each in found.named
        ],
        missing_parts=list(found.missing_parts),
        shared=list(found.shared),
        customer_share=_stated(found.customer_share, found.people),
        short_share=_stated(found.short_share, found.people),
        vendor_share=_stated(found.vendor_share, found.people),
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
            figure=rule.figure.slug, condition=rule.condition, owner=rule.owner, review=rule.review
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
