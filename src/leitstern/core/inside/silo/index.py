"""The silo index 0–100 of an organisation: four facets side by side, each against its null, and what may be said."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.inside.silo.facet import Facet, Verdict
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.silo.facet import Reading
    from leitstern.core.stats.estimate import Measured

NOTHING = Missing(
    "nothing-measured", Text(en="no side has been measured yet", de="noch ist keine Seite gemessen")
)


@dataclass(frozen=True, slots=True)
class Silo:
    """The readings in the order of `Facet`, the index 0–1 over those that are there, and from where on it is a silo."""

    readings: tuple[Reading, ...]
    index: Measured
    notable: float

    def of(self, facet: Facet) -> Reading:
        """One facet."""
        return next(each for each in self.readings if each.facet is facet)

    def judged(self, verdict: Verdict) -> tuple[Facet, ...]:
        """The facets of which that may be said."""
        return tuple(each.facet for each in self.readings if each.verdict(self.notable) is verdict)

    @property
    def verdict(self) -> Verdict:
        """A silo if any facet is one; none if every measured facet is none."""
        if self.judged(Verdict.SILO):
            return Verdict.SILO
        if self.judged(Verdict.OPEN):
            return Verdict.OPEN
        return Verdict.NONE if self.judged(Verdict.NONE) else Verdict.UNKNOWN


def put_together(readings: tuple[Reading, ...], notable: float) -> Silo:
    """The index is the mean of the facets measured; nothing stands in for one that is missing.

    Its interval adds the facets' distances to their ends in quadrature (MOVER, Zou and Donner, 2008); n is that of
    the facet with the fewest.
    """
    there = [index for each in readings if isinstance(index := each.index, Estimate)]
    if not there:
        return Silo(readings, NOTHING, notable)
    k = len(there)
    value = sum(each.value for each in there) / k
    below = sqrt(sum((each.value - each.low) ** 2 for each in there)) / k
    above = sqrt(sum((each.high - each.value) ** 2 for each in there)) / k
    days = [each.as_of for each in there if each.as_of]
    index = Estimate(
        value,
        max(0.0, value - below),
        min(1.0, value + above),
        min(each.n for each in there),
        as_of=min(days, default=None),
    )
    return Silo(readings, index, notable)
