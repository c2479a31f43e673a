"""The routes A to D on the field of culture and technology: where each leads from here, and within how many months.

Dotted and quiet lie the four routes as the source paper draws them, from type to type. From the own position, with the
ellipse that holds nine of ten possible ones, a path leads to the target for every route that is open, in the order in
which the route builds things: A culture, C culture and then technology, D technology first, B both at once. Times stand
beside it, for each possible type by itself and always as a band: half of all cases arrive within the first number, eight
of ten within the second. There is no single date.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from leitstern.charts import quadrant_field as field
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.spread import overlaps, place
from leitstern.charts.svg import Pen, points
from leitstern.core.inside.route_words import Route
from leitstern.core.inside.times import MONTHS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.quadrant_field import MatrixCloud, Quadrants
    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box, Point

HERE = Text("You are here", "Sie stehen hier")
LANES = Text("the four routes of the source", "die vier Routen der Quelle")
BAND = Text(
    "Months until a Star: half of all cases arrive within the first number, eight of ten within the second.",
    "Monate bis zum Star: Die Hälfte aller Fälle ist nach der ersten Zahl dort, acht von zehn nach der zweiten.",
)
THERE = Text("there already", "schon dort")
TIMES = Text("{future}: {band}", "{future}: {band}")
SAID = Text(
    "Half of all cases arrive within {middle}, eight of ten within {late}.",
    "Die Hälfte aller Fälle ist nach {middle} dort, acht von zehn nach {late}.",
)
SAID_THERE = Text("You are there already.", "Sie sind schon dort.")

LINES: dict[Route, tuple[Point, ...]] = {  # as the source draws them, in levels of culture and technology
    Route.A: ((0.45, 2.9), (2.5, 2.9)),
    Route.B: ((0.5, 1.4), (2.45, 2.6)),
    Route.C: ((0.5, 0.95), (2.8, 0.95), (2.8, 2.45)),
    Route.D: ((3.75, 1.1), (3.75, 2.55)),
}
CORNER = 26.0  # pixels that a path with a corner keeps away from one without
PARTS = 24  # straight parts of a curve
CLEAR = 15.0  # pixels around the target and the own position
BESIDE = 900  # pixels of a sheet from which on the list stands beside the field
FIELD = 600.0  # pixels of the field, then
BADGE = 10.0  # radius


@dataclass(frozen=True, slots=True)
class RouteTime:
    """Months until half of all cases, and eight of ten, are there, if the organisation is of one possible type.

    `future` names the type, "" where no other is possible.
    """

    future: str
    p50: float
    p80: float


@dataclass(frozen=True, slots=True)
class RoutePath:
    """One open route: what it is called, what is to be said of it, and its times, the likeliest type first."""

    route: Route
    name: str
    times: tuple[RouteTime, ...]
    note: str = ""
    recommended: bool = False
    risky: bool = False


def route_map(here: MatrixCloud, paths: Sequence[RoutePath], quadrants: Quadrants, sheet: Sheet) -> str:
    """At least one path, the most important first; `here` must be seen on both axes."""
    pen, say = Pen(sheet), sheet.locale.say
    keys, top = legend(
        pen,
        [
            Key(say(field.TARGET), field.goal, 18),
            Key(say(field.CLOUD), lambda pen, x, y: pen.circle(x, y, 8, "stroke-ink fill-ink soft"), 18),
            Key(say(LANES), lambda pen, x, y: pen.line(x - 12, y, x + 12, y, "stroke-muted thick dots"), 26),
        ],
    )
    beside = sheet.width >= BESIDE
    across = FIELD if beside else sheet.width - 34.0
    plot: Box = (26.0, top + 28, across, min(across, 500.0) * (1 if sheet.narrow else 0.8))
    x = Scale(0, 4, plot[0], plot[0] + plot[2])
    y = Scale(0, 4, plot[1] + plot[3], plot[1])
    frame, taken = field.frame(quadrants, pen, plot, x, y)
    corners = field.outline(here, x, y)
    spot = _middle(here, x, y)
    target = x(field.GOAL[0]), y(field.GOAL[1])
    taken.append((spot[0] - CLEAR, spot[1] - CLEAR, 2 * CLEAR, 2 * CLEAR))
    lanes, lettered, along = _lanes(pen, x, y)
    ways = [_way(each.route, spot, target) for each in paths]
    ink = [field.speck(p) for p in (*corners, *along, *(p for way in ways for p in way))]
    drawn = [keys, frame, lanes, pen.path(points(*corners) + "Z", "stroke-ink fill-ink soft")]
    taken += lettered
    marks: list[str] = []  # the first, the recommended one, is drawn last and lies on top
    for path, way in zip(paths, ways, strict=True):
        badge = _badge(path, way, taken, ink, plot, pen)
        marks.insert(0, pen.mark(_sentence(path, pen), _around(way), _line(path, way, pen), badge))
    drawn += marks
    drawn.append(_here(here, spot, taken, ink, plot, pen))
    below = plot[1] + plot[3] + 50
    left = plot[0] + plot[2] + 40
    listed, bottom = _listed(paths, left, plot[1], pen) if beside else _listed(paths, 0, below, pen)
    return pen.finish(max(bottom, below), *drawn, listed)


def _middle(here: MatrixCloud, x: Scale, y: Scale) -> Point:
    if isinstance(here.culture, str) or isinstance(here.technology, str):
        raise TypeError("A position on one axis only is no place to set out from.")
    return x(here.culture.value), y(here.technology.value)


def _lanes(pen: Pen, x: Scale, y: Scale) -> tuple[str, list[Box], list[Point]]:
    """The source's own routes, each beginning with its letter; the boxes of these, and places along the routes."""
    drawn, taken, along = [], [], []
    for route, corners in LINES.items():
        places = [(x(across), y(upright)) for across, upright in corners]
        (x1, y1), (x2, y2) = places[0], places[1]
        long = hypot(x2 - x1, y2 - y1)
        begin = x1 + 12 * (x2 - x1) / long, y1 + 12 * (y2 - y1) / long
        drawn.append(pen.path(points(begin, *places[1:]), "stroke-muted thick dots"))
        drawn.append(_head(places[-2], places[-1], pen, "stroke-muted round"))
        drawn.append(pen.text(x1, y1 + 4.5, route.value, "value fill-muted", "middle"))
        taken.append((x1 - 9, y1 - 9, 18.0, 18.0))
        for start, end in pairwise(places):
            along += [_between(start, end, t) for t in _steps()]
    return "".join(drawn), taken, along


def _way(route: Route, start: Point, end: Point) -> list[Point]:
    """From here to the target, in the order in which the route builds things."""
    (x1, y1), (x2, y2) = start, end
    match route:
        case Route.A:  # culture: to the right, and the rest of the technology on the way
            middle = (x1 + x2) / 2
            return [_on(t, start, (middle, y1), (middle, y2), end) for t in _steps()]
        case Route.C:  # culture first, then technology
            corner = x2, max(y1, y2 + CORNER)
        case Route.D:  # technology first
            corner = min(x1, x2 - CORNER), y2
        case _:
            return [_between(start, end, t) for t in _steps()]
    return [_on(t, start, corner, corner, end) for t in _steps()]


def _steps() -> list[float]:
    return [i / PARTS for i in range(PARTS + 1)]


def _between(start: Point, end: Point, t: float) -> Point:
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t


def _on(t: float, *corners: Point) -> Point:
    """A point of the cubic Bézier curve through the first and the last of four corners."""
    u = 1 - t
    weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    return (
        sum(w * corner[0] for w, corner in zip(weights, corners, strict=True)),
        sum(w * corner[1] for w, corner in zip(weights, corners, strict=True)),
    )


def _line(path: RoutePath, way: Sequence[Point], pen: Pen) -> str:
    """The path without what lies under the target and the own position; where to stay, a ring."""
    colour, weight = _colour(path), "heavy" if path.recommended else "thick"
    if path.route is Route.HOLD:
        return pen.circle(*way[-1], CLEAR, f"stroke-{colour} {weight}")
    seen = [p for p in way if _apart(p, way[0]) > CLEAR - 5 and _apart(p, way[-1]) > CLEAR]
    if len(seen) < 2:
        return ""
    dashed = " dash" if path.risky else ""
    drawn = pen.path(points(*seen), f"stroke-{colour} {weight} round{dashed}")
    return drawn + _head(seen[-2], seen[-1], pen, f"stroke-{colour} {weight} round")


def _head(before: Point, end: Point, pen: Pen, styles: str) -> str:
    long = _apart(before, end) or 1.0
    dx, dy = (end[0] - before[0]) / long, (end[1] - before[1]) / long
    wings = [(end[0] - 8 * dx + s * 5 * dy, end[1] - 8 * dy - s * 5 * dx) for s in (1, -1)]
    return pen.path(points(wings[0], end, wings[1]), styles)


def _badge(
    path: RoutePath, way: Sequence[Point], taken: list[Box], ink: Sequence[Box], plot: Box, pen: Pen
) -> str:
    """The letter on its path where nothing else stands, with the months of the likeliest type where there is room."""
    if path.route is Route.HOLD:
        return ""
    for part in (0.55, 0.45, 0.65, 0.35, 0.75, 0.25):
        px, py = way[round(part * PARTS)]
        box = (px - BADGE - 1, py - BADGE - 1, 2 * BADGE + 2, 2 * BADGE + 2)
        if not any(overlaps(box, other) for other in taken):
            taken.append(box)
            return _disc(path, px, py, pen) + _months(path, (px, py), taken, ink, plot, pen)
    return ""


def _months(path: RoutePath, spot: Point, taken: list[Box], ink: Sequence[Box], plot: Box, pen: Pen) -> str:
    """The band beside the letter; on a phone for the recommended route only."""
    if pen.sheet.narrow and not path.recommended:
        return ""
    said = _band(path.times[0], pen)
    box = place(spot, (pen.width(said, "value"), 16), taken, ink, plot)
    if not box:
        return ""
    taken.append(box)
    return pen.text(box[0], box[1] + 12, said, f"value fill-{_colour(path)}")


def _disc(path: RoutePath, x: float, y: float, pen: Pen) -> str:
    colour = _colour(path)
    ground = f"stroke-{colour} fill-{colour}" if path.recommended else f"stroke-{colour} fill-surface"
    ink = "fill-surface" if path.recommended else f"fill-{colour}"
    return pen.circle(x, y, BADGE, ground) + pen.text(x, y + 4.5, path.route.value, f"value {ink}", "middle")


def _here(
    here: MatrixCloud, spot: Point, taken: Sequence[Box], ink: Sequence[Box], plot: Box, pen: Pen
) -> str:
    """The own position with its name, where there is room for it."""
    name = pen.sheet.locale.say(HERE)
    box = place(spot, (pen.width(name, "value"), 16), taken, ink, plot)
    said = pen.text(box[0], box[1] + 12, name, "value") if box else ""
    dot = pen.circle(*spot, 8, "stroke-surface fill-ink")
    hit = (spot[0] - 14, spot[1] - 14, 28.0, 28.0)
    return pen.mark(field.cloud_sentence(here, pen), hit, dot, said)


def _listed(paths: Sequence[RoutePath], left: float, top: float, pen: Pen) -> tuple[str, float]:
    """Every path with its months, for each possible type by itself."""
    wide, say = pen.sheet.width - left, pen.sheet.locale.say
    head = wrap(say(BAND), wide, "small", 4)
    drawn, y = [pen.lines(left, top + 12, head, "small fill-muted", 18)], top + 18.0 * len(head)
    for path in paths:
        kind = "head" if path.recommended else "name"
        name = wrap(path.name, wide - 64, kind, 2)
        badge = "" if path.route is Route.HOLD else _disc(path, left + 11, y + 21, pen)
        row = [badge, pen.lines(left + 30, y + 26, name, kind, 19)]
        y += 26 + 19.0 * (len(name) - 1)
        if path.note:
            y += 19
            row.append(pen.text(left + 30, y, path.note, f"small fill-{_colour(path)}"))
        for time in path.times:
            for line in wrap(_figures(time, pen), wide - 30, "small", 2):
                y += 19
                row.append(pen.text(left + 30, y, line, "small"))
        y += 6
        drawn += row
    return "".join(drawn), y + 6


def _figures(time: RouteTime, pen: Pen) -> str:
    band = _band(time, pen)
    return pen.sheet.locale.say(TIMES, future=time.future, band=band) if time.future else band


def _band(time: RouteTime, pen: Pen) -> str:
    return pen.sheet.locale.say(THERE if time.p80 <= 0 else MONTHS.between(time.p50, time.p80))


def _sentence(path: RoutePath, pen: Pen) -> str:
    say = pen.sheet.locale.say
    said = [f"{path.name} ({path.note})." if path.note else f"{path.name}."]
    for time in path.times:
        frame = SAID_THERE if time.p80 <= 0 else SAID
        times = say(frame, middle=say(MONTHS.after(time.p50)), late=say(MONTHS.after(time.p80)))
        said.append(f"{time.future}: {times}" if time.future else times)
    return " ".join(said)


def _colour(path: RoutePath) -> str:
    return "bridge" if path.recommended else "gap" if path.risky else "muted"


def _around(way: Sequence[Point]) -> Box:
    """What reacts to the pointer: around the middle of a path, so that paths do not lie on top of each other."""
    px, py = way[round(0.55 * PARTS)]
    return px - 14, py - 14, 28.0, 28.0


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
