"""Is the leaders' backing felt? What staff perceive per wave, what leaders say of themselves, and what they did.

Perceived backing is the staff's published level on *lived leadership* (0–4), never what leaders say. The gap is the
leaders' own level less the staff's; both are independent groups of people, so the half widths add in squares.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

LIVED_LEADERSHIP = "k8"
NOT_BOTH = Missing(
    "not-both",
    Text(
        en="not both were asked, or not both may be shown",
        de="nicht beide wurden gefragt, oder nicht beide dürfen gezeigt werden",
    ),
)
OPEN = Text(
    en="Leaders see their backing at {stated} of 4, staff at {felt}: that may be chance.",
    de="Die Führung sieht ihren Rückhalt bei {stated} von 4, die Mitarbeitenden spüren {felt}: Das kann Zufall sein.",
)
FELT_LESS = Text(
    en="Staff feel less backing than leaders think they give: {felt} against {stated} of 4.",
    de="Die Mitarbeitenden spüren weniger Rückhalt, als die Führung zu geben glaubt: {felt} gegen {stated} von 4.",
)
FELT_MORE = Text(
    en="Staff feel more backing than leaders think they give: {felt} against {stated} of 4.",
    de="Die Mitarbeitenden spüren mehr Rückhalt, als die Führung zu geben glaubt: {felt} gegen {stated} von 4.",
)


@dataclass(frozen=True, slots=True)
class Backing:
    """One wave: level felt by staff, level stated by leaders (both 0–4), and leaders' acts in the year before it."""

    wave: int
    name: str
    day: date
    felt: Measured
    stated: Measured
    acts: int

    @property
    def gap(self) -> Measured:
        """Stated less felt, −4 to +4."""
        return difference(self.stated, self.felt)

    @property
    def sentence(self) -> Text | None:
        """The finding; None where one side is not shown."""
        gap, felt, stated = self.gap, self.felt, self.stated
        if isinstance(gap, Missing) or isinstance(felt, Missing) or isinstance(stated, Missing):
            return None
        said = OPEN if gap.low <= 0 <= gap.high else FELT_LESS if gap.value > 0 else FELT_MORE
        return said.fill(felt=decimal(felt.value, 1), stated=decimal(stated.value, 1))


def difference(one: Measured, other: Measured) -> Measured:
    """One level less another, of different people."""
    if isinstance(one, Missing) or isinstance(other, Missing):
        return NOT_BOTH
    value = one.value - other.value
    reach = hypot((one.high - one.low) / 2, (other.high - other.low) / 2)
    low, high = max(value - reach, -HIGHEST_LEVEL), min(value + reach, HIGHEST_LEVEL)
    return Estimate(value, min(low, value), max(high, value), min(one.n, other.n), "stated", as_of=one.as_of)


def moved(waves: Sequence[Backing]) -> Measured:
    """How much more is felt in the last wave than in the one before; nobody knows who answered twice."""
    return difference(waves[-1].felt, waves[-2].felt) if len(waves) > 1 else NOT_BOTH
