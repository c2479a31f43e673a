"""Tasks, what they need of whom, and what keeps a plan from being made: circles, nothing to work with, wrong durations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.portfolio.cycles import cycle
from leitstern.core.inside.wording import decimal, listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.bridge.programme.duration import ThreePoint


class Side(StrEnum):
    """Whether a task is about people or about technology."""

    PEOPLE = "people"
    TECHNOLOGY = "technology"


SIDES: dict[Side, Text] = {
    Side.PEOPLE: Text(en="people and culture", de="Menschen und Kultur"),
    Side.TECHNOLOGY: Text(en="technology", de="Technologie"),
}


class Supply(StrEnum):
    """What is scarce. Of the first two each department has its own, of the last each currency."""

    LEADERS = "leaders"
    PEOPLE = "people"
    IT = "it"
    BUDGET = "budget"


SUPPLIES: dict[Supply, Text] = {
    Supply.LEADERS: Text(en="leaders’ hours a month", de="Stunden der Führung im Monat"),
    Supply.PEOPLE: Text(en="people’s days a month", de="Tage der Mitarbeitenden im Monat"),
    Supply.IT: Text(en="IT days a month", de="IT-Tage im Monat"),
    Supply.BUDGET: Text(en="budget a month", de="Budget im Monat"),
}
CHANGE = (Supply.LEADERS, Supply.PEOPLE)  # capacity for change


@dataclass(frozen=True, slots=True, order=True)
class Resource:
    """Something scarce: `of` is a department, a currency, or "" for the whole company."""

    supply: Supply
    of: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `demand` is per month while it runs; a technology task waits for all tasks that carry the gate.

    `elapsed` are months since it began, None before. `earliest` are months from now.
    """

    key: str
    title: str
    side: Side
    duration: ThreePoint
    needs: tuple[str, ...] = ()
    demand: Mapping[Resource, float] = field(default_factory=dict)
    carries_gate: bool = False
    earliest: float = 0.0
    elapsed: float | None = None

    @property
    def running(self) -> bool:
        """Begun and not ended."""
        return self.elapsed is not None


NO_TASKS = Text(
    en="There is nothing to plan yet. Enter tasks, or take the template of the seven steps.",
    de="Es gibt noch nichts zu planen. Tragen Sie Aufgaben ein, oder nehmen Sie die Vorlage der sieben Schritte.",
)
CIRCLE = Text(
    en="These tasks wait for each other in a circle: {which}. None of them could ever begin. Take out one of the waits, for example that “{second}” has to wait for “{first}”.",
    de="Diese Aufgaben warten im Kreis aufeinander: {which}. Keine könnte je beginnen. Nehmen Sie eine der Bedingungen heraus, zum Beispiel dass „{second}“ auf „{first}“ wartet.",
)
THROUGH_GATE = Text(
    en="“{task}” carries the culture gate, yet waits for technology: {which}. Technology waits for the gate, so none of them could ever begin. Take that wait out, or let the task no longer carry the gate.",
    de="„{task}“ trägt das Kulturtor und wartet doch auf Technologie: {which}. Technologie wartet auf das Tor, also könnte nichts davon je beginnen. Nehmen Sie diese Bedingung heraus, oder lassen Sie die Aufgabe das Tor nicht mehr tragen.",
)
NONE_THERE = Text(
    en="“{task}” needs {supply}, and none is there. Enter how much there is, or plan the task without it.",
    de="„{task}“ braucht {supply}, und davon ist nichts da. Tragen Sie ein, wie viel da ist, oder planen Sie die Aufgabe ohne.",
)
TOO_MUCH = Text(
    en="“{task}” needs {needed} of {supply}; there are {there}. Spread it over more time, or make room.",
    de="„{task}“ braucht {needed} von {supply}; da sind {there}. Strecken Sie sie, oder schaffen Sie Raum.",
)
WAITS = Text(en=" → ", de=" → ")


def problems(
    tasks: Sequence[Task], supply: Mapping[Resource, float], names: Mapping[Resource, Text], *, gated: bool
) -> tuple[Problem, ...]:
    """Everything that keeps a plan from being made, in words; `field` is the key of the task.

    What a department did not declare is not limited: `supply` holds only what was declared.
    """
    if not tasks:
        return (Problem("", NO_TASKS),)
    found = [Problem(task.key, task.duration.problem) for task in tasks if task.duration.problem]
    for task in tasks:
        for resource, needed in task.demand.items():
            there = supply.get(resource)
            if there is None or needed <= there:
                continue
            words = NONE_THERE if there <= 0 else TOO_MUCH
            said = words.fill(
                task=task.title, supply=names[resource], needed=decimal(needed), there=decimal(there)
            )
            found.append(Problem(task.key, said))
    circle = _circle(tasks)
    found += [circle] if circle else list(_through_gate(tasks)) if gated else []
    return tuple(found)


def waits(tasks: Sequence[Task]) -> dict[str, tuple[str, ...]]:
    """Which task waits for which, of those there are."""
    there = {task.key for task in tasks}
    return {task.key: tuple(key for key in task.needs if key in there) for task in tasks}


def _circle(tasks: Sequence[Task]) -> Problem | None:
    round_ = cycle(waits(tasks))
    if not round_:
        return None
    titles = {task.key: task.title for task in tasks}
    said = [titles[key] for key in round_]
    way = WAITS.en.join(f"“{title}”" for title in said), WAITS.de.join(f"„{title}“" for title in said)
    return Problem(round_[0], CIRCLE.fill(which=Text(*way), second=said[0], first=said[1]))


def _through_gate(tasks: Sequence[Task]) -> Iterator[Problem]:
    """Tasks that carry the gate and wait, however far round, for technology."""
    needs, by_key = waits(tasks), {task.key: task for task in tasks}
    for task in tasks:
        if not task.carries_gate:
            continue
        seen, ahead = set(), list(needs[task.key])
        while ahead:
            key = ahead.pop()
            if key not in seen:
                seen.add(key)
                ahead += needs[key]
        blocking = [by_key[key].title for key in sorted(seen) if by_key[key].side is Side.TECHNOLOGY]
        if blocking:
            which = listed([Text(each, each) for each in blocking], Text(en="and", de="und"))
            yield Problem(task.key, THROUGH_GATE.fill(task=task.title, which=which))
