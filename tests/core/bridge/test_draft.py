"""What makes a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leitstern.core.bridge.draft import MeasureDraft, problems

TODAY = date(2026, 7, 1)
CALL_BACK = MeasureDraft(
    choice="act",
    owner="Olga Owner",
    due=date(2026, 10, 1),
    outcome="I am called back within two hours.",
    why="Every third caller waits in vain.",
    daily_work="Two people keep the afternoon free for calls.",
    principles="Who promises to call calls.",
    stop="Closing a case without an answer.",
    measure_again=date(2027, 1, 1),
)


def fields(draft: MeasureDraft) -> list[str]:
    return [problem.field for problem in problems(draft, TODAY)]


def test_a_whole_measure_is_a_decision() -> None:
    assert fields(CALL_BACK) == []


@pytest.mark.parametrize("answer", ["owner", "outcome", "why", "daily_work", "principles", "stop"])
def test_every_answer_is_needed(answer: str) -> None:
    assert fields(replace(CALL_BACK, **{answer: "  "})) == [answer]  # type: ignore[arg-type]


def test_everything_missing_is_said_at_once() -> None:
    nothing = fields(MeasureDraft(choice="act"))
    assert nothing == ["owner", "due", "outcome", "why", "daily_work", "principles", "stop"]


def test_a_day_in_the_past_is_no_day() -> None:
    late = problems(replace(CALL_BACK, due=date(2026, 6, 30)), TODAY)
    assert [(problem.field, problem.text.de) for problem in late] == [("due", "Dieser Tag ist schon vorbei.")]


def test_today_is_early_enough() -> None:
    assert fields(replace(CALL_BACK, due=TODAY)) == []


def test_measuring_before_it_is_done_makes_no_sense() -> None:
    assert fields(replace(CALL_BACK, measure_again=CALL_BACK.due)) == ["measure_again"]


def test_the_day_to_measure_again_may_follow_later() -> None:
    assert fields(replace(CALL_BACK, measure_again=None)) == []


def test_doing_nothing_needs_its_reason() -> None:
    assert fields(MeasureDraft(choice="do nothing", reason=" ")) == ["reason"]


def test_and_nothing_else() -> None:
    assert fields(MeasureDraft(choice="do nothing", reason="The branch closes in autumn.")) == []
