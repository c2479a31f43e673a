"""The instance of the trial: forty tasks, three resources, drawn by the same generator with the same seed."""

from __future__ import annotations

import random

from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.roadmap import Roadmap, Rules
from leitstern.core.bridge.programme.task import Resource, Side, Supply, Task

LEADERS, IT = Resource(Supply.LEADERS, "service"), Resource(Supply.IT)
BUDGET = Resource(Supply.BUDGET, "EUR")
RULES = Rules(overlap_from=0.7, tail=None, direct_success=0.2, after_failure=1.1)


def trial() -> Roadmap:
    """In the order of the trial's draws."""
    rng = random.Random(4)
    tasks: list[Task] = []
    for place in range(40):
        low = rng.randint(2, 5)
        mode = low + rng.randint(1, 5)
        high = mode + rng.randint(2, 14)
        demand = {
            LEADERS: float(rng.randint(1, 4)),
            IT: float(rng.randint(0, 3)),
            BUDGET: float(rng.randint(1, 4)),
        }
        rng.randint(1, 10)  # a value the trial did not use
        needs = rng.sample(range(place), min(place, rng.choice([0, 1, 1, 2])))
        side = Side.TECHNOLOGY if place % 3 == 0 else Side.PEOPLE
        tasks.append(
            Task(
                str(place),
                f"Task {place}",
                side,
                ThreePoint(low, mode, high),
                tuple(map(str, needs)),
                demand,
            )
        )
    return Roadmap(tuple(tasks), {LEADERS: 10.0, IT: 8.0, BUDGET: 12.0})
