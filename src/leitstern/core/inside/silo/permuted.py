"""How many ties would lie within units if people were permuted over them, their ties staying as they are.

Mean and variance of that permutation are exact and closed (quadratic assignment: Mantel 1967; Hubert and Schultz 1976),
and of who is tied to whom they need two figures only: how many ties there are, and how many pairs of ties meet in one
person. Two ties that meet lie inside together where three people are of one unit, two that do not where each has its own
two of one. So people with very many ties widen chance where units are of unequal size, and it is enough to know the
spread of ties over people; nobody has to say whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_PEOPLE = 4  # two ties that do not meet are of four


@dataclass(frozen=True, slots=True)
class Permuted:
    """Ties within units over all permutations of people: their mean and variance."""

    mean: float
    variance: float

    def at_least(self, counted: int) -> float:
        """P(as many as `counted` or more), by the normal distribution with half a tie for continuity."""
        return 0.5 * erfc((counted - 0.5 - self.mean) / sqrt(2 * max(self.variance, 1e-12)))


def permuted(sizes: Sequence[int], ties: int, spread: float) -> Permuted:
    """Over units of `sizes`, at least four people in all; `spread` is the standard deviation of ties per person."""
    n = np.array(sizes, dtype=np.float64)
    people = float(n.sum())
    twos, threes = n * (n - 1), n * (n - 1) * (n - 2)
    two = float(twos.sum()) / (people * (people - 1))
    three = float(threes.sum()) / (people * (people - 1) * (people - 2))
    fours = float((threes * (n - 3)).sum() + twos.sum() ** 2 - (twos**2).sum())
    two_twos = fours / (people * (people - 1) * (people - 2) * (people - 3))
    mean_each = 2 * ties / people
    meeting = people * (spread**2 + mean_each**2) / 2 - ties
    apart = ties * (ties - 1) / 2 - meeting
    variance = ties * (two - two**2) + 2 * meeting * (three - two**2) + 2 * apart * (two_twos - two**2)
    return Permuted(ties * two, variance)


def possible_spread(sizes: Sequence[int], of_units: Sequence[int], ties: int) -> tuple[float, float]:
    """The smallest and largest standard deviation of ties per person that `of_units` ties of each unit's people allow.

    A tie within a unit counts twice for it. Least is that between the means of units; most, that nobody can have fewer
    than no ties or more than one with everybody else.
    """
    n, sums = np.array(sizes, dtype=np.float64), np.array(of_units, dtype=np.float64)
    people = float(n.sum())
    mean = 2 * ties / people
    least = sqrt(float((n * (sums / n - mean) ** 2).sum()) / people)
    return least, sqrt(max(0.0, mean * (people - 1 - mean)))
