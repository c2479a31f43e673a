"""Keeping skills and what was ended: numbers of people per unit, and uses per unit and month. Never a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.structure import reading
from leitstern.app.structure.models import Leftover, Staffing, Use
from leitstern.app.structure.naming import need_name, words
from leitstern.app.structure.queries import require_unit
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.structure.skills import BOTH, CUSTOMER, DATA, SKILLS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.structure.leftovers import Thing

MORE_THAN_ALL = Text(
    en="The unit has {size} people of its own; {there} cannot be able to. Nothing was kept.",
    de="Der Bereich hat {size} eigene Personen; es können nicht {there} sein. Es wurde nichts gespeichert.",
)
MORE_THAN_ONE = Text(
    en="Whoever can both can each of the two: the numbers contradict each other. Nothing was kept.",
    de="Wer beides kann, kann auch jedes der beiden: Die Zahlen widersprechen sich. Es wurde nichts gespeichert.",
)
MORE_ASKED = Text(
    en="Nobody can have asked {asked} people of this unit. Nothing was kept.",
    de="In diesem Bereich lassen sich nicht {asked} Personen fragen. Es wurde nichts gespeichert.",
)
MORE_OPEN = Text(
    en="The unit needs {needed} people for this; {open} positions cannot be open. Nothing was kept.",
    de="Der Bereich braucht dafür {needed} Personen; es können nicht {open} Stellen offen sein. Es wurde nichts gespeichert.",
)
AHEAD = Text(
    en="This lies in the future. Nothing was kept.",
    de="Das liegt in der Zukunft. Es wurde nichts gespeichert.",
)


@action("enter skill", Capability.KEEP_REGISTERS)
def enter_staffing(
    actor: Actor,
    unit: str,
    skill: str,
    needed: int,
    there: int,
    *,
    plan: str = "",
    until: date | None = None,
    open_positions: int | None = None,
    asked: int | None = None,
) -> Staffing:
    """How many people of a unit should be able to do something and how many can; an earlier entry stays readable."""
    skill = skill_key(skill)
    size = {each.slug: each.size for each in reading.register().units}.get(require_unit(unit))
    if size is not None and there > size:
        raise InvalidInput(MORE_THAN_ALL.fill(size=size, there=there))
    if asked is not None and not 0 < asked <= (asked if size is None else size):
        raise InvalidInput(MORE_ASKED.fill(asked=asked))
    if open_positions is not None and open_positions > needed:
        raise InvalidInput(MORE_OPEN.fill(needed=needed, open=open_positions))
    now = {each.skill: each.there for each in reading.staffing() if each.unit == unit} | {skill: there}
    both = now.get(BOTH, 0)
    if any(each in now and both > now[each] for each in (DATA, CUSTOMER)):
        raise InvalidInput(MORE_THAN_ONE)
    return Staffing.objects.create(
        unit=unit,
        skill=skill,
        needed=needed,
        there=there,
        plan=words(plan),
        until=until,
        open=open_positions,
        asked=asked,
        size=size,
        actor=actor.actor_id,
    )


@action("withdraw skill", Capability.KEEP_REGISTERS)
def withdraw_staffing(actor: Actor, staffing: Staffing) -> Staffing:
    """Take an entry back; the one before counts again."""
    return mark_withdrawn(staffing)


@action("reinstate skill", Capability.KEEP_REGISTERS)
def reinstate_staffing(actor: Actor, staffing: Staffing) -> Staffing:
    """Undo that."""
    return mark_standing(staffing)


@action("enter ended thing", Capability.KEEP_REGISTERS)
def enter_leftover(actor: Actor, thing: Thing, name: str, ended: date, instead: str = "") -> Leftover:
    """Something that was ended on a day, and what stands in its place."""
    return Leftover.objects.create(
        thing=thing.value,
        name=need_name(name, 160),
        ended=ended,
        instead=words(instead)[:200],
        actor=actor.actor_id,
    )


@action("withdraw ended thing", Capability.KEEP_REGISTERS)
def withdraw_leftover(actor: Actor, leftover: Leftover) -> Leftover:
    """It was no such thing; its uses stay in the record."""
    return mark_withdrawn(leftover)


@action("reinstate ended thing", Capability.KEEP_REGISTERS)
def reinstate_leftover(actor: Actor, leftover: Leftover) -> Leftover:
    """Undo that."""
    return mark_standing(leftover)


@action("enter use", Capability.KEEP_REGISTERS)
def enter_use(actor: Actor, leftover: Leftover, unit: str, month: date, times: int) -> Use:
    """How often a unit used it in a month; a newer number takes the place of the older."""
    month = month.replace(day=1)
    if month > timezone.localdate():
        raise InvalidInput(AHEAD)
    return Use.objects.create(
        leftover=leftover, unit=require_unit(unit), month=month, times=times, actor=actor.actor_id
    )


def skill_key(said: str) -> str:
    """The short name of a skill of the catalogue, whichever way it is called, or the words somebody chose."""
    said = need_name(said, 80)
    for key, name in SKILLS.items():
        if spelt_alike(said) in {key, spelt_alike(name.de), spelt_alike(name.en)}:
            return key
    return said
