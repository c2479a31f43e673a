"""Departments on both axes: each with its level of culture and of technology, their intervals, and the type they make.

The line in the middle of a scale is where high begins. A department that may not be shown says why instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.legend import Key, interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVEL_TICKS, LEVELS
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

CULTURE = Text("Culture", "Kultur")
TECHNOLOGY = Text("Technology", "Technologie")
LEVEL = Text("Level", "Stufe")
HIGH = Text("Where high begins", "Wo hoch beginnt")
SAID = Text(
    "{name}. {kind}. Culture: {culture}. Technology: {technology}.",
    "{name}. {kind}. Kultur: {culture}. Technologie: {technology}.",
)
SAID_HIDDEN = Text("{name}: {why}.", "{name}: {why}.")
GAP = 44.0


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One department: levels 0–4 on both axes and the type in words, or the words that say why it is not shown."""

    name: str
    culture: Side
    technology: Side
    kind: str

    @property
    def shown(self) -> bool:
        """Whether anything is drawn."""
        return isinstance(self.culture, Estimate) or isinstance(self.technology, Estimate)


def unit_axes(rows: Sequence[UnitRow], cuts: tuple[float, float], sheet: Sheet) -> str:
    """At least one department, in the caller's order; `cuts` are where high begins on both axes."""
    pen, narrow, width = Pen(sheet), sheet.narrow, sheet.width
    say = sheet.locale.say
    known = [each for row in rows for each in (row.culture, row.technology) if isinstance(each, Estimate)]
    keys = [
        Key(say(LEVEL), _dot, 14),
        *([interval_key(sheet.locale, known[0].level)] if known else []),
        Key(say(HIGH), lambda pen, x, y: pen.line(x, y - 9, x, y + 9, "stroke-ink thick"), 10),
    ]
    drawn_keys, top = legend(pen, keys)
    room = 0.0 if narrow else min(max(pen.width(row.name, "name") for row in rows) + 20, width * 0.26)
    kinds = 0.0 if narrow else min(max(pen.width(row.kind, "small") for row in rows) + 8, width * 0.24)
    half = (width - room - kinds - GAP * (1 if narrow else 2)) / 2
    scales = (
        Scale(0, 4, room + 8, room + half - 8),
        Scale(0, 4, room + half + GAP, room + 2 * half + GAP - 16),
    )
    drawn = [drawn_keys]
    for scale, axis in zip(scales, (CULTURE, TECHNOLOGY), strict=True):
        drawn.append(pen.text(scale.start - 4, top + 20, say(axis), "small fill-muted"))
        drawn += [
            pen.text(scale(level), top + 38, sheet.locale.number(level), "tick fill-muted", "middle")
            for level in LEVEL_TICKS
        ]
    top += 46
    for row in rows:
        mark, top = (_narrow if narrow else _wide)(row, pen, scales, cuts, top, (room, kinds))
        drawn.append(mark)
    return pen.finish(top + 2, *drawn)


def _wide(
    row: UnitRow,
    pen: Pen,
    scales: tuple[Scale, Scale],
    cuts: tuple[float, float],
    top: float,
    rooms: tuple[float, float],
) -> tuple[str, float]:
    width = pen.sheet.width
    name = wrap(row.name, rooms[0] - 16, "name", 3)
    # A reason stands where the scales would be, and has their room.
    kind = wrap(row.kind, rooms[1] if row.shown else width - rooms[0] - 16, "small", 3)
    height = max(34.0, 18.0 * len(name) + 14, 15.0 * len(kind) + 14)
    y = top + height / 2
    at, anchor = (width, "end") if row.shown else (rooms[0] + 24, "")
    drawn = pen.mark(
        _sentence(row, pen),
        (0, top + 1, width, height - 2),
        pen.line(0, top, width, top, "stroke-line hair"),
        pen.lines(0, y + 5 - 9 * (len(name) - 1), name, "name", 18),
        _grid(pen, scales, cuts, top, top + height) + _marks(row, pen, scales, y)
        if row.shown
        else symbols.cross(pen, rooms[0] + 10, y),
        pen.lines(
            at,
            y + 4 - 7.5 * (len(kind) - 1),
            kind,
            "small fill-muted" if not row.shown else "small",
            15,
            anchor,
        ),
    )
    return drawn, top + height


def _narrow(
    row: UnitRow,
    pen: Pen,
    scales: tuple[Scale, Scale],
    cuts: tuple[float, float],
    top: float,
    _rooms: tuple[float, float],
) -> tuple[str, float]:
    width = pen.sheet.width
    name, kind = wrap(row.name, width, "head", 3), wrap(row.kind, width, "small", 3)
    below = top + 20 + 19 * (len(name) - 1) + 18
    y = below + 15 * (len(kind) - 1) + 22
    end = y + 14 if row.shown else y - 10
    drawn = pen.mark(
        _sentence(row, pen),
        (0, top + 1, width, end - top - 2),
        pen.line(0, top, width, top, "stroke-line hair"),
        pen.lines(0, top + 20, name, "head", 19),
        pen.lines(0, below, kind, "small fill-muted", 15),
        _grid(pen, scales, cuts, y - 9, y + 9) + _marks(row, pen, scales, y) if row.shown else "",
    )
    return drawn, end


def _marks(row: UnitRow, pen: Pen, scales: tuple[Scale, Scale], y: float) -> str:
    drawn = []
    for scale, side in zip(scales, (row.culture, row.technology), strict=True):
        if isinstance(side, Estimate):
            drawn.append(symbols.whisker(pen, scale(side.low), scale(side.high), y, "stroke-inside thick"))
            drawn.append(_dot(pen, scale(side.value), y))
    return "".join(drawn)


def _dot(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 6, "stroke-surface fill-inside")


def _grid(pen: Pen, scales: tuple[Scale, Scale], cuts: tuple[float, float], top: float, bottom: float) -> str:
    drawn = []
    for scale, cut in zip(scales, cuts, strict=True):
        drawn += [pen.line(scale(v), top, scale(v), bottom, "stroke-line hair") for v in LEVEL_TICKS]
        drawn.append(pen.line(scale(cut), top, scale(cut), bottom, "stroke-ink thick"))
    return "".join(drawn)


def _sentence(row: UnitRow, pen: Pen) -> str:
    locale = pen.sheet.locale
    if not row.shown:
        return locale.say(SAID_HIDDEN, name=row.name, why=row.kind)
    culture, technology = (
        side if isinstance(side, str) else LEVELS.estimate(side, locale)
        for side in (row.culture, row.technology)
    )
    return locale.say(SAID, name=row.name, kind=row.kind, culture=culture, technology=technology)
