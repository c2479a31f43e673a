"""What one view says of one axis: a mean level, how sure it is, and how it hangs together with the other axis."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.inside.ratings import DIMENSIONS, INSIDERS, Ratings, Said, Summary, View, axis_of, said_by
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import normal_quantile, student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions

MIDDLE = HIGHEST_LEVEL / 2
PRIOR_RATERS = 0.3  # how many raters the middle of the scale counts for
PRIOR_FREEDOM = 6.0  # how many raters the expected spread counts for
NOT_SEEN = Missing(
    "not-seen", Text(en="this view does not see this axis", de="diese Sicht sieht diese Achse nicht")
)


@dataclass(frozen=True, slots=True)
class Sight:
    """One view of one axis: `scale` is the standard error, with `freedom` degrees of freedom (inf: normal)."""

    mean: float
    scale: float
    freedom: float
    n: int

    @property
    def variance(self) -> float:
        """Variance of the mean."""
        return self.scale**2 * (self.freedom / (self.freedom - 2) if np.isfinite(self.freedom) else 1.0)

    def measured(self, n: int) -> Estimate:
        """The mean with its interval, inside the scale."""
        quantile = (
            student_quantile((1 + LEVEL) / 2, self.freedom)
            if np.isfinite(self.freedom)
            else normal_quantile((1 + LEVEL) / 2)
        )
        mean = min(max(self.mean, 0.0), float(HIGHEST_LEVEL))
        return Estimate(
            value=mean,
            low=max(0.0, min(mean, self.mean - quantile * self.scale)),
            high=min(float(HIGHEST_LEVEL), max(mean, self.mean + quantile * self.scale)),
            n=n,
            grade="stated",
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """Both axes of one view; None where the view does not see one."""

    ratings: Ratings
    culture: Sight | None
    technology: Sight | None
    correlation: float

    def on(self, axis: Axis) -> Sight | None:
        """One axis."""
        return self.culture if axis is Axis.CULTURE else self.technology

    def measured(self, axis: Axis) -> Measured:
        """One axis with its interval, or that it is not seen."""
        sight = self.on(axis)
        return sight.measured(self.ratings.n) if sight else NOT_SEEN


def look(ratings: Ratings, assumptions: Assumptions) -> Seen:
    """Both axes as this view sees them, before anything is known of how it errs.

    Nothing is published of how the same people err on both axes, so a summary says nothing of it either.
    """
    if isinstance(ratings, Summary):
        culture, technology = (
            _sight(ratings, axis, _published(ratings, axis, assumptions), assumptions) for axis in Axis
        )
        return Seen(ratings, culture, technology, 0.0)
    people = {axis: _people(ratings, axis, assumptions) for axis in Axis}
    sights = {axis: _sight(ratings, axis, said_by(_there(people[axis])), assumptions) for axis in Axis}
    return Seen(
        ratings,
        sights[Axis.CULTURE],
        sights[Axis.TECHNOLOGY],
        _together(people[Axis.CULTURE], people[Axis.TECHNOLOGY], assumptions["rater_spread"])
        if ratings.view in INSIDERS
        else 0.0,
    )


def columns(ratings: Ratings, axis: Axis) -> list[int]:
    """Where the dimensions of an axis stand in the levels, those nobody rated left out."""
    return [
        column
        for column, dimension in enumerate(ratings.dimensions)
        if axis_of(dimension) is axis and not np.isnan(ratings.levels[:, column]).all()
    ]


def weights(ratings: Ratings, chosen: list[int], assumptions: Assumptions) -> NDArray[np.float64]:
    """The weights of these columns; the axis as a whole weighs one."""
    return np.array(
        [
            1.0 if (slug := ratings.dimensions[column]) in set(Axis) else assumptions[f"weight_{slug}"]
            for column in chosen
        ]
    )


def _people(ratings: Ratings, axis: Axis, assumptions: Assumptions) -> NDArray[np.float64]:
    """Each person's weighted mean level on an axis, NaN where somebody rated nothing of it.

    Who leaves a dimension out must not look higher or lower for it: everybody is compared with the mean of the
    dimensions they did rate, and stands that far from the mean of all.
    """
    chosen = columns(ratings, axis)
    weight = weights(ratings, chosen, assumptions)
    nobody: NDArray[np.float64] = np.full(len(ratings.levels), np.nan)
    if not chosen or not weight.sum():
        return nobody
    levels = ratings.levels[:, chosen]
    rated = ~np.isnan(levels)
    means = np.nanmean(levels, axis=0)
    given = rated * weight
    total = given.sum(axis=1)
    apart = (given * np.where(rated, levels - means, 0.0)).sum(axis=1)
    return np.divide(apart, total, out=nobody, where=total > 0) + np.average(means, weights=weight)


def _there(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return values[~np.isnan(values)]


def _published(summary: Summary, axis: Axis, assumptions: Assumptions) -> Said | None:
    """An axis from what was published of its dimensions: the weighted mean of their means.

    Whether people who rate one dimension high rate the others high is not published. People lie furthest apart on
    the axis if they do, so they count as lying apart by the mean of the spreads; as many people as the harmonic mean.
    """
    chosen = columns(summary, axis)
    weight = weights(summary, chosen, assumptions)
    if not chosen or not weight.sum():
        return None
    share = weight / weight.sum()
    n = 1 / float(share @ (1 / np.array(summary.counts)[chosen]))
    spread = float(share @ np.array(summary.spreads)[chosen])
    return Said(n, float(share @ summary.levels[0, chosen]), (n - 1) * spread**2)


def _sight(ratings: Ratings, axis: Axis, said: Said | None, assumptions: Assumptions) -> Sight | None:
    if said is None:
        return None
    n = round(said.n)
    if ratings.view is View.CUSTOMERS:
        error = sqrt(assumptions["customers_spread"] ** 2 + ratings.spread**2)
        return Sight(said.mean, error, np.inf, n)
    unseen = _unseen(ratings, axis, assumptions)
    if ratings.view not in INSIDERS:
        variance = assumptions["assessor_spread"] ** 2 / n + assumptions["evidence_spread"] ** 2
        return Sight(said.mean, sqrt(variance + unseen), np.inf, n)
    prior = NormalInverseChi2(
        mean=np.array(MIDDLE),
        size=np.array(PRIOR_RATERS),
        freedom=np.array(PRIOR_FREEDOM),
        spread2=np.array(assumptions["rater_spread"] ** 2),
    )
    found = prior.learn(np.array(said.n), np.array(said.mean), np.array(said.squares))
    scale = sqrt(float(found.spread2 / found.size) + unseen)
    return Sight(float(found.mean), scale, float(found.freedom), n)


def _unseen(ratings: Ratings, axis: Axis, assumptions: Assumptions) -> float:
    """Variance for having rated only some dimensions of an axis: those of a sample from the finite number there are."""
    chosen = columns(ratings, axis)
    if any(ratings.dimensions[column] == axis for column in chosen):
        return 0.0
    seen = _shares(weights(ratings, chosen, assumptions))
    every = _shares(np.array([assumptions[f"weight_{slug}"] for slug in DIMENSIONS[axis]]))
    return max(0.0, seen - every) * assumptions["dimension_spread"] ** 2


def _shares(weight: NDArray[np.float64]) -> float:
    """One over the effective number of dimensions with these weights."""
    return float((weight**2).sum() / weight.sum() ** 2)


def _together(culture: NDArray[np.float64], technology: NDArray[np.float64], spread: float) -> float:
    """How alike the same people err on both axes, drawn towards nothing by as many people as the prior has."""
    both = ~np.isnan(culture) & ~np.isnan(technology)
    if both.sum() < 2:
        return 0.0
    c, t = (values[both] - values[both].mean() for values in (culture, technology))
    own = PRIOR_FREEDOM * spread**2
    return float((c @ t) / sqrt((own + c @ c) * (own + t @ t)))
