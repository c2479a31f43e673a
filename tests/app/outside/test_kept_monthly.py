"""What a principle is counted by without asking anybody: the months add up to what the pages say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.kept_monthly import (
    KeptMonth,
    firsts_by_month,
    promises_by_month,
    read_kept_months,
)
from leitstern.core.outside.periods import after

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published

type Months = dict[int, tuple[KeptMonth, ...]]


@pytest.fixture
def found(published: Published) -> tuple[Months, Months]:
    """Promises and first contacts, by touchpoint code."""
    with published.reader() as reader:
        promises = reader.run(promises_by_month(reader.table("promises"), published.as_of))
        firsts = reader.run(firsts_by_month(reader.table("transitions")))
    span = (published.first_date, published.as_of)
    return read_kept_months(promises, *span), read_kept_months(firsts, *span)


def test_shares_are_those_of_the_whole_time_within_a_few_points(
    published: Published, found: tuple[Months, Months]
) -> None:
    from leitstern.app.outside.queries import all_repeats

    again = {each.touchpoint: each.of_contacts for each in all_repeats(published)}
    code = next(each.code for each in published.taxonomy.touchpoints if each.slug == "call_help")
    months = found[1][code]
    kept, cases = sum(each.kept for each in months), sum(each.cases for each in months)
    assert cases > 200
    assert 1 - kept / cases == pytest.approx(again[code].value, abs=0.05)  # type: ignore[union-attr]


def test_only_whole_months_of_five_customers_or_more(
    published: Published, found: tuple[Months, Months]
) -> None:
    for months in found:
        assert months
        for series in months.values():
            for each in series:
                assert 0 <= each.kept <= each.cases
                assert each.cases >= FEWEST
                assert published.first_date <= each.month
                assert after(each.month, "month") - timedelta(days=1) <= published.as_of


def test_a_principle_reads_them(published: Published) -> None:
    from leitstern.app.practice.product import contact_tallies
    from leitstern.core.bridge.practice.terms import Source

    cards = contact_tallies(Source.PROMISES, "card_delivery")
    assert {each.unit for each in cards} == {"operations"}
    assert sum(each.cases for each in cards) > 50
    assert contact_tallies(Source.REPEATS, "nowhere") == []
