"""Which journeys a selection takes, and what customers can be told apart by."""

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
    PHONE,
    SALES,
    SERVICE,
    WEB,
    SmallLake,
    run,
)

from leitstern.core.outside.selection import EVERYTHING, Selection, selected_journeys, selected_transitions
from leitstern.core.outside.traits import read_trait_values, trait_values


def bank() -> SmallLake:
    """Anna applies on the web in March and calls; Bernd calls in March; Cem pays in May, on the web."""
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, channel=WEB, department=SALES, props='{"segment":"young","calls":3}')
    lake.contact(ANNA, CALL, 2, channel=PHONE, department=SERVICE, props='{"calls":31}')
    lake.contact(BERND, CALL, 3, channel=PHONE, department=SERVICE, props='{"segment":"young at heart"}')
    lake.contact(CEM, PAY, 24 * 61, channel=WEB, department=SALES)
    return lake


def people(selection: Selection) -> set[int]:
    lake = bank()
    found = selected_journeys(selection, lake.journeys, lake.transitions, lake.contacts)
    return set(run(found.select("person"))["person"].to_pylist())


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (EVERYTHING, {ANNA, BERND, CEM}),
        (Selection(since=date(2026, 3, 1), until=date(2026, 3, 31)), {ANNA, BERND}),
        (Selection(since=date(2026, 5, 1)), {CEM}),
        (Selection(channel=WEB), {ANNA, CEM}),  # begun by: Bernd's journey has no contact on the web
        (Selection(touchpoint=CALL), {ANNA, BERND}),
        (Selection(department=SERVICE), {ANNA, BERND}),
        (Selection(trait=("segment", "young")), {ANNA}),  # not whoever is young at heart
        (Selection(trait=("calls", "3")), {ANNA}),
        (Selection(trait=("calls", "1")), set()),  # 31 is not 1, nor is 3
        (Selection(channel=WEB, touchpoint=CALL), {ANNA}),  # all conditions hold
        (Selection(touchpoint=PAY, until=date(2026, 4, 30)), set()),
    ],
)
def test_conditions(selection: Selection, expected: set[int]) -> None:
    assert people(selection) == expected


def test_a_journey_counts_as_a_whole() -> None:
    lake = bank()
    rows = run(selected_transitions(Selection(channel=WEB), lake.journeys, lake.transitions, lake.contacts))
    assert sorted(rows["touchpoint"].to_pylist()) == [APPLY, CALL, PAY]


def test_a_value_with_quotes_and_signs_of_its_own_is_found_as_it_was_written() -> None:
    lake = SmallLake()
    lake.contact(ANNA, CALL, 0, props='{"a \\"name\\"":"50 % [x] _"}')
    found = selected_journeys(
        Selection(trait=('a "name"', "50 % [x] _")), lake.journeys, lake.transitions, lake.contacts
    )
    assert run(found)["person"].to_pylist() == [ANNA]


def test_values_of_five_customers_are_offered_and_no_others() -> None:
    lake = SmallLake()
    for who in range(1, 7):
        lake.contact(who, CALL, who, props=f'{{"plan":"{"gold" if who < 6 else "rare"}","n":{who}}}')
    assert read_trait_values(run(trait_values(lake.contacts, "plan"))) == ("gold",)
    assert read_trait_values(run(trait_values(lake.contacts, "n"))) == ()
    assert read_trait_values(run(trait_values(lake.contacts, "unknown"))) == ()


def test_what_has_too_many_values_tells_contacts_apart_and_not_customers() -> None:
    lake = SmallLake()
    for value in range(31):
        for who in range(1, 6):
            lake.contact(who, CALL, value, props=f'{{"number":{value}}}')
    assert read_trait_values(run(trait_values(lake.contacts, "number"))) == ()


def test_a_property_written_with_blanks_and_commas_is_read_as_a_whole() -> None:
    lake = SmallLake()
    for who in range(1, 6):
        lake.contact(who, CALL, who, props='{"a": 1, "wish": "Call back, please, \\"soon\\""}')
    assert read_trait_values(run(trait_values(lake.contacts, "wish"))) == ('Call back, please, "soon"',)
    assert read_trait_values(run(trait_values(lake.contacts, "a"))) == ("1",)
