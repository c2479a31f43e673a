"""Cohorts below each other, spans of time from left to right: the share that came again, the deeper the larger.

What a cohort has not lived yet is left empty, so that the field ends in a stair. The first row is all of them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.pair_matrix import Words, filled, told
from leitstern.charts.svg import Pen
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.pair_matrix import Cell
    from leitstern.charts.sheet import Sheet

SAID = Words(Text("{row}, {column}: {share} of 100", "{row}, {column}: {share} von 100"))
DEPTHS = ((0.75, "fill-outside pale"), (0.5, "fill-outside soft"), (0.25, "fill-outside faint"))
TALL, WIDEST = 32.0, 92.0  # pixels of a cell


def cohort_field(
    rows: Sequence[str], spans: Sequence[str], cells: Sequence[Cell], axis: str, sheet: Sheet
) -> str:
    """At least one row, span and cell; `spans` are told in full, the axis above them shows their numbers."""
    pen = Pen(sheet)
    room = max(pen.width(name, "small") for name in rows) + 10
    cell = min((sheet.width - room) / len(spans), WIDEST)
    parts = [pen.text(0, 16, axis, "small fill-muted")]
    for place in range(len(spans)):
        number = sheet.locale.number(place + 1)
        parts.append(pen.text(room + (place + 0.5) * cell, 40, number, "small fill-muted", "middle"))
    top = 48.0
    tops = []
    for at, name in enumerate(rows):
        parts.append(pen.text(0, top + TALL / 2 + 4.5, name, "small"))
        tops.append(top)
        top += TALL + (0 if at else 8)
    for each in cells:
        box = (room + each.column * cell + 1, tops[each.row] + 1, cell - 2, TALL - 2)
        parts.append(pen.mark(told(each, rows, spans, pen, SAID), box, filled(each, pen, box, DEPTHS)))
    return pen.finish(top + 2, *parts)
