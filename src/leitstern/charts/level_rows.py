"""Rows on the scale of levels 0 to 4, name on the left and words on the right: what profile and movement share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVEL_TICKS
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leitstern.charts.legend import Key
    from leitstern.charts.sheet import Sheet

LEVEL = Text("level", "Stufe")
HALF = 15  # pixels a row's marks take above and below their line


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One line: its name, what it says aloud, how its marks are drawn, and what stands at its end in which style."""

    name: str
    sentence: str
    draw: Callable[[Pen, Scale, float], str]
    end: str
    style: str
    href: str = ""


def level_rows(rows: Sequence[LevelRow], keys: Sequence[Key], heading: str, sheet: Sheet) -> str:
    """At least one row, in the caller's order; `heading` stands above what is at the end of rows."""
    pen, narrow, width = Pen(sheet), sheet.narrow, sheet.width
    drawn_keys, top = legend(pen, keys)
    longest = max(pen.width(row.name, "name") for row in rows)
    room = 0.0 if narrow else min(longest, width * 0.34)
    ends = [wrap(row.end, 150 if not narrow else width * 0.5, "small", 2) for row in rows]
    wide = max([pen.width(heading, "small"), *(pen.width(line, "value") for end in ends for line in end)])
    scale = Scale(0, 4, 12, width - 12) if narrow else Scale(0, 4, room + 28, width - wide - 32)
    locale = sheet.locale
    drawn = [drawn_keys, pen.text(scale.start - 8, top + 18, locale.say(LEVEL), "small fill-muted")]
    drawn += [
        pen.text(scale(level), top + 38, locale.number(level), "tick fill-muted", "middle")
        for level in LEVEL_TICKS
    ]
    if not narrow:
        drawn.append(pen.text(width, top + 38, heading, "small fill-muted", "end"))
    top = first = top + 46
    for row, end in zip(rows, ends, strict=True):
        mark, top = (_narrow if narrow else _wide)(row, end, pen, scale, top, room)
        drawn.append(mark)
    grid = "" if narrow else _grid(pen, scale, first, top)
    return pen.finish(top, grid, *drawn)


def _wide(
    row: LevelRow, end: Sequence[str], pen: Pen, scale: Scale, top: float, room: float
) -> tuple[str, float]:
    name = wrap(row.name, room, "name")
    height = max(2 * HALF + 8.0, 18.0 * len(name) + 14, 16.0 * len(end) + 12)
    y, width = top + height / 2, pen.sheet.width
    mark = pen.mark(
        row.sentence,
        (0, top + 1, width, height - 2),
        pen.line(0, top, width, top, "stroke-line hair"),
        pen.lines(0, y + 5 - 9 * (len(name) - 1), name, "name", 18),
        row.draw(pen, scale, y),
        pen.lines(width, y + 5 - 8 * (len(end) - 1), list(end), row.style, 16, "end"),
        href=row.href,
    )
    return mark, top + height


def _narrow(
    row: LevelRow, end: Sequence[str], pen: Pen, scale: Scale, top: float, room: float
) -> tuple[str, float]:
    width = pen.sheet.width
    taken = max((pen.width(line, "value") for line in end), default=0)
    name = wrap(row.name, width - taken - 14, "head", 4)
    y = top + 12 + 19 * max(len(name), len(end)) + HALF
    mark = pen.mark(
        row.sentence,
        (0, top + 1, width, y + HALF + 4 - top),
        pen.line(0, top, width, top, "stroke-line hair"),
        pen.lines(0, top + 22, name, "head", 19),
        pen.lines(width, top + 22, list(end), row.style, 16, "end"),
        _grid(pen, scale, y - 9, y + 9),
        row.draw(pen, scale, y),
        href=row.href,
    )
    return mark, y + HALF + 6 + room


def _grid(pen: Pen, scale: Scale, top: float, bottom: float) -> str:
    return "".join(pen.line(scale(v), top, scale(v), bottom, "stroke-line hair") for v in LEVEL_TICKS)
