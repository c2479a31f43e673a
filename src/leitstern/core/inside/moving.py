"""What moved between two waves, view by view and dimension by dimension, beyond noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.linalg import norm

from leitstern.core.inside.ratings import Ratings, Said, Summary
from leitstern.core.inside.seeing import MIDDLE, PRIOR_FREEDOM, PRIOR_RATERS
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.movement import Movement, move
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.stats.posteriors import Floats

SAME = 0.25  # share of the variance of people that is their own way to rate, whatever the dimension
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
    prior = _prior(assumptions)
    found = move(
        _rows(earlier, shared), _rows(later, shared), prior, rng, assumptions["movement"], later.as_of
    )
    return tuple(
        Moved(slug, _mean(earlier.said(slug), prior), _mean(later.said(slug), prior), movement)
        for slug, movement in zip(shared, found, strict=True)
    )


def mean_level(ratings: Ratings, dimension: str, assumptions: Assumptions) -> Measured:
    """The mean level of one dimension in one view with its interval, or that too few rated it."""
    return _mean(ratings.said(dimension), _prior(assumptions))


def _prior(assumptions: Assumptions) -> NormalInverseChi2:
    return NormalInverseChi2(
        np.array(MIDDLE),
        np.array(PRIOR_RATERS),
        np.array(PRIOR_FREEDOM),
        np.array(assumptions["rater_spread"] ** 2),
    )


def _rows(ratings: Ratings, slugs: list[str]) -> Floats:
    """People × dimensions. For a summary, people as they could be: with its means and spreads, to the digit.

    How a person's answers hang together is not published: a quarter of the variance counts as the person's own way
    to rate, which is the same on every dimension, and the rest as what differs from dimension to dimension.
    """
    if not isinstance(ratings, Summary):
        return ratings.levels[:, [ratings.dimensions.index(slug) for slug in slugs]]
    rng = np.random.default_rng(len(slugs))  # the same numbers, the same people
    rows = np.full((ratings.n, len(slugs)), np.nan)
    for column, slug in enumerate(slugs):
        if said := ratings.said(slug):
            common = np.linspace(-1, 1, int(said.n))
            own = rng.standard_normal(len(common))
            own -= own.mean() + common * (own @ common) / (common @ common)
            apart = np.sqrt(SAME) * common / norm(common) + np.sqrt(1 - SAME) * own / norm(own)
            rows[: len(common), column] = said.mean + apart * np.sqrt(said.squares)
    return rows


def _mean(said: Said | None, prior: NormalInverseChi2) -> Measured:
    """The mean level of one dimension in one wave."""
    if said is None or said.n < 2:
        return NOT_RATED
    found = prior.learn(np.array(said.n), np.array(said.mean), np.array(said.squares))
    half = student_quantile((1 + LEVEL) / 2, float(found.freedom)) * float(found.spread2 / found.size) ** 0.5
    value = float(found.mean)
    return Estimate(value, max(0.0, value - half), min(4.0, value + half), int(said.n), "stated")
