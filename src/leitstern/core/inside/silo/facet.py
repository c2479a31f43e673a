"""The four facets of a silo, and what one measurement of a facet says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured


class Facet(StrEnum):
    """Where people may stay among themselves."""

    THINKING = "thinking"
    RESPONSIBILITY = "responsibility"
    ACTION = "action"
    DATA = "data"


FACETS = {
    Facet.THINKING: Text(en="Thinking", de="Denken"),
    Facet.RESPONSIBILITY: Text(en="Responsibility", de="Verantwortung"),
    Facet.ACTION: Text(en="Action", de="Handeln"),
    Facet.DATA: Text(en="Data and technology", de="Daten und Technik"),
}


class Verdict(StrEnum):
    """What an index and its interval allow to be said."""

    SILO = "silo"
    NONE = "none"
    OPEN = "open"  # the interval reaches to both sides
    UNKNOWN = "unknown"  # nothing was measured


@dataclass(frozen=True, slots=True)
class Reading:
    """One facet as measured.

    `raw` is closure 0–1 by the facet's own formula, `null` the closure to be expected without any silo. `index` is how
    much of the way from the null to full closure was gone (0–1): below the null it is 0. `source` says what it is from.
    """

    facet: Facet
    raw: Measured
    null: float
    source: Text

    @property
    def index(self) -> Measured:
        """The difference to the null, as a part of what is left above it."""
        if isinstance(self.raw, Missing):
            return self.raw
        ends = (self._above(each) for each in (self.raw.value, self.raw.low, self.raw.high))
        value, low, high = ends
        return Estimate(value, low, high, self.raw.n, self.raw.grade, self.raw.level, self.raw.as_of)

    def verdict(self, notable: float) -> Verdict:
        """A silo where the whole interval lies above `notable`, none where it lies below."""
        return judge(self.index, notable)

    def _above(self, closure: float) -> float:
        return min(1.0, max(0.0, (closure - self.null) / (1 - self.null)))


def judge(index: Measured, notable: float) -> Verdict:
    """What may be said of an index (0–1)."""
    if isinstance(index, Missing):
        return Verdict.UNKNOWN
    if index.low > notable:
        return Verdict.SILO
    return Verdict.NONE if index.high < notable else Verdict.OPEN
