"""How far a published brief reaches: copies handed out to each role, and how many of them were opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.change.models import Copy, Version
from leitstern.app.change.naming import people_in
from leitstern.app.change.queries import agreed_fewest
from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.participation import reach, reach_of_all, together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.stats.estimate import Measured

type ByRole = dict[tuple[int, RoleKey], Measured]  # of an initiative and a role


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


def reached_of(version: Version) -> list[Reached]:
    """The same of every copy of a version."""
    return reached(version.copies.prefetch_related("handed_out"), agreed_fewest())


def reach_by_role() -> ByRole:
    """Of each initiative that stands and each role with a copy: the reach of the versions that hold, languages together.

    Only languages of which it may be told enter, so that none can be worked out from the others.
    """
    standing = Version.objects.filter(withdrawn=None, brief__initiative__withdrawn=None)
    newest = dict(standing.order_by("number").values_list("brief_id", "pk"))
    copies = Copy.objects.filter(version__in=newest.values()).exclude(role="")
    copies = copies.select_related("version__brief").prefetch_related("handed_out")
    found: dict[tuple[int, RoleKey], list[Measured]] = {}
    for each in reached(copies, agreed_fewest()):
        found.setdefault((each.copy.version.brief.initiative_id, each.role), []).append(each.reach)
    return {key: together(several) for key, several in found.items()}
