"""Do the items of a scale measure one thing? Cronbach's alpha and McDonald's omega, with answers left out.

Items are keyed alike: what is asked in reverse has been turned before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.quantiles import fisher_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

_ROUNDS = 1000
_SETTLED = 1e-10
_NOTHING = 1e-12

TOO_FEW_ITEMS = Missing(
    "too-few-items",
    Text(
        en="There are too few items: alpha takes two, omega three.",
        de="Es gibt zu wenige Fragen: Alpha braucht zwei, Omega drei.",
    ),
)
TOO_FEW_PEOPLE = Missing(
    "too-few-people",
    Text(
        en="Some two items were not answered together by at least two people.",
        de="Manche zwei Fragen haben nicht mindestens zwei Personen gemeinsam beantwortet.",
    ),
)
ALL_THE_SAME = Missing(
    "all-the-same",
    Text(
        en="An item was answered alike by everybody; there is nothing to relate.",
        de="Eine Frage wurde von allen gleich beantwortet; es gibt nichts in Beziehung zu setzen.",
    ),
)
NO_COMMON_FACTOR = Missing(
    "no-common-factor",
    Text(
        en="The items do not share one factor; omega would mean nothing.",
        de="Die Fragen haben keinen gemeinsamen Faktor; Omega wäre ohne Aussage.",
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class Covariance:
    """Covariances of items, `(items, items)`, and the number of people (two or more) they rest on."""

    matrix: Floats
    people: int


def covariance(answers: Floats) -> Covariance | Missing:
    """From `(people, items)`, each pair of items over those who answered both (pairwise deletion).

    People with fewer than two answers do not count. For listwise deletion pass `complete(answers)`.
    """
    there = ~np.isnan(answers)
    useful = there.sum(axis=1) >= 2
    answers, there = answers[useful], there[useful]
    if answers.shape[1] < 2:
        return TOO_FEW_ITEMS
    present = there.astype(np.float64)
    n = present.T @ present
    if n.min() < 2:
        return TOO_FEW_PEOPLE
    mean = np.where(there, answers, 0).sum(axis=0) / np.diag(n)
    centred = np.where(there, answers - mean, 0)
    sums = centred.T @ present  # of the row's item, over those who answered the column's too
    return Covariance((centred.T @ centred - sums * sums.T / n) / (n - 1), len(answers))


def complete(answers: Floats) -> Floats:
    """Only the people who answered every item."""
    return answers[~np.isnan(answers).any(axis=1)]


def alpha(covariance: Covariance, level: float = LEVEL) -> Measured:
    """Cronbach's alpha, k/(k − 1) · (1 − Σ variances / Σ covariances), with Feldt's interval (1965, Psychometrika 30)."""
    matrix = covariance.matrix
    k, total = len(matrix), float(matrix.sum())
    if k < 2:
        return TOO_FEW_ITEMS
    if total <= _NOTHING:
        return ALL_THE_SAME
    return _feldt(k / (k - 1) * (1 - float(np.trace(matrix)) / total), k, covariance.people, level)


def omega(covariance: Covariance, level: float = LEVEL) -> Measured:
    """McDonald's omega of standardised items, (Σλ)² / ((Σλ)² + Σ(1 − λ²)), λ from one principal-axis factor.

    Communalities start at the squared multiple correlations and are iterated until they settle. The interval is
    Feldt's, made for alpha; it is measured for omega in docs/method/agreement.md.
    """
    matrix = covariance.matrix
    k, variances = len(matrix), np.diag(matrix)
    if k < 3:
        return TOO_FEW_ITEMS
    if variances.min() <= _NOTHING:
        return ALL_THE_SAME
    loadings = principal_axis(matrix / np.sqrt(np.outer(variances, variances)))
    if loadings is None:
        return NO_COMMON_FACTOR
    common = float(loadings.sum() ** 2)
    return _feldt(common / (common + float((1 - loadings**2).sum())), k, covariance.people, level)


def principal_axis(correlations: Floats) -> Floats | None:
    """Loadings of the items on one common factor, their sum positive; None where there is none that is proper."""
    shared = 1 - 1 / np.diag(np.linalg.pinv(correlations))
    for _ in range(_ROUNDS):
        reduced = correlations.copy()
        np.fill_diagonal(reduced, shared)
        values, vectors = np.linalg.eigh(reduced)
        if values[-1] <= _NOTHING:
            return None
        loadings: Floats = vectors[:, -1] * np.sqrt(values[-1])
        before, shared = shared, loadings**2
        if shared.max() > 1:
            return None
        if np.abs(shared - before).max() < _SETTLED:
            return -loadings if loadings.sum() < 0 else loadings
    return None


def _feldt(value: float, k: int, people: int, level: float) -> Estimate:
    freedom, tail = people - 1, (1 + level) / 2
    low = 1 - (1 - value) * fisher_quantile(tail, freedom, freedom * (k - 1))
    high = 1 - (1 - value) / fisher_quantile(tail, freedom * (k - 1), freedom)
    return Estimate(value, min(low, value), max(high, value), people, level=level)
