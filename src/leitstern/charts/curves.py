"""Smooth lines that never claim a value beyond the points they join."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.charts.svg import Point, fixed, points

if TYPE_CHECKING:
    from collections.abc import Sequence


def smooth(places: Sequence[Point]) -> str:
    """Path data of a curve through places whose first coordinates only grow or only fall.

    Monotone cubic without overshoot (Fritsch & Butland 1984: harmonic mean of neighbouring slopes).
    """
    return points(places[0]) + "".join(_pieces(places))


def smooth_down(places: Sequence[Point]) -> str:
    """As `smooth` for places whose second coordinates only grow or only fall: a curve that runs down the page."""
    turned = [(y, x) for x, y in places]
    return points(places[0]) + "".join(_pieces(turned, down=True))


def ribbon(one: str, other: str) -> str:
    """The area between a path and another that runs back."""
    return f"{one}L{other[1:]}Z"


def _slopes(places: Sequence[Point]) -> list[float]:
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(places)]
    inner = [
        2 * left * right / (left + right) if left * right > 0 else 0.0 for left, right in pairwise(steps)
    ]
    return [steps[0], *inner, steps[-1]] if steps else [0.0]


def _pieces(places: Sequence[Point], down: bool = False) -> list[str]:
    slopes = _slopes(places)
    pieces = []
    for i, (a, b) in enumerate(pairwise(places)):
        third = (b[0] - a[0]) / 3
        controls = ((a[0] + third, a[1] + third * slopes[i]), (b[0] - third, b[1] - third * slopes[i + 1]), b)
        pieces.append(
            "C" + " ".join(f"{fixed(y if down else x)} {fixed(x if down else y)}" for x, y in controls)
        )
    return pieces
