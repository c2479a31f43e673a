"""Trainings: how many of a unit took part, and what became of those who can both."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.days import day_of
from leitstern.app.structure import models, reading
from leitstern.app.structure.queries import require_unit
from leitstern.app.structure.staffing import AHEAD, skill_key
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.structure import trainings as core
from leitstern.core.inside.structure.skills import BOTH, CUSTOMER, DATA
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.inside.structure.register import Register
    from leitstern.core.stats.estimate import Measured

NOBODY = Text(
    en="At least one person took part, and no more than the {size} of this department. Nothing was kept.",
    de="Teilgenommen hat mindestens eine Person und höchstens die {size} dieses Bereichs. Es wurde nichts gespeichert.",
)


@action("enter training", Capability.KEEP_REGISTERS)
def enter_training(actor: Actor, unit: str, skill: str, day: date, people: int) -> models.Training:
    """How many people of a unit took part in a training on a day; of nobody who."""
    slug = require_unit(unit)
    size = reading.register().by_slug[slug].size
    if not 1 <= people <= (people if size is None else size):
        raise InvalidInput(NOBODY.fill(size="…" if size is None else size))
    if day > timezone.localdate():
        raise InvalidInput(AHEAD)
    return models.Training.objects.create(
        unit=slug, skill=skill_key(skill), day=day, people=people, actor=actor.actor_id
    )


@action("withdraw training", Capability.KEEP_REGISTERS)
def withdraw_training(actor: Actor, training: models.Training) -> models.Training:
    """It was none, or other people came; it stays in the record."""
    return mark_withdrawn(training)


@action("reinstate training", Capability.KEEP_REGISTERS)
def reinstate_training(actor: Actor, training: models.Training) -> models.Training:
    """Undo that."""
    return mark_standing(training)


def effects(known: Register | None = None) -> core.Effects:
    """By unit, who could both before its trainings and after."""
    held = models.Training.objects.filter(withdrawn=None).order_by("day", "id")
    trainings = [core.Training(each.unit, each.skill, each.day, each.people) for each in held]
    if not trainings:
        return core.Effects((), 0)
    units = {each.unit for each in trainings}
    return core.effects(trainings, _counts(units), known or reading.register())


def open_positions() -> Measured:
    """Of all positions that need a data skill, the share that is open."""
    staffed = reading.staffing()
    if not any(each.open is not None for each in staffed):
        return core.NOT_SAID
    return core.open_positions(staffed, reading.register())


def _counts(units: set[str]) -> Mapping[str, list[core.Count]]:
    """By unit and day, oldest first, the newest count of a day; beside it what was known of the two halves by then."""
    rows = models.Staffing.objects.filter(
        unit__in=units, skill__in=(DATA, CUSTOMER, BOTH), withdrawn=None
    ).order_by("created", "id")
    days: dict[str, dict[date, dict[str, models.Staffing]]] = defaultdict(dict)
    for row in rows:
        there = days[row.unit]
        day = day_of(row.created)
        there.setdefault(day, dict(next(reversed(there.values()), {})))[row.skill] = row
    found: dict[str, list[core.Count]] = {}
    for unit, by_day in days.items():
        found[unit] = [
            core.Count(
                day,
                both.there,
                both.size,
                both.asked,
                tuple(said[half].there for half in (DATA, CUSTOMER) if half in said),
            )
            for day, said in by_day.items()
            if (both := said.get(BOTH)) and day_of(both.created) == day
        ]
    return found
