"""How long each route takes: where possible worlds arrive on one axis of time, with the middle and eight of ten.

The hill above each line is the share of possible worlds that arrive at that time; the bar holds eight of ten of them,
the dot is the middle one. Nobody sees a single date, because there is none. Where several types are possible, each has
its routes under its own heading, on the same axis: futures are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, points
from leitstern.core.inside.times import YEARS, unit_for
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.core.inside.times import TimeUnit

UNTIL = Text("{unit} until a Star", "{unit} bis zum Star")
THERE = Text("there already", "schon dort")
MIDDLE = Text("middle", "Mitte")
EIGHT = Text("eight of ten", "acht von zehn")
SAID = Text(
    "{name}. As likely as not within {middle}; nine of ten take at least {early}, one of ten takes longer than {late}.",
    "{name}. Die Hälfte braucht höchstens {middle}, neun von zehn mindestens {early}, eine von zehn länger als {late}.",
)
SAID_THERE = Text("{name}. You are there already.", "{name}. Sie sind schon dort.")
HILL = 34  # pixels of the highest hill
STEP = 3  # months of one part of a density


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One route: quantiles in months, and the share of worlds that arrive in each three months from now.

    `note` stands below the name: that it is recommended, or who would take it.
    """

    name: str
    p10: float
    p50: float
    p90: float
    density: tuple[float, ...]
    recommended: bool = False
    risky: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RouteFuture:
    """The routes of one possible type; `name` heads them, "" where there is only one."""

    name: str
    rows: tuple[RouteRow, ...]


def route_times(futures: Sequence[RouteFuture], sheet: Sheet) -> str:
    """At least one future with at least one route, in the caller's order."""
    pen, narrow = Pen(sheet), sheet.narrow
    say = sheet.locale.say
    keys, top = legend(
        pen,
        [
            Key(say(MIDDLE), lambda pen, x, y: pen.circle(x, y, 6, "stroke-surface fill-ink"), 14),
            Key(say(EIGHT), lambda pen, x, y: pen.line(x - 12, y, x + 12, y, "stroke-ink heavy round"), 26),
        ],
    )
    rows = [row for future in futures for row in future.rows]
    unit = unit_for(*(row.p90 for row in rows))
    end = int(max(max(row.p90 for row in rows) * 1.12, 12) // unit.months) + 1
    room = 0.0 if narrow else min(max(_named(row, pen) for row in rows) + 24, sheet.width * 0.3)
    figures = 0.0 if narrow else max(pen.width(_figures(row, pen, unit), "small") for row in rows) + 20
    scale = Scale(0, end * unit.months, room + 8, sheet.width - figures - 8)
    top += 14
    drawn, first = [keys], top
    for future in futures:
        peak = max((max(row.density, default=0) for row in future.rows if row.p90 > 0), default=0) or 1
        if future.name:
            head = wrap(future.name, sheet.width, "head", 3)
            drawn.append(pen.lines(0, top + 22, head, "head", 20))
            top += 14 + 20 * len(head)
        for row in future.rows:
            mark, top = _row(row, pen, scale, top, room, peak, unit)
            drawn.append(mark)
        top += 10 if future.name else 0
    grid = _grid(pen, scale, end, first, top, unit)
    drawn.append(pen.text(scale.end, top + 36, say(UNTIL, unit=say(unit.name)), "small fill-muted", "end"))
    return pen.finish(top + 44, grid, *drawn)


def _named(row: RouteRow, pen: Pen) -> float:
    return max(pen.width(row.name, "name"), pen.width(row.note, "small"))


def _row(
    row: RouteRow, pen: Pen, scale: Scale, top: float, room: float, peak: float, unit: TimeUnit
) -> tuple[str, float]:
    narrow, width = pen.sheet.narrow, pen.sheet.width
    colour = "bridge" if row.recommended else "gap" if row.risky else "muted"
    kind = "head" if row.recommended else "name"
    noted = "small fill-bridge" if row.recommended else "small fill-muted"
    if narrow:
        name = wrap(row.name, width, kind, 3)
        below = top + 18 + 19 * len(name) - 2
        base = below + (18 if row.note else 0) + 18 + HILL
        head = pen.lines(0, top + 18, name, kind, 19)
        head += pen.text(0, below, row.note, noted)
        head += pen.text(0, below + (18 if row.note else 0), _figures(row, pen, unit), "small fill-muted")
    else:
        name = wrap(row.name, room - 16, kind, 3)
        height = max(HILL + 26.0, 19.0 * len(name) + (38 if row.note else 22))
        base = top + height - 12
        head = pen.lines(0, base - 12 - 19 * (len(name) - 1), name, kind, 19)
        head += pen.text(0, base + 5, row.note, noted)
        head += pen.text(width, base + 4, _figures(row, pen, unit), "small", "end")
    bottom = base + 14
    drawn = pen.mark(
        _sentence(row, pen, unit),
        (0, top + 2, width, bottom - top - 4),
        pen.line(0, bottom, width, bottom, "stroke-line hair"),
        head,
        _hill(row, pen, scale, base, peak, colour),
        pen.line(scale(row.p10), base, scale(row.p90), base, f"stroke-{colour} heavy round"),
        pen.circle(scale(row.p50), base, 6, f"stroke-surface fill-{colour}"),
    )
    return drawn, bottom


def _hill(row: RouteRow, pen: Pen, scale: Scale, base: float, peak: float, colour: str) -> str:
    if row.p90 <= 0:
        return ""
    places = [(scale(0), base)]
    for i, share in enumerate(row.density):
        at = (i + 0.5) * STEP
        if at > scale.high:
            break
        places.append((scale(at), base - HILL * share / peak))
    places.append((places[-1][0], base))
    dashed = " dash" if row.risky else ""
    return pen.path(points(*places) + "Z", f"stroke-{colour} hair fill-{colour} soft{dashed}")


def _grid(pen: Pen, scale: Scale, end: int, top: float, bottom: float, unit: TimeUnit) -> str:
    every = (1 if end <= 8 and not pen.sheet.narrow else 2 if end <= 16 else 4) if unit is YEARS else 3
    drawn = []
    for place in range(0, end + 1, every):
        x = scale(place * unit.months)
        drawn.append(pen.line(x, top, x, bottom + 4, "stroke-line hair"))
        drawn.append(pen.text(x, bottom + 17, str(place), "tick fill-muted", "middle"))
    return "".join(drawn)


def _figures(row: RouteRow, pen: Pen, unit: TimeUnit) -> str:
    say = pen.sheet.locale.say
    if row.p90 <= 0:
        return say(THERE)
    return f"{say(unit.number(row.p50))} ({say(unit.between(row.p10, row.p90))})"


def _sentence(row: RouteRow, pen: Pen, unit: TimeUnit) -> str:
    say = pen.sheet.locale.say
    name = f"{row.name} ({row.note})" if row.note else row.name
    if row.p90 <= 0:
        return say(SAID_THERE, name=name)
    return say(SAID, name=name, early=unit.span(row.p10), middle=unit.span(row.p50), late=unit.span(row.p90))
