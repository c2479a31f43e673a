"""Customers who are back where they were, by hand and against a slow query."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import (
    ANNA,
    APPLY,
    BERND,
    CALL,
    CEM,
    LEGAL,
    PAY,
    SALES,
    SERVICE,
    SmallLake,
    run,
)

from leitstern.core.outside.loops import Loop, department_loops, read_loops, touchpoint_loops

Found = dict[tuple[int, int], Loop]


def found(lake: SmallLake, designed: frozenset[tuple[int, int]] = frozenset()) -> Found:
    rows = read_loops(run(touchpoint_loops(lake.transitions, designed)))
    return {(each.here, each.over): each for each in rows}


def bank() -> SmallLake:
    """Anna calls twice, then pays and calls again; Bernd applies and calls; Cem calls."""
    lake = SmallLake()
    for hour, touchpoint in ((0, CALL), (2, CALL), (5, PAY), (12, CALL)):
        lake.contact(ANNA, touchpoint, hour)
    lake.contact(BERND, APPLY, 0)
    lake.contact(BERND, CALL, 1)
    lake.contact(CEM, CALL, 1)
    return lake


def test_with_nothing_between_or_by_way_of_another() -> None:
    loops = found(bank())
    assert set(loops) == {(CALL, CALL), (CALL, PAY)}
    again, around = loops[CALL, CALL], loops[CALL, PAY]
    assert (again.customers, again.journeys, again.times) == (1, 1, 1)
    assert known(again.share).value == pytest.approx(1 / 3)
    assert known(again.share).n == 3
    assert known(again.lost_median).value == 2
    assert known(around.lost_median).value == 10  # from the second call to the third


def test_what_a_map_designs_is_no_loop() -> None:
    assert found(bank(), frozenset({(CALL, CALL), (APPLY, PAY)})) == {}


def test_a_new_journey_is_no_loop() -> None:
    lake = SmallLake()
    for journey in (1, 2):
        lake.contact(ANNA, CALL, journey, journey_key=journey)
    assert found(lake) == {}


def passed_back(designed: frozenset[tuple[int, int]] = frozenset()) -> tuple[Loop, ...]:
    """Anna: sales, service twice, sales. Bernd: sales, legal."""
    lake = SmallLake()
    for hour, department in enumerate((SALES, SERVICE, SERVICE, SALES)):
        lake.contact(ANNA, APPLY if hour < 2 else PAY, hour, department=department)
    lake.contact(BERND, CALL, 0, department=SALES)
    lake.contact(BERND, CALL, 1, department=LEGAL)
    return read_loops(run(department_loops(lake.transitions, designed)))


def test_departments_send_customers_on_and_get_them_back() -> None:
    (loop,) = passed_back()
    assert (loop.here, loop.over, loop.customers) == (SALES, SERVICE, 1)
    assert (known(loop.share).value, known(loop.share).n) == (0.5, 2)
    assert known(loop.lost_median).value == 3


def test_going_back_as_designed_is_no_loop() -> None:
    assert passed_back(frozenset({(PAY, PAY)})) == ()


@settings(max_examples=8, deadline=None)
@given(random_lakes())
def test_loops_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        """
        , looking AS (
            SELECT *, lead(next_touchpoint) OVER (PARTITION BY journey ORDER BY ts_us, seq) AS follows,
                wait_us + lead(wait_us) OVER (PARTITION BY journey ORDER BY ts_us, seq) AS lost
            FROM steps
        ), loops AS (
            SELECT journey, entity_id, touchpoint AS here, next_touchpoint AS over, wait_us AS lost FROM looking
            WHERE touchpoint = next_touchpoint AND touchpoint <> 0
            UNION ALL
            SELECT journey, entity_id, touchpoint, next_touchpoint, lost FROM looking
            WHERE touchpoint = follows AND touchpoint <> next_touchpoint AND touchpoint * next_touchpoint <> 0
        ), visits AS (
            SELECT journey, touchpoint AS here, max(weight) AS weight FROM steps GROUP BY ALL
        )
        SELECT here, over, count(DISTINCT entity_id) AS customers, count(DISTINCT journey) AS journeys,
            count(*) AS times, max(lost) AS longest,
            (SELECT sum(weight) FROM visits WHERE visits.here = loops.here
                AND journey IN (SELECT journey FROM loops AS own WHERE own.here = loops.here AND own.over = loops.over))
                AS good,
            (SELECT sum(weight) FROM visits WHERE visits.here = loops.here) AS weight
        FROM loops GROUP BY ALL
        """,
    )
    fast = found(lake)
    assert len(fast) == len(slow)
    for row in slow:
        loop = fast[row["here"], row["over"]]
        assert (loop.customers, loop.journeys, loop.times) == (
            row["customers"],
            row["journeys"],
            row["times"],
        )
        assert known(loop.share).value == pytest.approx(row["good"] / row["weight"])
