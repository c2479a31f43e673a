"""Where the nodes of a graph stand: in the columns they belong to, ordered so that few edges cross.

An edge that passes columns goes through a narrow gap in each of them, as in Sugiyama, Tagawa and Toda (1981, IEEE
Transactions on Systems, Man, and Cybernetics 11); the order within columns is improved by neighbours' mean places.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Item = tuple[int, int]  # a node and −1, or an edge and the column in which it is let through
SWEEPS, GAP = 4, 14.0


def layers(
    columns: Sequence[int], edges: Sequence[tuple[int, int]]
) -> tuple[list[list[Item]], list[list[Item]]]:
    """Per column its items from top to bottom, and per edge the items it goes through from its first node to its last.

    `columns` says in which column each node stands; edges name their nodes.
    """
    ways: list[list[Item]] = []
    placed: list[list[Item]] = [[] for _ in range(max(columns) + 1)]
    for node, column in enumerate(columns):
        placed[column].append((node, -1))
    for at, (source, target) in enumerate(edges):
        step = 1 if columns[target] > columns[source] else -1
        passed = [(at, column) for column in range(columns[source] + step, columns[target], step)]
        for item in passed:
            placed[item[1]].append(item)
        ways.append([(source, -1), *passed, (target, -1)])
    near: dict[Item, list[Item]] = {}
    for way in ways:
        for one, other in pairwise(way):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    for sweep in range(SWEEPS):
        _sweep(placed, near, backwards=sweep % 2 == 1)
    return placed, ways


def _sweep(placed: list[list[Item]], near: Mapping[Item, Sequence[Item]], *, backwards: bool) -> None:
    order = range(len(placed))
    before: dict[Item, float] = {}
    for column in reversed(order) if backwards else order:
        items = placed[column]
        here = {item: (place + 0.5) / len(items) for place, item in enumerate(items)}

        wanted = {item: _mean(near.get(item, ()), before, here[item]) for item in items}
        items[:] = [item for _, item in sorted((place, item) for item, place in wanted.items())]
        before = {item: (place + 0.5) / len(items) for place, item in enumerate(items)}


def _mean(neighbours: Sequence[Item], before: Mapping[Item, float], otherwise: float) -> float:
    known = [before[other] for other in neighbours if other in before]
    return round(sum(known) / len(known), 9) if known else otherwise


def heights(placed: Sequence[Sequence[Item]], tall: Sequence[float]) -> tuple[dict[Item, float], float]:
    """The upper end of every item when nodes are as `tall` as given, columns centred; and how high all of it is."""
    sums = [sum(tall[node] if column < 0 else GAP for node, column in items) for items in placed]
    whole, found = max(sums), {}
    for items, long in zip(placed, sums, strict=True):
        y = (whole - long) / 2
        for item in items:
            found[item] = y
            y += tall[item[0]] if item[1] < 0 else GAP
    return found, whole
