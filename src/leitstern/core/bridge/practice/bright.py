"""Bright spots from data: touchpoints at which customers live clearly more than at others of their kind.

Of a kind are touchpoints on the same channel at which the same statement was answered. A touchpoint stands against all
others of its kind together: the difference of the weighted shares, with Newcombe's interval (`compliance.difference`) on
effective numbers of customers. Among all that are compared at most one in twenty may be called bright by chance
(Benjamini & Hochberg 1995), and a bright spot lies at least five of a hundred customers above the others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from math import erfc, sqrt
from operator import add
from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.compliance import difference
from leitstern.core.stats.discoveries import discoveries
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.stats.share import ShareStatistics

FEWEST = 5  # customers at a touchpoint, for it to be compared
OTHERS = 2  # touchpoints of its kind at least
RATE, RELEVANT = 0.05, 0.05
SENTENCE = Text(
    en="{place}: {here} of 100 customers say yes to “{statement}”, elsewhere of its kind {there}.",
    de="{place}: {here} von 100 sagen hier Ja zu „{statement}“, anderswo von dieser Art {there}.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A statement at a touchpoint, and what customers lived of it."""

    touchpoint: str
    facet: str
    kind: str  # touchpoints of one kind can be compared
    lived: ShareStatistics


@dataclass(frozen=True, slots=True)
class Bright:
    """One touchpoint above the others of its kind; `above` is the difference of the shares."""

    touchpoint: str
    facet: str
    here: Estimate
    there: Estimate
    others: int
    above: Estimate


def bright_spots(places: Iterable[Place], as_of: date | None = None) -> tuple[Bright, ...]:
    """All bright spots, the brightest first."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if place.lived.n >= FEWEST:
            groups[place.kind, place.facet].append(place)
    compared = [
        found
        for group in groups.values()
        if len(group) > OTHERS
        for place in group
        if (found := _compare(place, [other for other in group if other is not place], as_of))
    ]
    stand = discoveries([chance for _, chance in compared], RATE)
    bright = [
        found
        for (found, _), stands in zip(compared, stand, strict=True)
        if stands and found.above.value >= RELEVANT and found.above.low > 0
    ]
    return tuple(sorted(bright, key=lambda found: (-found.above.value, found.touchpoint, found.facet)))


def _compare(place: Place, others: list[Place], as_of: date | None) -> tuple[Bright, float] | None:
    """Against all others together, and how likely that is by chance; None where nobody's answer has any weight."""
    rest = reduce(add, (other.lived for other in others))
    here, there = share_estimate(place.lived, as_of), share_estimate(rest, as_of)
    above = difference(here, there)
    if not (isinstance(here, Estimate) and isinstance(there, Estimate) and isinstance(above, Estimate)):
        return None
    found = Bright(place.touchpoint, place.facet, here, there, len(others), above)
    return found, _chance(place.lived, rest)


def _chance(here: ShareStatistics, there: ShareStatistics) -> float:
    """One-sided probability of such a difference if both were the same (two proportions, pooled)."""
    n, m = here.effective_n, there.effective_n
    pooled = (n * here.share + m * there.share) / (n + m)
    error = sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    return 0.5 * erfc((here.share - there.share) / error / sqrt(2)) if error else 1.0
