"""The register without its storage: units, roles, interfaces, work and duties, skills, and what was ended.

A constant number of questions to the database, however many units and roles there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from leitstern.app.company.former import journey_names, touchpoint_names, unit_names
from leitstern.app.company.queries import departments
from leitstern.app.inside.agreements import floor
from leitstern.app.structure import models
from leitstern.app.structure.kept_units import kept, tree, went_on
from leitstern.core.inside.structure.duties import Letter, Phase, Place, Work
from leitstern.core.inside.structure.interfaces import Aspect, Claim, Interface, Side, stands
from leitstern.core.inside.structure.leftovers import Leftover, Thing, Use
from leitstern.core.inside.structure.register import Cut, Register, Role, Unit
from leitstern.core.inside.structure.skills import Staffing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


def register() -> Register:
    """Units and roles as they stand. What the taxonomy says of a department stands above what the register says."""
    rows, merged, names = kept(), went_on(), unit_names()
    offices = {each.slug: each.back_office for each in departments()}
    units = (
        Unit(
            slug,
            names[slug],
            parent,
            offices[slug] if slug in offices else rows[slug].back_office,
            merged=rows[slug].merged if slug in merged else None,
        )
        for slug, parent in tree().items()
        if slug in names
    )
    return Register(tuple(_described(unit, rows.get(unit.slug)) for unit in units), _roles(), floor()[0])


def _roles() -> tuple[Role, ...]:
    return tuple(
        Role(key, name, unit, people, ambassador, retired is not None)
        for key, name, unit, people, ambassador, retired in models.Role.objects.values_list(
            "id", "name", "unit", "people", "ambassador", "retired"
        )
    )


def interfaces() -> tuple[Interface, ...]:
    """What is handed over, with what each side says by now."""
    return _interfaces(models.Interface.objects.filter(retired=None))


def interfaces_of(unit: str) -> tuple[Interface, ...]:
    """What one unit hands over or takes."""
    mine = Q(giver=unit) | Q(receiver=unit)
    return _interfaces(models.Interface.objects.filter(mine, retired=None))


def _interfaces(rows: QuerySet[models.Interface]) -> tuple[Interface, ...]:
    standing = Prefetch("claims", models.Claim.objects.filter(withdrawn=None))
    return tuple(plain_interface(row, row.claims.all()) for row in rows.prefetch_related(standing))


def plain_interface(row: models.Interface, claims: Iterable[models.Claim]) -> Interface:
    """One interface; `claims` are those that stand."""
    by_side: dict[Side, list[Claim]] = {side: [] for side in sorted(Side)}
    for claim in sorted(claims, key=lambda each: (each.day, each.pk)):
        by_side[Side(claim.side)].append(plain_claim(claim))
    said = tuple(now for each in by_side.values() if (now := stands(each)))
    return Interface(row.pk, row.giver, row.receiver, row.what, row.touchpoint, said)


def plain_claim(row: models.Claim) -> Claim:
    """What was said once, without its storage."""
    said = {aspect: getattr(row, aspect.value) for aspect in Aspect}
    return Claim(Side(row.side), said, row.evidence, row.day)


def works() -> tuple[Work, ...]:
    """Everything somebody has to answer for, with the duties of both phases."""
    return _works(models.Work.objects.filter(retired=None))


def work_of(row: models.Work) -> Work:
    """One piece of work."""
    return _works(models.Work.objects.filter(pk=row.pk))[0]


def staffing() -> tuple[Staffing, ...]:
    """The newest entry of each unit and skill."""
    rows = models.Staffing.objects.filter(withdrawn=None).order_by("id")
    newest = {(row.unit, row.skill): row for row in rows}
    return tuple(
        Staffing(row.unit, row.skill, row.needed, row.there, row.plan, row.until, row.open)
        for row in newest.values()
    )


def leftovers() -> tuple[Leftover, ...]:
    """What was ended, with its uses by unit and month."""
    rows = models.Leftover.objects.filter(withdrawn=None).prefetch_related("uses")
    found = []
    for row in rows:
        newest = {(use.unit, use.month): use.times for use in sorted(row.uses.all(), key=lambda use: use.pk)}
        uses = tuple(Use(unit, month, times) for (unit, month), times in sorted(newest.items()))
        found.append(Leftover(row.pk, Thing(row.thing), row.name, row.ended, row.instead, uses))
    return tuple(found)


def place_names() -> dict[tuple[Place, str], Text]:
    """What touchpoints and journeys are called."""
    return {
        **{(Place.TOUCHPOINT, slug): name for slug, name in touchpoint_names().items()},
        **{(Place.JOURNEY, slug): name for slug, name in journey_names().items()},
    }


def _works(rows: QuerySet[models.Work]) -> tuple[Work, ...]:
    names = place_names()
    found = []
    for row in rows.prefetch_related(Prefetch("duties", models.Duty.objects.filter(ended=None))):
        duties: dict[Phase, set[tuple[int, Letter]]] = defaultdict(set)
        for duty in row.duties.all():
            duties[Phase(duty.phase)].add((duty.role_id, Letter(duty.letter)))
        place = Place(row.place)
        name = (
            Text(row.name, row.name) if row.name else names.get((place, row.slug), Text(row.slug, row.slug))
        )
        found.append(
            Work(
                row.pk,
                place,
                row.slug,
                name,
                row.customer,
                tuple(row.touchpoints),
                {phase: frozenset(each) for phase, each in duties.items()},
            )
        )
    return tuple(found)


def _described(unit: Unit, row: models.Unit | None) -> Unit:
    if row is None:
        return unit
    return replace(
        unit,
        cut=Cut(row.cut) if row.cut else None,
        size=row.size,
        experience=row.experience,
        lead=row.lead_id,
    )
