"""Units of too few people are folded into others before anything is kept, so that nothing is about a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.tree import ancestors
from leitstern.core.inside.cells import FEWEST
from leitstern.core.inside.silo.ties import Ties

if TYPE_CHECKING:
    from leitstern.core.company.tree import Parents


def fold(ties: Ties, parents: Parents, fewest: int = FEWEST) -> tuple[Ties, tuple[tuple[str, str], ...]]:
    """The ties with every unit of fewer than `fewest` people joined to another, and which went where.

    A small unit joins the nearest unit above it that is there, else the smallest one beside it. Ties between the two
    then count as ties within; people and ties in all stay the same, and so does their spread. The smallest is folded first, until none is left
    or only one.
    """
    units, people = list(ties.units), list(ties.people)
    counts = np.array(ties.counts)
    went: list[tuple[str, str]] = []
    while len(units) > 1 and min(people) < fewest:
        at = min(range(len(units)), key=lambda place: (people[place], units[place]))
        to = units.index(_home(units[at], units, people, parents))
        went.append((units[at], units[to]))
        inside = counts[at, at] + counts[to, to] + counts[at, to]
        counts[to, :] += counts[at, :]
        counts[:, to] = counts[to, :]
        counts[to, to] = inside
        people[to] += people[at]
        counts = np.delete(np.delete(counts, at, 0), at, 1)
        del units[at], people[at]
    return Ties(tuple(units), tuple(people), counts, ties.spread), tuple(went)


def _home(unit: str, units: list[str], people: list[int], parents: Parents) -> str:
    """Where a small unit goes."""
    above = [each for each in ancestors(parents, unit) if each in units]
    if above:
        return above[0]
    others = [place for place, each in enumerate(units) if each != unit]
    beside = [place for place in others if parents.get(units[place]) == parents.get(unit)]
    return units[min(beside or others, key=lambda place: (people[place], units[place]))]
