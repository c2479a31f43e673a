"""What a line knows of one touchpoint is what a look through all contacts finds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.outside.funnel import NOTHING, Mode, Way
from leitstern.store.held.codes import narrowest
from leitstern.store.held.funnel import walks
from leitstern.store.held.line import STOPS, Line

if TYPE_CHECKING:
    from numpy.typing import NDArray

DAY_US = 86_400_000_000
LATE = date(2000, 1, 1)


def line_of(*people: list[tuple[int, float]]) -> Line:
    """Touchpoints and days since 1970 of one person after the other, each with one journey."""
    person = np.repeat(np.arange(len(people), dtype=np.int32), [len(each) for each in people])
    touchpoint, day = np.array([row for each in people for row in each]).reshape(-1, 2).T
    return Line(
        person,
        person,
        touchpoint.astype(np.uint8),
        (day * DAY_US).astype(np.int64),
        day.astype(np.uint16),
    )


def some(many: int) -> Line:
    random = np.random.default_rng(many)
    person = np.sort(random.integers(0, many // 9 + 1, many)).astype(np.int32)
    day = np.arange(many)
    return Line(person, person, random.integers(0, 4, many).astype(np.uint8), day * DAY_US, narrowest(day))


def reached(line: Line, *steps: int, days: int = 30) -> list[int]:
    return [row["reached"] for row in walks(line, Way(steps, Mode.ORDERED, days), LATE).to_pylist()]


@pytest.mark.parametrize("many", [1, 31, 32, 33, 64, 65, 1000])
@pytest.mark.parametrize("touchpoint", [0, 3, 9])
def test_the_next_contact_at_a_touchpoint_lies_behind_every_place(many: int, touchpoint: int) -> None:
    line = some(many)
    stop, places = line.at(touchpoint), np.flatnonzero(line.touchpoint == touchpoint)
    every: NDArray[np.int32] = np.arange(many, dtype=np.int32)
    assert stop.after(every).tolist() == np.searchsorted(places, every, "right").tolist()
    assert stop.place.tolist() == [*places.tolist(), many]
    assert stop.person[stop.number].tolist() == line.person[places].tolist()
    assert [line.person[end - 1] for end in stop.end] == line.person[places].tolist()
    assert all(end == many or line.person[end] > line.person[end - 1] for end in stop.end)


def test_nobody_goes_on_along_the_contacts_of_somebody_else() -> None:
    line = line_of([(1, 1)], [(2, 2), (3, 3)], [(1, 4), (3, 5)], [(1, 6), (2, 7), (3, 8)])
    assert reached(line, 1, 2, 3) == [1, 1, 3]
    assert walks(line, Way((1, 2), Mode.ORDERED, 30), LATE)["instead"].to_pylist() == [NOTHING, 3, None]


def test_a_window_holds_its_last_microsecond() -> None:
    line = line_of([(1, 1), (2, 31)], [(1, 1), (2, 31.5), (1, 40), (2, 41)])
    assert reached(line, 1, 2) == [2, 2]
    line.ts_us[1] += 1
    assert reached(line.of(np.ones(2, bool)), 1, 2) == [1, 2]


def test_what_comes_after_the_window_is_not_done_instead() -> None:
    line = line_of([(1, 1), (3, 31)], [(1, 1), (3, 32)], [(1, 1), (2, 30), (3, 32)])
    taken = walks(line, Way((1, 2, 1), Mode.ORDERED, 30), LATE)
    assert taken["instead"].to_pylist() == [3, NOTHING, NOTHING]


def test_the_first_of_the_beginnings_that_lead_equally_far_counts() -> None:
    line = line_of([(1, 1), (1, 2), (2, 3), (1, 50), (2, 51), (1, 90), (3, 91), (2, 92)])
    taken = walks(line, Way((1, 2), Mode.ORDERED, 30), LATE).to_pylist()
    assert [row["us_1"] / DAY_US for row in taken] == [1]
    longer = walks(line, Way((1, 3, 2), Mode.ORDERED, 30), LATE).to_pylist()
    assert [[row[f"us_{at}"] / DAY_US for at in (1, 2, 3)] for row in longer] == [[90, 91, 92]]


def test_a_beginning_whose_days_are_over_goes_before_one_that_led_further() -> None:
    line = line_of([(1, 1), (3, 2), (1, 50), (2, 51)], [(1, 60), (2, 61)])
    taken = walks(line, Way((1, 2), Mode.ORDERED, 30), date(1970, 3, 1)).to_pylist()
    assert [(row["reached"], row["us_2"], row["instead"]) for row in taken] == [
        (1, None, 3),
        (0, 61 * DAY_US, None),
    ]


def test_only_the_touchpoints_asked_for_last_are_remembered() -> None:
    line = some(1000)
    first, second = line.at(0), line.at(1)
    for touchpoint in (*range(STOPS), 0, STOPS):
        line.at(touchpoint)
    assert len(line._stops) == STOPS
    assert line.at(0) is first
    assert line.at(1) is not second


def test_who_was_not_chosen_is_passed_over() -> None:
    line = line_of([(1, 1), (2, 2)], [(1, 3), (2, 4)], [(1, 5), (3, 6)])
    line.at(1)
    assert reached(line.of(np.array([False, True, True])), 1, 2) == [2, 1]
    assert reached(line.of(np.zeros(3, bool)), 1, 2) == []


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [([0, 255], "u1"), ([256], "u2"), ([-1, 200], "i2"), ([2**31, 5], "u4"), ([-9], "i1")],
)
def test_numbers_take_as_few_bytes_as_they_need(numbers: list[int], kind: str) -> None:
    found = narrowest(np.array(numbers))
    assert found.dtype == kind
    assert found.tolist() == numbers
