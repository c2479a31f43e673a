"""What the relapse watch is told of taking part: nothing invented, and nobody given away."""

from __future__ import annotations

from datetime import date

from leitstern.app.change.shaping import Held, keep_shaping
from leitstern.app.change.streams import streams
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.core.bridge.change.participation import Attended

TODAY = date(2026, 3, 5)


def workshop(day: date, took_part: int, invited: int = 30) -> None:
    attended = (Attended("service", "", invited, took_part),)
    keep_shaping(COMMAND_LINE, Held("Die Akte", day, attended), TODAY)


def told() -> list[tuple[date, float]]:
    (stream,) = streams(TODAY)
    return [(point.day, point.value) for point in stream.points]


def test_a_workshop_of_few_is_left_out_and_no_measured_nothing() -> None:
    workshop(date(2025, 2, 3), 16)
    workshop(date(2025, 8, 1), 3)
    assert told() == [(date(2025, 3, 31), 16), (date(2025, 6, 30), 0), (date(2025, 12, 31), 0)]


def test_people_of_workshops_that_show_nothing_count_where_nobody_is_given_away() -> None:
    workshop(date(2025, 8, 1), 4)
    workshop(date(2025, 9, 1), 3)
    assert told()[0] == (date(2025, 9, 30), 7)


def test_a_quarter_that_would_give_few_away_beside_what_its_workshops_show_is_left_out() -> None:
    workshop(date(2025, 8, 1), 16)
    workshop(date(2025, 9, 1), 3)
    workshop(date(2025, 12, 1), 20)
    assert told() == [(date(2025, 12, 31), 20)]


def test_before_any_workshop_there_is_no_series() -> None:
    assert streams(TODAY) == ()
