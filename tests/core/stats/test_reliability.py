"""Alpha and omega against published figures, and what becomes of answers left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.known import known
from tests.core.stats.published import AGREEABLENESS, NAN, QUIZ

from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.reliability import (
    ALL_THE_SAME,
    NO_COMMON_FACTOR,
    TOO_FEW_ITEMS,
    TOO_FEW_PEOPLE,
    Covariance,
    alpha,
    complete,
    covariance,
    omega,
    principal_axis,
)

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats


def of(answers: Floats) -> Covariance:
    found = covariance(answers)
    assert isinstance(found, Covariance)
    return found


class TestAlpha:
    def test_each_pair_of_items_over_those_who_answered_both(self) -> None:
        found = known(alpha(of(QUIZ), level=0.95))
        assert found.value == pytest.approx(0.732660835214447, abs=1e-12)
        assert (round(found.low, 3), round(found.high, 3), found.n) == (0.435, 0.909, 12)

    def test_only_those_who_answered_everything(self) -> None:
        found = known(alpha(of(complete(QUIZ))))
        assert found.value == pytest.approx(0.8016949152542374, abs=1e-12)
        assert found.n == 9

    def test_pairwise_is_the_ordinary_covariance_where_nothing_is_missing(self) -> None:
        assert of(complete(QUIZ)).matrix == pytest.approx(np.cov(complete(QUIZ).T))

    def test_a_reversed_item_that_was_not_turned_pulls_it_below_zero(self) -> None:
        rng = np.random.default_rng(1)
        one = rng.normal(size=(50, 1)) + rng.normal(0, 0.3, (50, 2))
        assert known(alpha(of(one * [1, -1]))).value < 0 < known(alpha(of(one))).value


class TestOmega:
    def test_agreeableness(self) -> None:
        found = known(omega(Covariance(AGREEABLENESS, 2436)))
        assert found.value == pytest.approx(0.7351, abs=5e-5)
        assert found.value == pytest.approx(0.7352, abs=2e-4)  # by maximum likelihood, another estimator

    def test_recovers_loadings_that_are_exact(self) -> None:
        loadings = np.array([0.9, 0.7, 0.5, 0.4])
        exact = np.outer(loadings, loadings)
        np.fill_diagonal(exact, 1)
        assert principal_axis(exact) == pytest.approx(loadings, abs=1e-6)

    def test_equals_alpha_where_all_items_load_alike(self) -> None:
        alike = Covariance(np.full((5, 5), 0.4) + 0.6 * np.eye(5), 100)
        assert known(omega(alike)).value == pytest.approx(known(alpha(alike)).value)

    def test_items_without_a_common_factor(self) -> None:
        assert omega(Covariance(np.eye(4), 100)) == NO_COMMON_FACTOR
        # Three items share one factor exactly where λ₁² = r₁₂ r₁₃ / r₂₃; here that is 1.07, more than all there is.
        heywood = np.array([[1, 0.8, 0.8], [0.8, 1, 0.6], [0.8, 0.6, 1]])
        assert omega(Covariance(heywood, 100)) == NO_COMMON_FACTOR
        never_settles = np.array([[1, 0.52, -0.1], [0.52, 1, -0.07], [-0.1, -0.07, 1]])
        assert omega(Covariance(never_settles, 100)) == NO_COMMON_FACTOR


@pytest.mark.parametrize("coefficient", [alpha, omega])
def test_intervals_cover_answers_of_seven_points(coefficient: type) -> None:
    rng = np.random.default_rng(1)
    loadings = np.linspace(0.4, 0.8, 6)

    def sample(people: int) -> Covariance:
        noise = rng.normal(size=(people, 6)) * np.sqrt(1 - loadings**2)
        return of(np.clip(np.rint(4 + 1.2 * (rng.normal(size=(people, 1)) * loadings + noise)), 1, 7))

    truth = known(coefficient(sample(200_000))).value
    found: list[Measured] = [coefficient(sample(50)) for _ in range(400)]
    covered = [part.low <= truth <= part.high for part in found if isinstance(part, Estimate)]
    assert len(covered) > 390
    assert np.mean(covered) == pytest.approx(0.90, abs=0.035)


class TestBadInput:
    def test_one_item(self) -> None:
        assert covariance(np.ones((5, 1))) == TOO_FEW_ITEMS
        assert alpha(Covariance(np.eye(1), 5)) == TOO_FEW_ITEMS
        assert omega(Covariance(np.eye(2), 5)) == TOO_FEW_ITEMS

    @pytest.mark.parametrize(
        "answers",
        [
            np.empty((0, 3)),
            np.array([[1.0, 2, 3]]),
            np.full((4, 3), NAN),
            np.array([[1.0, 2, NAN], [2, 3, NAN], [NAN, 3, 4]]),
        ],
        ids=["nobody", "one person", "nobody answered", "two items never answered together"],
    )
    def test_too_few_people(self, answers: Floats) -> None:
        assert covariance(answers) == TOO_FEW_PEOPLE

    def test_all_the_same(self) -> None:
        assert alpha(of(np.full((5, 3), 4.0))) == ALL_THE_SAME
        assert omega(of(np.array([[1.0, 2, 4], [2, 3, 4], [3, 5, 4]]))) == ALL_THE_SAME

    def test_who_answered_one_item_does_not_count(self) -> None:
        assert of(np.vstack([QUIZ, [[1] + [NAN] * 10]])).people == 12

    def test_reasons_are_sentences_in_both_languages(self) -> None:
        reasons = [
            value for value in (TOO_FEW_ITEMS, TOO_FEW_PEOPLE, ALL_THE_SAME) if isinstance(value, Missing)
        ]
        assert all(reason.reason.en.endswith(".") and reason.reason.de.endswith(".") for reason in reasons)
