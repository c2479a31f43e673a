"""Counts of work per unit, never per person: what fewer than five people do is counted with others.

A unit of fewer than `fewest` people, or of which nobody knows how many work there, is counted with the unit above it, and
so on until at least `fewest` people have done the work. Nothing can be worked out by taking the shown units from the
company's total either: what is left is nobody's work or that of at least `fewest` people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from leitstern.core.company.tree import Parents


def fold(
    counted: Collection[str], people: Mapping[str, int], parents: Parents, fewest: int
) -> dict[str, str]:
    """Where the work of each counted unit is shown: at itself, at a unit above it, or with the rest of the company ("").

    `people` are those who belong to a unit directly. Units that left the taxonomy are counted with the company.
    """
    groups = {unit: unit if unit in parents else COMPANY for unit in counted}
    while True:
        sizes: dict[str, int] = {}
        for unit, shown in groups.items():
            sizes[shown] = sizes.get(shown, 0) + people.get(unit, 0)
        small = [shown for shown, size in sizes.items() if size < fewest and shown != COMPANY]
        if small:
            deepest = max(small, key=lambda unit: (len(ancestors(parents, unit)), unit))
            above = parents.get(deepest, COMPANY)
            groups = {unit: above if shown == deepest else shown for unit, shown in groups.items()}
            continue
        if not 0 < sizes.get(COMPANY, fewest) < fewest and not _lost(groups, people):
            return groups
        others = {shown: size for shown, size in sizes.items() if shown != COMPANY}
        if not others:
            return groups
        smallest = min(others, key=lambda unit: (others[unit], unit))
        groups = {unit: COMPANY if shown == smallest else shown for unit, shown in groups.items()}


def _lost(groups: Mapping[str, str], people: Mapping[str, int]) -> bool:
    """Whether only units of unknown size are left over: their work would be what the total has more than the others."""
    rest = [unit for unit, shown in groups.items() if shown == COMPANY and unit != COMPANY]
    return bool(rest) and not any(people.get(unit, 0) for unit in rest)
