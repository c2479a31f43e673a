"""How far the people of a unit lie apart, and how sure that is: what every index of agreement is made of.

Answers are `(people, items)`, NaN where somebody left an item out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import LEVEL
from leitstern.core.stats.quantiles import chi_square_quantile, student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Bools, Floats

    Ints = NDArray[np.int64]

_TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
_FARTHEST = 50.0  # of a logarithm: no spread on a scale can be off by so much

_OFF_THE_SCALE = Text(
    en="Answers lie outside the scale from {low} to {high}. Nothing was calculated; please check the scale.",
    de="Antworten liegen außerhalb der Skala von {low} bis {high}. Es wurde nichts berechnet; bitte prüfen Sie die Skala.",
)
_NOT_ALIGNED = Text(
    en="There must be one unit for each person: {people} people, {units} units. Nothing was calculated.",
    de="Zu jeder Person gehört eine Einheit: {people} Personen, {units} Einheiten. Es wurde nichts berechnet.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """By unit: factors by which a measure of spread may be too high (`down` ≤ 1) or too low (`up` ≥ 1)."""

    down: Floats
    up: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """Arrays by unit, or by unit and item: how many answered, their mean, variance (n − 1), mean absolute deviation.

    `raters` answered at least one item; `usable` items have two answers or more. NaN where too few answered.
    """

    names: Ints
    raters: Ints
    n: Floats
    mean: Floats
    variance: Floats
    deviation: Floats
    of_variance: Reach
    of_deviation: Reach

    @property
    def usable(self) -> Bools:
        """Items on which people can differ at all."""
        return self.n >= 2

    @property
    def items(self) -> Floats:
        """How many usable items there are."""
        return self.usable.sum(axis=1).astype(np.float64)


def within_units(answers: Floats, units: Ints, low: int, high: int) -> Within:
    """Of each unit in `units` (one entry per person), ascending; answers on a scale from `low` to `high`.

    How sure: of two ways the more careful one, at either end. As if the sample were normal, χ² on people − 1 degrees
    of freedom; or by how much people differ in how far they lie from their unit's mean, Student's t on the logarithm
    of the spread. Several items are answered by the same people and add nothing to the degrees of freedom.
    """
    check(answers, units, low, high)
    order = np.argsort(units, kind="stable")
    answers = answers[order]
    there = ~np.isnan(answers)
    names, starts = np.unique(units[order], return_index=True)
    unit = np.repeat(np.arange(len(starts)), np.diff([*starts, len(answers)]))
    n = np.add.reduceat(there, starts, dtype=np.float64)
    mean = np.add.reduceat(np.where(there, answers, 0), starts) / np.where(n > 0, n, np.nan)
    comparable = there & (n >= 2)[unit]
    away = np.abs(np.where(comparable, answers - mean[unit], 0))
    raters = np.add.reduceat(there.any(axis=1), starts, dtype=np.int64)
    freedom = np.maximum(mean_of(n, n >= 2) - 1, 1.0)
    normal = [np.sqrt(freedom / chi_square_quantile(tail, freedom)) for tail in _TAILS]
    given = np.where(comparable.any(axis=1), comparable.sum(axis=1), np.nan)
    by_person = [_of_people((away**power).sum(axis=1) / given, starts, unit, raters) for power in (1, 2)]
    return Within(
        names,
        raters,
        n,
        mean,
        np.add.reduceat(away**2, starts) / np.where(n > 1, n - 1, np.nan),
        np.add.reduceat(away, starts) / np.where(n > 0, n, np.nan),
        Reach(np.minimum(normal[1] ** 2, 1 / by_person[1]), np.maximum(normal[0] ** 2, by_person[1])),
        Reach(np.minimum(normal[1], 1 / by_person[0]), np.maximum(normal[0], by_person[0])),
    )


def check(answers: Floats, units: Ints, low: int, high: int) -> None:
    """Raise `InvalidInput` where answers and units, or answers and scale, do not fit together."""
    if len(units) != len(answers):
        raise InvalidInput(_NOT_ALIGNED.fill(people=len(answers), units=len(units)))
    if ((answers < low) | (answers > high)).any():
        raise InvalidInput(_OFF_THE_SCALE.fill(low=low, high=high))


def mean_of(values: Floats, usable: Bools) -> Floats:
    """Over the usable items of each unit; 0 where there is none."""
    mean: Floats = np.where(usable, values, 0).sum(axis=1) / np.maximum(usable.sum(axis=1), 1)
    return mean


def _of_people(spread: Floats, starts: NDArray[np.intp], unit: NDArray[np.intp], raters: Ints) -> Floats:
    """The factor by which a unit's mean of these (one per person, NaN for nobody) may be off; 1 where it is 0."""
    there = ~np.isnan(spread)
    n = np.maximum(raters, 2)
    mean = np.add.reduceat(np.where(there, spread, 0), starts) / n
    squares = np.add.reduceat(np.where(there, spread - mean[unit], 0) ** 2, starts)
    error = np.sqrt(squares / (n - 1) / n) / np.where(mean > 0, mean, np.inf)
    sizes, place = np.unique(n, return_inverse=True)
    student = np.array([student_quantile(_TAILS[1], int(size) - 1) for size in sizes])[place]
    factor: Floats = np.exp(np.minimum(student * error, _FARTHEST))
    return factor
