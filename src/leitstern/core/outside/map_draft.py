"""A first draft of a map from the ways customers take: a plan to be corrected, since what is lived is not what was meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED, MapStep, Touchpoint
from leitstern.core.outside.breaks import begins_at
from leitstern.core.outside.few import FEWEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.outside.variants import Variant
    from leitstern.core.stats.estimate import Measured

OFTEN = 0.75  # of the journeys that begin alike; a step that fewer of them have is drafted as optional
OFFERED = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """Steps in the order of a way that many take, and the share 0–1 of journeys that take exactly it."""

    steps: tuple[MapStep, ...]
    customers: int
    share: Measured


def proposals(ways: Sequence[Variant], taxonomy: Taxonomy) -> tuple[Proposal, ...]:
    """Up to five drafts from the most frequent ways, one per beginning, where no map begins yet.

    A touchpoint that is come back to on the way is repeatable; one that less than three quarters of the journeys with
    the same beginning have is optional.
    """
    points = taxonomy.lookup(Touchpoint)
    taken = {point.code for each in taxonomy.maps if each.steps and (point := points.slug(begins_at(each)))}
    found: dict[int, Proposal] = {}
    for way in ways:
        first = way.path[0]
        mapped = all(points.code(code) for code in way.path) and UNMAPPED not in way.path
        if first in taken or first in found or not mapped or way.customers < FEWEST:
            continue
        found[first] = Proposal(_steps(way, ways, taxonomy), way.customers, way.share)
    return tuple(found.values())[:OFFERED]


def _steps(way: Variant, ways: Sequence[Variant], taxonomy: Taxonomy) -> tuple[MapStep, ...]:
    alike = [each for each in ways if each.path[0] == way.path[0]]
    whole = sum(each.weighted for each in alike)
    points = taxonomy.lookup(Touchpoint)
    steps = []
    for code in dict.fromkeys(way.path):
        point = points.code(code)
        having = sum(each.weighted for each in alike if code in each.path)
        if point:
            steps.append(
                MapStep(point.slug, optional=having < OFTEN * whole, repeatable=way.path.count(code) > 1)
            )
    return tuple(steps)
