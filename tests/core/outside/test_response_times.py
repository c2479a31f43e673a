"""Response times: from the making of a promise until it is kept, with what is still open."""

from __future__ import annotations

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import HOUR, PAY, START_US, SmallLake, run

from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.response_times import (
    NOT_REACHED,
    TOO_FEW_FOR_MOST,
    ResponseTime,
    read_response_times,
    response_sums,
    response_tallies,
    timed,
)

NOW = 1000  # hours


def found(lake: SmallLake) -> ResponseTime:
    rows = timed(lake.promises, START_US + NOW * HOUR)
    (only,) = read_response_times(run(response_sums(rows)), run(response_tallies(rows)))
    return only


def kept_after(hours: list[float | None], made: float = 0, due: float = 64) -> SmallLake:
    """One customer each, promised at eight for a midnight three days later; None: still open."""
    lake = SmallLake()
    for who, took in enumerate(hours, 1):
        lake.promise(who, PAY, made, due, None if took is None else made + took)
    return lake


def test_half_and_95_of_100_are_kept_within_so_many_hours() -> None:
    answered = found(kept_after([float(hours) for hours in range(1, 101)]))
    assert (answered.promise, answered.customers, answered.promises, answered.open) == (1, 100, 100, 0)
    assert known(answered.promised_days).value == 3  # from eight in the morning to the third midnight
    assert known(answered.half).value == 50
    most = known(answered.most)
    assert (most.value, most.n) == (95, 100)
    assert 90 <= most.low < most.value < most.high <= 100


def test_what_is_still_open_makes_it_longer_and_is_never_left_out() -> None:
    hours: list[float | None] = [float(hours) for hours in range(1, 101)]
    waiting = found(kept_after([*hours, *[None] * 20]))
    assert waiting.open == 20
    assert known(waiting.half).value == 60
    assert waiting.most == NOT_REACHED
    assert found(kept_after([*[5.0] * 5, *[None] * 20])).half == NOT_REACHED


def test_short_times_are_told_by_minutes_and_long_ones_by_hours() -> None:
    assert known(found(kept_after([0.25] * 6)).half).value == 0.25
    assert known(found(kept_after([100.75] * 6)).half).value == 100


def test_without_a_time_of_making_nothing_is_known_of_time() -> None:
    lake = kept_after([2.0] * 6)
    for who in range(10, 20):
        lake.promise(who, PAY, 64, 64, 900)
    assert found(lake).promises == 6


def test_of_few_customers_nothing_is_told_and_of_fewer_than_twenty_no_95() -> None:
    few = found(kept_after([1.0] * 4))
    assert few.half == few.most == few.promised_days == TOO_FEW_CUSTOMERS
    assert found(kept_after([1.0] * 19)).most == TOO_FEW_FOR_MOST
    assert known(found(kept_after([1.0] * 20)).most).value == 1


def test_several_promises_to_one_customer_are_not_several_pieces_of_evidence() -> None:
    hours = [float(hours) for hours in range(1, 41)]
    apart, together = kept_after([*hours]), SmallLake()
    for place, took in enumerate(hours):
        together.promise(1 + place % 10, PAY, 0, 64, took)
    one, other = known(found(apart).half), known(found(together).half)
    assert one.value == other.value
    assert other.high - other.low > 1.5 * (one.high - one.low)
    assert other.n == pytest.approx(10)
