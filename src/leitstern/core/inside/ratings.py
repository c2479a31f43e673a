"""Ratings of where the organisation stands: who looked, at which dimensions, and which levels they gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray


CULTURE = tuple(f"k{number}" for number in range(1, 13))
TECHNOLOGY = tuple(f"t{number}" for number in range(1, 11))
DIMENSIONS = {Axis.CULTURE: CULTURE, Axis.TECHNOLOGY: TECHNOLOGY}
WHOLE = Axis.CULTURE.value  # the dimension of a view that sees an axis only as a whole

OFF_THE_SCALE = Text(
    en="Levels lie between 0 and 4, one column per dimension. Nothing was kept.",
    de="Stufen liegen zwischen 0 und 4, eine Spalte je Dimension. Es wurde nichts gespeichert.",
)


class View(StrEnum):
    """From where somebody looks at the organisation. The first three are groups of people inside."""

    EXECUTIVES = "executives"
    MANAGERS = "managers"
    STAFF = "staff"
    EVIDENCE = "evidence"
    INDEPENDENT = "independent"
    CUSTOMERS = "customers"


INSIDERS = (View.EXECUTIVES, View.MANAGERS, View.STAFF)
LEADERS = (View.EXECUTIVES, View.MANAGERS)  # the first that rated culture speaks for those who lead
OUTSIDERS = (View.EVIDENCE, View.INDEPENDENT, View.CUSTOMERS)  # what self-images can be compared with

VIEWS: dict[View, Text] = {
    View.EXECUTIVES: Text(en="Executives", de="Geschäftsleitung"),
    View.MANAGERS: Text(en="Managers", de="Führungskräfte"),
    View.STAFF: Text(en="Staff", de="Mitarbeitende"),
    View.EVIDENCE: Text(en="Evidence", de="Belege"),
    View.INDEPENDENT: Text(en="Independent assessor", de="Unabhängige Dritte"),
    View.CUSTOMERS: Text(en="Customers", de="Kundinnen und Kunden"),
}

AXES: dict[Axis, Text] = {
    Axis.CULTURE: Text(en="Culture", de="Kultur"),
    Axis.TECHNOLOGY: Text(en="Technology", de="Technologie"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Of one thing: how many people, their mean level, and the sum of squares of their distances from it."""

    n: float
    mean: float
    squares: float


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """What one view says. `levels` is people × dimensions, 0–4, NaN where somebody did not rate a dimension.

    *Evidence* has one row of credited levels. *Customers* have one value of the whole culture axis: their lived share
    on the scale of levels, with its own interval in `spread` (standard error of that value) and `n` customers.
    """

    view: View
    dimensions: tuple[str, ...]
    levels: NDArray[np.float64]
    source: Text
    as_of: date
    n: int = 0  # people behind the rows; by default as many as there are rows
    spread: float = 0.0

    def __post_init__(self) -> None:
        levels = np.asarray(self.levels, dtype=np.float64)
        inside = np.isnan(levels) | ((levels >= 0) & (levels <= HIGHEST_LEVEL))
        if levels.ndim != 2 or levels.shape[1] != len(self.dimensions) or not inside.all():
            raise InvalidInput(OFF_THE_SCALE)
        object.__setattr__(self, "levels", levels)
        if not self.n:
            object.__setattr__(self, "n", len(levels))

    def said(self, dimension: str) -> Said | None:
        """What is said of a dimension; None where nobody rated it."""
        if dimension not in self.dimensions:
            return None
        column = self.levels[:, self.dimensions.index(dimension)]
        return said_by(column[~np.isnan(column)])


@dataclass(frozen=True, slots=True, eq=False)
class Summary(Ratings):
    """What was published of a view, and nothing else: `levels` is one row of means, NaN where a dimension is hidden.

    `counts` and `spreads` (standard deviations of people) belong to the dimensions. Whatever is worked out from this
    can be worked out by everybody who reads what was published, so it gives nobody away.
    """

    counts: tuple[int, ...] = ()
    spreads: tuple[float, ...] = ()

    def said(self, dimension: str) -> Said | None:
        """What was published of a dimension; None where it is hidden."""
        if dimension not in self.dimensions:
            return None
        at = self.dimensions.index(dimension)
        mean, n = float(self.levels[0, at]), self.counts[at]
        return None if np.isnan(mean) else Said(n, mean, (n - 1) * self.spreads[at] ** 2)


def said_by(levels: NDArray[np.float64]) -> Said | None:
    """What people say who give these levels; None without people."""
    if not len(levels):
        return None
    mean = float(levels.mean())
    return Said(len(levels), mean, float(((levels - mean) ** 2).sum()))


def axis_of(dimension: str) -> Axis | None:
    """The axis a dimension speaks for; None for those of packs, which explain a position but do not make it."""
    if dimension in CULTURE or dimension == Axis.CULTURE:
        return Axis.CULTURE
    if dimension in TECHNOLOGY or dimension == Axis.TECHNOLOGY:
        return Axis.TECHNOLOGY
    return None
