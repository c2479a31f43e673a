"""Three ways to be sure with few raters, 2,000 simulated organisations each: too sure, too wide, and the posterior.

Eight questions each, answered 0–4; nominal 90 %. docs/method/few-raters.md shows the table, from 20,000 each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import student_quantile

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

ORGANISATIONS = 2000
NEAR = 0.02  # what 2,000 organisations may differ from the 20,000 of the table


def prior(spread: float) -> NormalInverseChi2:
    """The middle of the scale from 0 to 1, on the strength of a third of a person; `spread` on a scale from 0 to 4."""
    return NormalInverseChi2(np.array(0.5), np.array(0.3), np.array(6.0), np.array((spread / 4) ** 2))


def ratings(rng: np.random.Generator, truth: Floats, raters: int) -> Floats:
    """Each rater's mean over eight questions answered 0–4, `(organisations, raters)`; about `truth` on average."""
    questions = rng.normal(0, 0.5, (len(truth), 1, 8))
    questions -= questions.mean(axis=2, keepdims=True)
    people = rng.normal(0, 0.45, (len(truth), raters, 1))
    answers = truth[:, None, None] + questions + people + rng.normal(0, 0.7, (len(truth), raters, 8))
    mean: Floats = np.clip(np.rint(answers), 0, 4).mean(axis=2)
    return mean


def what_raters_mean(truth: Floats) -> Floats:
    """The mean that rounding and clipping make of `truth`."""
    grid = np.linspace(0.7, 3.3, 27)
    noise = np.random.default_rng(1).normal(0, np.sqrt(0.45**2 + 0.5**2 + 0.7**2), 40_000)
    means = [np.clip(np.rint(point + noise), 0, 4).mean() for point in grid]
    return np.interp(truth, grid, means)


def simulated(raters: int) -> tuple[np.random.Generator, Floats, Floats]:
    """A generator, the truth and the ratings of so many organisations."""
    rng = np.random.default_rng(raters)
    truth = rng.uniform(0.8, 3.2, ORGANISATIONS)
    return rng, what_raters_mean(truth), ratings(rng, truth, raters)


def posterior(raters: int, spread: float) -> tuple[float, float]:
    """Coverage and mean width of the posterior's interval."""
    rng, truth, given = simulated(raters)
    mean = given.mean(axis=1) / 4
    squares = ((given / 4 - mean[:, None]) ** 2).sum(axis=1)
    learnt = prior(spread).learn(np.full(ORGANISATIONS, float(raters)), mean, squares)
    return coverage(truth, *(4 * np.quantile(learnt.draw(rng, 1000), [0.05, 0.95], axis=1)))


def coverage(truth: Floats, low: Floats, high: Floats) -> tuple[float, float]:
    """The share of organisations whose truth lies inside, and how wide the interval is."""
    return float(((low <= truth) & (truth <= high)).mean()), float((high - low).mean())


@pytest.mark.parametrize(
    ("raters", "covered", "width"),
    [(3, 0.948, 1.04), (5, 0.936, 0.79), (8, 0.925, 0.61), (12, 0.917, 0.49), (20, 0.908, 0.37)],
)
def test_the_posterior_covers_what_it_should(raters: int, covered: float, width: float) -> None:
    found = posterior(raters, 0.55)
    assert found[0] == pytest.approx(covered, abs=NEAR)
    assert found[1] == pytest.approx(width, abs=0.02)


@pytest.mark.parametrize(
    ("raters", "covered", "width"),
    [(3, 0.931, 0.97), (5, 0.919, 0.75), (8, 0.908, 0.59), (12, 0.905, 0.47), (20, 0.900, 0.36)],
)
def test_a_slightly_tighter_prior_is_careful_enough(raters: int, covered: float, width: float) -> None:
    found = posterior(raters, 0.5)
    assert found[0] == pytest.approx(covered, abs=NEAR)
    assert found[1] == pytest.approx(width, abs=0.02)


@pytest.mark.parametrize(
    ("raters", "covered", "width"),
    [(3, 0.895, 1.46), (5, 0.897, 0.87), (8, 0.895, 0.63), (12, 0.897, 0.49), (20, 0.895, 0.37)],
)
def test_students_t_is_right_but_too_wide_for_three(raters: int, covered: float, width: float) -> None:
    _, truth, given = simulated(raters)
    mean = given.mean(axis=1)
    half = student_quantile(0.95, raters - 1) * given.std(axis=1, ddof=1) / np.sqrt(raters)
    found = coverage(truth, mean - half, mean + half)
    assert found[0] == pytest.approx(covered, abs=NEAR)
    assert found[1] == pytest.approx(width, abs=0.03)


@pytest.mark.parametrize(
    ("raters", "covered", "width"),
    [(3, 0.608, 0.55), (5, 0.793, 0.62), (8, 0.830, 0.52), (12, 0.851, 0.43), (20, 0.869, 0.34)],
)
def test_the_percentile_bootstrap_is_far_too_sure(raters: int, covered: float, width: float) -> None:
    rng, truth, given = simulated(raters)
    times = rng.multinomial(raters, np.full(raters, 1 / raters), 300)
    low, high = np.quantile(given @ times.T / raters, [0.05, 0.95], axis=1)
    found = coverage(truth, low, high)
    assert found[0] == pytest.approx(covered, abs=NEAR)
    assert found[1] == pytest.approx(width, abs=0.03)
