"""Both rankings in one picture: how many people a gap harms (to the right) and how large it is (upwards).

So that the rare story that hurts most is not buried under the frequent nuisance. The number of people is on a
logarithmic scale. On a phone the labels move into a numbered list below.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, hypot, log10
from typing import TYPE_CHECKING

from leitstern.charts.legend import interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.spread import overlaps, place
from leitstern.charts.svg import Pen
from leitstern.charts.units import Unit
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box, Point
    from leitstern.core.stats.estimate import Estimate

PEOPLE = Text("→ people harmed", "→ betroffene Menschen")
HARM = Text("↑ of 100 live less", "↑ von 100 erleben weniger")
RANKS = Text("→ no. {people} · ↑ no. {harm}", "→ Platz {people} · ↑ Platz {harm}")
LISTED = Text(
    "→ {people} (no. {people_rank}) · ↑ {harm} (no. {harm_rank})",
    "→ {people} (Platz {people_rank}) · ↑ {harm} (Platz {harm_rank})",
)
CORNERS = (
    Text("Few, but severe", "Wenige, aber schwer"),
    Text("Many and severe", "Viele und schwer"),
    Text("Few and mild", "Wenige und leicht"),
    Text("Many, but mild", "Viele, aber leicht"),
)
SENTENCE = Text(
    "{name}. People harmed: {people}, no. {people_rank} of {of}. Of 100 live less: {harm}, no. {harm_rank} of {of}.",
    "{name}. Betroffene Menschen: {people}, Platz {people_rank} von {of}. "
    "Von 100 erleben weniger: {harm}, Platz {harm_rank} von {of}.",
)


@dataclass(frozen=True, slots=True)
class HarmPoint:
    """A touchpoint whose gap harms `people` customers (at least one) by `harm` each, in the caller's unit.

    The ranks (from 1) are those of the lists beside the picture: what stands first there is number 1 here.
    """

    name: str
    people: Estimate
    harm: Estimate
    people_rank: int
    harm_rank: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A point with its pixels: dot and interval ends."""

    point: HarmPoint
    x: float
    y: float
    across: tuple[float, float]
    upright: tuple[float, float]

    @property
    def dot(self) -> Box:
        return (self.x - 8, self.y - 8, 16, 16)

    @property
    def whiskers(self) -> tuple[Box, Box]:
        (left, right), (bottom, top) = self.across, self.upright
        return (left, self.y - 2, right - left, 4), (self.x - 2, top, 4, bottom - top)


def harm_scatter(harm_points: Sequence[HarmPoint], unit: Unit, sheet: Sheet) -> str:
    """The picture of at least one point. On a phone each is numbered by its rank by people."""
    pen, width = Pen(sheet), sheet.width
    keys, top = legend(pen, [interval_key(sheet.locale, harm_points[0].harm.level)])
    tall = 280 if sheet.narrow else min(max(width * 0.5, 360), 520)
    levels = ticks(min(0.0, *(p.harm.low for p in harm_points)), max(p.harm.high for p in harm_points))
    left = max(pen.width(unit.text(v, sheet.locale), "tick") for v in levels) + 14
    plot = (left, top + 30, width - left - 26, tall)
    y = Scale(levels[0], levels[-1], plot[1] + tall, plot[1])
    x = _people_scale(harm_points, plot)
    spots = _spots(harm_points, x, y)
    corners = _corners(pen, plot, spots)
    drawn = [keys, _frame(levels, unit, pen, plot, x, y), *(words for words, _ in corners)]
    taken = [box for _, box in corners] + [spot.dot for spot in spots]
    below = plot[1] + tall + 48
    if sheet.narrow:
        named, below = _numbered(spots, unit, pen, plot, taken, below)
    else:
        named = _named(spots, pen, plot, taken)
    for spot, label in zip(spots, named, strict=True):
        drawn.append(
            pen.mark(
                _sentence(spot, len(spots), unit, pen), spot.dot, _dot(spot, pen), label, href=spot.point.href
            )
        )
    return pen.finish(below, *drawn)


def _people_scale(harm_points: Sequence[HarmPoint], plot: Box) -> Scale:
    """Logarithmic: takes log10 of people."""
    low = min(log10(max(p.people.low, 1)) for p in harm_points)
    high = max(log10(max(p.people.high, 1)) for p in harm_points)
    pad = max((high - low) * 0.06, 0.1)
    return Scale(max(low - pad, 0), high + pad, plot[0], plot[0] + plot[2])


def _log(value: float) -> float:
    return log10(max(value, 1))


def _spots(harm_points: Sequence[HarmPoint], x: Scale, y: Scale) -> list[_Spot]:
    return [
        _Spot(
            p,
            x(_log(p.people.value)),
            y(p.harm.value),
            (x(_log(p.people.low)), x(_log(p.people.high))),
            (y(p.harm.low), y(p.harm.high)),
        )
        for p in harm_points
    ]


def _corners(pen: Pen, plot: Box, spots: Sequence[_Spot]) -> list[tuple[str, Box]]:
    """The words of the four quadrants, each where its quadrant leaves room, with the boxes they take."""
    left, top, w, h = plot
    dots, whiskers = [spot.dot for spot in spots], [box for spot in spots for box in spot.whiskers]
    placed = []
    for i, text in enumerate(CORNERS):
        said = pen.sheet.locale.say(text)
        long, x, y = pen.width(said, "label"), left + (i % 2) * w / 2, top + (i // 2) * h / 2
        ends, heights = [x + 8, x + w / 2 - 8 - long], [y + 8 + step * (h / 2 - 32) / 3 for step in range(4)]
        if i % 2:
            ends.reverse()
        if i // 2:
            heights.reverse()
        boxes: list[Box] = [(at, high, long, 16) for high in heights for at in ends]
        free = [box for box in boxes if not any(overlaps(box, dot) for dot in dots)]
        free.sort(key=lambda box: any(overlaps(box, whisker) for whisker in whiskers))
        if free:
            placed.append((pen.text(free[0][0], free[0][1] + 12, said, "label fill-muted"), free[0]))
    return placed


def _frame(levels: Sequence[float], unit: Unit, pen: Pen, plot: Box, x: Scale, y: Scale) -> str:
    left, top, w, h = plot
    locale = pen.sheet.locale
    decades = range(floor(x.low), ceil(x.high) + 1)
    people = [v * 10**d for d in decades for v in ((1,) if x.high - x.low > 2.4 else (1, 2, 5))]
    drawn = [
        pen.rect(plot, "stroke-line hair fill-surface", 6),
        pen.rect((left + w / 2, top, w / 2, h / 2), "fill-gap faint", 6),
        pen.line(left + w / 2, top, left + w / 2, top + h, "stroke-line hair"),
        pen.line(left, top + h / 2, left + w, top + h / 2, "stroke-line hair"),
        pen.text(0, top - 12, locale.say(HARM), "small fill-muted"),
        pen.text(left + w, top + h + 38, locale.say(PEOPLE), "small fill-muted", "end"),
    ]
    drawn += [pen.text(left - 8, y(v) + 4, unit.text(v, locale), "tick fill-muted", "end") for v in levels]
    for v in people:
        if x.low <= log10(v) <= x.high:
            drawn.append(pen.line(x(log10(v)), top + h, x(log10(v)), top + h + 5, "stroke-muted hair"))
            drawn.append(pen.text(x(log10(v)), top + h + 18, locale.number(v), "tick fill-muted", "middle"))
    return "".join(drawn)


def _dot(spot: _Spot, pen: Pen) -> str:
    cross = pen.line(spot.across[0], spot.y, spot.across[1], spot.y, "stroke-gap hair")
    cross += pen.line(spot.x, spot.upright[0], spot.x, spot.upright[1], "stroke-gap hair")
    return cross + pen.circle(spot.x, spot.y, 7, "stroke-surface fill-gap")


def _find(spot: _Spot, size: Point, spots: Sequence[_Spot], taken: list[Box], plot: Box) -> Box | None:
    """Room for a label, clear of intervals if that costs no long way; it is taken from then on."""
    whiskers = [box for other in spots for box in other.whiskers]
    box = place((spot.x, spot.y), size, taken, whiskers, plot)
    if box:
        taken.append((box[0] - 6, box[1], box[2] + 12, box[3]))
    return box


def _named(spots: Sequence[_Spot], pen: Pen, plot: Box, taken: list[Box]) -> list[str]:
    """Name and both ranks beside each point."""
    labels = []
    for spot in spots:
        ranks = pen.sheet.locale.say(RANKS, people=spot.point.people_rank, harm=spot.point.harm_rank)
        name = wrap(spot.point.name, 190, "label", 2)
        long = max(pen.width(ranks, "tick"), *(pen.width(line, "label") for line in name))
        box = _find(spot, (long, 16.0 * len(name) + 15), spots, taken, plot)
        if not box:
            labels.append("")
            continue
        end = box[0] + box[2] < spot.x
        x = box[0] + (box[2] if end else 0)
        text = pen.lines(x, box[1] + 12, name, "label", 16, "end" if end else "")
        text += pen.text(x, box[1] + 12 + 16 * len(name), ranks, "tick fill-muted", "end" if end else "")
        labels.append(_leader(spot, box, pen) + text)
    return labels


def _leader(spot: _Spot, box: Box, pen: Pen) -> str:
    """A thread from the point to a label that could not stay close."""
    x = min(max(spot.x, box[0]), box[0] + box[2])
    y = min(max(spot.y, box[1]), box[1] + box[3])
    far = hypot(x - spot.x, y - spot.y) > 20
    return pen.line(spot.x, spot.y, x, y, "stroke-muted hair") if far else ""


def _numbered(
    spots: Sequence[_Spot], unit: Unit, pen: Pen, plot: Box, taken: list[Box], y: float
) -> tuple[list[str], float]:
    """A number beside each point and its meaning in a list below the plot; gives the list's lower end."""
    labels, locale = [], pen.sheet.locale
    for spot in spots:
        number = spot.point.people_rank
        box = _find(spot, (pen.width(str(number), "value"), 13), spots, taken, plot)
        near = pen.text(box[0], box[1] + 11, str(number), "value") if box else ""
        name = wrap(spot.point.name, pen.sheet.width - 30, "label", 2)
        figures = locale.say(
            LISTED,
            people=locale.number(spot.point.people.value),
            people_rank=spot.point.people_rank,
            harm=unit.text(spot.point.harm.value, locale),
            harm_rank=spot.point.harm_rank,
        )
        listed = pen.text(18, y + 16, str(number), "value", "end") + pen.lines(30, y + 16, name, "label", 17)
        listed += pen.text(30, y + 16 + 17 * len(name), figures, "small fill-muted")
        labels.append(near + listed)
        y += 28 + 17 * len(name)
    return labels, y


def _sentence(spot: _Spot, of: int, unit: Unit, pen: Pen) -> str:
    locale, point = pen.sheet.locale, spot.point
    people = Unit(low=0, high=point.people.high)
    return locale.say(
        SENTENCE,
        name=point.name,
        people=people.estimate(point.people, locale),
        harm=unit.estimate(point.harm, locale),
        people_rank=spot.point.people_rank,
        harm_rank=spot.point.harm_rank,
        of=of,
    )
