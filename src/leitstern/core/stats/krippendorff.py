"""Krippendorff's alpha: do several people sort or rate the same things alike, whoever rated what?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

DRAWS = 1000  # bootstrap samples

NOTHING_SHARED = Missing(
    "nothing-shared",
    Text(
        en="Nothing was rated by at least two people.",
        de="Nichts wurde von mindestens zwei Personen beurteilt.",
    ),
)
ALL_THE_SAME = Missing(
    "all-the-same",
    Text(
        en="Everything was rated the same; agreement cannot be told from lack of choice.",
        de="Alles wurde gleich beurteilt; Einigkeit lässt sich nicht von fehlender Auswahl unterscheiden.",
    ),
)


class Metric(StrEnum):
    """How far two values lie apart: different or not, in ranks, in size."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def krippendorff_alpha(
    ratings: Floats, metric: Metric, rng: np.random.Generator, draws: int = DRAWS
) -> Measured:
    """1 − observed / expected disagreement, from `(things, raters)`, NaN where somebody did not rate.

    Krippendorff (2004), Content Analysis, chapter 11. n counts things that two or more people rated. Interval:
    percentile bootstrap over things; where all agree it ends at what Wilson's limit for 0 of n leaves open.
    """
    ratings = ratings[(~np.isnan(ratings)).sum(axis=1) >= 2]
    if not len(ratings):
        return NOTHING_SHARED
    values, code = np.unique(ratings[~np.isnan(ratings)], return_inverse=True)
    if len(values) < 2:
        return ALL_THE_SAME
    counts = np.zeros((len(ratings), len(values)))
    np.add.at(counts, (np.nonzero(~np.isnan(ratings))[0], code), 1)
    pairs = _pairs(counts)
    value = float(_alpha(pairs.sum(axis=0, keepdims=True), values, metric)[0])
    times = rng.multinomial(len(pairs), np.full(len(pairs), 1 / len(pairs)), draws).astype(np.float64)
    drawn = _alpha(np.tensordot(times, pairs, axes=1), values, metric)
    low, high = np.nanquantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    unseen = 1 - wilson(0.0, len(pairs))[1]
    return Estimate(value, min(float(low), value, unseen), max(float(high), value), len(pairs))


def _pairs(counts: Floats) -> Floats:
    """Coincidences of each thing, `(things, values, values)`: ordered pairs of its ratings / (raters − 1)."""
    raters = counts.sum(axis=1)[:, None, None]
    own = counts[:, :, None] * np.eye(counts.shape[1])
    pairs: Floats = (counts[:, :, None] * counts[:, None, :] - own) / (raters - 1)
    return pairs


def _alpha(coincidences: Floats, values: Floats, metric: Metric) -> Floats:
    """Of each of several matrices of coincidences; NaN where only one value occurs."""
    totals = coincidences.sum(axis=2)
    n = totals.sum(axis=1)
    apart = _apart(totals, values, metric)
    observed = (coincidences * apart).sum(axis=(1, 2)) / n
    expected = (totals[:, :, None] * totals[:, None, :] * apart).sum(axis=(1, 2)) / (n * (n - 1))
    alpha: Floats = 1 - observed / np.where(expected > 0, expected, np.nan)
    return alpha


def _apart(totals: Floats, values: Floats, metric: Metric) -> Floats:
    """Squared distance of every two values, for each row of `totals`."""
    if metric is Metric.NOMINAL:
        return np.broadcast_to(1 - np.eye(len(values)), (*totals.shape, len(values)))
    # Ranks lie in the middle of those who share them: the values between two of them, half of each end included.
    place = values[None] if metric is Metric.INTERVAL else np.cumsum(totals, axis=1) - totals / 2
    return np.broadcast_to((place[:, :, None] - place[:, None, :]) ** 2, (*totals.shape, len(values)))
