"""What may be said about a room's guesses."""

from __future__ import annotations

import pytest

from leitstern.core.inside.beliefs import FEWER_THAN_FIVE, NOT_ASKED
from leitstern.core.inside.room import Room, summarise_room


def test_the_middle_guess_and_the_middle_half() -> None:
    room = summarise_room((60, 90, 80, 70, 100))
    assert room == Room(n=5, median=0.8, low_quartile=0.7, high_quartile=0.9)
    assert isinstance(room, Room)
    assert room.spread == pytest.approx(0.2)


def test_a_room_of_four_says_nothing() -> None:
    assert summarise_room((60, 90, 80, 70)) is FEWER_THAN_FIVE


def test_an_empty_room_was_not_asked() -> None:
    assert summarise_room(()) is NOT_ASKED
