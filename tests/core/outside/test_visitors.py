"""Who came, answering or not."""

from __future__ import annotations

from tests.core.outside.small_lake import ANNA, BERND, CALL, PAY, SmallLake, run

from leitstern.core.outside.visitors import visitors


def test_a_customer_who_comes_twice_is_one_visitor_with_their_largest_weight() -> None:
    lake = SmallLake()
    lake.contact(ANNA, CALL, 0, weight=2.0)
    lake.contact(ANNA, CALL, 5, weight=3.0)
    lake.contact(BERND, CALL, 1)
    lake.contact(BERND, PAY, 2)
    found = {row["touchpoint"]: row for row in run(visitors(lake.transitions)).to_pylist()}
    assert (found[CALL]["customers"], found[CALL]["weighted"]) == (2, 4.0)
    assert (found[PAY]["customers"], found[PAY]["weighted"]) == (1, 1.0)
