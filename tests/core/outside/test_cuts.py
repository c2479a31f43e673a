"""Which part of a story is drawn, and what of it is one mark."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.outside.small_lake import (
    ANNA,
    APPLY,
    CALL,
    PAY,
    SALES,
    SERVICE,
    START_US,
    THANKS,
    SmallLake,
)

from leitstern.core.outside.cuts import DAY_US, around, folded
from leitstern.core.outside.timeline import TimelineEvent, read_timeline

DAY = 24


def events(lake: SmallLake) -> tuple[TimelineEvent, ...]:
    return read_timeline(lake.of(ANNA), date(2026, 6, 1))


def story(*touchpoints: int) -> tuple[TimelineEvent, ...]:
    lake = SmallLake()
    for day, touchpoint in enumerate(touchpoints):
        lake.contact(ANNA, touchpoint, day * DAY)
    return events(lake)


def test_a_cut_holds_the_days_before_and_after() -> None:
    cut = around(story(APPLY, CALL, PAY, THANKS), START_US + DAY_US, days=1)
    assert [event.touchpoint for event in cut] == [APPLY, CALL, PAY]


def test_the_same_again_and_again_is_one_mark() -> None:
    runs = folded(story(CALL, CALL, CALL, PAY, CALL))
    assert [(run[0].touchpoint, len(run)) for run in runs] == [(CALL, 3), (PAY, 1), (CALL, 1)]


def test_another_department_is_another_mark() -> None:
    lake = SmallLake()
    for hour, department in enumerate((SALES, SALES, SERVICE)):
        lake.contact(ANNA, CALL, hour, department=department)
    assert [len(run) for run in folded(events(lake))] == [2, 1]


def test_milestones_answers_and_promises_stand_alone() -> None:
    assert [len(run) for run in folded(story(PAY, PAY, CALL, CALL), {PAY})] == [1, 1, 2]
    lake = SmallLake()
    for hour in (0, 1):
        lake.answer(ANNA, PAY, hour, 2)
        lake.promise(ANNA, PAY, 2, 3 + hour, None)
    assert [len(run) for run in folded(events(lake))] == [1, 1, 1, 1]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from((CALL, PAY)), max_size=12))
def test_folding_loses_nothing(touchpoints: list[int]) -> None:
    whole = story(*touchpoints) if touchpoints else ()
    assert tuple(event for run in folded(whole) for event in run) == whole
