"""What is scarce, by name and amount, and which tasks rest because their initiative does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.company.former import unit_names
from leitstern.core.bridge.portfolio.stage import OVER, Stage
from leitstern.core.bridge.programme.task import SUPPLIES, Resource, Supply
from leitstern.core.company.money import Money
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.app.programme import models

IN = Text(en="{supply}, {unit}", de="{supply}, {unit}")
WHOLE = Text(en="whole company", de="ganzes Haus")


def supply_at(row: models.Programme, day: date) -> dict[Resource, float]:
    """How much there is a month of everything that was declared by a day."""
    return {
        resource: each.amount for resource, each in declared_at(row, day).items() if each.amount is not None
    }


def declared_at(row: models.Programme, day: date) -> dict[Resource, models.Capacity]:
    """The newest word on each capacity by a day."""
    newest: dict[Resource, models.Capacity] = {}
    for each in row.capacities.filter(day__lte=day).order_by("day", "id"):
        newest[Resource(Supply(each.supply), each.of)] = each
    return newest


def names_of(resources: Iterable[Resource]) -> dict[Resource, Text]:
    """What each is called: what is counted, and whose it is."""
    units = unit_names()
    return {each: _name(each, units.get(each.of, Text(each.of, each.of))) for each in resources}


def amount_words(resource: Resource, amount: float) -> Text:
    """An amount of it: money with its currency, everything else as a number."""
    if resource.supply is Supply.BUDGET:
        return Money(round(amount), resource.of).said
    return decimal(round(amount, 1))


def resting(task: models.Task, day: date) -> bool:
    """Whether a task rests because its initiative was withdrawn by a day, or was over by then.

    Reads the initiative's turns: prefetch them.
    """
    initiative = task.initiative
    if initiative is None:
        return False
    if initiative.withdrawn and timezone.localdate(initiative.withdrawn) <= day:
        return True
    turn = next((each for each in initiative.turns.all() if each.withdrawn is None and each.day <= day), None)
    return turn is not None and Stage(turn.stage) in OVER


def given_up(task: models.Task, day: date) -> bool:
    """Whether a task was left out by a day, or rested then."""
    return bool(task.withdrawn and timezone.localdate(task.withdrawn) <= day) or resting(task, day)


def _name(resource: Resource, unit: Text) -> Text:
    supply = SUPPLIES[resource.supply]
    if resource.supply is Supply.IT:
        return supply
    of = (
        Text(resource.of, resource.of) if resource.supply is Supply.BUDGET else unit if resource.of else WHOLE
    )
    return IN.fill(supply=supply, unit=of)
