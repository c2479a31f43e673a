"""A staff wave in numbers: from each person's answers to the level of every unit, level and dimension.

All groups are scored here; which of them may be shown is `publishing`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.cells import leaves
from leitstern.core.inside.groups import Group, Participation, cells_and_relations
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Instrument, to_level, turn
from leitstern.core.inside.ratings import View
from leitstern.core.stats.agreement import agreement_by_unit
from leitstern.core.stats.careless import careless
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.stats.reliability import Covariance, alpha, covariance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from leitstern.core.inside.instrument import Scale
    from leitstern.core.stats.posteriors import Bools, Floats

# Before anybody answers: the middle of the scale on the strength of a third of a person, and single people half a
# level apart on the strength of six. docs/method/few-raters.md measures what that prior covers.
PRIOR = NormalInverseChi2(
    mean=np.array(0.5),
    size=np.array(0.3),
    freedom=np.array(6.0),
    spread2=np.array((0.5 / HIGHEST_LEVEL) ** 2),
)


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """Everybody's answers: `given` is people × items as they were given, NaN where left out.

    `levels` and `units` say for each person at which level and in which unit they count.
    """

    given: NDArray[np.float64]
    levels: NDArray[np.str_]
    units: NDArray[np.str_]

    def only(self, people: NDArray[np.bool_]) -> Answered:
        """The answers of some of them."""
        return Answered(self.given[people], self.levels[people], self.units[people])


@dataclass(frozen=True, slots=True)
class Score:
    """Where a group sees one dimension: mean level with interval and n, and how far its people lie apart.

    `spread` is the standard deviation of single people's levels; `agreement` is rwg(j) against people who answer at
    random.
    """

    level: Estimate
    spread: float
    agreement: Measured


type Scores = dict[Group, dict[str, Score]]


def rated(instrument: Instrument, answered: Answered) -> dict[str, dict[tuple[View, str], int]]:
    """How many people of each place rated each dimension."""
    seen = ~np.isnan(to_level(instrument, answered.given))
    places, place = _places(answered)
    counts = _by_place(seen, place, len(places))
    return {
        dimension.slug: {where: int(n) for where, n in zip(places, counts[:, at], strict=True) if n}
        for at, dimension in enumerate(instrument.dimensions)
    }


def score(
    instrument: Instrument,
    answered: Answered,
    wave: int,
    parents: Mapping[str, str],
    as_of: date | None = None,
) -> Scores:
    """Every group of the wave on every dimension that somebody in it rated."""
    places, place = _places(answered)
    groups, made_of = _groups(wave, parents, places, place)
    levels = to_level(instrument, answered.given) / HIGHEST_LEVEL
    seen = ~np.isnan(levels)
    known = np.where(seen, levels, 0.0)
    n, total, squares = (made_of @ _by_place(part, place, len(places)) for part in (seen, known, known**2))
    mean = np.divide(total, n, out=np.zeros_like(total), where=n > 0)
    apart = np.maximum(squares - n * mean**2, 0.0)
    low, high = _interval(n, mean, apart)
    spread = np.sqrt(np.divide(apart, n - 1, out=np.zeros_like(apart), where=n > 1))
    layers = _layers(made_of)
    agreed = [
        _agreement(items, instrument.scale, place, made_of, layers)
        for items in _counted(instrument, answered)
    ]
    return {
        group: {
            dimension.slug: Score(
                Estimate(
                    value=float(HIGHEST_LEVEL * mean[row, at]),
                    low=float(HIGHEST_LEVEL * low[row, at]),
                    high=float(HIGHEST_LEVEL * high[row, at]),
                    n=int(n[row, at]),
                    grade="stated",
                    as_of=as_of,
                ),
                float(HIGHEST_LEVEL * spread[row, at]),
                agreed[at][row],
            )
            for at, dimension in enumerate(instrument.dimensions)
            if n[row, at]
        }
        for row, group in enumerate(groups)
    }


def flags(instrument: Instrument, answered: Answered) -> Bools:
    """Who may have clicked through without reading. They are reported with and without, never left out."""
    dimensions = [dimension.slug for dimension in instrument.dimensions]
    return careless(
        answered.given,
        np.array([dimensions.index(item.dimension) for item in instrument.items]),
        np.array([item.reverse for item in instrument.items], dtype=bool),
        instrument.scale.low,
        instrument.scale.high,
    ).flagged


def reliability(instrument: Instrument, answered: Answered) -> dict[str, Measured]:
    """Cronbach's alpha of each dimension over everybody, or why there is none."""
    found: dict[str, Measured] = {}
    for dimension, items in zip(instrument.dimensions, _counted(instrument, answered), strict=True):
        known = covariance(items)
        found[dimension.slug] = alpha(known) if isinstance(known, Covariance) else known
    return found


def _counted(instrument: Instrument, answered: Answered) -> list[Floats]:
    """By dimension everybody's answers to its items, all keyed alike, of those alone who count as having rated it.

    Other people's answers would be in agreement and alpha, but not in the n that was decided about.
    """
    turned, rated = turn(instrument, answered.given), ~np.isnan(to_level(instrument, answered.given))
    return [
        np.where(rated[:, [at]], turned[:, items_of(instrument, dimension.slug)], np.nan)
        for at, dimension in enumerate(instrument.dimensions)
    ]


def items_of(instrument: Instrument, dimension: str) -> list[int]:
    """The columns of a dimension's items."""
    return [at for at, item in enumerate(instrument.items) if item.dimension == dimension]


def _by_place(values: Floats | Bools, place: NDArray[np.intp], places: int) -> Floats:
    """Sums of the rows (one per person) of each place."""
    columns = values.shape[1]
    cells = (place[:, None] * columns + np.arange(columns)).ravel()
    return np.bincount(cells, weights=values.ravel(), minlength=places * columns).reshape(places, columns)


def _places(answered: Answered) -> tuple[list[tuple[View, str]], NDArray[np.intp]]:
    """The places people count in, and each person's."""
    if not len(answered.levels):
        return [], np.zeros(0, dtype=np.intp)
    pairs = np.char.add(np.char.add(answered.levels, "\t"), answered.units)
    names, place = np.unique(pairs, return_inverse=True)
    split = [str(name).split("\t") for name in names]
    return [(View(level), unit) for level, unit in split], place


def _groups(
    wave: int, parents: Mapping[str, str], places: Sequence[tuple[View, str]], place: NDArray[np.intp]
) -> tuple[list[Group], Floats]:
    """The groups with people in them, and which places each is made of (groups × places, 0 or 1)."""
    counts = dict(zip(places, np.bincount(place, minlength=len(places)).tolist(), strict=True))
    participation = Participation(wave, parents, counts)
    cells, relations = cells_and_relations([participation])
    made_of = leaves(cells, relations)
    column = {participation.leaf(*where): at for at, where in enumerate(places)}
    groups = [cell.key for cell in cells if cell.n]
    table = np.zeros((len(groups), len(places)))
    for row, group in enumerate(groups):
        table[row, [column[leaf] for leaf in made_of[group]]] = 1.0
    return groups, table


def _interval(n: Floats, mean: Floats, apart: Floats) -> tuple[Floats, Floats]:
    """Central interval of the mean on the scale 0–1 after these people, widened to hold the mean itself."""
    known = PRIOR.learn(n, mean, apart)
    freedoms, at = np.unique(known.freedom, return_inverse=True)
    student = np.array([student_quantile((1 + LEVEL) / 2, freedom) for freedom in freedoms.tolist()])
    reach = student[at].reshape(n.shape) * np.sqrt(known.spread2 / known.size)
    low = np.minimum(np.maximum(known.mean - reach, 0.0), mean)
    high = np.maximum(np.minimum(known.mean + reach, 1.0), mean)
    return low, high


def _agreement(
    items: Floats, scale: Scale, place: NDArray[np.intp], made_of: Floats, layers: Sequence[Sequence[int]]
) -> list[Measured]:
    """rwg(j) of every group. Groups overlap, so they are taken in layers of groups that do not."""
    found: dict[int, Measured] = {}
    for layer in layers:
        member = np.full(made_of.shape[1], -1)
        for row in layer:
            member[made_of[row] > 0] = row
        group = member[place]
        inside = group >= 0
        of = agreement_by_unit(items[inside], group[inside], scale.low, scale.high)
        found |= {row: each.uniform for row, each in of.items()}
    return [found[row] for row in range(len(made_of))]


def _layers(made_of: Floats) -> list[list[int]]:
    """All rows, in layers within which no two share a place."""
    layers: list[list[int]] = []
    for row, places in enumerate(made_of):
        free = next((layer for layer in layers if not (made_of[layer] @ places).any()), None)
        if free is None:
            layers.append([row])
        else:
            free.append(row)
    return layers
