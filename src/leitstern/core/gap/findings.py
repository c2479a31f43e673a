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
class Observed:
    """What customers answered, before any caution: `share` 0–1 of `n` customers agree, which is `agreeing` of them.

    Where answers have weights, `agreeing` is the whole number nearest to the weighted share.
    """

    share: float
    agreeing: int
    n: int


@dataclass(frozen=True, slots=True)
class TouchpointGap:
    """Promise, belief and lived share of one statement at one touchpoint, and the two gaps between them.

    `lived` is cautious: drawn towards the company's mean. `observed` is what it starts from, and None where `lived`
    is missing.
    """

    touchpoint: str
    touchpoint_name: Text
    facet: str
    facet_name: Text
    importance: float
    customers: float
    depth: float | None
    disappointed: int  # customers who do not agree …
    worst: int  # … and of these, those who gave the worst answer possible
    seen: bool
    promise: Measured
    belief: Measured
    lived: Measured
    observed: Observed | None
    delivery: Finding | Missing
    perception: Finding | Missing

    def gap(self, kind: Kind) -> Finding | Missing:
        """The delivery or the perception finding."""
        return self.delivery if kind == "delivery" else self.perception

    @property
    def is_declared(self) -> bool:
        """Whether a gap of either kind is declared here."""
        return any(
            isinstance(gap, Finding) and gap.state == "declared" for gap in (self.delivery, self.perception)
        )

    def measured_gap(self, kind: Kind) -> Measured:
        """The gap as a number alone."""
        gap = self.gap(kind)
        return gap.estimate if isinstance(gap, Finding) else gap


@dataclass(frozen=True, slots=True)
class IndexFinding:
    """Mean positive gap in points (of 100 customers), weighted by importance and customers.

    `chance` is what companies without any gap show with the same numbers: their mean index, and in `high` the
    limit above which this index is no longer chance. It is declared for one of two reasons, or both: `on_average`
    the gap exceeds chance, or single `places` do.
    """

    kind: Kind
    estimate: Measured
    chance: Measured
    state: State
    touchpoints: int  # touchpoint-facets it rests on
    places: int = 0  # of these, those with a declared gap
    on_average: bool = False


@dataclass(frozen=True, slots=True)
class Priority:
    """An entry of a ranking. `size` is about how many customers, or the harm per person (0–1).

    `sentence` names the touchpoint, `here` is said where it has been named already.
    """

    touchpoint: str
    facet: str
    kind: Kind
    size: Estimate
    importance: float
    sentence: Text
    here: Text


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that deserves a look of its own; `sentence` names the touchpoint, `here` does not."""

    kind: SpotKind
    touchpoint: str
    facet: str
    estimate: Estimate
    sentence: Text
    here: Text


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
