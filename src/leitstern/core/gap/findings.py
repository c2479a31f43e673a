"""What is found: one gap, one touchpoint, the indices, the rankings, the whole report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Estimate, Measured, Missing
    from leitstern.core.texts import Text

Kind = Literal["delivery", "perception"]
State = Literal["declared", "cannot tell", "no gap"]
SpotKind = Literal["blind spot", "hidden strength", "works but hurts"]

KINDS: tuple[Kind, Kind] = ("delivery", "perception")


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap, claim − lived as shares, and what may be said about it.

    `above_zero` and `clear` are the posterior probabilities that the gap is positive, and larger than ten of a
    hundred customers. `strength`: customers live clearly *more* than was claimed.
    """

    claim: Estimate
    lived: Estimate
    estimate: Estimate
    above_zero: float
    clear: float
    state: State
    strength: bool = False


@dataclass(frozen=True, slots=True)
class TouchpointGap:
    """Promise, belief and lived share of one statement at one touchpoint, and the two gaps between them."""

    touchpoint: str
    touchpoint_name: Text
    facet: str
    facet_name: Text
    importance: float
    customers: float
    depth: float | None
    seen: bool
    promise: Measured
    belief: Measured
    lived: Measured
    delivery: Finding | Missing
    perception: Finding | Missing

    def gap(self, kind: Kind) -> Finding | Missing:
        """The delivery or the perception finding."""
        return self.delivery if kind == "delivery" else self.perception

    def measured_gap(self, kind: Kind) -> Measured:
        """The gap as a number alone."""
        gap = self.gap(kind)
        return gap.estimate if isinstance(gap, Finding) else gap


@dataclass(frozen=True, slots=True)
class IndexFinding:
    """Mean positive gap in points (of 100 customers), weighted by importance and customers.

    `chance` is what companies without any gap show with the same numbers: their mean index, and in `high` the
    limit above which this index is no longer chance.
    """

    kind: Kind
    estimate: Measured
    chance: Measured
    state: State
    touchpoints: int  # touchpoint-facets it rests on


@dataclass(frozen=True, slots=True)
class Priority:
    """An entry of a ranking. `size` is about how many customers, or the harm per person (0–1)."""

    touchpoint: str
    facet: str
    kind: Kind
    size: Estimate
    sentence: Text


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that deserves a look of its own."""

    kind: SpotKind
    touchpoint: str
    facet: str
    estimate: Estimate
    sentence: Text


@dataclass(frozen=True, slots=True)
class GapReport:
    """Everything found from one set of inputs."""

    as_of: date
    touchpoints: tuple[TouchpointGap, ...]
    delivery: IndexFinding
    perception: IndexFinding
    most_people: tuple[Priority, ...]
    most_harm: tuple[Priority, ...]
    spots: tuple[Spot, ...]

    def index(self, kind: Kind) -> IndexFinding:
        """The delivery or the perception index."""
        return self.delivery if kind == "delivery" else self.perception

    def declared(self, kind: Kind) -> tuple[tuple[TouchpointGap, Finding], ...]:
        """Touchpoints where this gap is declared, largest gap first."""
        found = [
            (line, gap)
            for line in self.touchpoints
            if isinstance(gap := line.gap(kind), Finding) and gap.state == "declared"
        ]
        return tuple(sorted(found, key=lambda pair: -pair[1].estimate.value))
