"""What a room voted, and how much may be said about it."""

from __future__ import annotations

import pytest

from leitstern.core.inside.votes import AGREED, ALONE, CLOSE, NOBODY, added, mean_level, tally
from leitstern.core.stats.estimate import Estimate

SPREAD = 0.5


def estimate(*levels: int | None) -> Estimate:
    found = mean_level(tally(levels), SPREAD)
    assert isinstance(found, Estimate)
    return found


def test_votes_are_counted_per_level_and_those_who_cannot_say_apart() -> None:
    found = tally([0, 2, 2, None, 4])
    assert (found.counts, found.unsure, found.n, found.voted, found.apart) == ((1, 0, 2, 0, 1), 1, 4, 5, 4)


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [([], None), ([None], None), ([3], ALONE), ([2, 2, None], AGREED), ([2, 3], CLOSE)],
)
def test_a_room_is_told_how_far_it_agrees(levels: list[int | None], sentence: object) -> None:
    assert tally(levels).sentence is sentence


def test_from_two_levels_on_it_should_talk() -> None:
    found = tally([1, 4, 2])
    assert found.split
    assert found.sentence
    assert found.sentence.en == "The votes lie 3 levels apart."
    assert found.sentence.de == "Die Stimmen liegen 3 Stufen auseinander."
    assert not tally([1, 2]).split


def test_groups_are_added_up() -> None:
    assert added([tally([0, 2, None]), tally([2, 4])]) == tally([0, 2, 2, 4, None])
    assert added([]) == tally([])
    assert tally([4, None, 1, 4]).levels == [1, 4, 4]


def test_nobody_voted() -> None:
    assert mean_level(tally([None, None]), SPREAD) is NOBODY


def test_one_rater_is_far_less_sure_than_eight_who_agree() -> None:
    one, eight = estimate(3), estimate(*[3] * 8)
    assert (one.n, eight.n) == (1, 8)
    assert one.high - one.low > 2 * (eight.high - eight.low)
    assert eight.low < 3 < eight.high


def test_people_who_disagree_make_the_interval_wider() -> None:
    alike, apart = estimate(2, 2, 2, 2), estimate(0, 4, 0, 4)
    assert alike.value == apart.value == 2
    assert apart.high - apart.low > 2 * (alike.high - alike.low)


@pytest.mark.parametrize("level", [0, 4])
def test_all_the_same_at_the_end_of_the_scale_stays_on_it(level: int) -> None:
    found = estimate(*[level] * 8)
    assert 0 <= found.low <= found.value <= found.high <= 4
    assert found.low < found.high
