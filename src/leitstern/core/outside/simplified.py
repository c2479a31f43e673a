"""A graph made readable without breaking it: few edges, and every node still on a way from the start to the end."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Edge = tuple[int, int]


def simplified(
    weights: Mapping[Edge, float], start: int, end: int, share: float, total: float
) -> frozenset[Edge]:
    """The edges to show: each node's strongest way in and out, then further edges until `share` of `total` is reached.

    The strongest way is the one whose narrowest edge is widest. Edges that lie on no way from `start` to `end` are left
    out whatever they weigh; where `share` cannot be reached, all others are shown. What leads from the start or to the
    end is shown at every node and counts neither as covered nor in `total`. Every node of the result lies on a way of
    the result. Equal weights in the order of the edges.

    Keeping the graph spanning and sound is what Chapela-Campa, Dumas, Mucientes and Lama (2022, Information Sciences
    610) ask of an edge filter; the least such graph is NP-hard to find, so this is a heuristic: at most two edges per
    node beyond the least.
    """
    moves = {edge: weight for edge, weight in weights.items() if edge[0] != edge[1]}
    into = _strongest(moves, start)
    out = _strongest({(after, before): weight for (before, after), weight in moves.items()}, end)
    reached = ({start} | into.keys()) & ({end} | out.keys())
    shown = {(into[node], node) for node in reached - {start}} | {
        (node, out[node]) for node in reached - {end}
    }
    possible = [edge for edge in weights if reached.issuperset(edge)]
    shown.update(edge for edge in possible if start in edge or end in edge)
    covered = sum(weights[edge] for edge in sorted(shown) if start not in edge and end not in edge)
    rest = [edge for edge in possible if edge not in shown]
    for edge in sorted(rest, key=lambda edge: (-weights[edge], edge)):
        if covered >= share * total:
            break
        shown.add(edge)
        covered += weights[edge]
    return frozenset(shown)


def _strongest(weights: Mapping[Edge, float], source: int) -> dict[int, int]:
    """The node before each one that can be reached from `source`, on its strongest way from there."""
    ahead: dict[int, list[tuple[int, float]]] = {}
    for (before, after), weight in weights.items():
        ahead.setdefault(before, []).append((after, weight))
    before_it: dict[int, int] = {}
    waiting: list[tuple[float, float, int, int]] = []

    def leave(node: int, width: float) -> None:
        for after, weight in ahead.get(node, ()):
            if after != source and after not in before_it:
                heappush(waiting, (-min(width, weight), -weight, after, node))

    leave(source, float("inf"))
    while waiting:
        narrowest, _, node, before = heappop(waiting)
        if node not in before_it:
            before_it[node] = before
            leave(node, -narrowest)
    return before_it
