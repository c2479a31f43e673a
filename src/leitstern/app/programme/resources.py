"""What is scarce, by name and amount, and which tasks rest because their initiative does."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.company.former import unit_names
from leitstern.app.leadership.areas import require_area
from leitstern.app.leadership.queries import declared as declared_hours
from leitstern.app.leadership.queries import loads as load_of_leaders
from leitstern.app.structure.kept_units import home
from leitstern.core.bridge.portfolio.stage import OVER, Stage
from leitstern.core.bridge.programme.task import SUPPLIES, Resource, Supply
from leitstern.core.company.money import Money
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from leitstern.app.programme import models
    from leitstern.core.bridge.leadership.capacity import Load

IN = Text(en="{supply}, {unit}", de="{supply}, {unit}")
WHOLE = Text(en="whole company", de="ganzes Haus")
HOURS = Text(
    en="hours the board area declared, {declared}, less running duties, {duties}",
    de="Stunden, die der Vorstandsbereich angegeben hat, {declared}, ohne laufende Aufgaben, {duties}",
)
TAKEN = Text(
    en="of the hours declared are taken; for change there are {hours} a month",
    de="der angegebenen Stunden sind vergeben; für den Wandel sind im Monat {hours} da",
)


@dataclass(frozen=True, slots=True)
class There:
    """How much there is of something a month, on whose word and since when. No `amount`: it is not limited.

    `load` is what a board area has taken on against the hours it declared; nothing where it declared none.
    """

    amount: float | None
    source: Text
    day: date
    load: Load | None = None

    @property
    def over(self) -> bool:
        """The board area has taken on more than there is, or the programme counts with more than it has for change."""
        load = self.load
        if load is None or load.for_change is None:
            return False
        return load.over or self.amount is None or self.amount > load.for_change

    @property
    def taken(self) -> Text | None:
        """What stands behind the share of hours that are taken."""
        if self.load is None or self.load.for_change is None:
            return None
        return TAKEN.fill(hours=decimal(self.load.for_change))


def amounts(known: Mapping[Resource, There]) -> dict[Resource, float]:
    """How much there is a month of everything that is limited."""
    return {resource: each.amount for resource, each in known.items() if each.amount is not None}


def declared_at(row: models.Programme, day: date) -> dict[Resource, There]:
    """The newest word on each capacity by a day: the programme's, or the hours a board area declared."""
    loads = {each.area: each for each in load_of_leaders(day)}
    newest: dict[Resource, There] = {}
    for area, each in declared_hours(day).items():
        load = loads.get(area)
        if load is not None:
            duties = load.hours - load.change_hours
            source = HOURS.fill(declared=decimal(each.hours), duties=decimal(duties))
            since = timezone.localdate(each.created)
            newest[Resource(Supply.LEADERS, area)] = There(load.for_change, source, since, load)
    for said in row.capacities.filter(day__lte=day).order_by("day", "id"):
        resource = Resource(Supply(said.supply), said.of)
        known = newest.get(resource)
        if known is None or known.day <= said.day:
            source = Text(said.source, said.source)
            newest[resource] = There(said.amount, source, said.day, known.load if known else None)
    return newest


def drawn(supply: Supply, unit: str, known: Container[Resource]) -> Resource:
    """Whose hours or days a task of a unit draws on, of those that are known: its own, or of the unit it went on in.

    Leaders' hours are those of its board area where the unit has none of its own.
    """
    of = [unit, home(unit)]
    if supply is Supply.LEADERS:
        with suppress(InvalidInput):  # a unit that is no more has no board area
            of.append(require_area(unit))
    return next((there for each in of if (there := Resource(supply, each)) in known), Resource(supply, unit))


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


def left_out(task: models.Task, day: date) -> bool:
    """Whether a task was left out by a day."""
    return bool(task.withdrawn and timezone.localdate(task.withdrawn) <= day)


def given_up(task: models.Task, day: date) -> bool:
    """Whether a task was left out by a day, or rested then."""
    return left_out(task, day) or resting(task, day)


def _name(resource: Resource, unit: Text) -> Text:
    supply = SUPPLIES[resource.supply]
    if resource.supply is Supply.IT:
        return supply
    of = (
        Text(resource.of, resource.of) if resource.supply is Supply.BUDGET else unit if resource.of else WHOLE
    )
    return IN.fill(supply=supply, unit=of)
