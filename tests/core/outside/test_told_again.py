"""Told again: a share of what was recorded, never of what nobody asked."""

from __future__ import annotations

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, LEGAL, PAY, SALES, SERVICE, SmallLake, run
from tests.core.outside.test_breaks import SHOP

from leitstern.core.outside.breaks import breaks, read_breaks
from leitstern.core.outside.told_again import (
    NOT_RECORDED,
    Place,
    Recorded,
    ToldAgain,
    how_much_recorded,
    read_recorded,
    read_told_again,
    told_again,
)

YES, NO = '{"reason":"x","told_again":"yes"}', '{"told_again": "no"}'


def found(lake: SmallLake, place: Place) -> tuple[ToldAgain, ...]:
    return read_told_again(run(told_again(lake.transitions, lake.contacts, place)))


def after_a_letter() -> SmallLake:
    """Five apply and call service about it, four of them explaining again; a sixth calls and nobody recorded anything."""
    lake = SmallLake()
    for who in range(1, 7):
        lake.contact(who, APPLY, who)
        said = YES if who < 5 else NO if who == 5 else '{"note":"\\"told_again\\":\\"yes\\""}'
        lake.contact(who, CALL, who + 24, department=SERVICE, props=said)
    return lake


def test_the_share_is_one_of_what_was_recorded() -> None:
    lake = after_a_letter()
    (pair,) = found(lake, "touchpoint")
    assert (pair.before, pair.here, pair.customers, pair.contacts) == (APPLY, CALL, 5, 5)
    assert known(pair.share).value == pytest.approx(0.8)
    (passed,) = found(lake, "department")
    assert (passed.before, passed.here) == (SALES, SERVICE)
    asked = read_recorded(run(how_much_recorded(lake.transitions, lake.contacts)))
    assert asked == Recorded(contacts=6, recorded=5)


def test_where_it_happens_most_comes_first_and_unknown_places_prove_nothing() -> None:
    lake = after_a_letter()
    for who in range(1, 6):
        lake.contact(who, PAY, who + 48, department=LEGAL if who < 5 else 0, props=NO)
    assert [(each.before, each.here) for each in found(lake, "touchpoint")] == [(APPLY, CALL), (CALL, PAY)]
    assert known(found(lake, "touchpoint")[1].share).value == 0
    assert [each.contacts for each in found(lake, "department")] == [5, 4]


def test_per_hundred_journeys_stand_beside_the_breaks_where_it_is_recorded() -> None:
    lake = after_a_letter()
    (whole,) = read_breaks(run(breaks(lake.transitions, lake.contacts, SHOP)))
    told = known(whole.told_again)
    assert (whole.journeys, told.n) == (6, 5)
    assert told.value == pytest.approx(80)
    (buying,) = read_breaks(run(breaks(lake.transitions, lake.contacts, SHOP, ["map", "month"])))
    assert known(buying.told_again).value == pytest.approx(80)


def test_not_recorded_is_not_never() -> None:
    lake = SmallLake()
    lake.contact(1, APPLY, 1)
    lake.contact(1, CALL, 2)
    (whole,) = read_breaks(run(breaks(lake.transitions, lake.contacts, SHOP)))
    assert whole.told_again == NOT_RECORDED
    assert found(lake, "touchpoint") == ()
    assert read_recorded(run(how_much_recorded(lake.transitions, lake.contacts))) == Recorded(1, 0)
