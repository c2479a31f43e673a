"""A designed journey beside what a handful of customers lived, counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, OFFER, PAY, THANKS, SmallLake, run

from leitstern.core.company.taxonomy import JourneyMap, MapStep, Stage, Taxonomy, Touchpoint
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.map_answers import (
    of_journeys,
    pains,
    read_pains,
    read_step_waits,
    step_waits,
)
from leitstern.core.outside.map_draft import proposals
from leitstern.core.outside.map_fit import MapFit, designed, on_map, read_fit, ways_along
from leitstern.core.outside.map_words import sentence, would_be
from leitstern.core.outside.variants import read_variants, variants
from leitstern.core.outside.ways_beside import encode
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = Text(en="It", de="Es")
POINTS = {APPLY: "apply", CALL: "call", PAY: "pay", THANKS: "thanks", OFFER: "offer"}
BUYING = JourneyMap(1, "buying", NAME, (MapStep("apply"), MapStep("pay"), MapStep("thanks", optional=True)))
SHOP = Taxonomy(
    company=NAME,
    time_zone="UTC",
    stages=(Stage(1, "buy", NAME),),
    touchpoints=tuple(
        Touchpoint(code, slug, Text(slug, slug), "buy", "sales") for code, slug in POINTS.items()
    ),
    maps=(BUYING,),
)
LATER = date(2026, 6, 1)


STRAIGHT, CALLING, GIVEN_UP = (APPLY, PAY), (APPLY, CALL, PAY), (APPLY,)
ALL_WAYS = [STRAIGHT] * 10 + [CALLING] * 10 + [GIVEN_UP] * 10


def found(ways: Sequence[tuple[int, ...]], journey_map: JourneyMap = BUYING) -> MapFit:
    """One journey per customer, all of them over."""
    rows = [
        {"path": encode(way), "person": who, "over": 1, "journeys": 1, "weight": 1.0}
        for who, way in enumerate(ways)
    ]
    schema = pa.schema(
        [
            ("path", pa.string()),
            ("person", pa.int64()),
            ("over", pa.int8()),
            ("journeys", pa.int64()),
            ("weight", pa.float64()),
        ]
    )
    return read_fit(pa.Table.from_pylist(rows, schema=schema), designed(journey_map, SHOP), LATER)


def lake_of(ways: Sequence[tuple[int, ...]]) -> SmallLake:
    """The same as contacts, a day between each."""
    lake = SmallLake()
    for who, way in enumerate(ways, 1):
        for at, touchpoint in enumerate(way):
            lake.contact(who, touchpoint, 24 * at)
    return lake


def counted(lake: SmallLake, as_of: date = LATER, journey_map: JourneyMap = BUYING) -> MapFit:
    """The whole way from the lake."""
    rows = run(ways_along(on_map(lake.journeys, journey_map, SHOP), as_of, 30))
    return read_fit(rows, designed(journey_map, SHOP), as_of)


def test_fit_is_the_share_of_steps_both_designed_and_lived() -> None:
    fit = found(ALL_WAYS)
    assert known(fit.fit).value == pytest.approx((1 + 2 / 3 + 1 / 2) / 3)
    assert known(fit.exact).value == pytest.approx(1 / 3)
    assert known(fit.exact).n == 30
    assert (fit.customers, fit.journeys, fit.open) == (30, 30, 0)


def test_each_step_is_met_displaced_or_skipped() -> None:
    apply, pay, thanks = found(ALL_WAYS).steps
    assert [known(apply.met).value, known(apply.skipped).value] == [1, 0]
    assert [round(known(share).value, 3) for share in (pay.met, pay.displaced, pay.skipped)] == [
        0.667,
        0,
        0.333,
    ]
    assert known(thanks.skipped).value == 1


def test_what_nobody_designed_is_told_with_its_place_and_share() -> None:
    apply = found(ALL_WAYS).steps[0]
    (call,) = apply.detours
    assert (call.touchpoint, call.customers) == (CALL, 10)
    assert known(call.share).value == pytest.approx(1 / 3)
    assert known(apply.between).value == pytest.approx(1 / 3)


def test_nothing_about_fewer_than_five_nor_anything_it_could_be_worked_out_from() -> None:
    fit = found([STRAIGHT] * 20 + [CALLING] * 3 + [GIVEN_UP] * 2)
    apply, pay, _ = fit.steps
    assert (apply.between, apply.detours) == (TOO_FEW_CUSTOMERS, ())
    assert (pay.met, pay.skipped) == (TOO_FEW_CUSTOMERS,) * 2
    few = found([STRAIGHT] * 4)
    assert few.fit is few.exact is few.steps[0].met is TOO_FEW_CUSTOMERS


def test_hiding_takes_no_more_than_it_needs() -> None:
    calling = JourneyMap(1, "buying", NAME, (MapStep("apply"), MapStep("call"), MapStep("pay")))
    call = found([STRAIGHT] * 3 + [CALLING] * 20 + [(APPLY, PAY, CALL)] * 8, calling).steps[1]
    assert (call.skipped, call.displaced) == (TOO_FEW_CUSTOMERS,) * 2
    assert known(call.met).value == pytest.approx(20 / 31)
    assert known(call.met).n == 31


def test_journeys_under_way_are_not_judged_yet_but_one_without_end_is() -> None:
    lake = lake_of([STRAIGHT] * 6)
    under_way = counted(lake, date(2026, 3, 20))
    assert (under_way.open, under_way.journeys) == (6, 0)
    assert isinstance(under_way.fit, Missing)
    for week in range(16):
        lake.contact(50, APPLY if week == 0 else OFFER, 168 * week)
    lake.contact(51, OFFER, 0)
    fit = counted(lake, date(2026, 6, 25))
    assert (fit.open, fit.journeys) == (0, 7)


def test_nobody_on_a_map_and_a_map_of_what_is_no_more() -> None:
    gone = JourneyMap(3, "gone", NAME, (MapStep("closed"), MapStep("apply")))
    fit = counted(lake_of([STRAIGHT]), journey_map=gone)
    assert (fit.customers, fit.open) == (0, 0)
    assert isinstance(fit.fit, Missing)
    assert "Fewer than five" in sentence(gone, fit, SHOP).en


def test_the_sentence_says_what_departs_most() -> None:
    said = sentence(BUYING, found(ALL_WAYS), SHOP)
    assert "33 [" in said.en
    assert "“pay” is missing from 33 of 100" in said.en
    assert "After “apply”, 33 of 100 journeys meet “call”" in said.en
    assert "Nothing departs" in sentence(BUYING, found([STRAIGHT] * 10), SHOP).en
    turned = JourneyMap(4, "turned", NAME, (MapStep("pay"), MapStep("call", optional=True), MapStep("apply")))
    assert "out of order in 100 of 100" in sentence(turned, found([STRAIGHT] * 10, turned), SHOP).en


def test_a_preview_says_what_a_change_does_to_the_fit() -> None:
    what, now = Text("1 step added", "1 Schritt hinzugefügt"), found(ALL_WAYS)
    with_call = JourneyMap(
        1, "buying", NAME, (BUYING.steps[0], MapStep("call", optional=True), *BUYING.steps[1:])
    )
    after = found(ALL_WAYS, with_call)
    assert would_be(what, now, after).en == "1 step added; fit would be 83 instead of 72 of 100."
    assert would_be(what, None, after).de == "1 Schritt hinzugefügt; die Passung wäre 83 von 100."
    assert "fewer than five" in would_be(what, now, found([])).en


def test_waits_run_from_step_to_step() -> None:
    lake = lake_of([STRAIGHT] * 10 + [CALLING] * 10)
    waited = step_waits(lake.transitions, designed(BUYING, SHOP))
    assert waited is not None
    median, p90 = read_step_waits(run(waited))[0]
    assert (known(median).value, known(p90).value, known(median).n) == (24, 48, 20)
    assert step_waits(lake.transitions, designed(JourneyMap(1, "a", NAME, (MapStep("apply"),)), SHOP)) is None
    assert read_step_waits(None) == {}
    few = step_waits(lake_of([STRAIGHT] * 4).transitions, designed(BUYING, SHOP))
    assert few is not None
    assert read_step_waits(run(few))[0] == (TOO_FEW_CUSTOMERS,) * 2


def test_answers_of_the_map_are_those_of_its_journeys() -> None:
    lake = lake_of([STRAIGHT] * 2)
    lake.contact(99, OFFER, 0)
    lake.answer(99, OFFER, 1, 1)
    lake.answer(1, PAY, 25, 5)
    journeys = on_map(lake.journeys, BUYING, SHOP)
    kept = run(of_journeys(lake.feedback, journeys, lake.contacts, lake.transitions)).to_pylist()
    assert [row["entity_id"] for row in kept] == [1]


def test_pains_are_told_in_customers_words_once_five_wrote() -> None:
    lake = SmallLake()
    for who in range(1, 7):
        lake.answer(who, PAY, who, 1, comment="It took weeks.", language="en")
    lake.answer(7, PAY, 7, 2, comment="Nobody called, nobody wrote, and then the money was gone for a month.")
    lake.answer(8, PAY, 8, 5, comment="Lovely.")
    for who in range(1, 4):
        lake.answer(who, CALL, who, 1, comment="Three times the same question.")
    (pay,) = read_pains(run(pains(lake.feedback, [PAY, CALL])))
    assert (pay.touchpoint, pay.customers) == (PAY, 7)
    assert [(each.comment[:8], each.language, each.customers) for each in pay.words] == [
        ("It took ", "en", 6),
        ("Nobody c", "", None),
    ]


def test_a_draft_follows_the_commonest_way_where_no_map_begins() -> None:
    lake = lake_of([STRAIGHT] * 5)
    for who in range(200, 212):
        way = (OFFER, CALL, CALL, PAY) if who < 207 else (OFFER, PAY)
        for at, touchpoint in enumerate(way):
            lake.contact(who, touchpoint, at)
    ranked = read_variants(run(variants(lake.journeys, 20))).variants
    (draft,) = proposals(ranked, SHOP)
    assert draft.steps == (
        MapStep("offer"),
        MapStep("call", optional=True, repeatable=True),
        MapStep("pay"),
    )
    assert draft.customers == 7
