"""Having to come back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import ANNA, BERND, CALL, CEM, DAY, PAY, SmallLake, run

from leitstern.core.outside.repeats import Repeats, read_repeats, repeats
from leitstern.core.stats.estimate import Estimate

WEEK = 7 * 24  # hours


def found(lake: SmallLake) -> dict[int, Repeats]:
    return {one.touchpoint: one for one in read_repeats(run(repeats(lake.transitions)))}


def test_coming_back_within_seven_days_is_a_repeat_and_later_is_not() -> None:
    lake = SmallLake()
    for hours in (0, WEEK, 2 * WEEK + 1):
        lake.contact(ANNA, CALL, hours)
    lake.contact(BERND, CALL, 0)
    calls = found(lake)[CALL]
    assert (calls.customers, calls.contacts) == (2, 4)
    assert known(calls.of_contacts).value == 1 / 4
    assert known(calls.of_customers).value == 1 / 2


def test_another_touchpoint_is_no_repeat() -> None:
    lake = SmallLake()
    lake.contact(ANNA, CALL, 0)
    lake.contact(ANNA, PAY, 1)
    assert known(found(lake)[PAY].of_contacts).value == 0


def test_one_customer_who_calls_all_day_is_still_one_customer() -> None:
    lake = SmallLake()
    for hour in range(20):
        lake.contact(ANNA, CALL, hour)
    for customer in (BERND, CEM):
        lake.contact(customer, CALL, 0)
    calls = found(lake)[CALL]
    assert isinstance(calls.of_contacts, Estimate)
    assert calls.of_contacts.value == pytest.approx(19 / 22)
    assert calls.of_contacts.low < 0.5  # 22 independent contacts would give .71
    assert known(calls.of_customers).value == pytest.approx(1 / 3)


@settings(max_examples=12, deadline=None)
@given(random_lakes())
def test_repeats_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        f"""
        , marked AS (SELECT *, coalesce(since_same_us <= {7 * DAY}, false) AS again FROM steps),
        people AS (
            SELECT touchpoint, entity_id, max(weight) AS weight, bool_or(again) AS again FROM marked GROUP BY ALL
        )
        SELECT touchpoint, count(*) AS contacts, sum(weight) FILTER (again) / sum(weight) AS of_contacts,
            (SELECT sum(weight) FILTER (again) / sum(weight) FROM people p WHERE p.touchpoint = m.touchpoint) AS of_people
        FROM marked m GROUP BY touchpoint
        """,
    )
    fast = found(lake)
    assert len(fast) == len(slow)
    for row in slow:
        here = fast[row["touchpoint"]]
        assert here.contacts == row["contacts"]
        assert known(here.of_contacts).value == pytest.approx(row["of_contacts"] or 0)
        assert known(here.of_customers).value == pytest.approx(row["of_people"] or 0)
