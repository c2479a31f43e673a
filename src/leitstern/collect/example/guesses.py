"""What the people inside guess: of 100 customers at a touchpoint, how many agree with the statement?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.truths import Truth, taxonomy, truth_table

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Shares
    from leitstern.collect.example.world import World


@dataclass(frozen=True, slots=True)
class Guess:
    """One anonymous guess (0–100), and whether its author had seen customer data on it within a year."""

    touchpoint: str
    facet: str
    group: str
    guess: int
    seen_data: bool


# People per group; what they add to a belief that is not honest (zero over all people); who has seen data.
_GROUPS = {"executives": (6, 0.06, 0.15), "managers": (8, 0.0, 0.4), "staff": (9, -0.04, 0.5)}
_BUSY = 2  # executives who only guess where it matters most, so that their group falls below five elsewhere
_MATTERS = 0.7  # from this importance on
_TEMPER = 0.025  # how far people differ in general
_SCATTER = 0.07  # and in each single guess


def guesses(world: World) -> list[Guess]:
    """Guesses at every promise of the taxonomy. Honest ones are the lived share on average."""
    rng = world.rng("guesses")
    importance = {t.slug: t.importance for t in taxonomy().touchpoints}
    unaware = {touchpoint for touchpoint, _ in world.scenario.beliefs}
    asked = [t for t in truth_table(world.scenario).values() if t.belief is not None]
    found = []
    for group, (people, lean, informed) in _GROUPS.items():
        temper = rng.normal(0, _TEMPER, people)
        for truth in asked:
            own = lean if truth.touchpoint in unaware else 0.0
            shares = _scattered(rng, truth, own, temper)
            saw = (rng.random(people) < informed) & (truth.touchpoint not in unaware)
            absent = _BUSY if group == "executives" and importance[truth.touchpoint] < _MATTERS else 0
            found += [
                Guess(truth.touchpoint, truth.facet, group, round(100 * share), bool(seen))
                for share, seen in list(zip(shares.tolist(), saw.tolist(), strict=True))[absent:]
            ]
    return found


def _scattered(rng: np.random.Generator, truth: Truth, lean: float, temper: Shares) -> Shares:
    """Guesses around a belief, equally far to both sides, so that their mean stays there."""
    centre = min(max((truth.belief or 0.0) + lean, 0.02), 0.98)
    room = min(centre, 1 - centre)
    return centre + np.clip(temper + rng.normal(0, _SCATTER, len(temper)), -room, room)
