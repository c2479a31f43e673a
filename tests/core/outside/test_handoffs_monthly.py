"""Handoffs per 100 journeys under way, month by month, never on fewer than five customers."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.outside.small_lake import CALL, PAY, SALES, SERVICE, SmallLake, run

from leitstern.core.outside.handoffs_monthly import HandoffMonth, handoffs_by_month, read_handoff_months

DAY = 24  # hours; the lake begins on 1 March 2026
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def found(lake: SmallLake) -> dict[date, HandoffMonth]:
    return {each.month: each for each in read_handoff_months(run(handoffs_by_month(lake.transitions)))}


def test_a_handoff_counts_in_its_month_and_a_journey_in_each_it_is_under_way() -> None:
    lake = SmallLake()
    for who in range(1, 6):
        lake.contact(who, CALL, who, department=SALES)
        lake.contact(who, PAY, who + 1, department=SERVICE)  # handed over in March
    lake.contact(1, CALL, 25 * DAY, department=SALES)  # and back, later in March
    for who in range(1, 6):
        lake.contact(who, CALL, 33 * DAY + who, department=SERVICE)  # nobody is handed over in April
    months = found(lake)
    assert months[MARCH].customers == months[APRIL].customers == 5
    # Five journeys in March, six handoffs, and one more from March into April, which counts where it began.
    assert months[MARCH].per_hundred == pytest.approx(100 * 7 / 5)
    assert months[APRIL].per_hundred == 0
    assert months[APRIL].error == pytest.approx(20)  # one of five could have been


def test_months_of_fewer_than_five_customers_are_left_out() -> None:
    lake = SmallLake()
    for who in range(1, 5):
        lake.contact(who, CALL, who, department=SALES)
        lake.contact(who, PAY, who + 1, department=SERVICE)
    assert found(lake) == {}
