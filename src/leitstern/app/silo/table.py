"""Silos as rows, for CSV and the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.silo.facet import FACETS
from leitstern.core.inside.silo.words import VERDICTS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from leitstern.app.silo.models import TieCount
    from leitstern.core.inside.silo.index import Silo
    from leitstern.core.inside.silo.ties import EI, Ties
    from leitstern.core.stats.estimate import Measured

ALL = Text(en="all measured", de="alle gemessenen")
HEADER = [
    *("facet", "verdict", "index", "low", "high", "n", "closure", "without silo"),
    *("as of", "source"),
]
TIES_HEADER = ["department", "other department", "ties", "by chance", "times chance"]
COUNTS_HEADER = [
    *("day", "count", "source", "departments", "people", "ties", "E-I", "low", "high", "null", "difference"),
    *("p", "spread per person", "withdrawn"),
]


def silo_rows(silo: Silo, language: str) -> Iterator[list[object]]:
    """The index and its facets, 0–100; what is missing says why."""
    whole = ALL.to(language)
    yield [whole, VERDICTS[silo.verdict].to(language), *_index(silo.index), None, None, _when(silo.index), ""]
    for each in silo.readings:
        raw = each.raw
        closure = round(raw.value, 4) if isinstance(raw, Estimate) else None
        yield [
            FACETS[each.facet].to(language),
            VERDICTS[each.verdict(silo.notable)].to(language),
            *_index(each.index),
            closure,
            round(each.null, 4) if isinstance(raw, Estimate) else None,
            _when(raw),
            each.source.to(language) if isinstance(raw, Estimate) else raw.reason.to(language),
        ]


def tie_rows(ties: Ties, names: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """Every pair of departments, once, with what chance would have it."""
    chance = ties.chance
    for at, one in enumerate(ties.units):
        for to in range(at, len(ties.units)):
            expected = float(chance[at, to])
            counted = int(ties.counts[at, to])
            yield [
                _name(one, names, language),
                _name(ties.units[to], names, language),
                counted,
                round(expected, 1),
                round(counted / expected, 2) if expected else None,
            ]


@dataclass(frozen=True, slots=True)
class UnitTies:
    """One department: ties inside and to others, beside what chance would have; `times` is inside against chance."""

    name: Text | str
    people: int
    inside: int
    inside_chance: float
    across: int
    across_chance: float

    @property
    def times(self) -> float | None:
        """How many times chance."""
        return self.inside / self.inside_chance if self.inside_chance else None


def by_unit(ties: Ties, names: Mapping[str, Text]) -> list[UnitTies]:
    """Department by department, the most closed first."""
    counted, chance = ties.counts, ties.chance
    found = [
        UnitTies(
            name=names.get(unit, unit),
            people=ties.people[at],
            inside=int(counted[at, at]),
            inside_chance=float(chance[at, at]),
            across=int(counted[at].sum() - counted[at, at]),
            across_chance=float(chance[at].sum() - chance[at, at]),
        )
        for at, unit in enumerate(ties.units)
    ]
    return sorted(found, key=lambda each: -(each.times or 0.0))


def count_rows(found: Sequence[tuple[TieCount, EI | None]]) -> Iterator[list[object]]:
    """Every count with its index."""
    for count, ei in found:
        numbers: list[object] = [None] * 7
        if ei:
            seen = ei.observed
            numbers = [
                ei.ties,
                *(round(each, 4) for each in (seen.value, seen.low, seen.high, ei.null, ei.difference)),
                None if ei.p is None else round(ei.p, 4),
            ]
        people = sum(n for _, n in count.people)
        yield [
            count.day,
            count.name,
            count.source,
            len(count.people),
            people,
            *numbers,
            count.spread,
            bool(count.withdrawn),
        ]


def _index(index: Measured) -> list[object]:
    if isinstance(index, Estimate):
        return [*(round(100 * each, 1) for each in (index.value, index.low, index.high)), index.n]
    return [None, None, None, None]


def _when(measured: Measured) -> date | None:
    return measured.as_of if isinstance(measured, Estimate) else None


def _name(unit: str, names: Mapping[str, Text], language: str) -> str:
    return names[unit].to(language) if unit in names else unit
