"""One customer's story, complete and in order."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.outside.small_lake import (
    ANNA,
    APPLY,
    BERND,
    CALL,
    CEM,
    PAY,
    SALES,
    SERVICE,
    START_US,
    SmallLake,
)

from leitstern.core.outside.timeline import (
    AnswerDetail,
    ContactDetail,
    PromiseDetail,
    TimelineEvent,
    read_timeline,
)

TODAY = date(2026, 4, 1)
DAY = 24


def found(lake: SmallLake, *customers: int, as_of: date = TODAY) -> tuple[TimelineEvent, ...]:
    return read_timeline(lake.of(*customers), as_of)


def contacts_of(lake: SmallLake, *customers: int) -> list[ContactDetail]:
    details = [event.detail for event in found(lake, *customers)]
    return [detail for detail in details if isinstance(detail, ContactDetail)]


def story() -> SmallLake:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, department=SALES, props='{"items": 2}', journey_key=5)
    lake.promise(ANNA, PAY, 0, 2 * DAY, 3 * DAY)
    lake.contact(ANNA, CALL, 1 * DAY, department=SERVICE, journey_key=5)
    lake.contact(ANNA, CALL, 2 * DAY, department=SERVICE, journey_key=5)
    lake.answer(ANNA, PAY, 4 * DAY, 2, comment="Zu spät!", language="de")
    lake.contact(BERND, CALL, 1)
    return lake


def test_everything_in_order_and_nobody_else() -> None:
    events = found(story(), ANNA)
    assert [type(event.detail) for event in events] == [
        ContactDetail,
        ContactDetail,
        PromiseDetail,
        ContactDetail,
        AnswerDetail,
    ]
    assert [(event.at_us - START_US) / 3.6e9 / DAY for event in events] == [0, 1, 2, 2, 4]


def test_rows_may_come_in_any_order_and_ties_stand_in_order_of_arrival() -> None:
    lake = story()
    lake.answer(ANNA, CALL, 1 * DAY, 5)  # at the very moment of the call, and after it
    rows = lake.of(ANNA)
    turned = read_timeline({name: found[::-1] for name, found in rows.items()}, TODAY)
    assert turned == read_timeline(rows, TODAY)
    assert [event.line for event in turned] == [1, 3, 7, 2, 4, 5]


def test_a_contact_knows_whether_it_was_a_handoff_or_a_repeat() -> None:
    contacts = contacts_of(story(), ANNA)
    assert [(contact.handoff, contact.repeat) for contact in contacts] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert contacts[0].props == '{"items": 2}'


def test_seven_days_are_the_limit_of_a_repeat() -> None:
    lake = SmallLake()
    for hours in (0, 7 * DAY, 14 * DAY + 1):
        lake.contact(ANNA, CALL, hours)
    assert [contact.repeat for contact in contacts_of(lake, ANNA)] == [False, True, False]


def test_another_journey_is_no_handoff() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, department=SALES, journey_key=5)
    lake.contact(ANNA, CALL, 1, department=SERVICE, journey_key=6)
    assert [event.journey for event in found(lake, ANNA)] == [5, 6]
    assert not any(contact.handoff for contact in contacts_of(lake, ANNA))


def test_neighbours_without_a_case_are_no_handoff() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, department=SALES)
    lake.contact(ANNA, CALL, 1, department=SERVICE)
    assert not any(contact.handoff for contact in contacts_of(lake, ANNA))


def test_an_unmapped_department_is_no_handoff() -> None:
    lake = SmallLake()
    for hour, department in enumerate((SALES, 0, SERVICE)):
        lake.contact(ANNA, CALL, hour, department=department, journey_key=5)
    assert not any(contact.handoff for contact in contacts_of(lake, ANNA))


def test_a_promise_stands_where_it_fell_due() -> None:
    (event,) = (event for event in found(story(), ANNA) if isinstance(event.detail, PromiseDetail))
    detail = event.detail
    assert isinstance(detail, PromiseDetail)
    assert event.at_us == START_US + 2 * DAY * 3_600_000_000
    assert (detail.made_us, detail.due_date) == (START_US, date(2026, 3, 3))
    assert (detail.state, detail.late_days) == ("late", 1)


@pytest.mark.parametrize(
    ("kept", "as_of", "state"),
    [
        (1 * DAY, TODAY, "kept"),
        (2 * DAY, TODAY, "kept"),
        (None, TODAY, "overdue"),
        (None, date(2026, 3, 3), "open"),
    ],
)
def test_what_became_of_a_promise(kept: float | None, as_of: date, state: str) -> None:
    lake = SmallLake()
    lake.promise(ANNA, PAY, 0, 2 * DAY, kept)
    (event,) = found(lake, ANNA, as_of=as_of)
    assert isinstance(event.detail, PromiseDetail)
    assert event.detail.state == state
    assert event.journey is None


def test_an_answer_says_on_which_scale_and_whether_it_is_good() -> None:
    detail = found(story(), ANNA)[-1].detail
    assert detail == AnswerDetail("rating", "satisfied", 2, 1, 5, False, "Zu spät!", "de")


def test_every_event_can_be_traced_to_its_line() -> None:
    assert [event.line for event in found(story(), ANNA)] == [1, 3, 2, 4, 5]


def test_all_entities_of_a_person_make_one_timeline() -> None:
    assert len(found(story(), ANNA, BERND)) == 6
    assert found(story(), CEM) == ()
