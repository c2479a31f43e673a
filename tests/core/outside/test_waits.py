"""Waits from one touchpoint to another: by hand, and against reading one contact after the other."""

from __future__ import annotations

import random

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import APPLY, CALL, HOUR, PAY, SmallLake, run

from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.waits import (
    ENDS,
    Waits,
    read_waits,
    wait_followed,
    wait_quantiles,
    wait_sums,
    waits,
)


def found(lake: SmallLake, start: int, then: int | None) -> Waits:
    rows = waits(lake.transitions, start, then)
    return read_waits(*(run(each(rows)) for each in (wait_sums, wait_followed, wait_quantiles)))


def paid() -> SmallLake:
    """Ten customers apply, call after an hour, and pay after 1, 2, … 8 days and never."""
    lake = SmallLake()
    for customer in range(1, 11):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, CALL, 1)
        if customer <= 8:
            lake.contact(customer, PAY, 24 * customer)
    return lake


def test_from_one_touchpoint_to_another_whatever_lies_between() -> None:
    wait = found(paid(), APPLY, PAY)
    assert (wait.customers, known(wait.followed).value, known(wait.followed).n) == (8, 0.8, 10)
    assert (known(wait.median).value, known(wait.p90).value) == (4 * 24, 8 * 24)
    assert [known(each).value for each in wait.within] == [
        0,
        1 / 8,
        7 / 8,
        1,
    ]  # exactly a day is within a day
    assert known(wait.within[1]).low < 1 / 8 < known(wait.within[1]).high
    shares = {each.until_us: each.share for each in wait.spans}
    assert shares[ENDS[4]] == TOO_FEW_CUSTOMERS  # one customer waited a day
    assert known(shares[ENDS[2]]).value == 0


def test_until_the_next_contact_of_any_kind() -> None:
    wait = found(paid(), APPLY, None)
    assert (known(wait.median).value, known(wait.followed).value) == (1, 1)
    assert known(wait.spans[2].share).value == 1  # exactly an hour is up to an hour


def test_the_same_touchpoint_again_and_nobody() -> None:
    lake = paid()
    assert known(found(lake, CALL, CALL).followed).value == 0
    assert found(lake, CALL, CALL).customers == 0
    assert found(SmallLake(), APPLY, PAY).customers == 0


def test_of_fewer_than_five_nothing_is_shown() -> None:
    lake = SmallLake()
    for customer in range(1, 5):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, PAY, 2)
    wait = found(lake, APPLY, PAY)
    measured = (wait.followed, wait.median, wait.p90, *wait.within, *(each.share for each in wait.spans))
    assert set(measured) == {TOO_FEW_CUSTOMERS}


@pytest.mark.parametrize("then", [PAY, APPLY, None])
def test_waits_equal_reading_one_contact_after_the_other(then: int | None) -> None:
    chance, lake = random.Random(3), SmallLake()
    for _ in range(300):
        lake.contact(
            chance.randint(1, 30), chance.choice((APPLY, CALL, PAY)), chance.choice((0, 1, 24, 300, 2000))
        )
    steps = sorted(run(lake.transitions).to_pylist(), key=lambda row: (row["journey"], row["position"]))
    slow = []
    for at, row in enumerate(steps):
        if row["touchpoint"] == APPLY:
            after = [later for later in steps[at + 1 :] if later["journey"] == row["journey"]]
            there = [later for later in after if then is None or later["touchpoint"] == then]
            slow.append((row["person"], there[0]["ts_us"] - row["ts_us"] if there else -HOUR))
    fast = run(waits(lake.transitions, APPLY, then)).to_pylist()
    fast = [(row["person"], -HOUR if row["wait_us"] is None else row["wait_us"]) for row in fast]
    assert sorted(fast) == sorted(slow)
