"""What leaders believe, never of fewer than five of them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.beliefs import FEWER_THAN_FIVE, NOT_ASKED, believe, estimate_belief
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.posteriors import NormalInverseChi2

BOARD = (90, 85, 95, 80, 90, 88)


def estimate(guesses: tuple[float, ...] | None) -> object:
    return estimate_belief(guesses, np.random.default_rng(1), date(2026, 6, 30))


@pytest.mark.parametrize("guesses", [None, ()])
def test_nobody_was_asked(guesses: tuple[float, ...] | None) -> None:
    assert estimate(guesses) is NOT_ASKED


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_four_people_stay_hidden(people: int) -> None:
    assert estimate(BOARD[:people]) is FEWER_THAN_FIVE


def test_five_people_are_a_belief() -> None:
    found = estimate(BOARD[:5])
    assert isinstance(found, Estimate)
    assert (found.n, found.grade, found.as_of) == (5, "stated", date(2026, 6, 30))
    assert found.low < 0.85 < found.value < 0.90 < found.high


def test_agreement_makes_a_belief_sharper() -> None:
    agreed, split = estimate((70,) * 8), estimate((40, 100) * 4)
    assert isinstance(agreed, Estimate)
    assert isinstance(split, Estimate)
    assert agreed.value == pytest.approx(split.value, abs=0.02)
    assert agreed.high - agreed.low < split.high - split.low


def test_the_mean_of_guesses_is_hardly_moved_by_the_prior() -> None:
    found = believe((100,) * 5)
    assert isinstance(found, NormalInverseChi2)
    assert found.mean.item() == pytest.approx((0.3 * 0.5 + 5) / 5.3)


@pytest.mark.parametrize("wrong", [-1, 101, float("nan")])
def test_a_guess_outside_the_scale_is_refused(wrong: float) -> None:
    with pytest.raises(InvalidInput, match="between 0 and 100"):
        believe((*BOARD, wrong))
