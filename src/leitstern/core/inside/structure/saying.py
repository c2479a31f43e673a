"""What leaders say about the structure, against what was entered of it.

Source: Bingemer, Ohlwein: managers declare the will to put the customer first and keep a product- or
production-oriented organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.inside.structure.register import Cut
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.ratings import Said
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.stats.estimate import Measured

DIMENSION = "k1"  # "structure around customers" in our own instrument
MIDDLE, HALF = HIGHEST_LEVEL / 2, 0.5
INWARD = (Cut.FUNCTION, Cut.PRODUCT)
NOBODY_SAID = Missing(
    "nobody-said",
    Text(
        en="no published wave says what leaders think of it",
        de="keine veröffentlichte Welle sagt, was die Führung darüber denkt",
    ),
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Leaders' level (0–4) of "structure around customers", and the share of steps that the structure carries."""

    leaders: Measured
    carried: Measured

    @property
    def contradicts(self) -> bool:
        """Leaders see themselves surely in the upper half, and not even half of the steps are carried."""
        return (
            isinstance(self.leaders, Estimate)
            and isinstance(self.carried, Estimate)
            and self.leaders.low >= MIDDLE
            and self.carried.value < HALF
        )


def level_of(said: Said | None, as_of: date) -> Measured:
    """The mean level of a group that answered, with Student's interval, inside the scale."""
    if said is None or said.n < 2:
        return NOBODY_SAID
    half = student_quantile((1 + LEVEL) / 2, said.n - 1) * sqrt(said.squares / (said.n - 1) / said.n)
    low, high = max(0.0, said.mean - half), min(float(HIGHEST_LEVEL), said.mean + half)
    return Estimate(said.mean, low, high, int(said.n), grade="stated", as_of=as_of)


def inward(register: Register, today: date) -> Measured:
    """Of the units of which it was said, those cut by function or product."""
    cuts = [unit.cut for unit in register.today if unit.cut]
    return counted(sum(cut in INWARD for cut in cuts), len(cuts), len(cuts), today)
