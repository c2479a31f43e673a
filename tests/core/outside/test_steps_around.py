"""What comes before and after a touchpoint: by hand, and against a slow query over the raw contacts."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import APPLY, CALL, PAY, THANKS, SmallLake, run

from leitstern.core.outside.steps_around import (
    OTHER,
    OUTSIDE,
    Place,
    around_first,
    around_last,
    kept_places,
    links,
    places,
    read_links,
    read_places,
)


def bank() -> SmallLake:
    """Six apply, call and pay; one of them calls twice, and five are thanked."""
    lake = SmallLake()
    for customer in range(1, 7):
        way = [APPLY, CALL, *([CALL] if customer == 6 else []), PAY, *([THANKS] if customer < 6 else [])]
        for hour, touchpoint in enumerate(way):
            lake.contact(customer, touchpoint, hour)
    return lake


def at(found: tuple[Place, ...], step: int) -> dict[int, int]:
    return {each.node: each.customers for each in found if each.step == step}


def test_steps_are_counted_from_the_first_contact_there_or_from_the_last() -> None:
    steps = bank().transitions
    first = read_places(run(places(around_first(steps, CALL))))
    assert at(first, -1) == {APPLY: 6}
    assert at(first, -2) == {OUTSIDE: 6}
    assert at(first, 0) == {CALL: 6}
    assert at(first, 1) == {PAY: 5, CALL: 1}
    last = read_places(run(places(around_last(steps, CALL))))
    assert at(last, 1) == {PAY: 6}
    assert at(last, -1) == {APPLY: 5, CALL: 1}


def test_what_is_not_kept_is_put_together() -> None:
    around = around_first(bank().transitions, CALL)
    found = read_places(run(places(around)))
    kept = kept_places(found, 5)
    assert (1, CALL) not in kept  # of one customer
    folded = read_places(run(places(around, kept)))
    assert at(folded, 1) == {PAY: 5, OTHER: 1}
    assert at(folded, 2) == {THANKS: 5, OTHER: 1}
    assert at(folded, 3) == {OUTSIDE: 6}
    assert kept_places(found, 0) == ()


def test_links_lead_from_place_to_place() -> None:
    around = around_first(bank().transitions, CALL)
    kept = kept_places(read_places(run(places(around))), 5)
    found = {(each.step, each.node, each.next_node): each for each in read_links(run(links(around, kept)))}
    assert known(found[0, CALL, PAY].share).value == 5 / 6
    assert (0, CALL, OTHER) not in found
    assert found[-2, OUTSIDE, APPLY].customers == 6


@settings(max_examples=3, deadline=None)
@given(random_lakes())
def test_the_step_after_equals_the_slow_query(lake: SmallLake) -> None:
    slow = naive(lake, "SELECT * FROM steps ORDER BY journey, ts_us, seq")
    after: Counter[int] = Counter()
    seen = set()
    for row in slow:
        if row["touchpoint"] == CALL and row["journey"] not in seen:
            seen.add(row["journey"])
            after[OUTSIDE if row["next_touchpoint"] is None else row["next_touchpoint"]] += 1
    fast = run(places(around_first(lake.transitions, CALL))).to_pylist()
    assert {row["node"]: row["contacts"] for row in fast if row["step"] == 1} == after
