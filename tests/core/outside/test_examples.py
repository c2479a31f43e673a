"""The one customer whose story is told to a room."""

from __future__ import annotations

from datetime import date

from tests.core.outside.small_lake import ANNA, BERND, CALL, CEM, PAY, SmallLake, run

from leitstern.core.outside.examples import telling_customer

AS_OF = date(2026, 6, 30)


def told(lake: SmallLake, touchpoint: int, facet: str) -> list[int]:
    expression = telling_customer(lake.feedback, lake.promises, lake.transitions, touchpoint, facet, AS_OF)
    return [row["entity_id"] for row in run(expression).to_pylist()]


def contacts(lake: SmallLake, who: int, how_many: int) -> None:
    for hour in range(how_many):
        lake.contact(who, CALL, hour)


def test_the_worst_answer_with_a_story_that_can_be_followed() -> None:
    lake = SmallLake()
    contacts(lake, ANNA, 1)
    contacts(lake, BERND, 5)
    contacts(lake, CEM, 5)
    lake.answer(ANNA, CALL, 10, 1)  # the worst, but nothing to tell
    lake.answer(BERND, CALL, 10, 2)
    lake.answer(CEM, CALL, 10, 5)  # content
    assert told(lake, CALL, "satisfied") == [BERND]


def test_nobody_where_everybody_agrees() -> None:
    lake = SmallLake()
    contacts(lake, ANNA, 5)
    lake.answer(ANNA, CALL, 10, 5)
    assert told(lake, CALL, "satisfied") == []


def test_where_a_promise_is_asked_about_it_is_who_waited_longest() -> None:
    lake = SmallLake()
    contacts(lake, ANNA, 5)
    contacts(lake, BERND, 5)
    lake.promise(ANNA, PAY, made=0, due=24, kept=72)
    lake.promise(BERND, PAY, made=0, due=24, kept=240)
    assert told(lake, PAY, "in_time") == [BERND]
