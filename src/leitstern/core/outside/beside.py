"""One selection beside another: which shares differ for sure, when many are looked at together."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import TYPE_CHECKING

from leitstern.core.stats.differences import difference
from leitstern.core.stats.discoveries import discoveries
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.stats.estimate import Measured

RATE = 0.05  # expected share of false discoveries among what is called sure


@dataclass(frozen=True, slots=True)
class Beside:
    """A share 0–1 of both selections, a − b with its interval, and whether that differs for sure."""

    a: Measured
    b: Measured
    difference: Measured
    sure: bool = False


def beside(pairs: Sequence[tuple[Measured, Measured]]) -> tuple[Beside, ...]:
    """Each pair with its difference. Sure are those that Benjamini & Hochberg (1995) keep at a rate of 5 %.

    Where a customer belongs to both selections the two shares are not independent, and the interval is rather too wide.
    """
    found = [Beside(a, b, difference(a, b)) for a, b in pairs]
    testable = [at for at, each in enumerate(found) if isinstance(each.difference, Estimate)]
    kept = discoveries([_p(found[at].difference) for at in testable], RATE)
    sure = {at for at, discovered in zip(testable, kept, strict=True) if discovered}
    return tuple(Beside(each.a, each.b, each.difference, at in sure) for at, each in enumerate(found))


def _p(found: Measured) -> float:
    """Two-sided, from the half of the interval that reaches towards zero: it widens as the score interval does."""
    if not isinstance(found, Estimate):
        raise TypeError("A difference that is missing has no p.")
    reach = found.value - found.low if found.value > 0 else found.high - found.value
    if reach <= 0:
        return 0.0 if found.value else 1.0
    z = abs(found.value) / reach * normal_quantile((1 + found.level) / 2)
    return erfc(z / sqrt(2))
