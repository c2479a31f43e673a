"""What comes in as a table: all of it through the same actions as on the pages, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.former import journey_names, touchpoint_names
from leitstern.app.structure import answering, handing, models, reading, roles, staffing, units
from leitstern.collect import structure_file as files
from leitstern.collect.kpi_file import short_name
from leitstern.collect.structure_lines import Known
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.structure.duties import Letter, Phase, Place
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from leitstern.collect.structure_lines import (
        DutyLine,
        InterfaceLine,
        RoleLine,
        SkillLine,
        UnitLine,
        UseLine,
    )


class Kind(StrEnum):
    """What a table holds."""

    UNITS = "units"
    ROLES = "roles"
    INTERFACES = "interfaces"
    DUTIES = "duties"
    SKILLS = "skills"
    USES = "uses"


KINDS = {
    Kind.UNITS: Text(en="units", de="Bereiche"),
    Kind.ROLES: Text(en="roles", de="Rollen"),
    Kind.INTERFACES: Text(
        en="interfaces and what each side says", de="Schnittstellen und was jede Seite sagt"
    ),
    Kind.DUTIES: Text(en="who does what (RACI)", de="wer was tut (RACI)"),
    Kind.SKILLS: Text(en="skills per unit", de="Kompetenzen je Bereich"),
    Kind.USES: Text(
        en="what was ended, and how often it was used since",
        de="was beendet wurde, und wie oft es seither benutzt wurde",
    ),
}
ONE_KEPT = Text(en="One line was entered.", de="Eine Zeile wurde eingetragen.")
KEPT = Text(en="{n} lines were entered.", de="{n} Zeilen wurden eingetragen.")


@dataclass(frozen=True, slots=True)
class Brought:
    """How much a table brought, in a sentence."""

    kind: Kind
    n: int

    @property
    def sentence(self) -> Text:
        """What is said about it."""
        return ONE_KEPT if self.n == 1 else KEPT.fill(n=self.n)


@action("bring in organisation", Capability.KEEP_REGISTERS)
def hand_in(actor: Actor, kind: Kind, folder: Path, name: str, today: date) -> Brought:
    """Read the table `name` and keep all of it, or nothing. Raises InvalidFile with every mistake."""
    known = what_is_known()
    match kind:
        case Kind.UNITS:
            n = _units(actor, files.read_units(folder, name, known))
        case Kind.ROLES:
            n = _roles(actor, files.read_roles(folder, name, known), known)
        case Kind.INTERFACES:
            n = _interfaces(actor, files.read_interfaces(folder, name, known))
        case Kind.DUTIES:
            n = _duties(actor, files.read_duties(folder, name, known))
        case Kind.SKILLS:
            n = _skills(actor, files.read_skills(folder, name, known))
        case Kind.USES:
            n = _uses(actor, files.read_uses(folder, name, known, today))
    return Brought(kind, n)


def what_is_known() -> Known:
    """What a table may refer to."""
    register = reading.register()
    return Known(
        units={unit.slug: unit.name for unit in register.units},
        touchpoints=touchpoint_names(),
        journeys=journey_names(),
        roles={(role.unit, spelt_alike(role.name)): role.key for role in register.roles if not role.retired},
    )


def _units(actor: Actor, lines: Sequence[UnitLine]) -> int:
    held = models.Role.objects.in_bulk([line.lead for line in lines if line.lead])
    sizes = {unit.slug: unit.size for unit in reading.register().units}
    for line in lines:
        size = sizes.get(line.slug) if line.size is None else line.size
        about = units.About(line.cut, size, line.experience, held[line.lead] if line.lead else None)
        if line.slug:
            units.describe_unit(actor, line.slug, about)
        else:
            units.add_unit(actor, line.name, line.parent, about, back_office=line.back_office)
    return len(lines)


def _roles(actor: Actor, lines: Sequence[RoleLine], known: Known) -> int:
    there = models.Role.objects.in_bulk(list(known.roles.values()))
    for line in lines:
        key = known.roles.get((line.unit, spelt_alike(line.name)))
        role = there[key] if key else roles.enter_role(actor, line.name, line.unit, line.people)
        if role.people != line.people:
            roles.change_role(actor, role, role.name, role.unit, line.people)
        if line.ambassador is not None and line.ambassador is not role.ambassador:
            roles.name_ambassadors(actor, role, line.ambassador)
    return len(lines)


def _interfaces(actor: Actor, lines: Sequence[InterfaceLine]) -> int:
    there = {(each.giver, each.receiver, spelt_alike(each.what)): each for each in reading.interfaces()}
    rows = models.Interface.objects.in_bulk([each.key for each in there.values()])
    made: dict[tuple[str, str, str], models.Interface] = {
        where: rows[each.key] for where, each in there.items()
    }
    for line in lines:
        where = (line.giver, line.receiver, spelt_alike(line.what))
        if where not in made:
            made[where] = handing.enter_interface(
                actor, line.giver, line.receiver, line.what, line.touchpoint
            )
        if line.side is None or line.day is None:
            continue
        now = there[where].claim(line.side) if where in there else None
        if now is None or (now.said, now.evidence, now.day) != (line.said, line.evidence, line.day):
            handing.claim_interface(actor, made[where], line.side, line.said, line.evidence, line.day)
    return len(lines)


def _duties(actor: Actor, lines: Sequence[DutyLine]) -> int:
    """A table says all duties of the work and phase it mentions."""
    there = {(row.place, row.slug): row for row in models.Work.objects.filter(retired=None)}
    wanted: dict[tuple[int, Phase], list[tuple[models.Role, Letter]]] = {}
    held = models.Role.objects.in_bulk([line.role for line in lines])
    for line in lines:
        slug = short_name(line.work) if line.place is Place.PROCESS else line.work
        row = there.get((line.place.value, slug))
        if row is None:
            row = answering.enter_work(
                actor, line.place, line.work, customer=line.customer, touchpoints=line.touchpoints
            )
            there[line.place.value, slug] = row
        wanted.setdefault((row.pk, line.phase), []).append((held[line.role], line.letter))
    rows = {row.pk: row for row in there.values()}
    for (key, phase), duties in wanted.items():
        answering.set_duties(actor, rows[key], phase, duties)
    return len(lines)


def _skills(actor: Actor, lines: Sequence[SkillLine]) -> int:
    now = {(each.unit, each.skill): each for each in reading.staffing()}
    for line in lines:
        there = now.get((line.unit, staffing.skill_key(line.skill)))
        able = line.there if line.there is not None else there.there if there else None
        if able is None:
            continue
        vacant = line.open if line.open is not None else there.open if there else None
        said = (line.needed, able, line.plan, line.until, vacant)
        if there is None or (there.needed, there.there, there.plan, there.until, there.open) != said:
            staffing.enter_staffing(
                actor,
                line.unit,
                line.skill,
                line.needed,
                able,
                plan=line.plan,
                until=line.until,
                open_positions=vacant,
                asked=line.asked,
            )
    return len(lines)


def _uses(actor: Actor, lines: Sequence[UseLine]) -> int:
    rows = models.Leftover.objects.filter(withdrawn=None)
    there = {(row.thing, spelt_alike(row.name)): row for row in rows}
    for line in lines:
        key = (line.thing.value, spelt_alike(line.name))
        if key not in there:
            there[key] = staffing.enter_leftover(actor, line.thing, line.name, line.ended, line.instead)
        if line.unit and line.month:
            staffing.enter_use(actor, there[key], line.unit, line.month, line.times)
    return len(lines)
