"""What comes before one contact and after it, step by step: bars as high as the share of journeys there, bands between.

On a phone the steps stand one below the other, each with its places as bars.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, fixed
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side
    from leitstern.charts.svg import Box

SAID = Text("{step}: {name}, {share} of 100 journeys", "{step}: {name}, {share} von 100 Reisen")
BESIDE = Text("; beside {other}, difference {difference}", "; daneben {other}, Unterschied {difference}")
GOES = Text(
    "From {before} to {after}: {share} of 100, {n} customers",
    "Von {before} zu {after}: {share} von 100, {n} Kundinnen und Kunden",
)
HEIGHT, BAR, GAP, SMALLEST, LEADING = 420.0, 10.0, 8.0, 100.0, 15.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A place at one of the steps; `share` 0–1 of the journeys. `quiet`: several places, or none."""

    step: int
    name: str
    share: Side
    quiet: bool = False
    other: Side | None = None
    difference: Side | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """From one stop to one of the next step (places in the list of stops); `share` 0–1 of those at the first."""

    source: int
    target: int
    share: float
    customers: int


def step_sankey(stops: Sequence[Stop], bands: Sequence[Band], steps: Sequence[str], sheet: Sheet) -> str:
    """At least one stop; `steps` names every step from the first to the last."""
    pen = Pen(sheet)
    room = (sheet.width - BAR) / len(steps)
    if sheet.narrow or room < SMALLEST:
        return _listed(stops, steps, pen)
    heads = [wrap(name, room - 8, "small", 2) for name in steps]
    top = 10.0 + 16 * max(map(len, heads))
    parts = [pen.lines(at * room, 14, lines, "small fill-muted", 16) for at, lines in enumerate(heads)]
    names = [wrap(stop.name, room - BAR - 12, "label", 2) for stop in stops]
    boxes: list[Box] = []
    ends = [top] * len(steps)
    for stop, lines in zip(stops, names, strict=True):
        tall = max(_value(stop.share) * HEIGHT, 2.0)
        boxes.append((stop.step * room, ends[stop.step], BAR, tall))
        ends[stop.step] += max(tall, 8 + LEADING * (len(lines) + 1)) + GAP
    left, come = [box[1] for box in boxes], [box[1] for box in boxes]
    drawn = []
    for band in sorted(bands, key=lambda each: (each.source, each.target)):
        thick = band.share * _value(stops[band.source].share) * HEIGHT
        start = (boxes[band.source][0] + BAR, left[band.source])
        end = (boxes[band.target][0], come[band.target])
        left[band.source] += thick
        come[band.target] += thick
        drawn.append(_band(band, stops, start, end, thick, pen))
    for stop, lines, box in zip(stops, names, boxes, strict=True):
        drawn.append(_stop(stop, lines, box, room, steps, pen))
    return pen.finish(max(ends), *parts, *drawn)


def _band(
    band: Band,
    stops: Sequence[Stop],
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float,
    pen: Pen,
) -> str:
    (x1, y1), (x2, y2), locale = start, end, pen.sheet.locale
    middle, low, lower = (x1 + x2) / 2, y1 + thick, y2 + thick
    outline = (
        f"M{fixed(x1)} {fixed(y1)}C{fixed(middle)} {fixed(y1)} {fixed(middle)} {fixed(y2)} {fixed(x2)} {fixed(y2)}"
        f"L{fixed(x2)} {fixed(lower)}C{fixed(middle)} {fixed(lower)} {fixed(middle)} {fixed(low)} {fixed(x1)} {fixed(low)}Z"
    )
    said = locale.say(
        GOES,
        before=stops[band.source].name,
        after=stops[band.target].name,
        share=locale.number(band.share * 100),
        n=locale.number(band.customers),
    )
    quiet = stops[band.source].quiet or stops[band.target].quiet or stops[band.source].difference is not None
    hit = (middle - 8, (y1 + low + y2 + lower) / 4 - 8, 16.0, 16.0)
    return pen.mark(f"{said}.", hit, pen.path(outline, f"fill-{'muted' if quiet else 'outside'} soft"))


def _stop(stop: Stop, lines: list[str], box: Box, room: float, steps: Sequence[str], pen: Pen) -> str:
    x, y, _, tall = box
    high = max(tall, 4 + LEADING * (len(lines) + 1))
    return pen.mark(
        _sentence(stop, steps, pen),
        (x, y, room - 8, high),
        pen.rect(box, f"fill-{_tone(stop)}", 2),
        pen.lines(x + BAR + 5, y + 12, lines, "label", LEADING),
        pen.text(
            x + BAR + 5, y + 12 + LEADING * len(lines), _told(stop, pen), "value" if stop.sure else "small"
        ),
    )


def _tone(stop: Stop) -> str:
    if stop.difference is None:
        return "muted pale" if stop.quiet else "outside"
    if not stop.sure or not isinstance(stop.difference, Estimate):
        return "muted"
    return "outside" if stop.difference.value > 0 else "gap"


def _told(stop: Stop, pen: Pen) -> str:
    locale = pen.sheet.locale
    told = locale.number(stop.share.value * 100) if isinstance(stop.share, Estimate) else "–"
    if isinstance(stop.difference, Estimate):
        told += f" ({locale.signed(stop.difference.value * 100)})"
    return told


def _listed(stops: Sequence[Stop], steps: Sequence[str], pen: Pen) -> str:
    top, parts = 0.0, []
    for at, head in enumerate(steps):
        here = [stop for stop in stops if stop.step == at]
        if not here:
            continue
        lines = wrap(head, pen.sheet.width, "head", 2)
        parts.append(pen.lines(0, top + 18, lines, "head", 20))
        top += 8 + 20 * len(lines)
        for stop in here:
            name = wrap(stop.name, pen.sheet.width, "label", 2)
            y, long = top + 18 * len(name), max((pen.sheet.width - 110) * _value(stop.share), 2)
            parts.append(
                pen.mark(
                    _sentence(stop, steps, pen),
                    (0, top, pen.sheet.width, y + 22 - top),
                    pen.lines(0, top + 14, name, "label", 18),
                    pen.rect((0, y + 4, long, 12), f"fill-{_tone(stop).split()[0]} pale", 3),
                    pen.text(long + 8, y + 14.5, _told(stop, pen), "value"),
                )
            )
            top = y + 26
        top += 10
    return pen.finish(top, *parts)


def _sentence(stop: Stop, steps: Sequence[str], pen: Pen) -> str:
    locale = pen.sheet.locale

    def share(side: Side) -> str:
        if not isinstance(side, Estimate):
            return side
        low, high = locale.number(side.low * 100), locale.number(side.high * 100)
        return f"{locale.number(side.value * 100)} [{locale.span(low, high)}] (n {locale.number(side.n)})"

    said = locale.say(SAID, step=steps[stop.step], name=stop.name, share=share(stop.share))
    if stop.other is not None and stop.difference is not None:
        apart = stop.difference
        points = locale.signed(apart.value * 100) if isinstance(apart, Estimate) else apart
        said += locale.say(BESIDE, other=share(stop.other), difference=points)
    return said + "."


def _value(side: Side) -> float:
    return side.value if isinstance(side, Estimate) else 0.0
