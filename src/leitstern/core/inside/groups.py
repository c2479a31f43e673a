"""The groups of a wave whose results may be published: each unit with everything below it, level by level.

Levels are views of their own and never pooled, so there is no total over them. Executives are one group of the whole
company. Who belongs to a unit with units below it directly is a group too: the unit less its parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, children
from leitstern.core.inside.cells import Cell, Relation
from leitstern.core.inside.ratings import INSIDERS, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["COMPANY", "Cohort", "Group", "Participation", "cells_and_relations", "groups_asked", "home_of"]


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Everybody of a level in a unit and below it; with `own`, only who belongs to the unit directly."""

    wave: int
    level: View
    unit: str
    own: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Cohort:
    """Exactly these people, in whatever wave: first asked together at place number `place` of the `since`-th wave.

    At that time `fresh` of them had never been asked before.
    """

    since: int
    place: int
    fresh: int


@dataclass(frozen=True, slots=True)
class Participation:
    """How many answered in a wave, by level and the unit they belong to directly.

    `parents` is the organisation as it was then. `cohorts` say who was invited; without one, nobody knows. `asked` are
    the places where anybody was invited, by default those that answered.
    """

    wave: int
    parents: Mapping[str, str]
    answered: Mapping[tuple[View, str], int]
    cohorts: Mapping[tuple[View, str], Cohort] = field(default_factory=dict)
    asked: frozenset[tuple[View, str]] = frozenset()

    def leaf(self, level: View, unit: str) -> Group:
        """The group of those who belong to a unit directly."""
        own = level != View.EXECUTIVES and unit in (COMPANY, *self.parents.values())
        return Group(self.wave, level, unit, own=own)

    def places(self) -> frozenset[tuple[View, str]]:
        """Where anybody was invited, as far as that is known."""
        return self.asked or frozenset(place for place, n in self.answered.items() if n)

    def with_empty(self) -> Participation:
        """The same, with somebody in every place where people were invited and nobody answered."""
        empty = {place for place in self.asked if not self.answered.get(place)}
        cohorts = {place: cohort for place, cohort in self.cohorts.items() if place not in empty}
        return replace(self, answered={**self.answered, **dict.fromkeys(empty, 1)}, cohorts=cohorts)


def groups_asked(wave: Participation) -> frozenset[Group]:
    """The groups in which anybody was invited. Which there are says nothing about who answered."""
    found = set()
    for level, unit in wave.places():
        found |= {wave.leaf(level, unit), Group(wave.wave, level, unit)}
        while unit != COMPANY:
            unit = wave.parents.get(unit, COMPANY)  # noqa: PLW2901
            found.add(Group(wave.wave, level, unit))
    return frozenset(found)


def home_of(level: View, unit: str) -> str:
    """The unit in which somebody counts: executives count in the company as a whole."""
    return COMPANY if level == View.EXECUTIVES else unit


def cells_and_relations(waves: Sequence[Participation]) -> tuple[list[Cell], list[Relation]]:
    """All groups of all waves, and how they are made of each other.

    Where the same people were invited in two waves and as many answered, they count as the same people answering
    the same: knowing what they said in one wave would be knowing it in the other.
    """
    cells: list[Cell] = []
    relations: list[Relation] = []
    for wave in waves:
        for level in INSIDERS:
            units = (COMPANY,) if level == View.EXECUTIVES else (*wave.parents, COMPANY)
            counts = {unit: wave.answered.get((level, unit), 0) for unit in units}
            totals: dict[str, int] = {}
            for unit in units:
                _add_up(unit, counts, wave.parents, totals)
            for unit in units:
                group, parts = Group(wave.wave, level, unit), children(wave.parents, unit)
                cells.append(Cell(group, totals[unit]))
                if parts and level != View.EXECUTIVES:
                    own = Group(wave.wave, level, unit, own=True)
                    cells.append(Cell(own, counts[unit]))
                    parts_of = tuple(Group(wave.wave, level, part) for part in parts)
                    relations.append(Relation(group, (*parts_of, own)))
    return cells, relations + list(_again(waves))


def _add_up(unit: str, counts: Mapping[str, int], parents: Mapping[str, str], totals: dict[str, int]) -> int:
    if unit not in totals:
        parts = children(parents, unit) if len(counts) > 1 else ()
        totals[unit] = counts[unit] + sum(_add_up(part, counts, parents, totals) for part in parts)
    return totals[unit]


def _again(waves: Sequence[Participation]) -> Iterable[Relation]:
    marked = sorted(
        ((cohort, wave.answered.get(key, 0)), wave.leaf(*key))
        for wave in waves
        for key, cohort in wave.cohorts.items()
        if wave.answered.get(key, 0)
    )
    for _, alike in groupby(marked, key=lambda entry: entry[0]):
        first, *later = (group for _, group in alike)
        yield from (Relation(group, (first,)) for group in later)
