"""How far a published brief reaches: copies handed out to each role, and how many of them were opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.change.naming import people_in
from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.participation import reach, reach_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.change.models import Copy
    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Reached:
    """One role (everybody, if it has no name), the copies that are out (None: one to four), and how many were opened."""

    copy: Copy
    role: RoleKey
    out: int | None
    reach: Measured


def reached(copies: Iterable[Copy], fewest: int) -> list[Reached]:
    """Of each copy, as far as it may be told, everybody's page first; with what was handed out prefetched."""
    rows = list(copies)
    people = people_in(RoleKey(row.unit, row.role) for row in rows)
    found = []
    for row in rows:
        role = RoleKey(row.unit, row.role)
        out = sum(each.n for each in row.handed_out.all() if each.withdrawn is None)
        share = (
            reach(row.opened, out, people.get(role), fewest)
            if role.name
            else reach_of_all(row.opened, out, fewest)
        )
        found.append(Reached(row, role, None if 0 < out < fewest else out, share))
    return found
