"""How much of the spread in people's answers goes along with each visible reason: Shapley shares of R²."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, factorial
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_DRIVERS = 10  # 2¹⁰ subsets; more reasons than that nobody can act on
REPLICATES = 400  # bootstrap samples
PERMUTATIONS = 499  # at least
ALPHA = 0.01  # in so few companies without any visible reason would one be named anywhere
_CELLS = 2_000_000  # of shuffled outcomes at a time
_NOTHING_LEFT = 1e-9  # of a driver's variance, once the others have explained the rest

CANNOT_TELL = Missing(
    "cannot-tell",
    Text(
        en="The visible reasons explain no more of the answers than chance would.",
        de="Die sichtbaren Gründe erklären die Antworten nicht besser als der Zufall.",
    ),
)


TOO_MANY = Text(
    en="At most {most} visible reasons can be weighed against each other; the taxonomy names {given}. Please leave some out.",
    de="Höchstens {most} sichtbare Gründe lassen sich gegeneinander abwägen; die Taxonomie nennt {given}. Bitte lassen Sie einige weg.",
)


@dataclass(frozen=True, slots=True)
class DriverShare:
    """One reason: its share (0–1) of what all reasons explain together, and which way it goes.

    `direction` −1: the more of it, the worse the answers; +1: the better; 0: no tendency.
    """

    slug: str
    share: Estimate
    direction: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """An association, never a cause: R² (`explained`, 0–1) and its shares, largest first.

    `chance` is what R² comes to when answers are re-assigned at random; `explained` lies far above.
    """

    explained: Estimate
    chance: Estimate
    drivers: tuple[DriverShare, ...]


def attribute(
    features: Floats,
    outcome: Floats,
    weights: Floats,
    customers: NDArray[np.int64],
    slugs: Sequence[str],
    rng: np.random.Generator,
    as_of: date | None = None,
    among: int = 1,
) -> Attribution | Missing:
    """Shares of R² of a weighted linear regression of `outcome` (answers) on `features` (answers × drivers, ≤ 10).

    Lindeman, Merenda and Gold (1980) average a driver's gain in R² over all orders of entry: its Shapley value, so
    the shares add up to one. Intervals: percentile bootstrap over customers. The null: outcomes shuffled between
    customers with equally many answers. Nothing is claimed (`CANNOT_TELL`) unless chance reaches R² in fewer than
    1 % of companies at any of the `among` places looked at (Bonferroni).
    """
    import numpy as np

    if features.shape[1] > MOST_DRIVERS:
        raise InvalidInput(TOO_MANY.fill(most=MOST_DRIVERS, given=features.shape[1]))
    _, customer = np.unique(customers, return_inverse=True)
    n = int(customer.max(initial=-1)) + 1
    if n < 3:
        return CANNOT_TELL
    table = _standardised(np.column_stack([features, outcome]), weights)
    if not table[:, -1].any():
        return CANNOT_TELL
    moments = _moments_by_customer(table, weights, customer, n)
    found = shapley(_covariance(moments.sum(axis=0))[None])[0]
    explained = float(found.sum())
    null, convincing = _null(table, weights, customer, rng, explained, ALPHA / among)
    if not convincing:
        return CANNOT_TELL
    resampled = shapley(np.stack([_covariance(_resample(moments, rng)) for _ in range(REPLICATES)]))
    tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    totals = resampled.sum(axis=1)
    shares = resampled / np.where(totals > 0, totals, 1)[:, None]
    lows, highs = np.quantile(shares, tails, axis=0)
    low, high = np.quantile(totals, tails)
    directions = np.sign((table[:, :-1] * table[:, -1:] * weights[:, None]).sum(axis=0).round(9))
    drivers = [
        DriverShare(slug, _association(found[j] / explained, lows[j], highs[j], n, as_of), int(directions[j]))
        for j, slug in enumerate(slugs)
    ]
    return Attribution(
        _association(explained, low, high, n, as_of),
        _chance(null, n, as_of),
        tuple(sorted(drivers, key=lambda driver: -driver.share.value)),
    )


def shapley(covariances: Floats) -> Floats:
    """LMG shares of R² per driver, exact over all subsets; shape (samples, drivers).

    `covariances` has shape (samples, drivers + 1, drivers + 1), the outcome last. Depth first through the subsets:
    each step eliminates one driver from the covariance matrix (a Schur complement), after which every other
    driver's gain can be read off. A driver that others fully explain gains nothing.
    """
    import numpy as np

    drivers = covariances.shape[1] - 1
    scale = np.einsum("bii->bi", covariances)
    gains = np.zeros((len(covariances), drivers))

    def visit(rest: Floats, free: list[int], eliminable: list[int]) -> None:
        size = drivers - len(free)
        weight = factorial(size) * factorial(len(free) - 1) / factorial(drivers)
        pivots = rest[:, free, free]
        usable = pivots > _NOTHING_LEFT * scale[:, free]
        inverses = np.where(usable, 1 / np.where(usable, pivots, 1), 0)
        gains[:, free] += weight * rest[:, -1, free] ** 2 * inverses
        if size == drivers - 1:
            return
        for position, j in enumerate(eliminable):
            inverse = inverses[:, free.index(j), None, None]
            smaller = rest - rest[:, :, j, None] * rest[:, j, None, :] * inverse
            visit(smaller, [k for k in free if k != j], eliminable[position + 1 :])

    if drivers:
        visit(covariances, list(range(drivers)), list(range(drivers)))
    variance = scale[:, -1:]
    return np.where(variance > 0, gains / np.where(variance > 0, variance, 1), 0)


def _standardised(table: Floats, weights: Floats) -> Floats:
    """Columns with weighted mean 0 and variance 1; constant ones become 0."""
    import numpy as np

    centred = table - np.average(table, axis=0, weights=weights)
    spread = np.sqrt(np.average(centred**2, axis=0, weights=weights))
    varies = spread > _NOTHING_LEFT * (1 + np.abs(table).max(axis=0))
    return np.where(varies, centred / np.where(varies, spread, 1), 0)


def _moments_by_customer(table: Floats, weights: Floats, customer: NDArray[np.int64], n: int) -> Floats:
    """Σ weight·(1, x, y)(1, x, y)ᵀ per customer, flattened: what a resampled customer brings along."""
    import numpy as np

    rows = np.column_stack([np.ones(len(table)), table])
    width = rows.shape[1]
    moments = np.empty((n, width * width))
    for i in range(width):
        for j in range(i, width):
            sums = np.bincount(customer, weights * rows[:, i] * rows[:, j], minlength=n)
            moments[:, i * width + j] = moments[:, j * width + i] = sums
    return moments


def _covariance(moments: Floats) -> Floats:
    """The covariance matrix in flattened moments."""
    import numpy as np

    width = int(np.sqrt(len(moments)))
    square = moments.reshape(width, width) / moments[0]
    covariance: Floats = square[1:, 1:] - np.outer(square[0, 1:], square[0, 1:])
    return covariance


def _resample(moments: Floats, rng: np.random.Generator) -> Floats:
    """Moments of as many customers, drawn with replacement."""
    import numpy as np

    times = np.bincount(rng.integers(len(moments), size=len(moments)), minlength=len(moments))
    drawn: Floats = times @ moments
    return drawn


def _null(
    table: Floats,
    weights: Floats,
    customer: NDArray[np.int64],
    rng: np.random.Generator,
    explained: float,
    level: float,
) -> tuple[Floats, bool]:
    """R² of shuffled outcomes, and whether so few of them reach `explained` that chance stays below `level`.

    As many as the level needs to allow for two that do; it ends as soon as there are more.
    """
    import numpy as np

    wanted = max(PERMUTATIONS, ceil(3 / level))
    shuffled = _shuffled(table, weights, customer, rng)
    null = next(shuffled)
    while len(null) < wanted and (null >= explained).sum() < level * (1 + wanted):
        null = np.concatenate([null, next(shuffled)])
    return null, bool((1 + (null >= explained).sum()) <= level * (1 + max(wanted, len(null))))


def _shuffled(
    table: Floats, weights: Floats, customer: NDArray[np.int64], rng: np.random.Generator
) -> Iterator[Floats]:
    """R² after re-assigning whole customers' answers among customers with equally many answers, batch after batch."""
    import numpy as np

    features, outcome = table[:, :-1], table[:, -1]
    rows = np.argsort(customer, kind="stable")
    counts = np.bincount(customer)
    starts = np.cumsum(counts) - counts
    blocks = [rows[starts[counts == size][:, None] + np.arange(size)] for size in np.unique(counts)]
    weighted = features * weights[:, None]
    inverse = np.linalg.pinv(weighted.T @ features, hermitian=True)
    shuffled = np.empty((max(1, min(100, _CELLS // len(table))), len(table)))
    while True:
        for block in blocks:
            order = rng.permuted(np.tile(np.arange(len(block)), (len(shuffled), 1)), axis=1)
            shuffled[:, block.ravel()] = outcome[block][order].reshape(len(shuffled), -1)
        slopes = shuffled @ weighted  # features are centred, so the outcome need not be
        variation = shuffled**2 @ weights - (shuffled @ weights) ** 2 / weights.sum()
        yield np.einsum("bi,ij,bj->b", slopes, inverse, slopes) / variation


def _chance(null: Floats, n: int, as_of: date | None) -> Estimate:
    import numpy as np

    low, high = np.quantile(null, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    value = float(null.mean())
    return Estimate(value, min(float(low), value), max(float(high), value), n, grade="simulated", as_of=as_of)


def _association(value: float, low: float, high: float, n: int, as_of: date | None) -> Estimate:
    """A percentile interval may just miss the estimate it belongs to; it is widened to contain it."""
    value = float(value)
    return Estimate(
        value, min(float(low), value), max(float(high), value), n, grade="association", as_of=as_of
    )
