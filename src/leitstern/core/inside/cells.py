"""Groups whose results may be published, and how they are made of each other.

A *cell* is a group of people with one published number (the staff of a unit in a wave). A *relation* says that one
cell's people are exactly those of others together; cells that no relation takes apart are *leaves*. Two waves in
which the same people answered are a relation as well: one cell, made of one other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEWEST = 5  # people; nothing about fewer is ever shown
FEWEST_COMMENTS = 10  # of them who wrote something; words give away more than numbers

type Key = Any  # whatever can be compared and hashed
type People = frozenset[Key]  # the leaves a cell is made of


@dataclass(frozen=True, slots=True)
class Cell:
    """A group: its name and how many people answered in it."""

    key: Key
    n: int


@dataclass(frozen=True, slots=True)
class Relation:
    """The people of `parent` are those of all `children` together, each counted once.

    Without a parent, the children's total is known to everybody.
    """

    parent: Key | None
    children: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What somebody may reckon with: of which leaves each cell is made, and how many people each leaf counts."""

    people: Mapping[Key, People]
    sizes: Mapping[Key, int]


def leaves(cells: Iterable[Cell], relations: Iterable[Relation]) -> dict[Key, People]:
    """Of which leaves each cell is made; empty leaves are left out, since nobody's answers are in them.

    Raises ValueError if a cell is made of itself, or if two ways of taking it apart end in other people.
    """
    sizes = {cell.key: cell.n for cell in cells}
    made: dict[Key, list[Relation]] = {}
    for relation in relations:
        made.setdefault(relation.parent, []).append(relation)
    found: dict[Key, People] = {}

    def resolve(key: Key, above: tuple[Key, ...]) -> People:
        if key in above:
            raise ValueError(f"{key} is made of itself.")
        if key not in found:
            ways = {together(relation, (*above, key)) for relation in made.get(key, ())}
            if len(ways) > 1:
                raise ValueError(f"{key} is made of different people.")
            found[key] = ways.pop() if ways else frozenset([key] if sizes[key] else [])
            if sizes[key] != sum(sizes[leaf] for leaf in found[key]):
                raise ValueError(f"{key} has another number of people than its parts.")
        return found[key]

    def together(relation: Relation, above: tuple[Key, ...]) -> People:
        return frozenset().union(*(resolve(child, above) for child in relation.children))

    return {key: resolve(key, ()) for key in sizes}


def known_totals(relations: Iterable[Relation], made_of: Mapping[Key, People]) -> list[People]:
    """The groups whose total everybody knows although it is no cell."""
    return [
        frozenset().union(*(made_of[child] for child in relation.children))
        for relation in relations
        if relation.parent is None
    ]
