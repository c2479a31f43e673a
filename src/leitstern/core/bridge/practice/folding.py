"""Counts of work per unit, never per person: what fewer than five people do is counted with others, or not shown at all.

A unit of fewer than `fewest` people, or of which nobody knows how many work there, is counted with the unit above it, and
so on until at least `fewest` people have done the work. This holds in every month by itself. Nothing can be worked out by
taking the shown units from the company's total either: what is left is nobody's work or that of at least `fewest` people.
A month in which all who were counted together are too few is not shown, not even for the whole company.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from leitstern.core.company.tree import Parents


@dataclass(frozen=True, slots=True)
class Workforce:
    """How many people belong to each unit directly, which unit lies above each, and of how many people on work is shown."""

    people: Mapping[str, int]
    parents: Parents
    fewest: int

    def enough(self, units: Iterable[str]) -> bool:
        """Whether the work of these units together may be shown; a count of the whole company always may."""
        counted = set(units)
        return COMPANY in counted or sum(self.people.get(unit, 0) for unit in counted) >= self.fewest

    def fold(self, months: Iterable[Collection[str]]) -> dict[str, str]:
        """Where the work of each unit is shown: at itself, at a unit above it, or with the rest of the company ("").

        Of each month the units that were counted in it. Those of a month in which all together are too few do not count;
        a unit that stands in no other month has no place.
        """
        shown = {counted for units in months if self.enough(counted := frozenset(units))}
        groups = {unit: unit for units in shown for unit in units}
        while move := self._move(shown, groups):
            one, into = move
            groups = {unit: into if group == one else group for unit, group in groups.items()}
        return groups

    def _move(self, months: Iterable[Collection[str]], groups: Mapping[str, str]) -> tuple[str, str] | None:
        """The next group to count elsewhere, and where: too small in some month, or the smallest beside too small a rest."""
        small, beside = set[str](), list[tuple[int, str]]()
        for units in months:
            sizes = self._sizes(units, groups)
            small |= {group for group, size in sizes.items() if size < self.fewest and group != COMPANY}
            if COMPANY not in units and 0 <= sizes.get(COMPANY, -1) < self.fewest:
                beside.append(min((size, group) for group, size in sizes.items() if group != COMPANY))
        if small:
            deepest = max(small, key=lambda group: (len(ancestors(self.parents, group)), group))
            return deepest, self.parents.get(deepest, COMPANY)
        return (min(beside)[1], COMPANY) if beside else None

    def _sizes(self, units: Collection[str], groups: Mapping[str, str]) -> dict[str, int]:
        sizes: dict[str, int] = defaultdict(int)
        for unit in units:
            sizes[groups[unit]] += self.people.get(unit, 0)
        return sizes
