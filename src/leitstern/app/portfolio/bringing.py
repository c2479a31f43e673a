"""Initiatives from a table: all of them or none, told line by line what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.portfolio import models
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.app.portfolio.parts import CIRCLE
from leitstern.collect.portfolio_file import Known, Line, read_portfolio
from leitstern.core.bridge.portfolio.cycles import cycle
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Brought:
    """How many initiatives a table brought, and how many it changed."""

    new: int
    changed: int


@action("bring in initiatives", Capability.STEER)
def bring_in(actor: Actor, folder: Path, name: str) -> Brought:
    """Keep every initiative of a table; one whose short name is there is changed. Raises InvalidFile or Conflict."""
    rows = {each.slug: each for each in models.Initiative.objects.all()}
    lines = read_portfolio(folder, name, require_taxonomy(), _known(rows))
    changed = sum(line.slug in rows for line in lines)
    for line in _in_order(lines):
        row = rows.get(line.slug)
        kept = keep_initiative(actor, line.draft, row, slug=line.slug)
        rows[kept.slug] = kept
    return Brought(len(lines) - changed, changed)


def _known(rows: dict[str, models.Initiative]) -> Known:
    goals = models.Goal.objects.filter(withdrawn=None)
    return Known(
        {spelt_alike(word): goal.slug for goal in goals for word in (goal.title, goal.slug)},
        {spelt_alike(word): row.slug for row in rows.values() for word in (row.title, row.slug)},
    )


def _in_order(lines: tuple[Line, ...]) -> list[Line]:
    """What others wait for comes first. Raises Conflict for a circle within the file."""
    by_name = {line.slug or f"line {line.line}": line for line in lines}
    waits = {name: [need for need in line.draft.needs if need in by_name] for name, line in by_name.items()}
    if way := cycle(waits):
        raise Conflict(CIRCLE.fill(way=" → ".join(by_name[name].draft.title for name in way)))
    return [by_name[name] for name in TopologicalSorter(waits).static_order()]
