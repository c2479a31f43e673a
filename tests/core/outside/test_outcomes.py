"""Whether customers have contact again, leave or trust, before a day and after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, OFFER, PAY, START_US, SmallLake, run
from tests.core.outside.test_breaks import SHOP

from leitstern.core.company.facets import Facet
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.outcomes import (
    DAY_US,
    NOT_ASKED,
    NOTHING_MARKED,
    Fate,
    Of,
    Span,
    beside,
    lasted,
    leaving,
    read_lasted,
    read_trusting,
    spans,
    trusting,
    why_not,
)
from leitstern.core.stats.estimate import Estimate, Measured
from leitstern.core.texts import Text

FIRST = date(2026, 3, 1)
YEAR = Span(FIRST, FIRST + timedelta(days=364))
ALL = Of()
DAY = 24


def found(lake: SmallLake, fate: Fate, whose: Of = ALL, span: Span = YEAR) -> Measured:
    until = START_US + ((span.until - FIRST).days + 1) * DAY_US
    asked = lasted(lake.transitions, lake.contacts, fate, whose, span, until, (OFFER,))
    return read_lasted(run(asked))


def twenty() -> SmallLake:
    """Twenty who apply: eight have contact again after forty days, four leave after ten, one of whom comes back later."""
    lake = SmallLake()
    for who in range(1, 21):
        red = '{"kind":"red"}' if who % 2 else None
        lake.contact(who, APPLY, who / 100, journey_key=who, props=red)
        if who <= 8:
            lake.contact(who, CALL, 40 * DAY, journey_key=100 + who)
        if 8 < who <= 12:
            lake.contact(who, OFFER, 10 * DAY, journey_key=who)
        if who == 12:
            lake.contact(who, CALL, 20 * DAY, journey_key=100 + who)
    return lake


def test_how_many_have_contact_again_and_how_many_leave() -> None:
    assert known(found(twenty(), Fate.AGAIN)).value == pytest.approx(
        8 / 20
    )  # who left is no more there to come back
    left = known(found(twenty(), Fate.LEAVING))
    assert left.value == pytest.approx(4 / 20)
    assert left.n == 20
    assert 0 < left.low < left.value < left.high < 1


def test_of_customers_with_a_trait_or_on_a_journey() -> None:
    assert known(found(twenty(), Fate.AGAIN, Of(trait=("kind", "red")))).n == 10
    assert known(found(twenty(), Fate.AGAIN, Of(start=APPLY))).value == pytest.approx(8 / 20)
    assert found(twenty(), Fate.AGAIN, Of(start=PAY)) == TOO_FEW_CUSTOMERS


def test_who_has_not_been_there_long_enough_counts_as_long_as_they_were() -> None:
    short = Span(FIRST, FIRST + timedelta(days=29))
    cut = known(found(twenty(), Fate.AGAIN, span=short))
    assert (cut.value, cut.low) == (0, 0)  # the contacts after forty days lie outside
    assert 0 < cut.high < 0.2
    assert known(found(twenty(), Fate.LEAVING, span=short)).value == pytest.approx(4 / 20)


def test_both_spans_are_equally_long_and_at_most_a_year() -> None:
    begun = FIRST + timedelta(days=100)
    before, after = spans(begun, FIRST, begun + timedelta(days=500)) or (YEAR, YEAR)
    assert (before.since, before.until) == (FIRST, begun - timedelta(days=1))
    assert (after.since, after.until) == (begun, begun + timedelta(days=99))
    assert spans(begun, FIRST, begun + timedelta(days=88)) is None
    long = spans(FIRST + timedelta(days=900), FIRST, FIRST + timedelta(days=2000))
    assert long
    assert (long[1].until - long[1].since).days == 364


def test_trust_is_the_share_who_agree_with_that_statement() -> None:
    lake = SmallLake()
    for who in range(1, 11):
        lake.contact(who, APPLY, who, journey_key=who)
        lake.answer(who, APPLY, who + 1, 5 if who < 7 else 2, facet="trust", journey_key=who)
        lake.answer(who, APPLY, who + 1, 1, journey_key=who)
    asked = trusting(lake.feedback, lake.transitions, lake.contacts, Of(start=APPLY), YEAR)
    assert known(read_trusting(run(asked))).value == pytest.approx(0.6)
    nobody = trusting(lake.feedback, lake.transitions, lake.contacts, Of(trait=("kind", "red")), YEAR)
    assert read_trusting(run(nobody)) == TOO_FEW_CUSTOMERS


def test_the_change_is_an_association() -> None:
    told = beside(Estimate(0.2, 0.1, 0.3, 50), Estimate(0.5, 0.4, 0.6, 60))
    change = known(told.change)
    assert (round(change.value, 9), change.grade, change.n) == (0.3, "association", 110)
    assert beside(TOO_FEW_CUSTOMERS, told.after).change == TOO_FEW_CUSTOMERS


def test_what_the_taxonomy_cannot_tell_is_said() -> None:
    assert why_not(Fate.AGAIN, SHOP) is None
    assert why_not(Fate.LEAVING, SHOP) == NOTHING_MARKED
    assert why_not(Fate.TRUST, SHOP) == NOT_ASKED
    goes = replace(SHOP, touchpoints=(replace(SHOP.touchpoints[0], leaving=True), *SHOP.touchpoints[1:]))
    assert (leaving(goes), why_not(Fate.LEAVING, goes)) == ((APPLY,), None)
    name = Text(en="Trust", de="Vertrauen")
    assert why_not(Fate.TRUST, replace(SHOP, facets=(Facet("trust", name, name),))) is None
