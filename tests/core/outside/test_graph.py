"""From where to where customers go: by hand, and against a slow query over the raw contacts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import APPLY, CALL, PAY, SmallLake, run

from leitstern.collect.taxonomy_file import load_taxonomy
from leitstern.core.outside.graph import (
    END,
    START,
    Graph,
    covered_journeys,
    covered_steps,
    graph,
    read_covered,
    read_graph,
    stage_steps,
    touchpoint_steps,
)

SHOP = load_taxonomy(Path(__file__).resolve().parents[3] / "examples/minimal/taxonomy.yaml")


def bank() -> SmallLake:
    """Six apply and pay after two hours; five of them call in between, one calls twice."""
    lake = SmallLake()
    for customer in range(1, 7):
        lake.contact(customer, APPLY, 0)
        for hour in range(1, {1: 1, 6: 3}.get(customer, 2)):
            lake.contact(customer, CALL, hour)
        lake.contact(customer, PAY, 4)
    return lake


def found(lake: SmallLake) -> Graph:
    return read_graph(run(graph(touchpoint_steps(lake.transitions))))


def test_every_journey_has_a_start_and_an_end() -> None:
    edges = {each.pair: each for each in found(bank()).edges}
    assert (edges[START, APPLY].customers, edges[PAY, END].customers) == (6, 6)
    assert edges.keys() == {(START, APPLY), (APPLY, CALL), (CALL, PAY), (PAY, END)}


def test_what_fewer_than_five_did_counts_and_is_not_shown() -> None:
    assert found(bank()).weighted == 6 * 2  # one goes past the call, one calls twice


def test_a_share_is_of_those_at_the_node_and_a_wait_is_in_hours() -> None:
    edges = {each.pair: each for each in found(bank()).edges}
    assert known(edges[APPLY, CALL].share).value == 5 / 6
    assert known(edges[APPLY, CALL].wait_median).value == 1
    assert known(edges[CALL, PAY].share).value == 5 / 6  # of six calls by five customers


def test_the_picture_says_how_much_it_holds() -> None:
    steps = touchpoint_steps(bank().transitions)
    shown = found(bank()).readable(1)
    assert known(read_covered(run(covered_steps(steps, shown)))).value == pytest.approx(10 / 12)
    whole = known(read_covered(run(covered_journeys(steps, shown))))
    assert whole.value == pytest.approx(4 / 6)
    assert whole.n == 6
    assert known(read_covered(run(covered_journeys(steps, ())))).value == 0


def test_within_a_stage_nobody_takes_a_step() -> None:
    call, message, answer = (SHOP.touchpoints[at].code for at in (0, 1, 3))
    ask, solve = (stage.code for stage in SHOP.stages)
    lake = SmallLake()
    for customer in range(1, 6):
        for hour, touchpoint in enumerate((call, message, call, answer, 0)):
            lake.contact(customer, touchpoint, hour)
    edges = read_graph(run(graph(stage_steps(lake.transitions, SHOP)))).edges
    assert {each.pair for each in edges} == {(START, ask), (ask, solve), (solve, 0), (0, END)}
    assert known(next(each for each in edges if each.pair == (ask, solve)).wait_median).value == 1


def test_nothing_leads_through_what_is_not_mapped() -> None:
    lake = SmallLake()
    for customer in range(1, 6):
        for hour, touchpoint in enumerate((CALL, 0, PAY)):
            lake.contact(customer, touchpoint, hour)
    assert found(lake).readable(1) == frozenset()


@settings(max_examples=3, deadline=None)
@given(random_lakes())
def test_steps_equal_the_slow_query(lake: SmallLake) -> None:
    slow = naive(
        lake,
        f"""
        SELECT touchpoint AS node, coalesce(next_touchpoint, {END}) AS next_node, weight FROM steps UNION ALL
        SELECT arg_min(touchpoint, (ts_us, seq)), {START}, arg_min(weight, (ts_us, seq)) FROM steps GROUP BY journey
        """,
    )
    fast = run(touchpoint_steps(lake.transitions)).to_pylist()

    def told(rows: list[dict[str, float]]) -> list[tuple[float, float, float]]:
        return sorted((row["node"], row["next_node"], row["weight"]) for row in rows)

    turned = [
        row | {"node": START, "next_node": row["node"]} if row["next_node"] == START else row for row in slow
    ]
    assert told(fast) == told(turned)
