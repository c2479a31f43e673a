"""Completed journeys with and without breaks, and what follows from them at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, LEGAL, PAY, SALES, SmallLake, run
from tests.core.outside.test_breaks import SHOP

from leitstern.core.company.money import Money
from leitstern.core.company.taxonomy import JourneyMap, MapStep, Taxonomy, Worth
from leitstern.core.outside.completion import (
    Amount,
    Completion,
    completion,
    needed,
    read_completion,
    span,
)
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.texts import Text

NAME = Text(en="It", de="Es")
WORTH = Worth(Money(10_000, "EUR"), NAME)
STEPS = (MapStep("apply"), MapStep("call", optional=True, repeatable=True), MapStep("pay"))
ORDERING = JourneyMap(1, "ordering", NAME, STEPS)
ORDERS = replace(SHOP, maps=(ORDERING, JourneyMap(2, "calling", NAME, (MapStep("call"),))))
TODAY = date(2026, 7, 1)
DAY = 24


def found(lake: SmallLake, taxonomy: Taxonomy = ORDERS, as_of: date = TODAY) -> list[Completion]:
    asked = completion(lake.transitions, lake.contacts, taxonomy, as_of)
    return [] if asked is None else list(read_completion(run(asked), as_of))


def orders(broken_paid: int, told: str | None = None) -> SmallLake:
    """Twenty who apply and pay; twenty who apply, apply once more after two days, of whom so many pay."""
    lake = SmallLake()
    for who in range(1, 21):
        lake.contact(who, APPLY, who, journey_key=who)
        lake.contact(who, PAY, who + 20 * DAY, journey_key=who, props=told)
    for who in range(21, 41):
        lake.contact(who, APPLY, who, journey_key=who)
        lake.contact(who, APPLY, who + 2 * DAY, journey_key=who)
        if who < 21 + broken_paid:
            lake.contact(who, PAY, who + 9 * DAY, journey_key=who)
    return lake


def test_those_with_breaks_are_completed_less_often_and_that_is_worth_so_much_at_most() -> None:
    (order,) = found(orders(broken_paid=8))
    assert (order.map, order.journeys, order.broken_journeys) == (1, 40, 20)
    assert (known(order.whole).value, known(order.broken).value) == (1, 0.4)
    assert known(order.difference).value == pytest.approx(0.6)
    assert order.lacking
    most = order.at_most(WORTH)
    assert isinstance(most, Amount)
    assert most.value == Money(120_000, "EUR")  # twelve of twenty at 100 each
    assert most.low.minor < most.value.minor < most.high.minor
    assert order.at_most(None) is None


def test_nothing_follows_where_the_difference_is_not_sure() -> None:
    (order,) = found(orders(broken_paid=20))
    assert known(order.difference).value == pytest.approx(0)
    assert not order.lacking
    assert order.at_most(WORTH) is None


def test_a_break_after_the_end_or_where_the_map_allows_for_it_is_none() -> None:
    lake = SmallLake()
    for who in range(1, 7):
        lake.contact(who, APPLY, who, journey_key=who)
        lake.contact(who, CALL, who + DAY, journey_key=who)
        lake.contact(who, CALL, who + 2 * DAY, journey_key=who)
        lake.contact(who, PAY, who + 5 * DAY, journey_key=who)
        lake.contact(who, PAY, who + 6 * DAY, journey_key=who, department=LEGAL)
    (order,) = found(lake)
    assert (order.journeys, order.broken_journeys) == (6, 0)
    assert order.broken == order.difference == TOO_FEW_CUSTOMERS


@pytest.mark.parametrize(("props", "broken"), [('{"told_again":"yes"}', 40), ('{"told_again":"no"}', 20)])
def test_what_had_to_be_told_again_is_a_break_where_it_is_recorded(props: str, broken: int) -> None:
    (order,) = found(orders(broken_paid=8, told=props))
    assert order.broken_journeys == broken


def test_a_handoff_that_no_map_foresees_is_a_break() -> None:
    lake = SmallLake()
    for who in range(1, 7):
        lake.contact(who, APPLY, who, journey_key=who, department=SALES)
        lake.contact(who, CALL, who + DAY, journey_key=who, department=LEGAL)
        lake.contact(who, PAY, who + 5 * DAY, journey_key=who, department=LEGAL)
    direct = replace(ORDERS, maps=(replace(ORDERING, steps=(STEPS[0], STEPS[2])),))
    assert found(lake, direct)[0].broken_journeys == 6
    assert found(lake)[0].broken_journeys == 0  # the map has the call after the application


def test_only_journeys_whose_time_is_over_count_and_a_late_end_is_none() -> None:
    lake = orders(broken_paid=8)
    assert found(lake, as_of=date(2026, 4, 1)) == []
    assert span(TODAY) == (date(2025, 4, 3), date(2026, 4, 2))
    for who in range(41, 47):
        lake.contact(who, APPLY, who, journey_key=who)
        lake.contact(who, PAY, who + 91 * DAY, journey_key=who)
    (order,) = found(lake)
    assert known(order.whole).value == pytest.approx(20 / 26)


def test_a_map_with_one_needed_step_is_completed_as_it_begins_and_says_nothing() -> None:
    assert needed(ORDERS.maps[1], ORDERS) == (CALL,)
    assert found(orders(8), replace(ORDERS, maps=ORDERS.maps[1:])) == []
