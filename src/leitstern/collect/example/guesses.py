"""What the people inside guess: of 100 customers at a touchpoint, how many agree with the statement?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.belief_sheet import BeliefRow
from leitstern.collect.example.truths import taxonomy, truth_table

if TYPE_CHECKING:
    import numpy as np

    from leitstern.collect.example.truths import Truth
    from leitstern.collect.example.world import World

# People per group; what they add to a belief that is not honest (zero over all people); who has seen data.
_GROUPS = {"executives": (6, 0.06, 0.15), "managers": (8, 0.0, 0.4), "staff": (9, -0.04, 0.5)}
_BUSY = 2  # executives who only guess where it matters most, so that their group falls below five elsewhere
_MATTERS = 0.7  # from this importance on
_TEMPER = 0.025  # how far people differ in general
_SCATTER = 0.07  # and in each single guess


def guesses(world: World) -> list[list[BeliefRow]]:
    """The sheets of all people, with guesses at every promise. Honest ones are the lived share on average."""
    rng = world.rng("guesses")
    matters = {t.slug for t in taxonomy().touchpoints if t.importance >= _MATTERS}
    unaware = {touchpoint for touchpoint, _ in world.scenario.beliefs}
    truths = [truth for truth in truth_table(world.scenario).values() if truth.belief is not None]
    sheets = []
    for group, (people, lean, informed) in _GROUPS.items():
        for person in range(people):
            temper = rng.normal(0, _TEMPER)
            busy = group == "executives" and person < _BUSY
            sheet = []
            for truth in truths:
                apart = truth.touchpoint in unaware
                guess = _scattered(rng, truth, lean if apart else 0.0, temper)
                saw = rng.random() < informed and not apart
                if truth.touchpoint in matters or not busy:
                    sheet.append(BeliefRow(truth.touchpoint, truth.facet, group, round(100 * guess), saw))
            sheets.append(sheet)
    return sheets


def _scattered(rng: np.random.Generator, truth: Truth, lean: float, temper: float) -> float:
    """A guess around a belief, equally far to both sides, so that the mean stays there."""
    centre = min(max((truth.belief or 0.0) + lean, 0.02), 0.98)
    room = min(centre, 1 - centre)
    return centre + min(max(temper + rng.normal(0, _SCATTER), -room), room)
