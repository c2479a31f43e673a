"""Where the organisation stands between culture (to the right) and technology (upwards), seen from every side.

Each view is a cloud: an ellipse that holds nine of ten possible positions. An arrow leads from the leaders' picture to
what evidence and customers show; a star marks the target. Who sees culture only stands on its axis. On a phone the names
move into a numbered list below.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from leitstern.charts import quadrant_field as field
from leitstern.charts import symbols
from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVELS
from leitstern.charts.scales import Scale
from leitstern.charts.spread import place
from leitstern.charts.svg import Pen, points
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.quadrant_field import MatrixCloud, Quadrants
    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box, Point

SELF_IMAGE = Text("from self-image to what shows", "vom Selbstbild zu dem, was sich zeigt")


def type_matrix(
    clouds: Sequence[MatrixCloud], quadrants: Quadrants, sheet: Sheet, arrow: tuple[int, int] | None = None
) -> str:
    """The matrix; `arrow` leads from one cloud to another, by their places in `clouds`."""
    pen = Pen(sheet)
    keys, top = legend(pen, _keys(clouds, arrow, pen))
    side = min(sheet.width - 34.0, 520.0)
    plot: Box = (26.0, top + 28, sheet.width - 34.0, side * (1 if sheet.narrow else 0.86))
    x = Scale(0, 4, plot[0], plot[0] + plot[2])
    y = Scale(0, 4, plot[1] + plot[3], plot[1])
    frame, taken = field.frame(quadrants, pen, plot, x, y)
    spots = [_spot(cloud, x, y, plot) for cloud in clouds]
    taken += [(px - 9, py - 9, 18.0, 18.0) for px, py in spots]
    outlines = [field.outline(cloud, x, y) for cloud in clouds]
    ends = (spots[arrow[0]], spots[arrow[1]]) if arrow else None
    ink = [field.speck(p) for outline in outlines for p in outline] + [field.speck(p) for p in _between(ends)]
    ink += [
        (x(quadrants.culture) - 1, plot[1], 2.0, plot[3]),
        (plot[0], y(quadrants.technology) - 1, plot[2], 2.0),
    ]
    drawn = [keys, *(_cloud(c, o, x, y, pen) for c, o in zip(clouds, outlines, strict=True)), frame]
    if ends:
        drawn.append(_arrow(*ends, pen))
    names, bottom = (
        _numbered(clouds, spots, taken, pen, plot)
        if sheet.narrow
        else _named(clouds, spots, taken, ink, pen, plot)
    )
    for cloud, spot, name in zip(clouds, spots, names, strict=True):
        hit = (spot[0] - 14, spot[1] - 14, 28.0, 28.0)
        drawn.append(pen.mark(field.cloud_sentence(cloud, pen), hit, _dot(cloud, spot, pen), name))
    return pen.finish(bottom, *drawn)


def _keys(clouds: Sequence[MatrixCloud], arrow: tuple[int, int] | None, pen: Pen) -> list[Key]:
    say = pen.sheet.locale.say
    keys = [Key(say(field.TARGET), field.goal, 18)]
    if any(isinstance(cloud.technology, Estimate) for cloud in clouds):
        keys.append(
            Key(say(field.CLOUD), lambda pen, x, y: pen.circle(x, y, 8, "stroke-muted fill-muted faint"), 18)
        )
    return keys + ([Key(say(SELF_IMAGE), _sample_arrow, 26)] if arrow else [])


def _spot(cloud: MatrixCloud, x: Scale, y: Scale, plot: Box) -> Point:
    """Where a view stands; on the axis it sees if it sees one only."""
    across = x(cloud.culture.value) if isinstance(cloud.culture, Estimate) else plot[0]
    upright = y(cloud.technology.value) if isinstance(cloud.technology, Estimate) else plot[1] + plot[3]
    return across, upright


def _cloud(cloud: MatrixCloud, outline: Sequence[Point], x: Scale, y: Scale, pen: Pen) -> str:
    """The ellipse, or the interval on the one axis that is seen."""
    if outline:
        depth = "soft" if cloud.tone == "ink" else "faint"
        return pen.path(points(*outline) + "Z", f"stroke-{cloud.tone} fill-{cloud.tone} {depth}")
    if isinstance(cloud.culture, Estimate):
        ends = x(cloud.culture.low), x(cloud.culture.high)
        return symbols.whisker(pen, *ends, y(0), f"stroke-{cloud.tone} thick")
    if isinstance(cloud.technology, Estimate):
        low, high = y(cloud.technology.low), y(cloud.technology.high)
        return pen.line(x(0), low, x(0), high, f"stroke-{cloud.tone} thick")
    return ""


def _between(ends: tuple[Point, Point] | None) -> list[Point]:
    """Places along the arrow."""
    if not ends:
        return []
    (x1, y1), (x2, y2) = ends
    return [(x1 + (x2 - x1) * i / 30, y1 + (y2 - y1) * i / 30) for i in range(31)]


def _dot(cloud: MatrixCloud, spot: Point, pen: Pen) -> str:
    if cloud.tone == "ink":
        return pen.circle(*spot, 8, "stroke-surface fill-ink")
    if cloud.tone == "inside":
        return symbols.belief(pen, *spot)
    return symbols.lived(pen, *spot)


def _arrow(start: Point, end: Point, pen: Pen) -> str:
    """From one dot to another, not touching either; nothing where they all but touch."""
    long = hypot(end[0] - start[0], end[1] - start[1])
    if long < 36:
        return ""
    dx, dy = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    tail, head = (start[0] + 11 * dx, start[1] + 11 * dy), (end[0] - 12 * dx, end[1] - 12 * dy)
    wings = [(head[0] - 10 * dx + s * 5 * dy, head[1] - 10 * dy - s * 5 * dx) for s in (1, -1)]
    return pen.path(points(tail, head) + points(wings[0], head, wings[1]), "stroke-gap thick round")


def _sample_arrow(pen: Pen, x: float, y: float) -> str:
    return pen.path(
        points((x - 12, y), (x + 11, y)) + points((x + 5, y - 4), (x + 11, y), (x + 5, y + 4)),
        "stroke-gap thick round",
    )


def _named(
    clouds: Sequence[MatrixCloud],
    spots: Sequence[Point],
    taken: list[Box],
    avoided: Sequence[Box],
    pen: Pen,
    plot: Box,
) -> tuple[list[str], float]:
    """A name near each dot, a thread to it where it could not stay close."""
    names = []
    for cloud, spot in zip(clouds, spots, strict=True):
        lines = wrap(cloud.name, 170, "value", 2)
        size = (max(pen.width(line, "value") for line in lines), 16.0 * len(lines))
        box = place(spot, size, taken, avoided, plot)
        if not box:
            names.append("")
            continue
        taken.append((box[0] - 6, box[1] - 2, box[2] + 12, box[3] + 4))
        end = box[0] + box[2] < spot[0]
        at = box[0] + (box[2] if end else 0)
        colour = f"value fill-{cloud.tone}"
        text = pen.lines(at, box[1] + 12, lines, colour, 16, "end" if end else "")
        names.append(_thread(spot, box, pen) + text)
    return names, plot[1] + plot[3] + 44


def _thread(spot: Point, box: Box, pen: Pen) -> str:
    x = min(max(spot[0], box[0]), box[0] + box[2])
    y = min(max(spot[1], box[1]), box[1] + box[3])
    return pen.line(*spot, x, y, "stroke-muted hair") if hypot(x - spot[0], y - spot[1]) > 20 else ""


def _numbered(
    clouds: Sequence[MatrixCloud], spots: Sequence[Point], taken: list[Box], pen: Pen, plot: Box
) -> tuple[list[str], float]:
    """A number beside each dot and its meaning in a list below."""
    names, y = [], plot[1] + plot[3] + 44
    for number, (cloud, spot) in enumerate(zip(clouds, spots, strict=True), 1):
        box = place(spot, (pen.width(str(number), "value"), 13), taken, [], plot)
        near = ""
        if box:
            taken.append(box)
            near = pen.text(box[0], box[1] + 11, str(number), f"value fill-{cloud.tone}")
        lines = wrap(cloud.name, pen.sheet.width - 30, "label", 2)
        listed = pen.text(18, y + 14, str(number), f"value fill-{cloud.tone}", "end")
        listed += pen.lines(30, y + 14, lines, "label", 17)
        listed += pen.text(30, y + 14 + 17 * len(lines), _short(cloud, pen), "small fill-muted")
        names.append(near + listed)
        y += 26 + 17 * len(lines)
    return names, y


def _short(cloud: MatrixCloud, pen: Pen) -> str:
    """Both values in few words: → 3.1 · ↑ 1.4."""
    locale = pen.sheet.locale
    parts = [
        f"{arrow} {LEVELS.text(side.value, locale)} ({LEVELS.interval(side, locale)})"
        for arrow, side in (("→", cloud.culture), ("↑", cloud.technology))
        if isinstance(side, Estimate)
    ]
    return " · ".join(parts)
