"""Differences between groups and between waves: they cover, they do not cry wolf, and they say when they cannot tell."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.known import known

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.movement import Direction, direction_of, move
from leitstern.core.stats.perception import NOT_ON_BOTH_SIDES, Difference, perceive
from leitstern.core.stats.posteriors import NormalInverseChi2

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Floats

PRIOR = NormalInverseChi2(np.array(2.0), np.array(0.3), np.array(6.0), np.array(0.5**2))
DIMENSIONS = 12
NAN = np.nan


def rated(rng: np.random.Generator, level: Floats, people: int) -> Floats:
    """Whole levels 0–4: people differ by 0.45 in how high they rate everything, single ratings by 0.7."""
    own = rng.normal(0, 0.45, (people, 1))
    return np.clip(np.rint(level + own + rng.normal(0, 0.7, (people, len(level)))), 0, 4)


def mean_rating(level: Floats) -> Floats:
    """What such ratings are on average."""
    spread = (0.45**2 + 0.7**2) ** 0.5
    steps = [[1 - NormalDist(mean, spread).cdf(step) for step in (0.5, 1.5, 2.5, 3.5)] for mean in level]
    return np.array(steps).sum(axis=1)


def companies(
    rng: np.random.Generator, first: int, second: int, gap: float, spread: float, rounds: int = 60
) -> list[tuple[tuple[Difference, ...], Floats]]:
    """What was found and what is true, where the first group rates `gap` ± `spread` higher."""
    found = []
    for _ in range(rounds):
        level = rng.uniform(1, 2.5) + rng.normal(0, 0.4, DIMENSIONS)
        higher = level + gap + rng.normal(0, spread, DIMENSIONS)
        both = rated(rng, higher, first), rated(rng, level, second)
        found.append((perceive(*both, PRIOR, rng, draws=500), mean_rating(higher) - mean_rating(level)))
    return found


@pytest.mark.parametrize(("first", "second"), [(3, 3), (5, 30), (8, 8), (50, 200)])
@pytest.mark.parametrize(("gap", "spread"), [(0.5, 0.3), (1.0, 0.6), (0.0, 0.1)])
def test_intervals_cover(first: int, second: int, gap: float, spread: float) -> None:
    found = companies(np.random.default_rng(1), first, second, gap, spread)
    covered = [
        known(difference.gap).low <= true <= known(difference.gap).high
        for differences, truth in found
        for difference, true in zip(differences, truth, strict=True)
    ]
    assert np.mean(covered) >= 0.87


def test_pooling_is_closer_to_the_truth_than_the_raw_difference() -> None:
    rng = np.random.default_rng(2)
    raw, drawn = [], []
    for _ in range(60):
        level = rng.uniform(1, 2.5) + rng.normal(0, 0.4, DIMENSIONS)
        higher = level + 0.5 + rng.normal(0, 0.3, DIMENSIONS)
        leaders, staff = rated(rng, higher, 5), rated(rng, level, 30)
        truth = mean_rating(higher) - mean_rating(level)
        raw.append(leaders.mean(axis=0) - staff.mean(axis=0) - truth)
        found = perceive(leaders, staff, PRIOR, rng, draws=300)
        drawn.append([known(difference.gap).value for difference in found] - truth)
    assert np.std(drawn) < 0.85 * np.std(raw)


def test_leaders_who_see_a_level_more_are_found() -> None:
    rng = np.random.default_rng(3)
    level = np.full(DIMENSIONS, 1.5)
    found = [perceive(rated(rng, level + 1, 8), rated(rng, level, 60), PRIOR, rng) for _ in range(20)]
    gaps = [difference for differences in found for difference in differences]
    assert np.mean([known(difference.gap).low > 0 for difference in gaps]) > 0.9
    assert np.mean([difference.above for difference in gaps]) > 0.85
    assert {known(difference.gap).n for difference in gaps} == {8}


def test_probabilities_belong_together() -> None:
    rng = np.random.default_rng(4)
    found = perceive(rng.uniform(0, 4, (6, 3)), rng.uniform(0, 4, (6, 3)), PRIOR, rng)
    assert all(difference.relevant == difference.above + difference.below <= 1 for difference in found)


class TestMovement:
    def test_two_waves_without_a_change_seldom_show_one(self) -> None:
        """On any of twelve dimensions; each tested by itself would show one in more than six of ten companies."""
        rng = np.random.default_rng(5)
        alarms, naive = [], []
        for _ in range(100):
            level = rng.uniform(1, 2.5) + rng.normal(0, 0.4, DIMENSIONS)
            earlier, later = rated(rng, level, 30), rated(rng, level, 30)
            found = move(earlier, later, PRIOR, rng)
            alarms.append(any(m.direction in {Direction.UP, Direction.DOWN} for m in found))
            error = np.sqrt((earlier.var(axis=0, ddof=1) + later.var(axis=0, ddof=1)) / 30)
            naive.append((np.abs(later.mean(axis=0) - earlier.mean(axis=0)) > 1.645 * error).any())
        assert np.mean(alarms) <= 0.2
        assert np.mean(naive) >= 0.6

    def test_a_rise_by_one_level_is_a_rise(self) -> None:
        rng = np.random.default_rng(6)
        level = np.full(DIMENSIONS, 1.5)
        found = move(rated(rng, level, 30), rated(rng, level + 1, 30), PRIOR, rng)
        assert {movement.direction for movement in found} == {Direction.UP}
        fallen = move(rated(rng, level + 1, 30), rated(rng, level, 30), PRIOR, rng)
        assert {movement.direction for movement in fallen} == {Direction.DOWN}

    def test_many_people_can_show_that_nothing_moved(self) -> None:
        rng = np.random.default_rng(7)
        level = np.full(DIMENSIONS, 2.0)
        found = move(rated(rng, level, 900), rated(rng, level, 900), PRIOR, rng)
        assert {movement.direction for movement in found} == {Direction.STILL}

    def test_few_people_cannot_tell(self) -> None:
        rng = np.random.default_rng(8)
        level = np.full(DIMENSIONS, 2.0)
        found = [move(rated(rng, level, 4), rated(rng, level, 4), PRIOR, rng) for _ in range(20)]
        directions = [movement.direction for movements in found for movement in movements]
        assert directions.count(Direction.OPEN) >= 0.85 * len(directions)

    @pytest.mark.parametrize(
        ("low", "high", "direction"),
        [
            (0.01, 0.6, Direction.UP),
            (-0.6, -0.01, Direction.DOWN),
            (-0.25, 0.25, Direction.STILL),
            (0.01, 0.2, Direction.STILL),
            (0.01, 0.3, Direction.OPEN),
            (-0.26, 0.1, Direction.OPEN),
        ],
    )
    def test_what_an_interval_says(self, low: float, high: float, direction: Direction) -> None:
        assert direction_of(Difference(Estimate((low + high) / 2, low, high, 9))) is direction


class TestBadInput:
    def test_one_rater_on_one_side(self) -> None:
        rng = np.random.default_rng(1)
        found = perceive(np.full((1, 3), 2.0), np.full((6, 3), 1.0), PRIOR, rng)
        assert {difference.gap for difference in found} == {NOT_ON_BOTH_SIDES}
        assert direction_of(found[0]) is Direction.OPEN

    def test_nobody(self) -> None:
        found = perceive(np.empty((0, 2)), np.empty((0, 2)), PRIOR, np.random.default_rng(1))
        assert [difference.gap for difference in found] == [NOT_ON_BOTH_SIDES] * 2

    def test_a_dimension_that_one_side_left_out(self) -> None:
        rng = np.random.default_rng(1)
        leaders = np.array([[3.0, NAN, 2], [2, NAN, 2], [3, 3, 2]])
        found = perceive(leaders, rng.uniform(0, 4, (6, 3)), PRIOR, rng)
        assert [isinstance(difference.gap, Estimate) for difference in found] == [True, False, True]

    def test_who_rated_nothing_does_not_count(self) -> None:
        leaders, staff = np.array([[3.0, 2, 1], [2, 2, 2]]), np.array([[1.0, 1, 1], [2, 2, 1]])
        silent = np.vstack([leaders, [[NAN] * 3]])
        assert perceive(leaders, staff, PRIOR, np.random.default_rng(1)) == perceive(
            silent, staff, PRIOR, np.random.default_rng(1)
        )

    def test_all_the_same_is_no_certainty(self) -> None:
        found = perceive(np.full((5, 3), 3.0), np.full((5, 3), 3.0), PRIOR, np.random.default_rng(1))
        assert all(known(difference.gap).low < 0 < known(difference.gap).high for difference in found)

    def test_one_dimension(self) -> None:
        rng = np.random.default_rng(1)
        (found,) = perceive(np.array([[3.0], [4], [3]]), np.array([[1.0], [0], [1]]), PRIOR, rng)
        assert known(found.gap).low > 0

    def test_everybody_rated_one_dimension_each(self) -> None:
        rng = np.random.default_rng(1)
        apart = np.array([[3.0, NAN], [4, NAN], [NAN, 3], [NAN, 2]])
        found = perceive(apart, apart, PRIOR, rng)
        assert all(known(difference.gap).high > 0.5 for difference in found)

    def test_groups_that_rated_other_dimensions(self) -> None:
        with pytest.raises(InvalidInput, match="different numbers of dimensions"):
            perceive(np.ones((3, 2)), np.ones((3, 3)), PRIOR, np.random.default_rng(1))
