"""The field on which organisations stand: culture to the right, technology upwards, the four types in its corners."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, log, pi, sin, sqrt
from typing import TYPE_CHECKING, Literal

from leitstern.charts.letters import wrap
from leitstern.charts.levels import LEVEL_TICKS, LEVELS
from leitstern.charts.svg import points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.charts.scales import Scale
    from leitstern.charts.sheet import Side
    from leitstern.charts.svg import Box, Pen, Point

Tone = Literal["inside", "outside", "ink"]  # who looks: people inside, customers and evidence, all together

CULTURE = Text("→ culture", "→ Kultur")
TECHNOLOGY = Text("↑ technology", "↑ Technologie")
TARGET = Text("Target", "Ziel")
CLOUD = Text("holds nine of ten possible positions", "enthält neun von zehn möglichen Orten")
SAID = Text(
    "{name}. Culture: {culture}. Technology: {technology}.",
    "{name}. Kultur: {culture}. Technologie: {technology}.",
)
NINE_OF_TEN = sqrt(-2 * log(0.1))  # radius of the 90 % ellipse of a normal pair, in standard deviations
AIR = 6.0  # between a type's name and a view's
CORNERS = 40  # of the polygon that stands for an ellipse
GOAL = (3.5, 3.2)


@dataclass(frozen=True, slots=True)
class MatrixCloud:
    """One view: levels 0–4 on both axes, their standard deviations and correlation."""

    name: str
    culture: Side
    technology: Side
    sd: tuple[float, float]
    correlation: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Names of the types (low/high in technology × low/high in culture) and where high begins on both axes."""

    camper: str
    tech_distant: str
    lemming: str
    star: str
    culture: float = 2.0
    technology: float = 2.0


def frame(quadrants: Quadrants, pen: Pen, plot: Box, x: Scale, y: Scale) -> tuple[str, list[Box]]:
    """Frame, quadrants with their names, ticks and target; and the boxes that labels must not cover."""
    left, top, wide, tall = plot
    say, locale = pen.sheet.locale.say, pen.sheet.locale
    cut_x, cut_y = x(quadrants.culture), y(quadrants.technology)
    drawn = [
        pen.rect(plot, "stroke-line hair", 6),
        pen.rect((cut_x, top, left + wide - cut_x, cut_y - top), "fill-star faint", 6),
        pen.line(cut_x, top, cut_x, top + tall, "stroke-muted hair"),
        pen.line(left, cut_y, left + wide, cut_y, "stroke-muted hair"),
        pen.text(0, top - 10, say(TECHNOLOGY), "small fill-muted"),
        pen.text(left + wide, top + tall + 36, say(CULTURE), "small fill-muted", "end"),
        goal(pen, x(GOAL[0]), y(GOAL[1])),
    ]
    for level in LEVEL_TICKS:
        anchor = {0: "", 4: "end"}.get(level, "middle")
        drawn.append(pen.text(x(level), top + tall + 17, locale.number(level), "tick fill-muted", anchor))
        drawn.append(pen.text(left - 8, y(level) + 4, locale.number(level), "tick fill-muted", "end"))
    taken: list[Box] = [(x(GOAL[0]) - 12, y(GOAL[1]) - 12, 24.0, 24.0)]
    for name, right, upper in (
        (quadrants.lemming, False, True),
        (quadrants.star, True, True),
        (quadrants.camper, False, False),
        (quadrants.tech_distant, True, False),
    ):
        room = (left + wide - cut_x if right else cut_x - left) - 16
        lines = wrap(name, room, "label", 3)
        # above the dots of those who see culture only, which stand on the axis
        start = top + 19 if upper else top + tall - 20 - 16 * (len(lines) - 1)
        at = left + wide - 8 if right else left + 8
        drawn.append(pen.lines(at, start, lines, "label fill-muted", 16, "end" if right else ""))
        long = max(pen.width(line, "label") for line in lines)
        taken.append(((at - long if right else at) - AIR, start - 13, long + 2 * AIR, 16.0 * len(lines) + 2))
    return "".join(drawn), taken


def outline(cloud: MatrixCloud, x: Scale, y: Scale) -> list[Point]:
    """The ellipse that holds nine of ten possible positions, as a polygon; nothing where only one axis is seen."""
    culture, technology, r = cloud.culture, cloud.technology, cloud.correlation
    if isinstance(culture, str) or isinstance(technology, str):
        return []
    places = []
    for step in range(CORNERS):
        a, b = cos(2 * pi * step / CORNERS), sin(2 * pi * step / CORNERS)
        across, upright = cloud.sd[0] * a, cloud.sd[1] * (r * a + sqrt(1 - r * r) * b)
        places.append((x(culture.value + NINE_OF_TEN * across), y(technology.value + NINE_OF_TEN * upright)))
    return places


def speck(place: Point) -> Box:
    """A little of a line, for labels to keep away from."""
    return place[0] - 2, place[1] - 2, 4.0, 4.0


def goal(pen: Pen, x: float, y: float) -> str:
    """The target, a star around (x, y)."""
    corners = []
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        corners += [(x + dx * 9, y + dy * 9), (x + (dx - dy) * 2.6, y + (dy + dx) * 2.6)]
    return pen.path(points(*corners) + "Z", "stroke-star fill-star round")


def cloud_sentence(cloud: MatrixCloud, pen: Pen) -> str:
    """Who looks, and what both axes are there, in words."""
    said = [
        side if isinstance(side, str) else LEVELS.estimate(side, pen.sheet.locale)
        for side in (cloud.culture, cloud.technology)
    ]
    return pen.sheet.locale.say(SAID, name=cloud.name, culture=said[0], technology=said[1])
