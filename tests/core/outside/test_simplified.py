"""A readable picture of a graph leaves no node hanging."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.core.outside.simplified import simplified

START, END = -1, -2
Weights = dict[tuple[int, int], float]

node = st.integers(1, 5)
weights = st.dictionaries(
    st.tuples(st.just(START) | node, node | st.just(END)), st.integers(1, 9).map(float), max_size=18
)
shares = st.sampled_from([0.0, 0.6, 0.8, 0.95, 1.0])


def reached(edges: object, source: int, *, back: bool = False) -> set[int]:
    found, more = {source}, True
    while more:
        ahead = {(b if back else a, a if back else b) for a, b in edges}  # type: ignore[attr-defined]
        new = {after for before, after in ahead if before in found} - found
        found, more = found | new, bool(new)
    return found


def strongest(given_weights: Weights, target: int) -> float:
    """The widest of all ways, by trying each one."""
    others = sorted({n for edge in given_weights for n in edge} - {START, target})
    ways = (
        (START, *middle, target) for size in range(len(others) + 1) for middle in permutations(others, size)
    )
    return max(min(given_weights.get(edge, 0.0) for edge in pairwise(way)) for way in ways)


@settings(max_examples=30, deadline=None)
@given(weights, shares)
def test_every_node_that_is_shown_lies_on_a_way_from_the_start_to_the_end(
    graph: Weights, share: float
) -> None:
    shown = simplified(graph, START, END, share, sum(graph.values()))
    assert shown <= graph.keys()
    there = {n for edge in shown for n in edge}
    assert there <= reached(shown, START) & reached(shown, END, back=True) | {START, END}
    assert there - {START, END} == (reached(graph, START) & reached(graph, END, back=True)) - {
        START,
        END,
    } or END not in reached(graph, START)


@settings(max_examples=30, deadline=None)
@given(weights, shares)
def test_the_share_is_reached_or_everything_that_leads_somewhere_is_shown(
    graph: Weights, share: float
) -> None:
    inner = {edge: weight for edge, weight in graph.items() if {START, END}.isdisjoint(edge)}
    total = sum(inner.values())
    shown = simplified(graph, START, END, share, total)
    if END in reached(graph, START):
        there = reached(graph, START) & reached(graph, END, back=True)
        everything = {edge for edge in graph if there.issuperset(edge)}
        assert (
            sum(weight for edge, weight in inner.items() if edge in shown) >= share * total
            or shown == everything
        )


@settings(max_examples=20, deadline=None)
@given(weights)
def test_the_way_to_each_node_is_as_wide_as_the_widest_of_all(graph: Weights) -> None:
    shown = {edge: graph[edge] for edge in simplified(graph, START, END, 0, 1)}
    for each in sorted({n for edge in shown for n in edge} - {START}):
        assert strongest(shown, each) == strongest(graph, each)


def test_the_rare_way_to_a_node_stays_and_the_rare_shortcut_goes() -> None:
    graph = {(START, 1): 10.0, (1, 2): 9.0, (2, 4): 9.0, (4, END): 9.0, (1, 3): 1.0, (3, 4): 1.0, (1, 4): 2.0}
    assert simplified(graph, START, END, 0.9, 22) == set(graph) - {(1, 4)}
    assert simplified(graph, START, END, 1, 22) == set(graph)


def test_what_never_ends_is_left_out() -> None:
    assert simplified({(START, 1): 5.0, (1, 1): 9.0, (2, END): 5.0}, START, END, 1, 19) == frozenset()
