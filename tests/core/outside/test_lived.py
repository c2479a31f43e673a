"""The lived share that every gap is measured against."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.outside.small_lake import ANNA, BERND, CALL, CEM, DORA, PAY, SmallLake, run

from leitstern.core.outside.lived import Lived, lived_statistics, lived_statistics_by_period, read_lived
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY

TODAY = date(2026, 6, 1)
DAY = 24


def found(lake: SmallLake, as_of: date = TODAY) -> dict[tuple[int, str], Lived]:
    statistics = read_lived(run(lived_statistics(lake.feedback, lake.promises, as_of)))
    return {(lived.touchpoint, lived.facet): lived for lived in statistics}


def test_from_good_from_on_an_answer_agrees() -> None:
    lake = SmallLake()
    for customer, value in ((ANNA, 5), (BERND, 4), (CEM, 3), (DORA, 1)):
        lake.answer(customer, CALL, 0, value)
    lived = found(lake)[CALL, "satisfied"]
    assert (lived.agreement.n, lived.agreement.share) == (4, 0.5)


def test_who_answers_ten_times_is_one_customer() -> None:
    lake = SmallLake()
    for hour in range(10):
        lake.answer(ANNA, CALL, hour, 5)
    lake.answer(BERND, CALL, 0, 1)
    agreement = found(lake)[CALL, "satisfied"].agreement
    assert (agreement.n, agreement.answers, agreement.weight2) == (2, 11, 101)
    assert agreement.effective_n < 2


def test_depth_is_how_far_the_others_fall_short() -> None:
    lake = SmallLake()
    for customer, value in ((ANNA, 5), (BERND, 3), (CEM, 1)):
        lake.answer(customer, CALL, 0, value)
    lived = found(lake)[CALL, "satisfied"]
    assert lived.shortfall.n == 2
    assert isinstance(lived.depth, Estimate)
    assert lived.depth.value == pytest.approx((1 / 3 + 3 / 3) / 2)
    assert (lived.worst.n, lived.worst.share) == (2, 0.5)


def test_where_all_agree_there_is_no_depth() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 5)
    assert found(lake)[CALL, "satisfied"].depth == NOBODY


def test_promises_are_lived_in_time_or_not() -> None:
    lake = SmallLake()
    lake.promise(ANNA, PAY, 0, 2 * DAY, 2 * DAY)
    lake.promise(BERND, PAY, 0, 2 * DAY, 3 * DAY)
    lake.promise(CEM, PAY, 0, 2 * DAY, None)
    lake.promise(DORA, PAY, 0, 200 * DAY, None)
    lived = found(lake)[PAY, "in_time"]
    assert (lived.agreement.n, lived.agreement.good) == (3, 1)
    assert isinstance(lived.depth, Estimate)
    assert (lived.depth.value, lived.depth.high) == (1, 1)


def test_months_are_those_of_the_answer_and_of_the_day_promised() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 5)
    lake.answer(BERND, CALL, 40 * DAY, 1)
    lake.promise(CEM, PAY, 0, 40 * DAY, 1 * DAY)
    trend = read_lived(run(lived_statistics_by_period(lake.feedback, lake.promises, TODAY, "month")))
    assert [(one.touchpoint, one.period, one.agreement.share) for one in trend] == [
        (CALL, date(2026, 3, 1), 1.0),
        (CALL, date(2026, 4, 1), 0.0),
        (PAY, date(2026, 4, 1), 1.0),
    ]


def test_nothing_said_nothing_lived() -> None:
    assert found(SmallLake()) == {}


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 5), st.sampled_from([1.0, 2.5, 96478 / 5172])), min_size=1
    )
)
def test_sums_are_over_customers(answers: list[tuple[int, int, float]]) -> None:
    lake = SmallLake()
    for customer, value, weight in answers:
        lake.answer(customer, CALL, 0, value, weight=weight)
    agreement = found(lake)[CALL, "satisfied"].agreement
    weights = {who: sum(w for c, _, w in answers if c == who) for who, _, _ in answers}
    good = {who: sum(w for c, v, w in answers if c == who and v >= 4) for who in weights}
    assert agreement.n == len(weights)
    assert agreement.answers == len(answers)
    assert agreement.weight == pytest.approx(sum(weights.values()))
    assert agreement.weight2 == pytest.approx(sum(w**2 for w in weights.values()))
    assert agreement.good == pytest.approx(sum(good.values()))
    assert agreement.good2 == pytest.approx(sum(g**2 for g in good.values()))
    assert agreement.good_weight == pytest.approx(sum(good[who] * weights[who] for who in weights))
