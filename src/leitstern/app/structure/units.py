"""Keeping units: what the taxonomy does not say of them, units it does not have, and what became of merged ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.former import unit_names
from leitstern.app.structure import reading
from leitstern.app.structure.kept_units import keep, kept, went_on
from leitstern.app.structure.models import Role, Unit
from leitstern.app.structure.naming import need_name
from leitstern.app.structure.queries import refuse_closed, require_unit, unit_row
from leitstern.collect.kpi_file import short_name
from leitstern.core.company.tree import ancestors
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.gap.wording import day as day_text
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.structure.register import Cut

TAKEN = Text(
    en="There is a unit of this name already. Nothing was kept.",
    de="Einen Bereich dieses Namens gibt es schon. Es wurde nichts gespeichert.",
)
ABOVE_ITSELF = Text(
    en="A unit cannot stand below itself. Nothing was kept.",
    de="Ein Bereich kann nicht unter sich selbst stehen. Es wurde nichts gespeichert.",
)
INTO_ITSELF = Text(
    en="A unit cannot go on in itself, nor in one that goes on in it. Nothing was kept.",
    de="Ein Bereich kann nicht in sich selbst aufgehen und auch nicht in einem, der in ihm aufgeht. Es wurde nichts gespeichert.",
)
OF_TAXONOMY = Text(
    en="Where a department of the taxonomy stands, and what it is called, is changed in the taxonomy. Nothing was kept.",
    de="Wo ein Bereich der Taxonomie steht und wie er heißt, wird in der Taxonomie geändert. Es wurde nichts gespeichert.",
)
MERGED_ALREADY = Text(
    en="“{unit}” is said to be part of “{other}” since {day}. Let it stand by itself again first if that was wrong. Nothing was kept.",
    de="Für „{unit}“ steht schon da, dass der Bereich seit {day} zu „{other}“ gehört. Lassen Sie ihn zuerst wieder für sich stehen, falls das falsch war. Es wurde nichts gespeichert.",
)
STILL_THERE = Text(
    en="Units still stand below this one. Move or close them first. Nothing was changed.",
    de="Unter diesem Bereich stehen noch andere. Verschieben oder schließen Sie diese zuerst. Es wurde nichts geändert.",
)


@dataclass(frozen=True, slots=True)
class About:
    """What the register says of a unit. `size` counts its own people, without the units below it."""

    cut: Cut | None = None
    size: int | None = None
    experience: bool = False
    lead: Role | None = None


@action("add unit", Capability.KEEP_REGISTERS)
def add_unit(actor: Actor, name: str, parent: str, about: About, *, back_office: bool = False) -> Unit:
    """A unit the taxonomy does not have, below another one or directly below the company."""
    name = need_name(name, 160)
    slug = short_name(name)
    known = unit_names()
    if slug in known or name.casefold() in {
        n for each in known.values() for n in (each.de.casefold(), each.en.casefold())
    }:
        raise Conflict(TAKEN)
    return keep(
        Unit(
            slug=slug,
            name=name,
            parent=require_unit(parent) if parent else "",
            back_office=back_office,
            actor=actor.actor_id,
            **_stored(about),
        )
    )


@action("describe unit", Capability.KEEP_REGISTERS)
def describe_unit(actor: Actor, slug: str, about: About) -> Unit:
    """Cut, size and lead of a unit that is there now."""
    row = unit_row(require_unit(slug)) or Unit(slug=slug, actor=actor.actor_id)
    for field, value in _stored(about).items():
        setattr(row, field, value)
    return keep(row)


@action("rename unit", Capability.KEEP_REGISTERS)
def move_unit(actor: Actor, unit: Unit, name: str, parent: str, *, back_office: bool) -> Unit:
    """Another name or place for a unit of the register. It keeps its short name, all that was said, and what it was called."""
    if not unit.name:
        raise InvalidInput(OF_TAXONOMY)
    refuse_closed(unit)
    parents = reading.register().parents
    if parent == unit.slug or unit.slug in ancestors(parents, parent):
        raise InvalidInput(ABOVE_ITSELF)
    name = need_name(name, 160)
    if name != unit.name:
        unit.former = [*unit.former, [unit.name, timezone.localdate().isoformat()]]
    unit.name, unit.back_office = name, back_office
    unit.parent = require_unit(parent) if parent else ""
    return keep(unit)


@action("merge unit", Capability.KEEP_REGISTERS)
def merge_unit(actor: Actor, slug: str, successor: str, since: date) -> Unit:
    """A unit went on as part of another, which may have been merged itself since. What was said of it stays.

    A merger that is still to come may be replaced by another; one that has come may not. Raises Conflict, InvalidInput.
    """
    row = unit_row(slug) or Unit(slug=slug, actor=actor.actor_id)
    if slug in _line(successor):
        raise InvalidInput(INTO_ITSELF)
    refuse_closed(row)
    if slug in went_on() and (row.successor, row.merged) != (successor, since):
        names = unit_names()
        unit, other = (names.get(each, Text(each, each)) for each in (slug, row.successor))
        raise Conflict(MERGED_ALREADY.fill(unit=unit, other=other, day=day_text(row.merged or since)))
    row.successor, row.merged = require_unit(successor), since
    return keep(row)


@action("separate unit", Capability.KEEP_REGISTERS)
def separate_unit(actor: Actor, unit: Unit) -> Unit:
    """Undo a merger, or the closing of a unit of the register."""
    unit.successor, unit.merged, unit.retired = "", None, None
    return keep(unit)


@action("close unit", Capability.KEEP_REGISTERS)
def close_unit(actor: Actor, unit: Unit) -> Unit:
    """There is no such unit any more, and nothing goes on in another. One of the taxonomy is closed there."""
    if not unit.name:
        raise InvalidInput(OF_TAXONOMY)
    if unit.slug in reading.register().parents.values():
        raise Conflict(STILL_THERE)
    unit.retired = timezone.now()
    return keep(unit)


def _line(unit: str) -> list[str]:
    """A unit, and those it goes on in one after the other, also on days to come."""
    rows, found = kept(), list[str]()
    while unit and unit not in found:
        found.append(unit)
        unit = rows[unit].successor if unit in rows else ""
    return found


def _stored(about: About) -> dict[str, object]:
    return {
        "cut": about.cut.value if about.cut else "",
        "size": about.size,
        "experience": about.experience,
        "lead": about.lead,
    }
