"""How far a change is anchored: the weakest of work practice, understanding of roles, processes and attitude.

Source: Bingemer, Ohlwein: a change is anchored in ways of working, understanding of roles, processes and attitude.
Each piece of evidence is a share of what should be lived: so four different things stand on one scale, 0 to 1. The
weakest counts, in a dimension as in the whole: what people do not believe in is not carried by what was written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.inside.wording import listed
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.stats.estimate import Measured


class Dimension(StrEnum):
    """Where a change has to take hold."""

    PRACTICE = "practice"
    ROLES = "roles"
    PROCESS = "process"
    ATTITUDE = "attitude"


DIMENSIONS = {
    Dimension.PRACTICE: Text(en="work practice", de="Arbeitsweise"),
    Dimension.ROLES: Text(en="understanding of roles", de="Rollenverständnis"),
    Dimension.PROCESS: Text(en="processes", de="Prozesse"),
    Dimension.ATTITUDE: Text(en="attitude", de="Haltung"),
}
NO_EVIDENCE = Missing("no-evidence", Text(en="no evidence yet", de="noch kein Beleg"))
NOT_SHOWN = Missing(
    "not-shown",
    Text(en="no dimension has any evidence yet", de="noch ist keine Dimension belegt"),
)
AND = Text(en="and", de="und")
NOTHING = Text(
    en="How far the change is anchored is not shown: none of its four dimensions has evidence yet.",
    de="Wie weit die Veränderung verankert ist, wird nicht gezeigt: Noch ist keine ihrer vier Dimensionen belegt.",
)
WEAKEST = Text(
    en="The change is held up most by {weakest}: {percent} of 100 of what should be lived there are lived.",
    de="Am schwächsten verankert ist die Veränderung in: {weakest}. Von 100, die dort gelebt werden sollten, sind es {percent}.",
)
PERHAPS = Text(
    en=" It may as well be {others}; the intervals overlap.",
    de=" Ebenso gut können es sein: {others}; die Intervalle überschneiden sich.",
)
UNTOLD = Text(
    en=" Of {untold} nothing can be told: anchoring is at most this.",
    de=" Nicht zu sagen ist es von: {untold}. Die Verankerung ist höchstens so groß.",
)


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: a share of what should be lived, or why it is not there, and where it stands."""

    said: Text
    share: Measured
    address: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One dimension with its evidence; it stands where the weakest piece of it does."""

    dimension: Dimension
    proofs: tuple[Proof, ...]

    @property
    def known(self) -> tuple[Estimate, ...]:
        """What there is."""
        return tuple(each.share for each in self.proofs if isinstance(each.share, Estimate))

    @property
    def share(self) -> Measured:
        """The weakest piece of evidence; without one the first reason why there is none."""
        if self.known:
            return lowest(self.known)
        return next((each.share for each in self.proofs if isinstance(each.share, Missing)), NO_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Anchoring:
    """All four dimensions, in their order."""

    anchors: tuple[Anchor, ...]

    @property
    def told(self) -> tuple[tuple[Anchor, Estimate], ...]:
        """Dimensions that can be told, the weakest first."""
        found = [(each, each.share) for each in self.anchors]
        there = [(each, share) for each, share in found if isinstance(share, Estimate)]
        return tuple(sorted(there, key=lambda pair: pair[1].value))

    @property
    def untold(self) -> tuple[Anchor, ...]:
        """Dimensions without evidence."""
        return tuple(each for each in self.anchors if isinstance(each.share, Missing))

    @property
    def weakest(self) -> Anchor | None:
        """The dimension that holds the change up most, of those that can be told."""
        return self.told[0][0] if self.told else None

    @property
    def perhaps(self) -> tuple[Anchor, ...]:
        """Others whose interval reaches as low as that of the weakest goes up."""
        if not self.told:
            return ()
        high = self.told[0][1].high
        return tuple(each for each, share in self.told[1:] if share.low <= high)

    @property
    def share(self) -> Measured:
        """Anchoring: the weakest dimension that can be told. With others untold it can only be less."""
        return lowest([share for _, share in self.told]) if self.told else NOT_SHOWN

    @property
    def sentence(self) -> Text:
        """The finding: which is the weakest, which may be it as well, and which cannot be told."""
        if self.weakest is None or isinstance(self.share, Missing):
            return NOTHING
        said = WEAKEST.fill(weakest=DIMENSIONS[self.weakest.dimension], percent=round(100 * self.share.value))
        for frame, key, which in ((PERHAPS, "others", self.perhaps), (UNTOLD, "untold", self.untold)):
            if which:
                more = frame.fill(**{key: listed([DIMENSIONS[each.dimension] for each in which], AND)})
                said = Text(en=said.en + more.en, de=said.de + more.de)
        return said


def lowest(shares: Sequence[Estimate]) -> Estimate:
    """The smallest of several: its value and n, its interval from the lowest lower end to the lowest upper end.

    The smallest of several numbers is at least the smallest of their lower and at most that of their upper ends.
    """
    least = min(shares, key=lambda each: each.value)
    low, high = min(each.low for each in shares), min(each.high for each in shares)
    return Estimate(least.value, low, max(high, least.value), least.n, least.grade, least.level, least.as_of)


def each_once(shares: Iterable[Measured]) -> Measured:
    """The mean share of several things that should be lived, each counting once however many cases it has; n = things.

    Its interval adds the distances to their ends in quadrature (MOVER, Zou and Donner, 2008).
    """
    known = [each for each in shares if isinstance(each, Estimate)]
    if not known:
        return NO_EVIDENCE
    k = len(known)
    value = sum(each.value for each in known) / k
    below = sqrt(sum((each.value - each.low) ** 2 for each in known)) / k
    above = sqrt(sum((each.high - each.value) ** 2 for each in known)) / k
    days = [each.as_of for each in known if each.as_of]
    return Estimate(value, max(0.0, value - below), min(1.0, value + above), k, as_of=min(days, default=None))
