"""Levels per dimension and department. What may not be shown is marked, never blank: a blank would look like nothing.

Dimensions are rows under their axis, departments columns whose names read upwards, the whole organisation first. The
deeper the colour the higher the level; the number stands in every cell. Where there is no room for that, on a phone or
with very many departments, each dimension is one scale with a dot per department, and the lowest and highest named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVEL_TICKS, LEVELS
from leitstern.charts.scales import Scale
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
ONE = Text("a department", "ein Bereich")
SAID = Text("{row}, {column}: {level}.", "{row}, {column}: {level}.")
SAID_ALL = Text(
    "{row}. {whole}: {level}. Lowest {lowest}, highest {highest}. Not shown: {hidden}.",
    "{row}. {whole}: {level}. Am niedrigsten {lowest}, am höchsten {highest}. Nicht gezeigt: {hidden}.",
)
NOTHING = Text("nothing shown", "nichts gezeigt")
HIDDEN = Text("{n} not shown", "{n} nicht gezeigt")
CELL = 30.0  # height in pixels
SMALLEST = 27.0  # narrowest cell in pixels
HEAD = 150.0  # longest name of a department, reading upwards


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One dimension: a level 0–4 per department, or the words that say why it is not shown; `group` is its axis."""

    name: str
    cells: tuple[Side, ...]
    group: str = ""
    href: str = ""


def unit_heat_map(rows: Sequence[HeatRow], columns: Sequence[str], sheet: Sheet) -> str:
    """At least one row and one column, the first the whole organisation; every row has a cell per column."""
    pen = Pen(sheet)
    room = min(max(pen.width(row.name, "name") for row in rows) + 14, sheet.width * 0.34)
    cell = (sheet.width - room - 8) / len(columns)
    if sheet.narrow or cell < SMALLEST:
        return _strips(rows, columns, pen)
    return _table(rows, columns, pen, room, min(cell, 84.0))


def _table(rows: Sequence[HeatRow], columns: Sequence[str], pen: Pen, room: float, cell: float) -> str:
    drawn, top = legend(
        pen,
        [
            Key(name, symbols.sample(f"stroke-line hair {depth}", 16), 24)
            for name, depth in zip(RANGES, DEPTHS, strict=True)
        ]
        + _hidden_key(rows, pen),
    )
    heads = [wrap(name, HEAD, "small", 2) for name in columns]
    top += 18 + max(pen.width(line, "small") for head in heads for line in head)
    parts = [drawn]
    for place, head in enumerate(heads):
        at = room + _gap(place) + (place + 0.5) * cell + 4 - 7.5 * (len(head) - 1)
        parts.append(pen.upright(at, top - 8, head, "small" if place else "value", 15))
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            parts.append(pen.text(0, top + 20, group, "small fill-muted"))
            top += 28
        name = wrap(row.name, room - 12, "name", 2)
        height = max(CELL, 18.0 * len(name) + 6)
        parts.append(pen.lines(0, top + height / 2 + 5 - 9 * (len(name) - 1), name, "name", 18))
        for place, side in enumerate(row.cells):
            box = (room + _gap(place) + place * cell + 1, top + 1, cell - 2, height - 2)
            parts.append(_cell(side, row, columns[place], pen, box))
        top += height
    return pen.finish(top + 2, *parts)


def _gap(place: int) -> float:
    """A little distance between the whole organisation and its departments."""
    return 8.0 if place else 0.0


def _strips(rows: Sequence[HeatRow], columns: Sequence[str], pen: Pen) -> str:
    """A scale per dimension: the whole organisation solid, every department a ring."""
    width, locale = pen.sheet.width, pen.sheet.locale
    drawn, top = legend(pen, [Key(columns[0], _solid, 14), Key(locale.say(ONE), _ring, 14)])
    scale = Scale(0, 4, 12, width - 12)
    parts, group = [drawn], ""
    for row in rows:
        if row.group != group:
            group = row.group
            parts.append(pen.text(0, top + 26, group, "small fill-muted"))
            parts += [
                pen.text(scale(v), top + 44, locale.number(v), "tick fill-muted", "middle")
                for v in LEVEL_TICKS
            ]
            top += 42
        name = wrap(row.name, width, "head", 3)
        y = top + 26 + 19 * (len(name) - 1) + 20
        lowest, highest, hidden = _ends(row, columns, pen)
        below = [lowest, highest] if lowest != highest else [lowest]
        below += [locale.say(HIDDEN, n=hidden)] if hidden else []
        lines = [line for said in below for line in wrap(said, width, "small", 2)]
        end = y + 12 + 17 * len(lines) + 6
        parts.append(
            pen.mark(
                _all(row, columns, pen),
                (0, top + 4, width, end - top - 6),
                pen.lines(0, top + 24, name, "head", 19),
                "".join(pen.line(scale(v), y - 8, scale(v), y + 8, "stroke-line hair") for v in LEVEL_TICKS),
                pen.line(scale(0), y, scale(4), y, "stroke-line hair"),
                "".join(_ring(pen, scale(s.value), y) for s in row.cells[1:] if isinstance(s, Estimate)),
                _solid(pen, scale(row.cells[0].value), y) if isinstance(row.cells[0], Estimate) else "",
                pen.lines(0, y + 26, lines, "small fill-muted", 17),
                href=row.href,
            )
        )
        top = end
    return pen.finish(top + 4, *parts)


def _ends(row: HeatRow, columns: Sequence[str], pen: Pen) -> tuple[str, str, int]:
    """The departments with the lowest and the highest level, and how many are hidden."""
    locale = pen.sheet.locale
    shown = [
        (side.value, name)
        for side, name in zip(row.cells[1:], columns[1:], strict=True)
        if isinstance(side, Estimate)
    ]
    hidden = len(row.cells) - 1 - len(shown)
    if not shown:
        return locale.say(NOTHING), locale.say(NOTHING), hidden
    low, high = min(shown), max(shown)
    return f"{LEVELS.text(low[0], locale)} {low[1]}", f"{LEVELS.text(high[0], locale)} {high[1]}", hidden


def _all(row: HeatRow, columns: Sequence[str], pen: Pen) -> str:
    locale, whole = pen.sheet.locale, row.cells[0]
    lowest, highest, hidden = _ends(row, columns, pen)
    level = LEVELS.estimate(whole, locale) if isinstance(whole, Estimate) else whole
    return locale.say(
        SAID_ALL, row=row.name, whole=columns[0], level=level, lowest=lowest, highest=highest, hidden=hidden
    )


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


def _hidden_key(rows: Sequence[HeatRow], pen: Pen) -> list[Key]:
    hidden = any(isinstance(cell, str) for row in rows for cell in row.cells)
    return [Key(pen.sheet.locale.say(NOT_SHOWN), _hidden, 20)] if hidden else []


def _hidden(pen: Pen, x: float, y: float) -> str:
    return pen.rect((x - 9, y - 8, 18, 16), "stroke-muted hair dots", 4) + symbols.cross(pen, x, y)


def _solid(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 6.5, "stroke-surface fill-inside")


def _ring(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 4.5, "stroke-inside fill-inside faint")
