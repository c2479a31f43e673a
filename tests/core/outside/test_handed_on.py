"""Of the contacts with one department, how many are handed on to each other one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import ANNA, BERND, CALL, LEGAL, SALES, SERVICE, SmallLake, run

from leitstern.core.outside.handed_on import HandedOn, handed_on, read_handed_on
from leitstern.core.outside.handoffs import handoffs, read_handoffs


def found(lake: SmallLake) -> dict[tuple[int, int], HandedOn]:
    passed = read_handoffs(run(handoffs(lake.transitions)))
    rows = read_handed_on(run(handed_on(lake.transitions)), passed)
    return {(each.department, each.next_department): each for each in rows}


def test_the_share_is_of_all_contacts_of_the_department() -> None:
    """Anna: sales, sales, service, sales. Bernd: sales, service, legal. Of four contacts in sales two are handed on."""
    lake = SmallLake()
    for hour, department in enumerate((SALES, SALES, SERVICE, SALES)):
        lake.contact(ANNA, CALL, hour, department=department)
    for hour, department in ((0, SALES), (5, SERVICE), (9, LEGAL)):
        lake.contact(BERND, CALL, hour, department=department)
    pairs = found(lake)
    assert set(pairs) == {(SALES, SERVICE), (SERVICE, SALES), (SERVICE, LEGAL)}
    one = pairs[SALES, SERVICE]
    assert (one.customers, one.contacts) == (2, 2)
    assert (known(one.share).value, known(one.share).n) == (0.5, 2)
    assert known(one.wait_median).value == 1
    assert known(one.returned).value == 0.5


@settings(max_examples=8, deadline=None)
@given(random_lakes())
def test_shares_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        """
        SELECT department, next_department, count(DISTINCT entity_id) AS customers, sum(weight) AS good,
            (SELECT sum(weight) FROM steps AS own WHERE own.department = steps.department) AS weight
        FROM steps WHERE department <> next_department AND department * next_department <> 0 GROUP BY ALL
        """,
    )
    fast = found(lake)
    assert len(fast) == len(slow)
    for row in slow:
        pair = fast[row["department"], row["next_department"]]
        assert pair.customers == row["customers"]
        assert known(pair.share).value == pytest.approx(row["good"] / row["weight"])
