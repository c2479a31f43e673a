"""What comes next after a touchpoint: by hand, and against a slow query over the raw contacts."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes, weighted_quantile
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, PAY, SmallLake, run

from leitstern.core.outside.flows import Flow, flows, read_flows
from leitstern.core.outside.quantiles import NOTHING_MEASURED
from leitstern.core.stats.estimate import Estimate


def bank() -> SmallLake:
    """Anna calls once before she pays, Bernd calls three times, Cem pays at once."""
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0)
    lake.contact(ANNA, CALL, 2)
    lake.contact(ANNA, PAY, 10)
    for hour in (1, 2, 3):
        lake.contact(BERND, CALL, hour)
    lake.contact(CEM, APPLY, 5)
    lake.contact(CEM, PAY, 6)
    return lake


def found(lake: SmallLake) -> dict[tuple[int, int | None], Flow]:
    return {
        (flow.touchpoint, flow.next_touchpoint): flow for flow in read_flows(run(flows(lake.transitions)))
    }


def test_counts_customers_journeys_and_contacts() -> None:
    flow = found(bank())[CALL, CALL]
    assert (flow.customers, flow.journeys, flow.contacts, flow.weighted) == (1, 1, 2, 2.0)


def test_the_share_is_of_the_contacts_at_the_touchpoint_and_knows_they_are_few_customers() -> None:
    flow = found(bank())[CALL, CALL]
    assert isinstance(flow.share, Estimate)
    assert flow.share.value == 2 / 4
    assert flow.share.n == 2  # Anna and Bernd
    assert flow.share.low < 0.2
    assert flow.share.high > 0.8


def test_shares_of_what_comes_next_add_up_to_one() -> None:
    here = [known(flow.share).value for (at, _), flow in found(bank()).items() if at == CALL]
    assert sum(here) == pytest.approx(1)


def test_a_journey_that_ends_has_no_wait() -> None:
    flow = found(bank())[PAY, None]
    assert flow.contacts == 2
    assert flow.wait_median == NOTHING_MEASURED


def test_waits_are_hours() -> None:
    flow = found(bank())[APPLY, CALL]
    assert isinstance(flow.wait_median, Estimate)
    assert (flow.wait_median.value, flow.wait_median.n) == (2.0, 1)


def test_the_interval_of_a_median_is_woodruffs() -> None:
    """Of 25 waits of 1…25 hours: ranks 12.5 ± 1.645·√(25·¼), so the 9th and the 17th."""
    lake = SmallLake()
    for customer in range(1, 26):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, PAY, customer)
    wait = found(lake)[APPLY, PAY].wait_median
    assert isinstance(wait, Estimate)
    assert (wait.low, wait.value, wait.high) == (9, 13, 17)
    assert 12.5 - 1.645 * sqrt(25 / 4) == pytest.approx(8.39, abs=0.01)


def test_a_weight_counts_like_so_many_customers() -> None:
    lake = SmallLake()
    for customer, hours, weight in ((ANNA, 1, 3.0), (BERND, 50, 1.0), (CEM, 60, 1.0)):
        lake.contact(customer, APPLY, 0, weight=weight)
        lake.contact(customer, PAY, hours, weight=weight)
    flow = found(lake)[APPLY, PAY]
    assert isinstance(flow.wait_median, Estimate)
    assert flow.wait_median.value == 1
    assert flow.weighted == 5


def test_half_of_the_weight_is_half_whatever_its_last_digit() -> None:
    """Three times 0.3 is a little less than half of six times 0.3, as computers add."""
    lake = SmallLake()
    for customer in range(1, 7):
        lake.contact(customer, APPLY, 0, weight=0.3)
        lake.contact(customer, PAY, customer, weight=0.3)
    assert known(found(lake)[APPLY, PAY].wait_median).value == 3


def test_an_empty_lake_flows_nowhere() -> None:
    assert read_flows(run(flows(SmallLake().transitions))) == ()


@settings(max_examples=12, deadline=None)
@given(random_lakes())
def test_flows_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        """
        SELECT touchpoint, next_touchpoint, count(DISTINCT entity_id) AS customers,
               count(DISTINCT journey) AS journeys, count(*) AS contacts, sum(weight) AS weighted,
               list(wait_us) AS waits, list(weight) AS weights
        FROM steps GROUP BY ALL
        """,
    )
    fast = found(lake)
    assert len(fast) == len(slow)
    for row in slow:
        flow = fast[row["touchpoint"], row["next_touchpoint"]]
        assert (flow.customers, flow.journeys, flow.contacts) == (
            row["customers"],
            row["journeys"],
            row["contacts"],
        )
        assert flow.weighted == pytest.approx(row["weighted"])
        if row["next_touchpoint"] is not None:
            waits = list(zip(row["waits"], row["weights"], strict=True))
            assert known(flow.wait_median).value == weighted_quantile(waits, 0.5) / 3_600_000_000
            assert known(flow.wait_p90).value == weighted_quantile(waits, 0.9) / 3_600_000_000
