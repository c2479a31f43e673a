"""A workshop goes forward, back and again; wrong steps are undone; the clock counts what really passed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.core.errors import Conflict
from leitstern.core.inside.session import MOST_UNDONE, Phase, Session, Stage, Step, begin_with
from leitstern.core.inside.session_clock import RATING_SECONDS, RESULT_SECONDS, fresh, left

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)


def after(*steps: Step, questions: int = 2) -> Session:
    session = begin_with(questions)
    for step in steps:
        session = session.take(step)
    return session


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_people_gather_before_anybody_votes() -> None:
    session = begin_with(12)
    assert (session.stage, session.vote, session.steps()) == (Stage.GATHERING, None, (Step.BEGIN,))


def test_a_question_is_voted_on_shown_and_voted_on_once_more() -> None:
    session = after(Step.BEGIN)
    assert (session.vote, session.is_shown) == (1, False)
    session = session.take(Step.SHOW)
    assert (session.vote, session.is_shown) == (None, True)
    session = session.take(Step.AGAIN)
    assert (session.vote, session.is_shown) == (2, False)
    session = session.take(Step.SHOW)
    assert session.phase is Phase.SECOND_SHOWN
    assert Step.AGAIN not in session.steps()


def test_the_last_question_leads_to_the_result_and_back() -> None:
    session = after(Step.BEGIN, Step.SHOW, Step.NEXT, Step.SHOW, Step.NEXT)
    assert (session.stage, session.vote, session.is_shown) == (Stage.RESULT, None, False)
    back = session.take(Step.BACK)
    assert (back.stage, back.position, back.phase) == (Stage.RATING, 1, Phase.FIRST_SHOWN)


def test_going_back_finds_a_question_as_it_was_left() -> None:
    session = after(Step.BEGIN, Step.SHOW, Step.NEXT, Step.BACK)
    assert (session.position, session.phase) == (0, Phase.FIRST_SHOWN)
    assert session.take(Step.NEXT).phase is Phase.FIRST


def test_a_wrong_step_is_undone_and_turns_are_never_used_twice() -> None:
    shown = after(Step.BEGIN, Step.SHOW)
    wrong = shown.take(Step.NEXT)
    undone = wrong.take(Step.UNDO)
    assert (undone.position, undone.phase) == (shown.position, shown.phase)
    assert [shown.turn, wrong.turn, undone.turn] == [2, 3, 4]
    assert undone.take(Step.UNDO).phase is Phase.FIRST


@pytest.mark.parametrize("step", [Step.SHOW, Step.AGAIN, Step.NEXT, Step.BACK, Step.UNDO])
def test_what_is_not_possible_changes_nothing(step: Step) -> None:
    with pytest.raises(Conflict, match="not possible now"):
        begin_with(2).take(step)


def test_a_closed_room_stays_closed() -> None:
    closed = after(Step.BEGIN, Step.SHOW).close()
    assert (closed.stage, closed.steps()) == (Stage.CLOSED, ())
    with pytest.raises(Conflict):
        closed.close()


@given(st.lists(st.sampled_from(list(Step)), max_size=80))
def test_whatever_is_pressed_undoing_leads_back_to_the_beginning(pressed: list[Step]) -> None:
    session, taken = begin_with(3), 0
    for step in pressed:
        if step in session.steps():
            session, taken = session.take(step), taken + 1
    assert session.turn == taken
    assert len(session.before) <= MOST_UNDONE
    while session.before:
        session = session.take(Step.UNDO)
    if taken <= MOST_UNDONE:
        assert session.phases == begin_with(3).phases


def test_time_is_counted_where_it_was_spent() -> None:
    clock = fresh(3).start(at(0)).settle(0, at(60)).settle(1, at(100))
    assert clock.spent == (60, 40, 0, 0)
    assert clock.on(1, at(130)) == 70


def test_a_pause_stops_it() -> None:
    clock = fresh(3).start(at(0)).pause(0, at(60))
    assert not clock.runs
    assert clock.settle(0, at(600)).spent[0] == 60
    assert clock.start(at(600)).on(0, at(610)) == 70
    assert clock.start(at(600)).start(at(605)).on(0, at(610)) == 70


def test_the_time_that_is_left_is_shared_by_the_questions_that_are_left() -> None:
    clock = fresh(3).start(at(0)).settle(0, at(20 * 60))
    first = left(clock, 1, at(20 * 60))
    assert first.part == RATING_SECONDS - 1200
    assert first.question == (RATING_SECONDS - 1200) / 2
    later = left(clock, 1, at(30 * 60))
    assert later.question == first.question - 600
    assert not later.late
    assert left(clock, 1, at(50 * 60)).late


def test_a_question_that_takes_longer_takes_it_from_those_after_it() -> None:
    clock = fresh(3).start(at(0))
    assert left(clock, 0, at(0)).after == RATING_SECONDS / 3
    assert left(clock, 0, at(600)).after == RATING_SECONDS / 3
    assert left(clock, 0, at(1500)).after == (RATING_SECONDS - 1500) / 2
    last = clock.settle(0, at(600)).settle(1, at(1200))
    assert left(last, 2, at(1200)).after == 0
    assert left(last, 1, at(60 * 60)).after == 0


def test_a_room_sees_where_it_would_be_by_plan() -> None:
    clock = fresh(3).start(at(0))
    assert [left(clock, 0, at(minutes * 60)).planned for minutes in (0, 14, 15, 31, 90)] == [1, 1, 2, 3, 3]


def test_the_result_has_its_own_quarter_of_an_hour() -> None:
    clock = fresh(2).start(at(0)).settle(1, at(50 * 60))
    assert left(clock, 2, at(51 * 60)).part == RESULT_SECONDS - 60


def test_a_clock_that_was_set_back_takes_no_time_away() -> None:
    assert fresh(2).start(at(100)).on(0, at(40)) == 0
