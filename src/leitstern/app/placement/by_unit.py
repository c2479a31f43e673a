"""What the newest wave says department by department, and what moved since the wave before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.history import SEED, ratings_of
from leitstern.app.waves.queries import parents, publications, wave_by_id
from leitstern.app.waves.results import Results, results_of
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.moving import Moved, moved
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from leitstern.app.waves.models import Wave
    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Levels of one group of people per dimension (rows) and department (columns), the whole company first.

    A department is followed by those that belong to it.
    """

    wave: Wave
    level: View
    levels: tuple[View, ...]  # those of which anybody was invited
    columns: tuple[Text, ...]
    rows: tuple[tuple[Dimension, tuple[Measured, ...]], ...]


@dataclass(frozen=True, slots=True)
class Movements:
    """What moved in the whole company between the two newest published waves."""

    before: Wave
    after: Wave
    lines: tuple[tuple[Dimension, Moved], ...]


def heat_map(wanted: str = "") -> HeatMap | None:
    """The newest published wave by department, of `wanted` or of the staff; None before the first."""
    found = newest_results()
    if found is None or not found.levels:
        return None
    level = next((each for each in found.levels if each == wanted), None)
    level = level or (View.STAFF if View.STAFF in found.levels else found.levels[0])
    above = parents(found.wave)
    groups = sorted(
        (group for group in found.groups if group.level == level and not group.own),
        key=lambda group: _path(group, found, above),
    )
    return HeatMap(
        wave=found.wave,
        level=level,
        levels=found.levels,
        columns=tuple(found.name(group) for group in groups),
        rows=tuple(
            (dimension, tuple(found.shown(group, dimension.slug).level for group in groups))
            for dimension in found.dimensions
        ),
    )


def _path(group: Group, found: Results, above: dict[str, str]) -> tuple[str, ...]:
    """The names of a department and of those above it, from the top: who belongs together stands together."""
    path: tuple[str, ...] = ()
    unit = group.unit
    while unit != COMPANY:
        path = (found.name(Group(group.wave, group.level, unit)).en, *path)
        unit = above.get(unit, COMPANY)
    return path


def movements(level: View) -> Movements | None:
    """What a group of people says now and said in the wave before; None before there are two published waves."""
    newest = list(publications()[:2])
    if len(newest) < 2:
        return None
    after, before = (wave_by_id(each.wave_id) for each in newest)
    assumed = assumptions()

    def compute() -> tuple[Moved, ...]:
        later, earlier = (
            next((each for each in ratings_of(publication) if each.view is level), None)
            for publication in newest
        )
        if later is None or earlier is None:
            return ()
        return moved(earlier, later, assumed, np.random.default_rng(SEED))

    found = remember("movements", (before.pk, after.pk, str(level), assumed), compute)
    dimensions = {each.slug: each for each in results_of(after).dimensions}
    lines = tuple((dimensions[each.dimension], each) for each in found)
    return Movements(before, after, lines) if lines else None


def newest_results() -> Results | None:
    """What was published of the newest wave, if any was."""
    publication = publications().first()
    return results_of(wave_by_id(publication.wave_id)) if publication else None
