"""What changed from one plan to the next, in words, and how far the forecast moved with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.task import SUPPLIES
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leitstern.core.bridge.programme.forecast import Forecast
    from leitstern.core.bridge.programme.roadmap import Roadmap
    from leitstern.core.bridge.programme.task import Resource, Task

NEW = Text(en="New: “{title}”.", de="Neu: „{title}“.")
DONE = Text(en="Done: “{title}”.", de="Erledigt: „{title}“.")
GONE = Text(en="No longer planned: “{title}”.", de="Nicht mehr geplant: „{title}“.")
BEGUN = Text(en="Begun: “{title}”.", de="Begonnen: „{title}“.")
LONGER = Text(
    en="“{title}” is now expected to take {after} months, before {before}.",
    de="„{title}“ dauert jetzt voraussichtlich {after} Monate, vorher {before}.",
)
OTHER_NEEDS = Text(
    en="“{title}” waits for other tasks than before.", de="„{title}“ wartet auf andere Aufgaben als vorher."
)
OTHER_DEMAND = Text(en="“{title}” needs other resources.", de="„{title}“ braucht andere Mittel.")
CAPACITY = Text(en="{name}: {after}, before {before}.", de="{name}: {after}, vorher {before}.")
NOT_DECLARED = Text(en="not declared", de="nicht angegeben")
ROUTE = Text(en="Route {after} instead of {before}.", de="Route {after} statt {before}.")
GATE_OPENED = Text(
    en="The culture gate no longer holds technology back.",
    de="Das Kulturtor hält die Technologie nicht mehr zurück.",
)
GATE_CLOSED = Text(
    en="Technology has to wait for the culture gate again.",
    de="Die Technologie muss wieder auf das Kulturtor warten.",
)
NOTHING = Text(
    en="Nothing that was entered changed; only time has passed.",
    de="Nichts Eingetragenes hat sich geändert; nur Zeit ist vergangen.",
)


def changes(
    before: tuple[Roadmap, Forecast],
    after: tuple[Roadmap, Forecast],
    ended: Mapping[str, bool],
    names: Mapping[Resource, Text],
) -> tuple[Text, ...]:
    """Every difference between two plans. `ended` says of tasks that are gone whether they were finished."""
    found = (*_tasks(before[0], after[0], ended), *_means(before[0], after[0], names))
    if before[0].route is not after[0].route:
        found += (ROUTE.fill(before=before[0].route, after=after[0].route),)
    if before[1].gated is not after[1].gated:
        found += (GATE_CLOSED if after[1].gated else GATE_OPENED,)
    return found or (NOTHING,)


def _tasks(before: Roadmap, after: Roadmap, ended: Mapping[str, bool]) -> Iterator[Text]:
    old = {task.key: task for task in before.tasks}
    new = {task.key: task for task in after.tasks}
    for key, task in new.items():
        if key not in old:
            yield NEW.fill(title=task.title)
        else:
            yield from _task(old[key], task, set(new))
    for key, task in old.items():
        if key not in new:
            yield (DONE if ended.get(key) else GONE).fill(title=task.title)


def _task(before: Task, after: Task, there: set[str]) -> Iterator[Text]:
    if after.running and not before.running:
        yield BEGUN.fill(title=after.title)
    if before.duration != after.duration:
        yield LONGER.fill(
            title=after.title, before=decimal(before.duration.mode), after=decimal(after.duration.mode)
        )
    if {key for key in before.needs if key in there} != {key for key in after.needs if key in there}:
        yield OTHER_NEEDS.fill(title=after.title)
    if dict(before.demand) != dict(after.demand):
        yield OTHER_DEMAND.fill(title=after.title)


def _means(before: Roadmap, after: Roadmap, names: Mapping[Resource, Text]) -> Iterator[Text]:
    for each in sorted({*before.supply, *after.supply}):
        first, second = before.supply.get(each), after.supply.get(each)
        if first != second:
            yield CAPACITY.fill(
                name=names.get(each, SUPPLIES[each.supply]), before=_amount(first), after=_amount(second)
            )


def _amount(value: float | None) -> Text:
    return NOT_DECLARED if value is None else decimal(value)
