"""A trend the size of a word, for table cells. Its numbers stand in the cell beside it and in its own name."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, points
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

HEIGHT = 28


def sparkline(values: Sequence[Side], low: float, high: float, sheet: Sheet) -> str:
    """The curve of at least one value between `low` and `high`, which all rows of a table share.

    Broken where a value is missing; nothing to focus.
    """
    pen = Pen(sheet)
    y = Scale(low, high, HEIGHT - 5, 5)
    x = Scale(0, max(len(values) - 1, 1), 5, sheet.width - 5)
    drawn = []
    for present, run in groupby(enumerate(values), key=lambda pair: isinstance(pair[1], Estimate)):
        if present:
            places = [(x(i), y(value.value)) for i, value in run if isinstance(value, Estimate)]
            drawn.append(pen.path(points(*places), "stroke-outside thick round"))
            drawn.append(pen.circle(*places[-1], 3 if places[-1][0] == x.end else 1, "fill-outside"))
    return pen.finish(HEIGHT, *drawn)
