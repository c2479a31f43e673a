"""One way along a designed journey, against every way of reading it."""

from __future__ import annotations

from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.core.outside.along import Along, Designed, along, blocks

A, B, C, D, X = 1, 2, 3, 4, 9


def steps(*codes: int) -> tuple[Designed, ...]:
    return tuple(map(Designed, codes))


def told(path: tuple[int, ...], *designed: Designed) -> Along:
    return along(path, designed)


def test_exactly_as_designed() -> None:
    found = along((A, B, C), steps(A, B, C))
    assert (found.steps, found.fit, found.exact) == (("met",) * 3, 1.0, True)
    assert found.between == ((), (), ())


def test_what_is_left_out_counts_unless_it_may_be() -> None:
    assert along((A, C), steps(A, B, C)).fit == pytest.approx(2 / 3)
    assert along((A, C), steps(A, B, C)).steps == ("met", "skipped", "met")
    assert told((A, C), Designed(A), Designed(B, optional=True), Designed(C)).exact


def test_what_nobody_designed_counts_only_where_the_map_goes_on() -> None:
    found = along((X, A, X, D, B, X), steps(A, B))
    assert found.between == ((X, D), ())
    assert found.fit == pytest.approx(2 / 4)


def test_out_of_order_is_neither_in_its_place_nor_designed_where_it_came() -> None:
    found = along((A, C, B), steps(A, B, C))
    assert found.steps == ("met", "met", "displaced") or found.steps == ("met", "displaced", "met")
    assert found.fit == pytest.approx(2 / 4)


def test_coming_back_is_designed_only_where_a_step_may_come_again() -> None:
    assert along((A, B, A), steps(A, B)).between == ((), (A,))
    assert along((A, B, A), steps(A, B)).fit == pytest.approx(2 / 3)
    assert told((A, A, B, A), Designed(A, repeatable=True), Designed(B)).exact


def test_neighbours_with_the_same_mark_come_in_any_order() -> None:
    either = (Designed(A), Designed(B, parallel="a"), Designed(C, parallel="a"), Designed(D))
    assert along((A, B, C, D), either).exact
    assert along((A, C, B, D), either).exact
    assert not along((B, A, C, D), either).exact
    assert blocks(either) == [[0], [1, 2], [3]]


def test_a_mark_joins_neighbours_only() -> None:
    apart = (Designed(A, parallel="a"), Designed(B), Designed(C, parallel="a"))
    assert blocks(apart) == [[0], [1], [2]]


def test_a_map_without_steps_and_a_way_without_any_of_them() -> None:
    assert along((A, B), ()).exact
    assert along((X, X), steps(A, B)) == Along(("skipped", "skipped"), ((), ()), 0.0)


def test_a_journey_of_a_hundred_thousand_contacts_is_read() -> None:
    found = along((A, *(X, B) * 50_000, C), steps(A, B, C))
    assert found.steps == ("met",) * 3
    assert len(found.between[0]) + len(found.between[1]) == 99_999


def most(path: tuple[int, ...], designed: tuple[Designed, ...]) -> int:
    """The most steps in order, by trying every choice of steps and every order that their marks allow."""
    parts = blocks(designed)
    orders = [
        [
            chosen
            for size in range(len(part) + 1)
            for pick in combinations(part, size)
            for chosen in permutations(pick)
        ]
        for part in parts
    ]
    best = 0
    for choice in product(*orders):
        wanted = [designed[at].touchpoint for part in choice for at in part]
        contacts = iter(path)
        if len(wanted) > best and all(code in contacts for code in wanted):
            best = len(wanted)
    return best


designs = st.lists(
    st.builds(Designed, st.integers(1, 4), st.booleans(), st.booleans(), st.sampled_from(["", "", "a"])),
    max_size=5,
).map(tuple)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 5), max_size=8).map(tuple), designs)
def test_no_other_reading_meets_more(path: tuple[int, ...], designed: tuple[Designed, ...]) -> None:
    found = along(path, designed)
    assert found.steps.count("met") == most(path, designed)
    assert 0 <= found.fit <= 1
    assert all(not between for between, step in zip(found.between, found.steps, strict=True) if step != "met")
