"""Nothing is shown that rests on fewer than five."""

from __future__ import annotations

from leitstern.core.outside.few import TOO_FEW_CUSTOMERS, few_left, shown
from leitstern.core.outside.scores import Mood
from leitstern.core.stats.estimate import Estimate


def mood(n: int) -> Mood:
    return Mood(group=(3,), mood=Estimate(1.5, 0.5, 2, n=n), few=True)


def test_four_are_hidden_and_the_reason_stands_there() -> None:
    assert shown(mood(4)).mood is TOO_FEW_CUSTOMERS
    assert shown(mood(4)).group == (3,)


def test_five_are_shown_as_they_are() -> None:
    five = mood(5)
    assert shown(five) is five


def test_all_together_give_nobody_away_by_subtraction() -> None:
    assert few_left({0: 3, 1: 9}, told=[1])
    assert few_left({0: 0, 1: 9, 2: 4}, told=[1, 2])  # two is hidden, and would be all − one
    assert not few_left({0: 5, 1: 9}, told=[1])
    assert not few_left({1: 9}, told=[1])
