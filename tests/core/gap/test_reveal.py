"""The room sees how far its guess was from what customers live."""

from __future__ import annotations

import pytest
from tests.core.gap.hansa import AS_OF

from leitstern.core.gap.reasons import NO_FEEDBACK
from leitstern.core.gap.reveal import Reveal, reveal
from leitstern.core.inside.beliefs import FEWER_THAN_FIVE
from leitstern.core.inside.room import Room
from leitstern.core.stats.estimate import Estimate

LIVED = Estimate(0.6, 0.55, 0.64, n=300, as_of=AS_OF)


def room(median: float) -> Room:
    return Room(n=6, median=median, low_quartile=median - 0.05, high_quartile=median + 0.05)


def test_the_distance_carries_the_interval_of_what_is_lived() -> None:
    shown = reveal(room(0.85), LIVED)
    assert isinstance(shown, Reveal)
    distance = shown.distance
    assert (distance.value, distance.low, distance.high) == pytest.approx((0.25, 0.21, 0.30))
    assert (distance.n, distance.as_of) == (300, AS_OF)


@pytest.mark.parametrize(
    ("median", "english", "german"),
    [
        (0.85, "That is 25 fewer than you thought.", "Das sind 25 weniger als gedacht."),
        (0.40, "That is 20 more than you thought.", "Das sind 20 mehr als gedacht."),
        (0.63, "You know your customers here.", "Hier kennen Sie Ihre Kundinnen und Kunden."),
    ],
)
def test_the_sentence_for_the_wall(median: float, english: str, german: str) -> None:
    shown = reveal(room(median), LIVED)
    assert isinstance(shown, Reveal)
    assert shown.sentence.en.endswith(english)
    assert shown.sentence.de.endswith(german)


@pytest.mark.parametrize("median", [0.56, 0.64])
def test_two_of_a_hundred_beside_a_sharp_number_is_right(median: float) -> None:
    shown = reveal(room(median), Estimate(0.6, 0.59, 0.61, n=30_000))
    assert isinstance(shown, Reveal)
    assert shown.sentence.en.endswith("You know your customers here.")


def test_nothing_to_reveal() -> None:
    assert reveal(FEWER_THAN_FIVE, LIVED) is FEWER_THAN_FIVE
    assert reveal(room(0.8), NO_FEEDBACK) is NO_FEEDBACK


def test_the_picture_and_the_sentence_tell_the_same_distance() -> None:
    shown = reveal(room(0.865), Estimate(0.318, 0.23, 0.41, n=51))
    assert isinstance(shown, Reveal)
    assert round(100 * shown.distance.value) == 54
    assert "54 fewer" in shown.sentence.en


def test_a_very_narrow_interval_survives_rounding() -> None:
    shown = reveal(room(0.5), Estimate(0.6049, 0.6048, 0.6050, n=900_000))
    assert isinstance(shown, Reveal)
    assert shown.distance.low <= shown.distance.value <= shown.distance.high
