"""Which share of rewards is to hang on customers: what was decided, and the way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import typed
from leitstern.app.incentives import models
from leitstern.app.incentives.register import register
from leitstern.app.incentives.streams import streams
from leitstern.app.portfolio.parts import holder
from leitstern.app.portfolio.queries import left_by
from leitstern.app.structure.queries import require_unit
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.incentives.targets import Below, Target, Way, below, way
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.bridge.watch.stream import Point
    from leitstern.core.inside.incentives.figures import Register

NO_TARGET = Text(en="There is no such target.", de="Diesen Zielanteil gibt es nicht.")
INCOMPLETE = Text(
    en="A target is a whole number from 1 to 100, a day to come, and who decided it. Nothing was kept.",
    de="Ein Zielanteil ist eine ganze Zahl von 1 bis 100, ein künftiger Tag und wer es beschlossen hat. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A target that holds, the way there, and whether whoever decided it has left."""

    row: models.Target
    way: Way
    ownerless: bool


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets that hold, the whole first; roles below; months so far, oldest first; everything ever decided."""

    standing: tuple[Standing, ...]
    below: tuple[Below, ...]
    months: tuple[Point, ...]
    history: tuple[models.Target, ...]


def target_by_id(target_id: int) -> models.Target:
    """One target, withdrawn or not. Raises NotFound."""
    return or_not_found(models.Target.objects.filter(pk=target_id).first(), NO_TARGET)


def targets(known: Register | None = None) -> Targets:
    """What was decided, and how far one has come today."""
    known, rows = known or register(), tuple(models.Target.objects.all())
    holding = _standing(known, rows)
    points = [point for stream in streams(timezone.localdate()) for point in stream.points]
    return Targets(holding, below(known, [each.way.target for each in holding]), tuple(points), rows)


def whole_target(known: Register) -> Standing | None:
    """The target of all roles together, if one holds."""
    return next(iter(_standing(known, models.Target.objects.filter(unit=""))), None)


def _standing(known: Register, rows: Iterable[models.Target]) -> tuple[Standing, ...]:
    """Of rows with the newest first, those that hold."""
    newest: dict[str, models.Target] = {}
    for row in rows:
        if row.withdrawn is None:
            newest.setdefault(row.unit, row)
    gone = left_by(timezone.localdate()) if newest else frozenset()
    return tuple(
        Standing(row, way(known, Target(row.percent / 100, row.by, row.unit)), row.owner in gone)
        for _unit, row in sorted(newest.items())
    )


@action("set target of rewards", Capability.DECIDE)
def set_target(
    actor: Actor, percent: int, by: date, owner: str, unit: str = "", *, today: date
) -> models.Target:
    """Which share is to hang on customers by a day, in a unit or everywhere. It takes the place of the one before."""
    owner = typed(owner)
    if not 1 <= percent <= 100 or by <= today or not owner or len(owner) > 120:
        raise InvalidInput(INCOMPLETE)
    return models.Target.objects.create(
        unit=require_unit(unit) if unit else "",
        percent=percent,
        by=by,
        owner=holder(owner, board=False).name,  # so that somebody can say when they left
        actor=actor.actor_id,
    )


@action("withdraw target of rewards", Capability.DECIDE)
def withdraw_target(actor: Actor, target: models.Target) -> models.Target:
    """It holds no longer; the one before stands again."""
    return mark_withdrawn(target)


@action("reinstate target of rewards", Capability.DECIDE)
def reinstate_target(actor: Actor, target: models.Target) -> models.Target:
    """Let it hold again, unless a newer one does."""
    return mark_standing(target)
