"""What moved between two waves, view by view and dimension by dimension, beyond noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.seeing import MIDDLE, PRIOR_FREEDOM, PRIOR_RATERS
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.movement import Movement, move
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.ratings import Ratings
    from leitstern.core.stats.posteriors import Floats

NOT_RATED = Missing(
    "not-rated",
    Text(en="rated by fewer than two people", de="von weniger als zwei Personen eingestuft"),
)


@dataclass(frozen=True, slots=True)
class Moved:
    """One dimension in two waves, and what may be said of the difference."""

    dimension: str
    before: Measured
    after: Measured
    movement: Movement


def moved(
    earlier: Ratings, later: Ratings, assumptions: Assumptions, rng: np.random.Generator
) -> tuple[Moved, ...]:
    """Every dimension both waves asked, in the order of the later one. Waves are compared as two groups of people."""
    shared = [slug for slug in later.dimensions if slug in earlier.dimensions]
    if not shared:
        return ()
    before, after = (_columns(each, shared) for each in (earlier, later))
    prior = _prior(assumptions)
    found = move(before, after, prior, rng, assumptions["movement"], later.as_of)
    return tuple(
        Moved(slug, _mean(before[:, i], prior), _mean(after[:, i], prior), movement)
        for i, (slug, movement) in enumerate(zip(shared, found, strict=True))
    )


def mean_level(ratings: Ratings, dimension: str, assumptions: Assumptions) -> Measured:
    """The mean level of one dimension in one view with its interval, or that too few rated it."""
    if dimension not in ratings.dimensions:
        return NOT_RATED
    return _mean(_columns(ratings, [dimension])[:, 0], _prior(assumptions))


def _prior(assumptions: Assumptions) -> NormalInverseChi2:
    return NormalInverseChi2(
        np.array(MIDDLE),
        np.array(PRIOR_RATERS),
        np.array(PRIOR_FREEDOM),
        np.array(assumptions["rater_spread"] ** 2),
    )


def _columns(ratings: Ratings, slugs: list[str]) -> Floats:
    return ratings.levels[:, [ratings.dimensions.index(slug) for slug in slugs]]


def _mean(column: Floats, prior: NormalInverseChi2) -> Measured:
    """The mean level of one dimension in one wave."""
    given = column[~np.isnan(column)]
    if len(given) < 2:
        return NOT_RATED
    centre = np.asarray(given.mean())
    found = prior.learn(np.array(float(len(given))), centre, np.asarray(((given - centre) ** 2).sum()))
    half = student_quantile((1 + LEVEL) / 2, float(found.freedom)) * float(found.spread2 / found.size) ** 0.5
    value = float(found.mean)
    return Estimate(value, max(0.0, value - half), min(4.0, value + half), len(given), "stated")
