"""The organisation as a tree of departments. The company itself is above all of them and has the empty short name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.company.taxonomy import Taxonomy

COMPANY = ""

type Parents = Mapping[str, str]  # short name of each department → of the one above it


def parents_of(taxonomy: Taxonomy) -> dict[str, str]:
    """Above every department: another one, or the company."""
    return {department.slug: department.parent for department in taxonomy.departments}


def children(parents: Parents, unit: str = COMPANY) -> tuple[str, ...]:
    """The departments directly below one, or below the company, in the order of the taxonomy."""
    return tuple(child for child, parent in parents.items() if parent == unit)


def ancestors(parents: Parents, unit: str) -> tuple[str, ...]:
    """Everything above a department, nearest first; the company last, always.

    A department that stands above itself gets each of those above it once, and no company.
    """
    found: list[str] = []
    while unit != COMPANY:
        unit = parents.get(unit, COMPANY)
        if unit in found:
            break
        found.append(unit)
    return tuple(found)


def in_order(parents: Parents, unit: str = COMPANY, depth: int = 0) -> list[tuple[str, int]]:
    """Every department below one and how deep it lies, each followed by its own parts."""
    found: list[tuple[str, int]] = []
    for child in children(parents, unit):
        found += [(child, depth), *in_order(parents, child, depth + 1)]
    return found


def after_mergers(parents: Parents, went_on: Parents) -> dict[str, str]:
    """The tree with every unit that went on in another directly below that one, and with it all that stood below it.

    Where the other stood below it before, it takes its place. Whatever stands below a unit that is not there, stands
    directly below the company.
    """
    placed = {unit: parent if parent in parents else COMPANY for unit, parent in parents.items()}
    for unit, successor in went_on.items():
        if unit in placed and successor in placed:
            if unit in ancestors(placed, successor):
                placed[successor] = placed[unit]
            placed[unit] = successor
    return placed
