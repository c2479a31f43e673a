"""Keeping labels apart: along a line, and around points in a plane."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.charts.svg import Box

DETOUR = 24


def spread(
    centres: Sequence[float], sizes: Sequence[float], low: float, high: float, space: float = 4
) -> list[float]:
    """Move the centres of labels along a line as little as possible so that none touches another.

    Least squares under order: pool-adjacent-violators on centres minus the room taken before them (isotonic
    regression, Barlow et al. 1972). Results stay within [low, high] where the labels fit there at all.
    """
    order = sorted(range(len(centres)), key=lambda i: (centres[i], i))
    offsets, taken = [], 0.0
    for position, i in enumerate(order):
        taken += (sizes[order[position - 1]] + sizes[i]) / 2 + space if position else 0.0
        offsets.append(taken)
    blocks: list[tuple[float, int]] = []  # mean, members
    for i, offset in zip(order, offsets, strict=True):
        mean, members = centres[i] - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, members = (before * count + mean * members) / (count + members), count + members
        blocks.append((mean, members))
    first = low + sizes[order[0]] / 2
    last = high - sizes[order[-1]] / 2 - taken
    placed = [0.0] * len(centres)
    bases = [mean for mean, members in blocks for _ in range(members)]
    for i, offset, base in zip(order, offsets, bases, strict=True):
        placed[i] = max(min(base, last), first) + offset
    return placed


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _inside(box: Box, bounds: Box) -> bool:
    return (
        bounds[0] <= box[0]
        and bounds[1] <= box[1]
        and box[0] + box[2] <= bounds[0] + bounds[2]
        and box[1] + box[3] <= bounds[1] + bounds[3]
    )


def _places(x: float, y: float, w: float, h: float, distance: float) -> Iterator[Box]:
    """Boxes all around a point: right and left of it, above and below, each slid along its side."""
    for slide in (0.5, 0.0, 1.0, 0.25, 0.75):
        down = y - h - distance + slide * (h + 2 * distance)
        yield from ((x + distance, down, w, h), (x - distance - w, down, w, h))
        across = x - w - distance + slide * (w + 2 * distance)
        yield from ((across, y - distance - h, w, h), (across, y + distance, w, h))


def place(
    point: tuple[float, float],
    size: tuple[float, float],
    taken: Sequence[Box],
    avoided: Sequence[Box],
    bounds: Box,
) -> Box | None:
    """The best box for a label of `size` around a point, or None where the picture is full.

    It never touches what is `taken`; touching something `avoided` counts like standing `DETOUR` pixels further off.
    """
    best, lowest = None, inf
    for distance in range(10, 90, 8):
        for box in _places(*point, *size, distance):
            cost = distance + DETOUR * sum(overlaps(box, other) for other in avoided)
            if cost < lowest and _inside(box, bounds) and not any(overlaps(box, other) for other in taken):
                best, lowest = box, cost
    return best
