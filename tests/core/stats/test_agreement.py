"""Agreement within groups: published figures to their digits, intervals that cover, and input as bad as it comes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.known import known
from tests.core.stats.published import COHESION, LEADERSHIP, NAN, PLATOON

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.agreement import (
    AT_THE_END,
    NO_SKEWED_NULL,
    ONE_RATER,
    SLIGHT_SKEW,
    TOO_FEW_FOR_AWG,
    Agreement,
    agreement,
    agreement_by_unit,
    rwg,
    uniform_variance,
)
from leitstern.core.stats.chance_agreement import by_chance, random_variances
from leitstern.core.stats.intraclass import OneWay, one_way_of

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats


def company(counts: Floats) -> Floats:
    """One item, so many answers of 1, 2, 3, 4 and 5."""
    return np.repeat(np.arange(1.0, 6.0), counts.astype(np.int64))[:, None]


class TestLeadershipOf49Companies:
    """James LeBreton's tutorial of the R package WGA: 2,042 soldiers, LEAD06 of lq2002, five points."""

    ANSWERS = np.concatenate([company(counts) for counts in LEADERSHIP])
    COMPANY = np.repeat(np.arange(49), LEADERSHIP.sum(axis=1))

    def found(self) -> Floats:
        by_company = agreement_by_unit(self.ANSWERS, self.COMPANY, 1, 5)
        return np.array([known(found.uniform).value for found in by_company.values()])

    def test_mean_agreement(self) -> None:
        assert self.found().mean() == pytest.approx(0.507, abs=5e-4)

    def test_companies_that_agree_at_least_moderately(self) -> None:
        assert (self.found().round(2) >= 0.51).mean() == pytest.approx(0.592, abs=5e-4)

    def test_the_ninetieth_percentile_is_hardly_strong(self) -> None:
        assert np.quantile(self.found().round(2), 0.9) == pytest.approx(
            0.722
        )  # of rounded values, as published

    @pytest.mark.parametrize(("null", "pooled"), [(uniform_variance(5), 0.50), (SLIGHT_SKEW[5], 0.25)])
    def test_pooled_over_all_companies(self, null: float, pooled: float) -> None:
        anova = one_way_of(self.ANSWERS[:, 0], self.COMPANY)
        assert isinstance(anova, OneWay)
        found = rwg(np.array(anova.within), np.array(1.0), null)
        assert round(float(found), 2) == pooled


def test_cohesion_of_four_platoons() -> None:
    found = agreement_by_unit(COHESION, PLATOON, 1, 5)
    assert [known(platoon.uniform).value for platoon in found.values()] == pytest.approx(
        [0.6818, 0.8140, 0.9211, 0.9091], abs=5e-5
    )
    assert [platoon.raters for platoon in found.values()] == [3, 3, 2, 3]


def test_the_slight_skew_is_the_variance_of_its_distribution() -> None:
    points, share = np.arange(1, 6), np.array([0.05, 0.15, 0.20, 0.35, 0.25])
    assert share @ points**2 - (share @ points) ** 2 == pytest.approx(SLIGHT_SKEW[5])


def test_all_other_points_spread_less_than_uniform_ones() -> None:
    assert all(skewed < uniform_variance(points) for points, skewed in SLIGHT_SKEW.items())


class TestByHand:
    """Ava, Ben, Cem, Dora and Eda give 3, 4, 4, 4 and 5."""

    FOUND = agreement(np.array([[3.0], [4], [4], [4], [5]]), 1, 5)

    def test_rwg_stands_against_both_kinds_of_chance(self) -> None:
        assert known(self.FOUND.uniform).value == pytest.approx(1 - 0.5 / 2)
        assert known(self.FOUND.skewed).value == pytest.approx(1 - 0.5 / 1.34)

    def test_average_deviation(self) -> None:
        assert known(self.FOUND.deviation).value == pytest.approx(0.4)

    def test_awg(self) -> None:
        assert known(self.FOUND.awg).value == pytest.approx(1 - 2 * 0.5 / ((6 * 4 - 16 - 5) * 5 / 4))

    def test_two_items_agree_more_than_one(self) -> None:
        twice = agreement(np.repeat(np.array([[3.0], [4], [4], [4], [5]]), 2, axis=1), 1, 5)
        assert known(twice.uniform).value == pytest.approx(2 * 0.75 / (2 * 0.75 + 0.25))

    def test_n_counts_people_not_answers(self) -> None:
        assert {known(index).n for index in (self.FOUND.uniform, self.FOUND.deviation, self.FOUND.awg)} == {5}


class TestBadInput:
    def test_nobody(self) -> None:
        assert agreement(np.empty((0, 3)), 1, 5) == Agreement(0, *[ONE_RATER] * 4)
        assert agreement_by_unit(np.empty((0, 3)), np.empty(0, np.int64), 1, 5) == {}

    def test_one_rater(self) -> None:
        assert agreement(np.array([[3.0, 4]]), 1, 5) == Agreement(1, *[ONE_RATER] * 4)

    def test_nobody_answered(self) -> None:
        assert agreement(np.full((4, 2), NAN), 1, 5) == Agreement(0, *[ONE_RATER] * 4)

    def test_who_answered_nothing_does_not_count(self) -> None:
        answers = np.array([[3.0, 4], [4, 4], [NAN, NAN], [5, 3]])
        assert agreement(answers, 1, 5) == agreement(answers[[0, 1, 3]], 1, 5)

    def test_an_item_that_only_one_person_answered_does_not_count(self) -> None:
        answers = np.array([[3.0, 4], [4, NAN], [5, NAN]])
        assert agreement(answers, 1, 5) == agreement(answers[:, :1], 1, 5)

    def test_all_the_same_is_agreement_but_not_certainty(self) -> None:
        found = agreement(np.full((6, 3), 4.0), 1, 5)
        assert (known(found.uniform).value, known(found.deviation).value) == (1, 0)
        assert 0.85 < known(found.uniform).low < 1
        assert 0 < known(found.deviation).high < 1

    def test_two_camps_do_not_agree(self) -> None:
        found = agreement(np.array([[1.0]] * 5 + [[5.0]] * 5), 1, 5)
        assert (known(found.uniform).value, known(found.skewed).value) == (0, 0)
        assert known(found.deviation).value == 2
        assert known(found.awg).value == pytest.approx(-1)

    def test_awg_needs_points_less_one_people(self) -> None:
        assert agreement(np.array([[3.0], [4], [4]]), 1, 5).awg == TOO_FEW_FOR_AWG
        assert known(agreement(np.array([[3.0], [4], [4], [3]]), 1, 5).awg).n == 4

    def test_awg_needs_room_for_one_person_to_differ(self) -> None:
        assert agreement(np.array([[5.0]] * 9 + [[4.0]]), 1, 5).awg == AT_THE_END
        assert known(agreement(np.full((5, 1), 5.0), 1, 5).awg).value == 1

    def test_four_points_have_no_skewed_null(self) -> None:
        assert agreement(np.array([[1.0], [2], [3]]), 1, 4).skewed == NO_SKEWED_NULL

    def test_answers_off_the_scale(self) -> None:
        with pytest.raises(InvalidInput, match="from 1 to 5"):
            agreement(np.array([[3.0], [7]]), 1, 5)

    def test_people_without_a_unit(self) -> None:
        with pytest.raises(InvalidInput, match="3 people, 2 units"):
            agreement_by_unit(np.full((3, 1), 3.0), np.array([1, 1]), 1, 5)


def asked(rng: np.random.Generator, mean: float, spread: float, people: int, items: int) -> Floats:
    """Answers 1 to 5; half of the variance is the person's."""
    own = rng.normal(0, spread * 0.5**0.5, (people, 1))
    return np.clip(np.rint(mean + own + rng.normal(0, spread * 0.5**0.5, (people, items))), 1, 5)


@pytest.mark.parametrize(("mean", "spread"), [(3, 0.8), (4, 0.8), (4.5, 0.6), (3, 1.3), (4, 0.3)])
@pytest.mark.parametrize(("people", "items"), [(5, 1), (10, 1), (10, 3)])
def test_intervals_of_rwg_cover(mean: float, spread: float, people: int, items: int) -> None:
    rng = np.random.default_rng(1)
    truth = asked(rng, mean, spread, 200_000, items).var(axis=0).mean()
    exact = float(rwg(np.array(truth), np.array(float(items)), uniform_variance(5)))
    answers = np.concatenate([asked(rng, mean, spread, people, items) for _ in range(600)])
    found = agreement_by_unit(answers, np.repeat(np.arange(600), people), 1, 5).values()
    covered = [known(f.uniform).low <= exact <= known(f.uniform).high for f in found]
    assert np.mean(covered) >= 0.88


class TestChance:
    def test_is_exact_where_all_answers_can_be_counted(self) -> None:
        answers = np.array([[3.0], [3], [4]])
        rooms = np.array(list(product(range(1, 6), repeat=3)))
        exact = (rooms.var(axis=1, ddof=1) <= 1 / 3 + 1e-9).mean()
        found = known(by_chance(answers, 1, 5, np.random.default_rng(1)))
        assert found.value == pytest.approx(exact, abs=0.01)
        assert (found.n, found.grade) == (3, "simulated")

    def test_the_rule_of_thumb_arises_by_chance_in_six_of_a_hundred_groups_of_five(self) -> None:
        rooms = np.array(list(product(range(5), repeat=5)))
        exact = (1 - rooms.var(axis=1, ddof=1) / 2 >= 0.7).mean()
        drawn = random_variances(np.array([5]), 5, np.random.default_rng(2))
        assert (1 - drawn / 2 >= 0.7 - 1e-9).mean() == pytest.approx(exact, abs=0.01)
        assert exact == pytest.approx(0.0592)

    def test_random_answers_are_not_called_agreement(self) -> None:
        rng = np.random.default_rng(3)
        found = [
            known(by_chance(rng.integers(1, 8, (8, 3)).astype(float), 1, 7, rng, draws=500)).value
            for _ in range(300)
        ]
        assert np.mean(np.array(found) < 0.05) == pytest.approx(0.05, abs=0.03)

    def test_one_rater(self) -> None:
        assert by_chance(np.array([[3.0, 4]]), 1, 5, np.random.default_rng(1)) == ONE_RATER
