"""The facet of thinking: how functions experience each other, from a matrix function × function.

After relational coordination (Gittell): people are asked about *others'* behaviour, their own function included.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt
from typing import TYPE_CHECKING

from leitstern.core.inside.silo.facet import Facet, Reading
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NOT_ASKED = Missing(
    "not-asked",
    Text(
        en="no published staff wave has asked how departments work together",
        de="keine veröffentlichte Befragung hat gefragt, wie Bereiche zusammenarbeiten",
    ),
)
NO_DEPARTMENT = Missing(
    "no-department",
    Text(en="no department stands for this function", de="für diese Funktion steht kein Bereich"),
)
TOO_FEW_SHOWN = Missing(
    "too-few-shown",
    Text(
        en="fewer than two functions may be shown with both their view of themselves and of others",
        de="weniger als zwei Funktionen dürfen mit ihrer Sicht auf sich selbst und auf andere gezeigt werden",
    ),
)

type Pair = tuple[str, str]  # who answers, about whom


@dataclass(frozen=True)
class Relations:
    """Levels 0–4 by (who answers, about whom), as published; `weights` of pairs are handoffs between them.

    Where some function hands nobody over, as where nothing is known, every pair counts alike: otherwise those who never
    meet would drop out of what is said about them.
    """

    functions: tuple[str, ...]
    cells: Mapping[Pair, Measured]
    weights: Mapping[Pair, float]

    def weight(self, one: str, other: str) -> float:
        """How much the view of one function of another counts."""
        return self.weights.get((one, other), 0.0) if self.weighted else 1.0

    @property
    def weighted(self) -> bool:
        """Whether every function hands customers over, so that handoffs can weigh."""
        return all(
            any(self.weights.get((one, other), 0.0) for other in self.functions if other != one)
            for one in self.functions
        )

    @property
    def hidden(self) -> int:
        """Cells that may not be shown."""
        return sum(isinstance(cell, Missing) for cell in self.cells.values())


def pooled(parts: Sequence[Measured]) -> Measured:
    """The view of a function that several departments stand for: those that may be shown, each by its people."""
    shown = [each for each in parts if isinstance(each, Estimate)]
    if not shown:
        return next((each for each in parts if isinstance(each, Missing)), NO_DEPARTMENT)
    n = sum(each.n for each in shown)
    value = sum(each.n * each.value for each in shown) / n
    below = hypot(*(each.n * (each.value - each.low) for each in shown)) / n
    above = hypot(*(each.n * (each.high - each.value) for each in shown)) / n
    return Estimate(value, value - below, value + above, n, "stated", as_of=shown[0].as_of)


def thinking(relations: Relations, source: Text, as_of: date | None = None) -> Reading:
    """1 − (weighted mean level between functions) / (mean level within them); without silos both are alike.

    On answers 1–5 that is 1 − (between − 1) / (within − 1). Cells of one function come from the same people, so their
    errors add up in full; functions are independent. n = people behind the rows that count.
    """
    if not relations.functions:
        return Reading(Facet.THINKING, NOT_ASKED, 0.0, source)
    within = {one: relations.cells.get((one, one)) for one in relations.functions}
    own = {one: cell for one, cell in within.items() if isinstance(cell, Estimate)}
    rows = {
        one: [
            (relations.weight(one, other), cell)
            for other in relations.functions
            if other != one and isinstance(cell := relations.cells.get((one, other)), Estimate)
        ]
        for one in own
    }
    rows = {one: row for one, row in rows.items() if sum(weight for weight, _ in row)}
    inside = sum(own[one].value for one in rows) / len(rows) if rows else 0.0
    if len(rows) < 2 or not inside:
        return Reading(Facet.THINKING, TOO_FEW_SHOWN, 0.0, source)
    weight = sum(weight for row in rows.values() for weight, _ in row)
    between = sum(weight * cell.value for row in rows.values() for weight, cell in row) / weight
    ratio = between / inside
    error_between = hypot(*(sum(w * _error(cell) for w, cell in row) for row in rows.values())) / weight
    error_inside = hypot(*(_error(own[one]) for one in rows)) / len(rows)
    reach = _z(LEVEL) * sqrt((error_between / inside) ** 2 + (ratio * error_inside / inside) ** 2)
    n = sum(max(own[one].n, *(cell.n for _, cell in row)) for one, row in rows.items())
    raw = Estimate(1 - ratio, 1 - ratio - reach, 1 - ratio + reach, n, "stated", as_of=as_of)
    return Reading(Facet.THINKING, raw, 0.0, source)


def _error(cell: Estimate) -> float:
    """The standard error a published interval goes by."""
    return (cell.high - cell.low) / 2 / _z(cell.level)


def _z(level: float) -> float:
    return normal_quantile((1 + level) / 2)
