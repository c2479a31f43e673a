"""The same ways in different selections."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, PAY, SmallLake, run

from leitstern.core.outside.ways_beside import read_ways, ways_among

ASKED = ((1, 2), (2,), (1,), (4, 4))


def test_a_way_nobody_takes_has_a_share_of_zero() -> None:
    lake = SmallLake()
    for customer in (ANNA, BERND):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, PAY, 5)
    lake.contact(CEM, CALL, 0)
    paths = ((APPLY, PAY), (PAY, APPLY))
    taken, never = read_ways(run(ways_among(lake.journeys, paths)), paths)
    assert (taken.customers, taken.journeys) == (2, 2)
    assert known(taken.share).value == pytest.approx(2 / 3)
    assert (known(never.share).value, known(never.share).n, never.customers) == (0, 3, 0)
    assert known(never.share).high > 0


@settings(max_examples=8, deadline=None)
@given(random_lakes())
def test_shares_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        """
        , whole AS (
            SELECT journey, list(touchpoint ORDER BY ts_us, seq) AS path, first(weight ORDER BY ts_us, seq) AS weight
            FROM steps GROUP BY journey
        )
        SELECT path, count(*) AS journeys, sum(weight) AS good, (SELECT sum(weight) FROM whole) AS weight
        FROM whole GROUP BY path
        """,
    )
    expected = {tuple(row["path"]): row for row in slow}
    for way in read_ways(run(ways_among(lake.journeys, ASKED)), ASKED):
        row = expected.get(way.path, {"journeys": 0, "good": 0, "weight": 1})
        assert way.journeys == row["journeys"]
        assert known(way.share).value == pytest.approx(row["good"] / row["weight"])
