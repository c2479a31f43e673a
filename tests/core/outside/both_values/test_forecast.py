"""Expected margin per customer: from cohorts that were observed, checked against what came, hidden where it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from tests.core.known import known
from tests.core.outside.small_lake import CALL, SmallLake, run

from leitstern.core.company.taxonomy import Earning, Persona, Taxonomy
from leitstern.core.outside.both_values.forecast import (
    Forecast,
    apart,
    enough,
    expected,
    forecast,
    length_of,
    months_to_check,
)
from leitstern.core.outside.both_values.kinds import by_persona
from leitstern.core.outside.both_values.ledger import Effort, Ledger, sentence
from leitstern.core.outside.both_values.margins import YEAR, Cohort, amounts, cohort, read_cohort
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.texts import Text

NAME = Text(en="It", de="Es")
EUR = Earning("EUR", revenue="revenue", margin_share=0.5)
AS_OF = date(2026, 6, 30)


def of(amounts_each: list[float]) -> Cohort:
    """Customers of weight 1 who brought this much each."""
    y = np.array(amounts_each)
    n = len(y)
    statistics = MeanStatistics(n, n, n, float(y.sum()), n, float((y * y).sum()), float(y.sum()))
    return Cohort(statistics, float(np.abs(y).max()))


def test_the_year_after_a_day_is_summed_per_customer_and_who_brought_nothing_counts() -> None:
    small = SmallLake()
    taxonomy = Taxonomy(company=NAME, time_zone="UTC", personas=(Persona(4, "a", NAME, (), "kind", "A"),))
    for who in range(1, 7):
        small.contact(who, CALL, 0, props='{"kind":"A","revenue":100}')  # the day itself is before the year
    small.contact(1, CALL, 48, props='{"revenue":10.5}')
    small.contact(1, CALL, 24 * 100, props='{"revenue":-2}')
    small.contact(2, CALL, 48, props='{"revenue":"3e1"}')
    small.contact(3, CALL, 48, props='{"revenue":"1.234,56"}')  # no number
    small.contact(4, CALL, 24 * 400, props='{"revenue":7}')  # too late
    small.contact(7, CALL, 48, props='{"revenue":9}')  # was no customer on that day
    day = date(2026, 3, 1)
    kinds = by_persona(small.contacts, taxonomy)
    found = read_cohort(run(cohort(small.contacts, kinds, EUR, day, YEAR)))
    assert set(found) == {4}
    assert found[4].n == 6
    assert (found[4].margin.total, found[4].largest) == (0.5 * (8.5 + 30), 15)
    [told] = run(amounts(small.contacts, EUR)).to_pylist()
    assert (told["day"], told["n"], told["unread"]) == (day, 11, 1)
    margin = replace(EUR, revenue="", margin="revenue", margin_share=0.0)
    assert read_cohort(run(cohort(small.contacts, kinds, margin, day, YEAR)))[4].margin.total == 38.5


def test_kinds_count_as_they_are_composed_today() -> None:
    then = {1: of([10.0, 12, 8, 10, 10, 10]), 2: of([100.0, 90, 110, 100, 100, 100])}
    now = {1: of([0.0] * 30), 2: of([0.0] * 10)}
    assert known(expected(then, now, None, AS_OF)).value == pytest.approx(32.5)
    assert known(expected(then, now, 2, AS_OF)).value == 100
    assert known(expected(then, then, None, AS_OF)).value == 55


def test_students_interval_of_one_kind() -> None:
    found = known(expected({1: of([8.0, 9, 10, 11, 12])}, {1: of([1.0])}, 1, AS_OF))
    assert (round(found.low, 3), round(found.high, 3)) == (8.493, 11.507)  # 10 ± 2.1318 · √(2.5 / 5)


def test_the_interval_holds_the_mean_as_often_as_it_says() -> None:
    rng = np.random.default_rng(11)
    held = 0
    for _ in range(400):
        then = {1: of(list(rng.gamma(2, 5, 40))), 2: of(list(rng.gamma(2, 20, 30)))}
        found = known(expected(then, {1: of([0.0] * 3), 2: of([0.0])}, None, AS_OF))
        held += found.low <= 0.75 * 10 + 0.25 * 40 <= found.high
    assert 0.85 < held / 400 < 0.95


def test_few_are_hidden_and_so_is_one_who_brought_nearly_all() -> None:
    few = {1: of([1.0, 2, 3, 4])}
    assert isinstance(expected(few, few, None, AS_OF), Missing)
    two = {1: of([1.0, 2, 3]), 2: of([4.0, 5])}
    assert known(expected(two, two, None, AS_OF)).n == 5  # together they are enough
    assert isinstance(expected(two, two, 1, AS_OF), Missing)
    one = expected({1: of([1.0] * 9 + [100])}, {1: of([1.0])}, None, AS_OF)
    assert isinstance(one, Missing)
    assert one.code == "one-dominates"
    none = expected({1: of([0.0] * 9)}, {1: of([0.0])}, None, AS_OF)
    assert isinstance(none, Missing)
    assert none.code == "no-amounts"
    assert isinstance(expected({}, {1: of([0.0] * 9)}, None, AS_OF), Missing)


def test_where_all_brought_the_same_it_is_not_certain_all_the_same() -> None:
    found = known(expected({1: of([5.0] * 10)}, {1: of([0.0])}, 1, AS_OF))
    assert found.low < 4.5 < found.value == 5 < found.high


def test_the_forecast_is_as_wide_as_its_check_was_off() -> None:
    year_ago, before, since = (
        {1: of([10.0, 11, 9, 10, 10])},
        {1: of([12.0, 13, 11, 12, 12])},
        {1: of([10.0, 11, 9, 10, 10])},
    )
    now = {1: of([0.0] * 8)}
    found = forecast(now, year_ago, (12, before, since), 1, AS_OF)
    assert found.check is not None
    assert (known(found.check.forecast).value, known(found.check.came).value) == (12, 10)
    assert known(found.check.error).value == 2
    assert found.check.off == pytest.approx(0.2)
    plain = known(forecast(now, year_ago, None, 1, AS_OF).margin)
    wide = known(found.margin)
    assert wide.high - wide.value == pytest.approx(np.hypot(plain.high - plain.value, 2.0))
    assert found.customers == 8
    assert forecast({1: of([0.0] * 4)}, year_ago, None, 1, AS_OF).customers is None
    hidden = forecast(now, year_ago, (12, {}, since), 1, AS_OF)
    assert hidden.check is not None
    assert isinstance(hidden.check.error, Missing)
    assert hidden.margin == forecast(now, year_ago, None, 1, AS_OF).margin


@pytest.mark.parametrize(
    ("days", "months"), [(100, 0), (360, 0), (366, 3), (730, 9), (912, 11), (913, 12), (4000, 12)]
)
def test_how_long_a_time_can_be_checked(days: int, months: int) -> None:
    assert months_to_check(AS_OF - timedelta(days=days), AS_OF) == months


def test_a_year_after_half_a_year_is_needed() -> None:
    assert enough(AS_OF - timedelta(days=545), AS_OF)
    assert not enough(AS_OF - timedelta(days=500), AS_OF)
    assert (length_of(12), length_of(6).days) == (YEAR, 183)


def test_the_difference_of_two_intervals() -> None:
    found = apart(Estimate(10, 7, 14, 5), Estimate(4, 0, 7, 6))
    assert (found.value, found.n) == (6, 11)
    assert (found.low, found.high) == (6 - np.hypot(3, 3), 6 + np.hypot(4, 4))


def ledger(persona: int, margin: Measured, more: Measured) -> Ledger:
    effort = Effort(10, more, more, more, more, more, more, more)
    return Ledger(persona, (), effort, Forecast(10, margin, None))


def sure(value: float) -> Estimate:
    return Estimate(value, value - 0.1, value + 0.1, 50)


def vague(value: float) -> Estimate:
    return Estimate(value, value - 9, value + 9, 50)


@pytest.mark.parametrize(
    ("margins", "efforts", "begins"),
    [
        (
            (sure(9), sure(3), sure(1)),
            (sure(2), sure(1), sure(1)),
            "We earn most with those who struggle most: One",
        ),
        (
            (sure(9), sure(3), sure(1)),
            (sure(0), sure(1), sure(1)),
            "We earn most with those who have it easiest: One",
        ),
        (
            (sure(9), sure(3), sure(1)),
            (sure(1), sure(2), sure(1)),
            "We earn most with one kind of customer (One), and another struggles most (Two)",
        ),
        (
            (sure(9), sure(3), sure(1)),
            (vague(9), sure(1), sure(1)),
            "We earn most with one kind of customer: One",
        ),
        (
            (vague(9), sure(3), sure(1)),
            (sure(2), sure(1), sure(1)),
            "One kind of customer struggles most: One",
        ),
        ((vague(9), sure(3), sure(1)), (vague(2), sure(1), sure(1)), "Whether we earn most"),
        (
            (sure(9), sure(9.05), sure(1)),
            (sure(2), sure(1), sure(1)),
            "One kind of customer struggles most: One",
        ),
    ],
)
def test_only_what_holds_for_sure_is_said(
    margins: tuple[Estimate, ...], efforts: tuple[Estimate, ...], begins: str
) -> None:
    names = {at: Text(en=name, de=name) for at, name in enumerate(("One", "Two", "Three"), start=1)}
    rows = [ledger(at, *both) for at, both in enumerate(zip(margins, efforts, strict=True), start=1)]
    assert sentence(rows, names).en.startswith(begins)


def test_one_kind_alone_is_set_beside_nothing() -> None:
    missing = Missing("x", NAME)
    rows = [ledger(1, sure(1), sure(1)), ledger(2, missing, sure(1)), ledger(3, sure(1), missing)]
    assert sentence(rows, {}).en.startswith("What customers get and what we get cannot")
