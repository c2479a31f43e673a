"""Krippendorff's alpha: his own examples, and things nobody shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.known import known
from tests.core.stats.published import CODERS, NAN, OBSERVERS

from leitstern.core.stats.krippendorff import ALL_THE_SAME, NOTHING_SHARED, Metric, krippendorff_alpha

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats


def alpha_of(ratings: Floats, metric: Metric) -> float:
    return known(krippendorff_alpha(ratings, metric, np.random.default_rng(1), draws=100)).value


@pytest.mark.parametrize(
    ("ratings", "metric", "published"),
    [
        (CODERS, Metric.NOMINAL, 0.691),
        (CODERS, Metric.INTERVAL, 0.811),
        (OBSERVERS, Metric.NOMINAL, 0.743),
        (OBSERVERS, Metric.ORDINAL, 0.815),
        (OBSERVERS, Metric.INTERVAL, 0.849),
    ],
)
def test_published_examples(ratings: Floats, metric: Metric, published: float) -> None:
    assert alpha_of(ratings, metric) == pytest.approx(published, abs=5e-4)


def test_to_six_digits() -> None:
    assert alpha_of(CODERS, Metric.NOMINAL) == pytest.approx(0.691358, abs=5e-7)
    assert alpha_of(CODERS, Metric.INTERVAL) == pytest.approx(0.810845, abs=5e-7)


def test_ordinal_only_knows_the_order() -> None:
    stretched = np.where(OBSERVERS > 3, OBSERVERS * 100, OBSERVERS)
    assert alpha_of(stretched, Metric.ORDINAL) == alpha_of(OBSERVERS, Metric.ORDINAL)
    assert alpha_of(stretched, Metric.INTERVAL) != alpha_of(OBSERVERS, Metric.INTERVAL)


def test_n_counts_what_two_or_more_rated() -> None:
    assert known(krippendorff_alpha(CODERS, Metric.NOMINAL, np.random.default_rng(1))).n == 12


def test_the_interval_covers_what_it_should() -> None:
    rng = np.random.default_rng(2)

    def rated(things: int) -> Floats:
        true = rng.integers(0, 4, (things, 1))
        return np.where(rng.random((things, 3)) < 0.75, true, rng.integers(0, 4, (things, 3))).astype(float)

    truth = known(krippendorff_alpha(rated(100_000), Metric.NOMINAL, rng, draws=2)).value
    found = [known(krippendorff_alpha(rated(40), Metric.NOMINAL, rng, draws=200)) for _ in range(300)]
    assert np.mean([f.low <= truth <= f.high for f in found]) == pytest.approx(0.90, abs=0.05)


def test_perfect_agreement_on_few_things_is_no_certainty() -> None:
    few = np.repeat(np.array([1.0, 2, 3, 4]), 2).reshape(4, 2)
    found = known(krippendorff_alpha(few, Metric.NOMINAL, np.random.default_rng(1)))
    assert (found.value, found.high) == (1, 1)
    assert found.low < 0.7


class TestBadInput:
    def test_nobody_and_one_rater(self) -> None:
        rng = np.random.default_rng(1)
        assert krippendorff_alpha(np.empty((0, 3)), Metric.NOMINAL, rng) == NOTHING_SHARED
        assert krippendorff_alpha(np.array([[1.0], [2]]), Metric.NOMINAL, rng) == NOTHING_SHARED
        assert krippendorff_alpha(np.array([[1.0, NAN], [NAN, 2]]), Metric.ORDINAL, rng) == NOTHING_SHARED

    def test_everything_rated_the_same(self) -> None:
        rng = np.random.default_rng(1)
        assert krippendorff_alpha(np.full((5, 2), 3.0), Metric.INTERVAL, rng) == ALL_THE_SAME

    def test_one_thing_that_all_disagree_about(self) -> None:
        assert alpha_of(np.array([[1.0, 2, 3]]), Metric.NOMINAL) == pytest.approx(0)
