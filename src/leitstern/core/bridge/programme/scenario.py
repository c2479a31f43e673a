"""What if: the same roadmap with more capacity, without a task, on the direct way, or later; side by side in the same worlds.

Doing nothing is a scenario, too. It ends never; what it costs is told by the steps that fall back without new evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.bridge.programme.forecast import Worlds
    from leitstern.core.bridge.programme.roadmap import Roadmap
    from leitstern.core.bridge.programme.task import Resource

MOST_WAIT = 60  # months


@dataclass(frozen=True, slots=True)
class Change:
    """What is different. `capacity` multiplies what there is of a resource; `without` are keys of tasks."""

    capacity: Mapping[Resource, float] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    direct: bool = False
    wait: int = 0
    nothing: bool = False

    @property
    def same(self) -> bool:
        """Nothing is different."""
        return not (
            self.without
            or self.direct
            or self.wait
            or self.nothing
            or any(factor != 1 for factor in self.capacity.values())
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Months later (+) or earlier (−) than the plan, world by world: the middle one, and eight of ten."""

    p10: float
    p50: float
    p90: float
    later: float  # share of worlds in which it takes longer than the plan

    @property
    def clear(self) -> bool:
        """Eight of ten worlds agree on the direction."""
        return self.p10 > 0 or self.p90 < 0


def changed(roadmap: Roadmap, change: Change) -> Roadmap:
    """The roadmap of a scenario. What waited for a task that is left out waits for what that task waited for."""
    gone = set(change.without)
    needs = {task.key: task.needs for task in roadmap.tasks}

    def reached(keys: tuple[str, ...], seen: frozenset[str]) -> tuple[str, ...]:
        found: list[str] = []
        for key in keys:
            if key not in gone:
                found.append(key)
            elif key not in seen:
                found += reached(needs.get(key, ()), seen | {key})
        return tuple(dict.fromkeys(found))

    return replace(
        roadmap,
        tasks=tuple(
            replace(task, needs=reached(task.needs, frozenset()))
            for task in roadmap.tasks
            if task.key not in gone
        ),
        supply={each: there * change.capacity.get(each, 1.0) for each, there in roadmap.supply.items()},
        route=Route.B if change.direct else roadmap.route,
        wait=roadmap.wait + change.wait,
    )


def difference(plan: Worlds, other: Worlds) -> Difference:
    """How a scenario differs from the plan in the same worlds."""
    apart = other.ends - plan.ends
    p10, p50, p90 = (float(each) for each in np.quantile(apart, (0.1, 0.5, 0.9)))
    return Difference(p10, p50, p90, float((apart > 0).mean()))
