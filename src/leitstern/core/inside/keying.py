"""Items that seem to be keyed the wrong way round: after turning, they run against the rest of their dimension."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import turn
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.inside.instrument import Instrument, Item

FEWEST = 10  # people who answered the item and others of its dimension
SURE = 2.576  # the 99 % interval of the correlation (Fisher's z) lies wholly below zero
SUSPICION = Text(
    en="“{item}” runs against the other statements on “{dimension}” (correlation {r}, n = {n}).",
    de="„{item}“ läuft den anderen Aussagen zu „{dimension}“ entgegen (Zusammenhang {r}, n = {n}).",
)


@dataclass(frozen=True, slots=True)
class Suspect:
    """An item, its correlation with the mean of its dimension's other items after turning, and of how many people."""

    item: Item
    correlation: float
    n: int


def suspicion(instrument: Instrument, item: Item, correlation: float, n: int) -> Text:
    """What is suspected, with the wording of the item and the name of its dimension."""
    dimension = instrument.dimension(item.dimension)
    sign, size = "−" if correlation < 0 else "", f"{abs(correlation):.1f}"
    return SUSPICION.fill(
        item=item.text,
        dimension=dimension.name if dimension else item.dimension,
        r=Text(en=sign + size, de=sign + size.replace(".", ",")),
        n=n,
    )


def suspicious_keys(instrument: Instrument, answers: NDArray[np.float64]) -> tuple[Suspect, ...]:
    """Items that correlate negatively with the rest of their dimension, beyond chance; the worst first.

    `answers` are people × items on the scale, NaN = left out. An item alone in its dimension cannot be judged.
    """
    turned = turn(instrument, answers)
    found = []
    for dimension in instrument.dimensions:
        columns = [i for i, item in enumerate(instrument.items) if item.dimension == dimension.slug]
        for column in columns:
            rest = _mean(turned[:, [other for other in columns if other != column]])
            known = np.isfinite(turned[:, column]) & np.isfinite(rest)
            correlation = _correlation(turned[known, column], rest[known])
            if correlation is not None and _surely_negative(correlation, int(known.sum())):
                found.append(Suspect(instrument.items[column], correlation, int(known.sum())))
    return tuple(sorted(found, key=lambda suspect: suspect.correlation))


def _mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row means of what is there; NaN where nothing is."""
    there = np.isfinite(values)
    counts = there.sum(axis=1)
    sums = np.where(there, values, 0.0).sum(axis=1)
    means: NDArray[np.float64] = np.divide(sums, counts, out=np.full(len(values), np.nan), where=counts > 0)
    return means


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float | None:
    """Pearson's r; None for too few people, or where everybody answers the same."""
    if len(one) < FEWEST or np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])


def _surely_negative(correlation: float, n: int) -> bool:
    if correlation <= -1 + 1e-12:
        return True
    return tanh(atanh(min(correlation, 1 - 1e-12)) + SURE / sqrt(n - 3)) < 0
