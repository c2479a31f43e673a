"""The facet of action: who works with whom, counted between units only.

A *tie* is a pair of people who work together; stored is how many there are within a unit and between two units, never
between which people. The E–I index (Krackhardt and Stern, 1988) is (external − internal) / all ties. How many ties cross
a border by chance depends on how large the units are, so it only says something beside its null.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.silo.facet import Facet, Reading
from leitstern.core.inside.silo.permuted import FEWEST_PEOPLE, permuted
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

NO_TIES = Missing(
    "no-ties",
    Text(en="nobody has counted who works with whom", de="niemand hat gezählt, wer mit wem arbeitet"),
)
ONE_UNIT = Missing(
    "one-unit",
    Text(en="there is only one unit, so no border", de="es gibt nur einen Bereich, also keine Grenze"),
)


@dataclass(frozen=True)
class Ties:
    """Units with their people, and ties between them: `counts` is symmetric, with those within a unit on its diagonal.

    `spread` is the standard deviation of ties per person over everybody, None where nobody said.
    """

    units: tuple[str, ...]
    people: tuple[int, ...]
    counts: NDArray[np.int64]
    spread: float | None = None

    @cached_property
    def pairs(self) -> NDArray[np.int64]:
        """How many pairs of people there are within and between units, shaped as `counts`."""
        n = np.array(self.people, dtype=np.int64)
        found = np.outer(n, n)
        np.fill_diagonal(found, n * (n - 1) // 2)
        return found

    @property
    def of_units(self) -> tuple[int, ...]:
        """Ties that people of each unit have, one within a unit counted for both."""
        return tuple(int(each) for each in self.counts.sum(axis=1) + np.diag(self.counts))

    @property
    def internal(self) -> int:
        """Ties within units."""
        return int(np.trace(self.counts))

    @property
    def total(self) -> int:
        """All ties, each once."""
        return int(np.triu(self.counts).sum())

    @property
    def chance(self) -> NDArray[np.float64]:
        """Ties to be expected within and between units if borders did not matter."""
        every = int(np.triu(self.pairs).sum())
        return np.multiply(self.pairs, self.total / every if every else 0.0, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class EI:
    """The E–I index −1 … +1 with its interval, what is expected without silos, and the p of one as low or lower.

    Without the spread of ties over people nobody knows how much chance varies: `p` is None.
    """

    observed: Estimate
    null: float
    p: float | None
    ties: int
    people: int

    @property
    def difference(self) -> float:
        """Observed − null: below zero, ties stay inside more than chance would have it."""
        return self.observed.value - self.null

    @property
    def error(self) -> float:
        """Standard error of the observed index."""
        external = (1 + self.observed.value) / 2
        return max(2 * sqrt(external * (1 - external) / self.observed.n), 1e-3)


def external_internal(ties: Ties, as_of: date | None = None) -> EI | Missing:
    """The E–I index of aggregated ties against the permutation of people over units.

    Ties of one person hang together: the interval counts no more ties than there are people.
    """
    if not ties.total:
        return NO_TIES
    if len(ties.units) < 2:
        return ONE_UNIT
    within, every = int(np.trace(ties.pairs)), int(np.triu(ties.pairs).sum())
    share = ties.internal / ties.total
    n = min(ties.total, sum(ties.people))
    low, high = wilson(share, n)
    return EI(
        observed=Estimate(1 - 2 * share, 1 - 2 * high, 1 - 2 * low, n, as_of=as_of),
        null=1 - 2 * within / every,
        p=_p(ties),
        ties=ties.total,
        people=sum(ties.people),
    )


def _p(ties: Ties) -> float | None:
    """How likely permuted people have as many ties within units."""
    if ties.spread is None or sum(ties.people) < FEWEST_PEOPLE:
        return None
    return permuted(ties.people, ties.total, ties.spread).at_least(ties.internal)


def action(found: EI | Missing, source: Text) -> Reading:
    """The facet of action: of all ties, the share within units; the null is that share by chance."""
    if isinstance(found, Missing):
        return Reading(Facet.ACTION, found, 0.0, source)
    seen = found.observed
    closed = Estimate((1 - seen.value) / 2, (1 - seen.high) / 2, (1 - seen.low) / 2, seen.n, as_of=seen.as_of)
    return Reading(Facet.ACTION, closed, (1 - found.null) / 2, source)
