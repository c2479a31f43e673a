"""From tasks to a network that can be scheduled: resources, the culture gate, and what a route makes of it.

On route C technology waits for every task that carries the culture gate, unless the culture is likely enough to have
passed it already (`P(gate) > overlap_from`). On route B nothing waits; how that usually ends is a second network: the
technology comes first, it is noticed late that people cannot use it, and the work on culture follows, harder than before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.schedule import Network
from leitstern.core.bridge.programme.task import Side, Task
from leitstern.core.inside.durations import NOTICED
from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.bridge.programme.duration import Tail
    from leitstern.core.bridge.programme.task import Resource

NOTICING = ThreePoint(*NOTICED)
UNTIL_NOTICED = "until noticed"  # key of the time until a failed direct way is noticed


@dataclass(frozen=True, slots=True)
class Rules:
    """What plans assume; every number is in the register of assumptions."""

    overlap_from: float  # P(gate) from which technology may begin beside the culture work
    tail: Tail | None  # technology's fat tail
    direct_success: float  # how often the direct way B succeeds
    after_failure: float  # how much harder culture work is after it failed


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Everything a plan is made of. `gate` is the probability that the culture has passed the gate by now; None = unknown."""

    tasks: tuple[Task, ...]
    supply: Mapping[Resource, float] = field(default_factory=dict)
    route: Route = Route.C
    gate: float | None = None
    wait: int = 0  # months before anything new begins

    def gated(self, rules: Rules) -> bool:
        """Whether technology has to wait for the culture gate."""
        passed = self.gate is not None and self.gate > rules.overlap_from
        return self.route is not Route.B and not passed and any(task.carries_gate for task in self.tasks)

    @property
    def direct(self) -> bool:
        """Technology and culture at once."""
        return self.route is Route.B


def failed(roadmap: Roadmap, rules: Rules) -> Roadmap:
    """The same once the direct way has failed: technology, then the delay until it is noticed, then all work on people."""
    technology = tuple(task.key for task in roadmap.tasks if task.side is Side.TECHNOLOGY)
    notice = Task(UNTIL_NOTICED, UNTIL_NOTICED, Side.PEOPLE, NOTICING, technology)
    harder = tuple(
        task
        if task.side is Side.TECHNOLOGY
        else replace(
            task,
            needs=(*(key for key in task.needs if key not in technology), UNTIL_NOTICED),
            duration=_times(task.duration, rules.after_failure),
            elapsed=None,
        )
        for task in roadmap.tasks
    )
    people = {task.key for task in harder if task.side is Side.PEOPLE}
    first = tuple(
        replace(task, needs=tuple(key for key in task.needs if key not in people))
        if task.side is Side.TECHNOLOGY
        else task
        for task in harder
    )
    return replace(roadmap, tasks=(*first, notice))


def _times(duration: ThreePoint, factor: float) -> ThreePoint:
    return ThreePoint(duration.low * factor, duration.mode * factor, duration.high * factor)


def network(roadmap: Roadmap, *, gated: bool) -> Network:
    """What the schedule sees. Resources that nobody declared do not limit anything and are left out."""
    tasks, resources = roadmap.tasks, sorted(roadmap.supply)
    places = {task.key: place for place, task in enumerate(tasks)}
    needs = np.zeros((len(tasks), len(tasks)), dtype=bool)
    for task in tasks:
        for key in () if task.running else task.needs:
            if key in places:
                needs[places[task.key], places[key]] = True
    if gated:
        carriers = [places[task.key] for task in tasks if task.carries_gate]
        for task in tasks:
            if task.side is Side.TECHNOLOGY and not task.running:
                needs[places[task.key], carriers] = True
    waiting = [0 if task.running else max(round(task.earliest), roadmap.wait) for task in tasks]
    return Network(
        np.array(
            [[task.demand.get(each, 0.0) for each in resources] for task in tasks], dtype=np.float64
        ).reshape(len(tasks), len(resources)),
        np.array([roadmap.supply[each] for each in resources], dtype=np.float64),
        needs,
        np.array(waiting, dtype=np.int64),
        np.array([task.running for task in tasks], dtype=np.bool_),
    )
