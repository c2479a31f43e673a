"""Where customers are passed on, and where they only turn up afterwards."""

from __future__ import annotations

from dataclasses import replace

from tests.core.outside.small_lake import ANNA, BERND, CALL, PAY, SALES, SERVICE, THANKS, SmallLake, run
from tests.core.outside.test_milestones import BANK, NAME

from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.outside.cases import designed_steps, within_cases, without_case
from leitstern.core.outside.handoffs import handoffs, read_handoffs


def lake() -> SmallLake:
    """Anna's case goes from sales to service; Bernd calls service ten days after he paid."""
    lake = SmallLake()
    lake.contact(ANNA, PAY, 0, department=SALES, journey_key=7)
    lake.contact(ANNA, CALL, 1, department=SERVICE, journey_key=7)
    lake.contact(BERND, PAY, 0, department=SALES)
    lake.contact(BERND, CALL, 240, department=SERVICE)
    return lake


def test_only_cases_are_handed_on() -> None:
    rows = lake()
    (passed,) = read_handoffs(run(handoffs(within_cases(rows.transitions, rows.contacts))))
    (afterwards,) = read_handoffs(run(handoffs(without_case(rows.transitions, rows.contacts))))
    assert (passed.customers, afterwards.customers) == (1, 1)
    assert [run(within_cases(rows.journeys, rows.contacts))["person"].to_pylist()] == [[ANNA]]
    assert [run(without_case(rows.journeys, rows.contacts))["person"].to_pylist()] == [[BERND]]


def test_every_step_belongs_to_one_of_both() -> None:
    rows = lake()
    parts = [run(part(rows.transitions, rows.contacts))["seq"] for part in (within_cases, without_case)]
    assert sorted(seq for part in parts for seq in part.to_pylist()) == [1, 2, 3, 4]


def test_a_map_designs_every_step_forward_and_none_back() -> None:
    steps = ("final_payment", "thank_you", "call", "somewhere_unknown")
    designed = JourneyMap(1, "end", NAME, tuple(MapStep(slug) for slug in steps))
    assert designed_steps(replace(BANK, maps=(designed,))) == {(PAY, THANKS), (PAY, CALL), (THANKS, CALL)}
    assert designed_steps(BANK) == frozenset()
