"""Shares of everything that was entered: counted, not estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NOTHING_THERE = Missing(
    "nothing", Text(en="there is nothing to count yet", de="es gibt noch nichts zu zählen")
)


def counted(part: float, whole: float, n: int, as_of: date | None = None) -> Measured:
    """A share of everything that was entered: no sample, so its interval is the value itself."""
    if not whole:
        return NOTHING_THERE
    share = part / whole
    return Estimate(share, share, share, n, grade="stated", as_of=as_of)
