"""Which answers a selection takes, and how they are counted period by period."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, PAY, PHONE, WEB, SmallLake, run

from leitstern.core.company.taxonomy import JourneyMap, MapStep, Taxonomy, Touchpoint
from leitstern.core.outside.answered import (
    EVERY_ANSWER,
    Answered,
    scores_by_period,
    selected_answers,
    with_map,
)
from leitstern.core.texts import Text

NAME = Text(en="–", de="–")
SHOP = Taxonomy(
    company=NAME,
    time_zone="UTC",
    touchpoints=tuple(
        Touchpoint(code, slug, NAME, stage="", department="", channel="")
        for code, slug in ((APPLY, "apply"), (CALL, "call"), (PAY, "pay"))
    ),
    maps=(JourneyMap(1, "buying", NAME, steps=(MapStep("apply"), MapStep("pay"))),),
)
MONTH = 24 * 31


def shop() -> SmallLake:
    """Anna applies in March, Bernd calls in March, Cem applies in April; all answer about the call afterwards."""
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, channel=WEB, props='{"segment":"young"}')
    lake.contact(BERND, CALL, 0, channel=PHONE)
    lake.contact(CEM, APPLY, MONTH, channel=WEB)
    lake.answer(ANNA, CALL, 1, 5, channel=PHONE)
    lake.answer(BERND, CALL, 1, 3, channel=PHONE)
    lake.answer(CEM, PAY, MONTH + 1, 2, channel=WEB)
    return lake


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (EVERY_ANSWER, {ANNA, BERND, CEM}),
        (Answered(since=date(2026, 4, 1)), {CEM}),
        (Answered(until=date(2026, 3, 31)), {ANNA, BERND}),
        (Answered(touchpoint=CALL), {ANNA, BERND}),
        (Answered(channel=WEB), {CEM}),
        (Answered(map=1), {ANNA, CEM}),
        (Answered(trait=("segment", "young")), {ANNA}),
        (Answered(map=1, touchpoint=PAY), {CEM}),
    ],
)
def test_conditions_hold_together(selection: Answered, expected: set[int]) -> None:
    lake = shop()
    found = selected_answers(selection, lake.feedback, lake.contacts, lake.transitions, SHOP)
    assert set(run(found.select("entity_id"))["entity_id"].to_pylist()) == expected


def test_answers_are_on_the_journeys_they_belong_to() -> None:
    lake = shop()
    rows = run(with_map(lake.feedback, lake.contacts, lake.transitions, SHOP).select("entity_id", "map"))
    assert {(row["entity_id"], row["map"]) for row in rows.to_pylist()} == {(ANNA, 1), (CEM, 1)}


def test_a_scale_of_its_own_is_counted_on_its_own() -> None:
    lake = shop()
    lake.answer(ANNA, CALL, 2, 8, high=10.0, good_from=9.0)
    lake.answer(BERND, CALL, 2, 4, good_from=5.0)
    rows = run(scores_by_period(lake.feedback, "month")).to_pylist()
    found = {(row["high"], row["good_from"], row["period"]): (row["n"], row["good"]) for row in rows}
    assert found == {
        (5.0, 4.0, date(2026, 3, 1)): (2, 1.0),
        (5.0, 4.0, date(2026, 4, 1)): (1, 0.0),
        (5.0, 5.0, date(2026, 3, 1)): (1, 0.0),
        (10.0, 9.0, date(2026, 3, 1)): (1, 0.0),
    }
