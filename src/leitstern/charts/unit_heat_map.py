"""Levels per dimension and department. What may not be shown is marked, never blank: a blank would look like nothing.

The deeper the colour the higher the level; the number stands in every cell. On a phone departments become numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVELS
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

DEPTHS = (
    "fill-surface",
    "fill-inside faint",
    "fill-inside soft",
    "fill-inside pale",
)  # by whole level, the last from 3 on
RANGES = ("0–1", "1–2", "2–3", "3–4")
NOT_SHOWN = Text("not shown: it would give people away", "nicht gezeigt: verriete Personen")
SAID = Text("{row}, {column}: {level}.", "{row}, {column}: {level}.")
CELL = 34.0  # height in pixels
SMALLEST = 27.0  # narrowest cell in pixels


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One dimension: a level 0–4 per department, or the words that say why it is not shown."""

    name: str
    cells: tuple[Side, ...]
    href: str = ""


def unit_heat_map(rows: Sequence[HeatRow], columns: Sequence[str], sheet: Sheet) -> str:
    """At least one row and one column; every row has a cell per column."""
    pen = Pen(sheet)
    hidden = any(isinstance(cell, str) for row in rows for cell in row.cells)
    keys = [
        Key(name, symbols.sample(f"stroke-line hair {depth}", 16), 24)
        for name, depth in zip(RANGES, DEPTHS, strict=True)
    ]
    drawn, top = legend(pen, keys + ([Key(sheet.locale.say(NOT_SHOWN), _hidden, 20)] if hidden else []))
    room = min(max(pen.width(row.name, "name") for row in rows) + 12, sheet.width * 0.3)
    cell = (sheet.width - room) / len(columns)
    if sheet.narrow or cell < 2 * SMALLEST:
        return _stacked(rows, columns, pen, drawn, top)
    return _table(rows, columns, pen, (drawn, top), room, min(cell, 130.0))


def _table(
    rows: Sequence[HeatRow],
    columns: Sequence[str],
    pen: Pen,
    above: tuple[str, float],
    room: float,
    cell: float,
) -> str:
    heads = [wrap(name, cell - 8, "tick", 3) for name in columns]
    top = above[1] + 14 + 13 * max(len(head) for head in heads)
    drawn = [above[0]]
    for place, head in enumerate(heads):
        at = room + (place + 0.5) * cell
        drawn.append(pen.lines(at, top - 6 - 13 * (len(head) - 1), head, "tick fill-muted", 13, "middle"))
    for row in rows:
        name = wrap(row.name, room - 12, "name", 3)
        height = max(CELL, 18.0 * len(name) + 8)
        drawn.append(pen.lines(0, top + height / 2 + 5 - 9 * (len(name) - 1), name, "name", 18))
        for place, side in enumerate(row.cells):
            box = (room + place * cell + 1, top + 1, cell - 2, height - 2)
            drawn.append(_cell(side, row, columns[place], pen, box))
        top += height
    return pen.finish(top + 2, *drawn)


def _stacked(rows: Sequence[HeatRow], columns: Sequence[str], pen: Pen, keys: str, top: float) -> str:
    """Numbered departments: first what the numbers mean, then each dimension above its cells."""
    width = pen.sheet.width
    drawn = [keys]
    top += 8
    for number, column in enumerate(columns, 1):
        lines = wrap(column, width - 30, "small", 2)
        drawn.append(pen.text(18, top + 14, str(number), "value", "end"))
        drawn.append(pen.lines(30, top + 14, lines, "small", 16))
        top += 4 + 16 * len(lines)
    abreast = max(1, min(len(columns), floor(width / SMALLEST)))
    cell = min(width / abreast, 60.0)
    for row in rows:
        name = wrap(row.name, width, "head", 3)
        drawn.append(pen.lines(0, top + 26, name, "head", 19))
        top += 34 + 19 * (len(name) - 1)
        for first in range(0, len(row.cells), abreast):
            for place, side in enumerate(row.cells[first : first + abreast]):
                at = place * cell
                drawn.append(
                    pen.text(at + cell / 2, top + 10, str(first + place + 1), "tick fill-muted", "middle")
                )
                drawn.append(
                    _cell(side, row, columns[first + place], pen, (at + 1, top + 14, cell - 2, 26.0))
                )
            top += 44
    return pen.finish(top + 2, *drawn)


def _cell(side: Side, row: HeatRow, column: str, pen: Pen, box: tuple[float, float, float, float]) -> str:
    locale = pen.sheet.locale
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    if isinstance(side, Estimate):
        depth = DEPTHS[min(int(side.value), len(DEPTHS) - 1)]
        inside = pen.rect(box, f"stroke-line hair {depth}", 5)
        inside += pen.text(x, y + 4.5, LEVELS.text(side.value, locale), "small", "middle")
        said = LEVELS.estimate(side, locale)
    else:
        inside = pen.rect(box, "stroke-muted hair dots", 5) + symbols.cross(pen, x, y)
        said = side
    return pen.mark(locale.say(SAID, row=row.name, column=column, level=said), box, inside, href=row.href)


def _hidden(pen: Pen, x: float, y: float) -> str:
    return pen.rect((x - 9, y - 8, 18, 16), "stroke-muted hair dots", 4) + symbols.cross(pen, x, y)
