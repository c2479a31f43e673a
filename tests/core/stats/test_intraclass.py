"""Intraclass correlation against the papers and packages that published it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.known import known
from tests.core.stats.published import JUDGES, NAN, SOLDIERS, WINES

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.intraclass import (
    ALL_THE_SAME,
    TOO_FEW,
    GroupSize,
    Intraclass,
    OneWay,
    icc1,
    icc2,
    one_way,
    one_way_of,
    two_way,
)

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Estimate


def six(found: Intraclass) -> list[Estimate]:
    """In the order of Shrout and Fleiss: for one rater, then for the mean of all."""
    return [
        known(part)
        for part in (
            found.one_way,
            found.agreement,
            found.consistency,
            found.one_way_of_mean,
            found.agreement_of_mean,
            found.consistency_of_mean,
        )
    ]


class TestShroutAndFleiss:
    FOUND = six(two_way(JUDGES, level=0.95))

    def test_six_coefficients(self) -> None:
        assert [round(part.value, 2) for part in self.FOUND] == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
        assert [part.value for part in self.FOUND] == pytest.approx(
            [0.166, 0.290, 0.715, 0.443, 0.620, 0.909], abs=5e-4
        )

    def test_intervals_of_r_psych(self) -> None:
        assert [part.low for part in self.FOUND] == pytest.approx(
            [-0.133, 0.019, 0.342, -0.884, 0.071, 0.676], abs=5e-4
        )
        assert [part.high for part in self.FOUND] == pytest.approx(
            [0.72, 0.76, 0.95, 0.91, 0.93, 0.99], abs=5e-3
        )

    def test_n_counts_targets(self) -> None:
        assert {part.n for part in self.FOUND} == {6}


def test_wines() -> None:
    found = six(two_way(WINES, level=0.95))
    assert [round(part.value, 3) for part in found] == [0.728, 0.728, 0.729, 0.914, 0.914, 0.915]
    assert [(round(part.low, 2), round(part.high, 2)) for part in found] == [(0.43, 0.93)] * 3 + [
        (0.75, 0.98)
    ] * 3


class TestSoldiers:
    N = SOLDIERS[:, 0]
    ANOVA = one_way(N, SOLDIERS[:, 1] / N, SOLDIERS[:, 2])

    def anova(self) -> OneWay:
        assert isinstance(self.ANOVA, OneWay)
        return self.ANOVA

    def test_the_published_figure_takes_the_mean_size(self) -> None:
        assert known(icc1(self.anova(), GroupSize.MEAN)).value == pytest.approx(0.04336905, abs=5e-9)

    def test_searles_size_makes_a_small_difference(self) -> None:
        assert known(icc1(self.anova(), GroupSize.SEARLE)).value == pytest.approx(0.04351, abs=5e-6)

    def test_group_means_are_reliable(self) -> None:
        found = known(icc2(self.anova()))
        assert found.value == pytest.approx(0.7717, abs=5e-5)
        assert found.low < found.value < found.high
        assert found.n == 7382


def test_groups_of_equal_size_leave_no_choice() -> None:
    anova = one_way_of(WINES.ravel(), np.repeat(np.arange(8), 4))
    assert isinstance(anova, OneWay)
    assert icc1(anova, GroupSize.MEAN) == icc1(anova, GroupSize.SEARLE)
    of_wines = known(two_way(WINES).one_way)
    assert known(icc1(anova, GroupSize.MEAN)).value == pytest.approx(of_wines.value)


def test_an_interval_covers_what_it_should() -> None:
    rng = np.random.default_rng(1)
    covered = []
    for _ in range(800):
        answers = rng.normal(0, 0.5, (12, 1)) + rng.normal(0, 1, (12, 6))
        anova = one_way_of(answers.ravel(), np.repeat(np.arange(12), 6))
        assert isinstance(anova, OneWay)
        found = known(icc1(anova, GroupSize.MEAN))
        covered.append(found.low <= 0.2 <= found.high)
    assert np.mean(covered) == pytest.approx(0.90, abs=0.03)


class TestBadInput:
    def test_one_group_or_one_each(self) -> None:
        assert one_way_of(np.array([1.0, 2, 3]), np.array([7, 7, 7])) == TOO_FEW
        assert one_way_of(np.array([1.0, 2, 3]), np.array([7, 8, 9])) == TOO_FEW
        assert one_way_of(np.empty(0), np.empty(0, np.int64)) == TOO_FEW

    def test_empty_groups_and_people_who_did_not_answer_do_not_count(self) -> None:
        answers, groups = np.array([1.0, 2, NAN, 4, 5, NAN]), np.array([1, 1, 1, 2, 2, 3])
        assert one_way_of(answers, groups) == one_way_of(np.array([1.0, 2, 4, 5]), np.array([1, 1, 2, 2]))
        lost = np.array([2.0, 0, 2])
        assert one_way(lost, np.array([1.5, NAN, 4.5]), np.array([0.5, NAN, 0.5])) == one_way_of(
            answers, groups
        )

    def test_all_the_same(self) -> None:
        anova = one_way_of(np.full(6, 3.1), np.array([1, 1, 1, 2, 2, 2]))
        assert isinstance(anova, OneWay)
        assert icc1(anova, GroupSize.MEAN) == icc2(anova) == ALL_THE_SAME
        assert two_way(np.full((5, 3), 0.1)) == Intraclass(3, *[ALL_THE_SAME] * 6)

    def test_perfect_agreement_is_no_certainty(self) -> None:
        found = six(two_way(np.repeat(np.arange(5.0), 3).reshape(5, 3)))
        assert {(part.value, part.low, part.high) for part in found} == {(1.0, 0.0, 1.0)}

    def test_no_target_differs_from_another(self) -> None:
        found = six(two_way(np.array([[1.0, 2, 3], [3, 1, 2], [2, 3, 1]])))
        assert found[0].value == pytest.approx(-0.5)
        assert found[3].value == -1

    def test_one_rater_or_one_target(self) -> None:
        assert two_way(np.array([[1.0], [2], [3]])) == Intraclass(1, *[TOO_FEW] * 6)
        assert two_way(np.array([[1.0, 2, 3]])) == Intraclass(3, *[TOO_FEW] * 6)

    def test_targets_somebody_left_out_do_not_count(self) -> None:
        assert two_way(np.vstack([JUDGES, [[1, NAN, 3, 4]]])) == two_way(JUDGES)

    def test_numbers_that_do_not_belong_together(self) -> None:
        with pytest.raises(InvalidInput):
            one_way(np.array([2.0]), np.array([1.0, 2]), np.array([0.5]))
