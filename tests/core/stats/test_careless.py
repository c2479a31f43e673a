"""Careless answers: published fixture, people who click, people who mean it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.careless import (
    SIGNS,
    Careless,
    Sign,
    careless,
    even_odd,
    long_string,
    mahalanobis,
    spread,
)
from leitstern.core.stats.reliability import Covariance, covariance

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

NAN = np.nan
ITEMS = 66
DIMENSION = np.repeat(np.arange(22), 3)
REVERSE = np.tile([False, False, True], 22)


def attentive(rng: np.random.Generator, people: int) -> Floats:
    """Answers 1 to 7 as asked: 22 dimensions that differ, people who differ, every third item reversed."""
    level = 4 + rng.normal(0, 0.8, 22) + rng.normal(0, 0.7, (people, 22)) + rng.normal(0, 0.5, (people, 1))
    answers = np.clip(np.rint(level[:, DIMENSION] + rng.normal(0, 0.9, (people, ITEMS))), 1, 7)
    return np.where(REVERSE, 8 - answers, answers)


CROWD = attentive(np.random.default_rng(1), 900)


def found_among(people: Floats) -> Careless:
    """Nine hundred who read what they answer, and after them these `people`."""
    return careless(np.vstack([CROWD, people]), DIMENSION, REVERSE, 1, 7)


def test_the_fixture_of_r_careless() -> None:
    """Nine rows begin with 10, 20, … 90 ones, then alternate; the tenth has runs of ten."""
    rows = [[1] * (10 * n) + [0, 1] * (50 - 5 * n) for n in range(1, 10)] + [([1] * 10 + [0] * 10) * 5]
    assert long_string(np.array(rows, float)).tolist() == [10, 20, 30, 40, 50, 60, 70, 80, 90, 10]


class TestIndices:
    def test_an_item_left_out_ends_a_string(self) -> None:
        assert long_string(np.array([[2.0, 2, NAN, 2, 2, 2], [NAN] * 6])).tolist() == [3, 0]

    def test_spread_is_the_standard_deviation_of_what_was_answered(self) -> None:
        found = spread(np.array([[1.0, 3, NAN, 5], [4, NAN, NAN, NAN]]))
        assert found[0] == pytest.approx(np.std([1, 3, 5], ddof=1))
        assert np.isnan(found[1])

    def test_even_odd_by_hand(self) -> None:
        answers = np.array([[1.0, 2, 2, 3, 4, 4, 5, 4, 3, 3]])
        halves = np.corrcoef([1, 2, 4, 5, 3], [2, 3, 4, 4, 3])[0, 1]
        found = even_odd(answers, np.repeat(np.arange(5), 2))
        assert found[0] == pytest.approx(2 * halves / (1 + halves))

    def test_even_odd_needs_five_dimensions_that_vary(self) -> None:
        flat = np.full((1, 10), 3.0)
        assert np.isnan(even_odd(flat, np.repeat(np.arange(5), 2))).all()
        assert np.isnan(even_odd(attentive(np.random.default_rng(1), 2)[:, :12], DIMENSION[:12])).all()

    def test_distances_are_those_of_the_inverse_covariance(self) -> None:
        answers = attentive(np.random.default_rng(2), 100)[:, :6]
        known = covariance(answers)
        assert isinstance(known, Covariance)
        away = answers - answers.mean(axis=0)
        exact = np.einsum("pi,ij,pj->p", away, np.linalg.inv(np.cov(answers.T)), away)
        found, limit = mahalanobis(answers, known, 0.95)
        assert found == pytest.approx(exact)
        assert limit == pytest.approx(12.592, rel=0.002)  # χ² with six degrees of freedom

    def test_nobody_is_far_from_a_small_crowd(self) -> None:
        answers = attentive(np.random.default_rng(2), 20)
        known = covariance(answers)
        assert isinstance(known, Covariance)
        assert np.isnan(mahalanobis(answers, known, 0.95)[0]).all()


class TestFlags:
    def test_who_reads_is_not_flagged(self) -> None:
        assert found_among(np.empty((0, ITEMS))).flagged.mean() <= 0.002

    def test_who_clicks_the_same_everywhere_is(self) -> None:
        found = found_among(np.full((1, ITEMS), 6.0))
        assert found.flagged[-1]
        assert found.why(900) == tuple(
            SIGNS[sign] for sign in (Sign.LONG_STRING, Sign.LITTLE_SPREAD, Sign.FAR_OUT)
        )

    def test_most_who_click_at_random_are(self) -> None:
        at_random = np.random.default_rng(3).integers(1, 8, (40, ITEMS)).astype(float)
        assert found_among(at_random).flagged[900:].mean() >= 0.6

    def test_one_sign_is_not_enough(self) -> None:
        half = attentive(np.random.default_rng(4), 1)
        half[0, :36] = 4
        found = found_among(half)
        assert found.fired[-1, list(Sign).index(Sign.LONG_STRING)]
        assert not found.flagged[-1]
        assert found.why(900) == ()

    def test_equal_answers_can_be_meant_where_nothing_is_reversed(self) -> None:
        rng = np.random.default_rng(5)
        answers = np.vstack(
            [np.where(REVERSE, 8 - attentive(rng, 900), attentive(rng, 900)), np.full((1, ITEMS), 6.0)]
        )
        found = careless(answers, DIMENSION, np.zeros(ITEMS, bool), 1, 7)
        assert found.fired[-1, :2].all()
        assert not found.flagged[-1]

    def test_seven_items_are_too_few_for_a_string(self) -> None:
        answers = np.vstack([attentive(np.random.default_rng(6), 60)[:, :7], np.full((1, 7), 5.0)])
        found = careless(answers, DIMENSION[:7], REVERSE[:7], 1, 7)
        assert not found.fired[:, :2].any()

    def test_nobody_is_deleted(self) -> None:
        found = found_among(np.full((3, ITEMS), 1.0))
        assert len(found.flagged) == len(found.fired) == len(found.long_string) == 903


class TestBadInput:
    def test_nobody(self) -> None:
        assert careless(np.empty((0, ITEMS)), DIMENSION, REVERSE, 1, 7).flagged.shape == (0,)

    def test_who_answered_nothing_is_not_careless(self) -> None:
        found = found_among(np.full((1, ITEMS), NAN))
        assert not found.fired[-1].any()

    def test_everybody_answered_the_same(self) -> None:
        found = careless(np.full((400, ITEMS), 4.0), DIMENSION, REVERSE, 1, 7)
        assert np.isnan(found.distance).all()
        assert found.flagged.all()

    def test_an_item_nobody_answered(self) -> None:
        crowd = attentive(np.random.default_rng(7), 400)
        crowd[:, 5] = NAN
        assert careless(crowd, DIMENSION, REVERSE, 1, 7).flagged.mean() <= 0.01

    def test_items_without_a_dimension(self) -> None:
        with pytest.raises(InvalidInput, match="needs its dimension"):
            careless(np.ones((3, 4)), DIMENSION, REVERSE, 1, 7)
