"""Customers passed on from department to department."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes, weighted_quantile
from tests.core.outside.small_lake import (
    ANNA,
    APPLY,
    BERND,
    CALL,
    HOUR,
    LEGAL,
    PAY,
    PHONE,
    SALES,
    SERVICE,
    WEB,
    SmallLake,
    run,
)

from leitstern.core.outside.handoffs import (
    Handoff,
    handoffs,
    handoffs_per_journey,
    read_handoffs,
    read_handoffs_per_journey,
)
from leitstern.core.stats.estimate import Estimate


def passed_around() -> SmallLake:
    """Anna goes from sales to service and straight back; Bernd from sales on to legal."""
    lake = SmallLake()
    for hour, department in enumerate((SALES, SALES, SERVICE, SERVICE, SALES)):
        lake.contact(ANNA, CALL, hour, department=department)
    for hour, department in ((0, SALES), (5, SERVICE), (9, LEGAL)):
        lake.contact(BERND, CALL, hour, department=department, channel=PHONE)
    return lake


def found(lake: SmallLake) -> dict[tuple[int, int], Handoff]:
    return {(h.department, h.next_department): h for h in read_handoffs(run(handoffs(lake.transitions)))}


def test_only_changes_of_department_are_handoffs() -> None:
    assert set(found(passed_around())) == {(SALES, SERVICE), (SERVICE, SALES), (SERVICE, LEGAL)}


def test_who_is_passed_on_and_how_long_it_takes() -> None:
    handoff = found(passed_around())[SALES, SERVICE]
    assert (handoff.customers, handoff.journeys, handoff.handoffs) == (2, 2, 2)
    assert isinstance(handoff.wait_median, Estimate)
    assert (handoff.wait_median.value, handoff.wait_median.high) == (1, 5)


def test_ping_pong_is_a_handoff_straight_back() -> None:
    handoff = found(passed_around())[SALES, SERVICE]
    assert isinstance(handoff.returned, Estimate)
    assert (handoff.returned.value, handoff.returned.n) == (0.5, 2)  # Anna came back, Bernd went on


def test_an_unmapped_department_proves_no_handoff() -> None:
    lake = SmallLake()
    for hour, department in enumerate((SALES, 0, SERVICE)):
        lake.contact(ANNA, CALL, hour, department=department)
    assert found(lake) == {}


def test_a_new_journey_is_no_ping_pong() -> None:
    lake = SmallLake()
    for journey, department, hour in ((1, SALES, 0), (1, SERVICE, 1), (2, SERVICE, 2), (2, SALES, 3)):
        lake.contact(ANNA, CALL, hour, department=department, journey_key=journey)
    assert known(found(lake)[SALES, SERVICE].returned).value == 0


def test_handoffs_per_journey_for_all_and_by_channel() -> None:
    journeys = passed_around().journeys
    (everybody,) = read_handoffs_per_journey(run(handoffs_per_journey(journeys)))
    assert everybody.group == ()
    assert known(everybody.median).value == 2
    by_channel = read_handoffs_per_journey(run(handoffs_per_journey(journeys, ["channel"])), ["channel"])
    assert {one.group: (known(one.median).value, known(one.median).n) for one in by_channel} == {
        (WEB,): (2, 1),
        (PHONE,): (2, 1),
    }


@settings(max_examples=12, deadline=None)
@given(random_lakes())
def test_handoffs_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        """
        , passed AS (SELECT * FROM steps WHERE department <> next_department AND department * next_department <> 0),
        answered AS (
            SELECT *, coalesce(lead(next_department) OVER (PARTITION BY journey ORDER BY ts_us, seq) = department, false)
                AS returned
            FROM passed
        )
        SELECT department, next_department, count(DISTINCT entity_id) AS customers, count(DISTINCT journey) AS journeys,
            count(*) AS handoffs, sum(weight) AS weighted, sum(weight) FILTER (returned) AS returned,
            list(wait_us) AS waits, list(weight) AS weights
        FROM answered GROUP BY ALL
        """,
    )
    fast = found(lake)
    assert len(fast) == len(slow)
    for row in slow:
        handoff = fast[row["department"], row["next_department"]]
        assert (handoff.customers, handoff.journeys, handoff.handoffs) == (
            row["customers"],
            row["journeys"],
            row["handoffs"],
        )
        assert known(handoff.returned).value == pytest.approx((row["returned"] or 0) / row["weighted"])
        waits = list(zip(row["waits"], row["weights"], strict=True))
        assert known(handoff.wait_median).value == weighted_quantile(waits, 0.5) / HOUR


def settled(*, designed: frozenset[tuple[int, int]] = frozenset()) -> Handoff:
    """A claim goes from intake to assessment; Anna's is settled by the intake, Bernd's is reported once more."""
    lake = SmallLake()
    for customer, last in ((ANNA, PAY), (BERND, APPLY)):
        lake.contact(customer, APPLY, 0, department=SALES, journey_key=customer)
        lake.contact(customer, CALL, 5, department=LEGAL, journey_key=customer)
        lake.contact(customer, last, 9, department=SALES, journey_key=customer)
    rows = read_handoffs(run(handoffs(lake.transitions, designed)))
    return next(h for h in rows if (h.department, h.next_department) == (SALES, LEGAL))


def test_going_back_as_designed_is_no_ping_pong() -> None:
    designed = frozenset({(APPLY, CALL), (APPLY, PAY), (CALL, PAY)})
    assert known(settled().returned).value == 1
    assert known(settled(designed=designed).returned).value == 0.5
