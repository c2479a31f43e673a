"""Where each department stands: from what was published of the newest wave and from its own proofs, nothing else.

Every number here is worked out from published cells. Who reads what was published could work it out too, so nothing
that was hidden comes back through this page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.evidence.queries import credited_by_unit
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.by_unit import newest_results
from leitstern.app.placement.history import SEED
from leitstern.app.placement.queries import fingerprint
from leitstern.app.waves.queries import SOURCE, parents
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.placement import Placement, Whole, place_units
from leitstern.core.inside.ratings import INSIDERS, Ratings, Summary, View
from leitstern.core.inside.unit_words import TOO_FEW, units_sentence
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.waves.models import Wave
    from leitstern.app.waves.results import Results

NO_WAVE = Text(en="No wave has been published yet.", de="Noch ist keine Welle veröffentlicht.")


@dataclass(frozen=True, slots=True)
class UnitPlaced:
    """One department: its placement, or why there is none. `part_of` is the department above it, if any."""

    unit: str
    name: Text
    part_of: Text | None
    found: Placement | Missing

    @property
    def placed(self) -> Placement | None:
        """The placement, if there is one."""
        return self.found if isinstance(self.found, Placement) else None

    @property
    def hidden(self) -> Missing | None:
        """Why there is none."""
        return self.found if isinstance(self.found, Missing) else None


@dataclass(frozen=True, slots=True)
class Units:
    """All departments of the newest published wave, lowest culture first; those that stay hidden last.

    `whole` is made of the departments without any other below them that could be placed.
    """

    wave: Wave
    units: tuple[UnitPlaced, ...]
    whole: Whole

    @property
    def placed(self) -> tuple[Placement, ...]:
        """Every placement there is."""
        return tuple(each.placed for each in self.units if each.placed)

    @property
    def sentence(self) -> Text:
        """The finding."""
        return units_sentence(self.placed)


def unit_placements() -> Units | None:
    """None before the first wave is published."""
    results = newest_results()
    if results is None:
        return None
    assumed, above = assumptions(), parents(results.wave)
    units = sorted({group.unit for group in results.groups if group.unit != COMPANY and not group.own})
    credited = credited_by_unit(units)
    ratings = {unit: (*_asked(results, unit), *credited[unit]) for unit in units}
    inputs = tuple((unit, fingerprint(of)) for unit, of in ratings.items())

    def compute() -> tuple[dict[str, Placement], Whole]:
        placed = place_units(ratings, assumed, np.random.default_rng(SEED)).units
        complete = {unit for unit, found in placed.items() if found.fused}
        lowest = complete - {top for unit in complete for top in _above(unit, above)}
        parts = {unit: ratings[unit] for unit in units if unit in lowest}
        return placed, place_units(parts, assumed, np.random.default_rng(SEED))

    placed, whole = remember("units", (results.wave.pk, inputs, above, assumed), compute)
    found = [
        UnitPlaced(
            unit,
            results.name(Group(results.wave.pk, View.STAFF, unit)),
            _part_of(results, above.get(unit, COMPANY)),
            placed[unit] if placed[unit].fused else _why(results, unit),
        )
        for unit in units
    ]
    return Units(results.wave, tuple(sorted(found, key=_order)), whole)


def require_units() -> Units:
    """The same. Raises NotFound before the first wave is published."""
    return or_not_found(unit_placements(), NO_WAVE)


def _asked(results: Results, unit: str) -> tuple[Ratings, ...]:
    """What was published of managers and staff of a department; nothing of what is hidden."""
    found = []
    for view in INSIDERS:
        group = Group(results.wave.pk, view, unit)
        shown = {each.slug: results.shown(group, each.slug) for each in results.dimensions}
        told = {
            slug: (score.level.value, score.level.n, score.spread)
            for slug, score in shown.items()
            if isinstance(score.level, Estimate) and score.spread is not None
        }
        if told:
            means, counts, spreads = zip(*told.values(), strict=True)
            found.append(
                Summary(
                    view=view,
                    dimensions=tuple(told),
                    levels=np.array([means]),
                    source=SOURCE.fill(name=results.wave.name),
                    as_of=results.wave.closes,
                    n=max(counts),
                    counts=counts,
                    spreads=spreads,
                )
            )
    return tuple(found)


def _above(unit: str, parents_of: dict[str, str]) -> list[str]:
    found = []
    while (unit := parents_of.get(unit, COMPANY)) != COMPANY:
        found.append(unit)
    return found


def _part_of(results: Results, unit: str) -> Text | None:
    return None if unit == COMPANY else results.name(Group(results.wave.pk, View.STAFF, unit))


def _why(results: Results, unit: str) -> Missing:
    """Why a department has no placement: what its largest group hides, or that one axis is not there."""
    for view in reversed(INSIDERS):
        group = Group(results.wave.pk, view, unit)
        for dimension in results.dimensions if group in results.groups else ():
            level = results.shown(group, dimension.slug).level
            if isinstance(level, Missing):
                return level
    return TOO_FEW


def _order(each: UnitPlaced) -> tuple[bool, float, str]:
    cloud = each.placed.fused if each.placed else None
    low = cloud.culture.value if cloud and isinstance(cloud.culture, Estimate) else 0.0
    return cloud is None, low, each.name.en
