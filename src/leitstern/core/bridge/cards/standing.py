"""Whether what a card rests on still holds, and which cards nobody uses.

A source has moved where the difference between today's value and the one at the time of linking is certain: its
interval by Newcombe's combination of the two (method 10, 1998) leaves out zero. It holds where that interval contains
zero and is short enough to have shown a move that matters; otherwise nobody can tell. Customers who are counted both
times agree with themselves, so that the interval is rather too wide: a move is said late, never early.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

UNUSED_DAYS = 180
LEVEL_Z = 1.6449  # of 90 %
FEWEST_CHANGES = 11
TOO_WIDE = 0.3  # an interval of a difference of shares longer than 30 points shows nothing


class Standing(StrEnum):
    """What is said of a source or of a card today."""

    MOVED = "moved"
    UNTOLD = "untold"
    HOLDS = "holds"


STANDINGS = {
    Standing.MOVED: Text(en="has moved", de="hat sich verändert"),
    Standing.UNTOLD: Text(en="can no longer be told", de="nicht mehr zu sagen"),
    Standing.HOLDS: Text(en="still holds", de="gilt noch"),
}


@dataclass(frozen=True, slots=True)
class Then:
    """The value at the time of linking; nothing where the source had no number."""

    value: float
    low: float
    high: float


def number_stands(then: Then, now: Measured, *, share: bool) -> Standing:
    """How a number stands against what it was."""
    if not isinstance(now, Estimate):
        return Standing.UNTOLD
    low = now.value - then.value - sqrt((now.value - now.low) ** 2 + (then.high - then.value) ** 2)
    high = now.value - then.value + sqrt((now.high - now.value) ** 2 + (then.value - then.low) ** 2)
    if low > 0 or high < 0:
        return Standing.MOVED
    return Standing.UNTOLD if share and high - low > TOO_WIDE else Standing.HOLDS


def card_stands(sources: Iterable[Standing]) -> Standing:
    """A card has moved with one of its sources, and holds while one can be told and none has moved."""
    found = set(sources)
    return next((each for each in (Standing.MOVED, Standing.HOLDS) if each in found), Standing.UNTOLD)


def usual_movement(values: Sequence[float]) -> float | None:
    """How far a key figure usually moves from month to month (90 %), by its own past; None where that is too short."""
    changes = [after - before for before, after in pairwise(values)]
    if len(changes) < FEWEST_CHANGES:
        return None
    mean = sum(changes) / len(changes)
    return LEVEL_Z * sqrt(sum((each - mean) ** 2 for each in changes) / (len(changes) - 1))


def unused(confirmed: date, used: Iterable[date], today: date) -> bool:
    """Whether nobody has used a card for a decision for half a year."""
    return today - max((*used, confirmed)) > timedelta(days=UNUSED_DAYS)


TOO_FEW = Missing(
    "few",
    Text(
        en="too few customers to say anything of them",
        de="zu wenige Kundinnen und Kunden, um etwas über sie zu sagen",
    ),
)
