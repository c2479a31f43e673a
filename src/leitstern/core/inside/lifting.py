"""How coarsely single answers are kept once results are published: never so that fewer than five share a place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors

if TYPE_CHECKING:
    from collections.abc import Mapping

    type Place = tuple[str, str]  # level, unit

NOWHERE = ("", COMPANY)  # somebody of the company, whatever their level


def lifted(answered: Mapping[Place, int], parents: Mapping[str, str], fewest: int) -> dict[Place, Place]:
    """Where the answers of each place count from now on: in it, in a unit above, or without unit and level.

    In every place that is left at least `fewest` have answered, or all are in one.
    """
    now = {place: place for place, n in answered.items() if n}
    while True:
        n: Counter[Place] = Counter()
        for place, there in now.items():
            n[there] += answered[place]
        few = [place for place in n if n[place] < fewest]
        if not few or n.keys() == {NOWHERE}:
            return now
        deepest = max(few, key=lambda place: (len(ancestors(parents, place[1])), place))
        moving, there = deepest, _above(deepest, parents)
        if deepest == NOWHERE:
            moving = min((n[place], place) for place in n if place != NOWHERE)[1]
        now = {place: there if at == moving else at for place, at in now.items()}


def _above(place: Place, parents: Mapping[str, str]) -> Place:
    level, unit = place
    return NOWHERE if unit == COMPANY else (level, parents.get(unit, COMPANY))
