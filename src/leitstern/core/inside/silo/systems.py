"""The facet of data and technology: whether what is known of customers has one source that reaches everybody."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.silo.facet import Facet, Reading
from leitstern.core.inside.stack.sources import sources
from leitstern.core.inside.stack.terms import Way
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.stack.inventory import Integration, Inventory

NO_OBJECTS = Missing(
    "no-data-objects",
    Text(
        en="the technology inventory has no data objects of customers yet",
        de="der Technologie-Bestand hat noch keine Datenobjekte der Kundschaft",
    ),
)
SOURCE = Text(en="technology inventory", de="Technologie-Bestand")
PERMUTATIONS = 1000


@dataclass(frozen=True, slots=True)
class Modularity:
    """How much live connections stay within departments (Newman, 2004), and the mean where departments are permuted."""

    value: float
    null: float
    applications: int
    integrations: int


def data(inventory: Inventory, enough: float, as_of: date | None = None) -> Reading:
    """1 − the share of data objects with one leading source that reaches all who hold them; n = data objects.

    A count of the whole inventory, not a sample: its interval is the value itself. `enough` (0–1) of such objects
    counts as no silo.
    """
    found = sources(inventory)
    if not found:
        return Reading(Facet.DATA, NO_OBJECTS, 1 - enough, SOURCE)
    raw = counted(sum(not each.sound for each in found), len(found), len(found), as_of)
    return Reading(Facet.DATA, raw, 1 - enough, SOURCE)


def modularity(inventory: Inventory, rng: np.random.Generator) -> Modularity | None:
    """Q of the live connections with departments as parts; None without any between applications of departments.

    An application belongs to the department named first. The null permutes departments over applications.
    """
    home = {each.slug: each.units[0] for each in inventory.applications if each.units}
    ties = _ties(inventory.integrations, home)
    if not ties:
        return None
    slugs = sorted({slug for pair in ties for slug in pair})
    units = sorted({home[slug] for slug in slugs})
    part = np.array([units.index(home[slug]) for slug in slugs])
    ends = np.array([[slugs.index(one), slugs.index(other)] for one, other in ties])
    drawn = [_q(ends, rng.permutation(part)) for _ in range(PERMUTATIONS)]
    return Modularity(_q(ends, part), float(np.mean(drawn)), len(slugs), len(ties))


def _ties(integrations: Sequence[Integration], home: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs of applications that are joined live, each once."""
    joined = Counter(
        (min(each.source, each.target), max(each.source, each.target))
        for each in integrations
        if each.way is Way.LIVE and each.source in home and each.target in home
    )
    return sorted(pair for pair in joined if pair[0] != pair[1])


def _q(ends: np.ndarray, part: np.ndarray) -> float:
    """Newman's Q: the share of ties within parts, minus that of a graph with the same degrees."""
    sides = part[ends]
    degrees = np.bincount(sides.ravel())
    within = float(np.mean(sides[:, 0] == sides[:, 1]))
    return within - float(np.sum((degrees / (2 * len(ends))) ** 2))
