"""What moved between two waves beyond noise."""

from __future__ import annotations

import numpy as np
from tests.core.inside.known_organisations import DAY, SOURCE

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.moving import moved
from leitstern.core.inside.ratings import Ratings, Summary, View
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.movement import Direction

DEFAULTS = Assumptions()
SLUGS = ("k1", "k2", "t1")


def wave(means: tuple[float, ...], people: int, seed: int, slugs: tuple[str, ...] = SLUGS) -> Ratings:
    rng = np.random.default_rng(seed)
    levels = np.clip(np.array(means) + rng.normal(0, 0.5, (people, len(means))), 0, 4)
    return Ratings(View.STAFF, slugs, levels, SOURCE, DAY)


def test_what_rose_is_told_from_what_stayed() -> None:
    found = moved(wave((1, 2, 2), 200, 1), wave((2, 2, 2), 200, 2), DEFAULTS, np.random.default_rng(1))
    assert [each.movement.direction for each in found] == [Direction.UP, Direction.STILL, Direction.STILL]
    first = found[0]
    assert isinstance(first.before, Estimate)
    assert isinstance(first.after, Estimate)
    assert first.after.value - first.before.value > 0.8


def test_few_people_leave_it_open() -> None:
    found = moved(wave((1.8, 2, 2), 5, 1), wave((2.1, 2, 2), 5, 2), DEFAULTS, np.random.default_rng(1))
    assert {each.movement.direction for each in found} == {Direction.OPEN}


def test_only_what_both_waves_asked_is_compared() -> None:
    later = wave((2, 2), 30, 2, ("k2", "k9"))
    found = moved(wave((1, 2, 2), 30, 1), later, DEFAULTS, np.random.default_rng(1))
    assert [each.dimension for each in found] == ["k2"]
    assert moved(wave((1,), 30, 1, ("k4",)), later, DEFAULTS, np.random.default_rng(1)) == ()


def test_what_too_few_rated_says_why() -> None:
    earlier = wave((1, 2, 2), 30, 1)
    earlier.levels[1:, 0] = np.nan
    found = moved(earlier, wave((2, 2, 2), 30, 2), DEFAULTS, np.random.default_rng(1))
    assert isinstance(found[0].before, Missing)
    assert found[0].movement.direction is Direction.OPEN


def test_of_what_was_published_only_means_spreads_and_numbers_of_people_count() -> None:
    def published(mean: float) -> Summary:
        levels, counts = np.array([[mean, 2, np.nan]]), (200, 180, 0)
        return Summary(View.STAFF, SLUGS, levels, SOURCE, DAY, 200, 0.0, counts, (0.5, 0.5, 0.0))

    found = moved(published(1), published(2), DEFAULTS, np.random.default_rng(1))
    assert [each.movement.direction for each in found] == [Direction.UP, Direction.STILL, Direction.OPEN]
    assert isinstance(found[0].after, Estimate)
    assert found[0].after.n == 200
    assert isinstance(found[2].after, Missing)
