"""Who may have clicked through without reading? Four indices, a flag when two kinds of them agree, nobody deleted.

No cut-off is right everywhere, and identical answers can be meant. A flag is therefore a reason to show results with
and without, never to drop an answer. Answers are `(people, items)` in the order asked, NaN where left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.quantiles import chi_square_quantile
from leitstern.core.stats.reliability import Covariance, covariance
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.stats.posteriors import Bools, Floats

_NOTHING = 1e-9


class Sign(StrEnum):
    """What was noticed about somebody's answers."""

    LONG_STRING = "long_string"
    LITTLE_SPREAD = "little_spread"
    EVEN_ODD = "even_odd"
    FAR_OUT = "far_out"


SIGNS = {
    Sign.LONG_STRING: Text(
        en="the same answer many times in a row", de="viele Male hintereinander dieselbe Antwort"
    ),
    Sign.LITTLE_SPREAD: Text(
        en="hardly any difference between answers", de="kaum Unterschiede zwischen den Antworten"
    ),
    Sign.EVEN_ODD: Text(
        en="questions about the same thing answered unlike each other",
        de="Fragen zur selben Sache unterschiedlich beantwortet",
    ),
    Sign.FAR_OUT: Text(
        en="a combination of answers nobody else comes near",
        de="eine Kombination von Antworten wie sonst bei niemandem",
    ),
}


@dataclass(frozen=True, slots=True)
class Cuts:
    """From where on an index counts.

    `string`: share of all items in a row (Curran 2016: half). `spread`: standard deviation as a share of the scale's
    length. `even_odd`: correlation below (Johnson 2005, after Jackson: .30). `distance`: quantile of χ².
    """

    string: float = 0.5
    spread: float = 0.1
    even_odd: float = 0.3
    distance: float = 0.999


CUTS = Cuts()
_FEWEST_ITEMS = 10  # below which a row of equal answers is no news
_FEWEST_DIMENSIONS = 5  # for a correlation over dimensions

_NOT_ALIGNED = Text(
    en="Each item needs its dimension and whether it is reversed. Nothing was calculated.",
    de="Zu jeder Frage gehören ihre Dimension und ob sie umgekehrt gestellt ist. Es wurde nichts berechnet.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Careless:
    """One entry per person. An index is NaN where it cannot be computed, and then says nothing.

    `fired` is `(people, signs)` in the order of `Sign`; `flagged` where two kinds of signs fired.
    """

    long_string: Floats
    spread: Floats
    even_odd: Floats
    distance: Floats
    fired: Bools
    flagged: Bools

    def why(self, person: int) -> tuple[Text, ...]:
        """What was noticed about a flagged person's answers; nothing about anybody else's."""
        if not self.flagged[person]:
            return ()
        return tuple(SIGNS[sign] for sign, fired in zip(Sign, self.fired[person], strict=True) if fired)


def careless(
    answers: Floats,
    dimension: NDArray[np.int64],
    reverse: Bools,
    low: int,
    high: int,
    cuts: Cuts = CUTS,
) -> Careless:
    """`answers` as given, on a scale from `low` to `high`; `dimension` and `reverse` have one entry per item.

    Equal answers everywhere make two signs at once. Where no item is reversed they contradict nothing, so the two
    count as one there.
    """
    items = answers.shape[1]
    if len(dimension) != items or len(reverse) != items:
        raise InvalidInput(_NOT_ALIGNED)
    turned = np.where(reverse, low + high - answers, answers)
    strings, spreads = long_string(answers), spread(answers)
    halves = even_odd(turned, dimension)
    known = covariance(answers)
    far, limit = (
        mahalanobis(answers, known, cuts.distance)
        if isinstance(known, Covariance)
        else (spreads * np.nan, 0.0)
    )
    long_enough = items >= _FEWEST_ITEMS
    fired = np.column_stack(
        [
            long_enough & (strings >= cuts.string * items),
            long_enough & (spreads < cuts.spread * (high - low)),
            halves < cuts.even_odd,
            far > limit,
        ]
    )
    kinds = fired.sum(axis=1) if reverse.any() else fired[:, :2].any(axis=1) + fired[:, 2:].sum(axis=1)
    return Careless(strings, spreads, halves, far, fired, kinds >= 2)


def long_string(answers: Floats) -> Floats:
    """The longest run of equal answers; an item left out ends a run. 0 for who answered nothing."""
    longest = np.zeros(len(answers))
    run = np.zeros(len(answers))
    before = np.full(len(answers), np.nan)
    for answer in answers.T:
        run = np.where(np.isnan(answer), 0, np.where(answer == before, run + 1, 1))
        longest = np.maximum(longest, run)
        before = answer
    return longest


def spread(answers: Floats) -> Floats:
    """Intra-individual response variability: the standard deviation of somebody's answers (Dunn et al. 2018)."""
    there = ~np.isnan(answers)
    n = there.sum(axis=1).astype(np.float64)
    mean = np.where(there, answers, 0).sum(axis=1) / np.maximum(n, 1)
    squares = np.where(there, answers - mean[:, None], 0) ** 2
    found: Floats = np.sqrt(squares.sum(axis=1) / np.where(n > 1, n - 1, np.nan))
    return found


def even_odd(answers: Floats, dimension: NDArray[np.int64]) -> Floats:
    """Correlation, over dimensions, of the means of odd and even items, stepped up to full length (Johnson 2005).

    Reverse items must have been turned. NaN below five dimensions with both halves, and where a half does not vary.
    """
    there = ~np.isnan(answers)
    given, present = np.where(there, answers, 0), there.astype(np.float64)
    _, place = np.unique(dimension, return_inverse=True)
    belongs = (place[:, None] == np.arange(place.max(initial=-1) + 1)).astype(np.float64)
    second = np.cumsum(belongs, axis=0) % 2 == 0
    counts = [present @ (belongs * half) for half in (~second, second)]
    both = (counts[0] > 0) & (counts[1] > 0)
    halves = [
        np.where(both, given @ (belongs * half) / np.maximum(count, 1), 0)
        for half, count in zip((~second, second), counts, strict=True)
    ]
    n = both.sum(axis=1).astype(np.float64)
    odd, even = (np.where(both, half - (half.sum(axis=1) / np.maximum(n, 1))[:, None], 0) for half in halves)
    scale = np.sqrt((odd**2).sum(axis=1) * (even**2).sum(axis=1))
    usable = (n >= _FEWEST_DIMENSIONS) & (scale > _NOTHING)
    correlation = np.where(usable, (odd * even).sum(axis=1) / np.where(usable, scale, 1), np.nan)
    # Spearman and Brown; a negative correlation gains nothing from length and must not run away to −∞.
    stepped: Floats = np.where(correlation > 0, 2 * correlation / (1 + correlation), correlation)
    return stepped


def mahalanobis(answers: Floats, known: Covariance, quantile: float) -> tuple[Floats, float]:
    """Squared distances from the mean answers, and the quantile of χ² on as many degrees as items vary freely.

    An item left out lies at its mean. NaN for everybody where there are not five people per item: with fewer,
    nobody can be far from a crowd that small.
    """
    there = ~np.isnan(answers)
    if known.people < 5 * answers.shape[1]:
        return np.full(len(answers), np.nan), np.inf
    mean = np.where(there, answers, 0).sum(axis=0) / there.sum(axis=0)
    away = np.where(there, answers - mean, 0)
    values, vectors = np.linalg.eigh(known.matrix)
    free = values > _NOTHING * max(values[-1], _NOTHING)
    if not free.any():
        return np.full(len(answers), np.nan), np.inf
    squared: Floats = ((away @ vectors[:, free]) ** 2 / values[free]).sum(axis=1)
    return np.where(there.any(axis=1), squared, np.nan), chi_square_quantile(quantile, float(free.sum()))
