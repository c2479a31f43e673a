"""How a share or score moves from period to period, with its interval, its n and what was decided on the way.

The line breaks where a period has too few answers. Events (a measure started) stand as numbered pins above the curve
and are spelled out below it; so they never collide with it, however many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from leitstern.charts import symbols, words
from leitstern.charts.curves import ribbon
from leitstern.charts.legend import Key, interval_name, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.spread import spread
from leitstern.charts.svg import Pen, points
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.charts.sheet import Sheet, Side
    from leitstern.charts.units import Unit
    from leitstern.core.texts import Text

PLOT = 200  # pixels high
EMPHASISED_FROM = 20  # customers; a latest value on fewer is written small


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period, known by its first day; instead of an estimate the words why there is none.

    `tick` is what the axis calls it above its year; a month needs none.
    """

    start: date
    value: Side
    tick: str = ""


@dataclass(frozen=True, slots=True)
class TrendEvent:
    """Something that happened on a day: a measure started, a promise changed."""

    day: date
    name: str


def trend(
    trend_points: Sequence[TrendPoint],
    unit: Unit,
    sheet: Sheet,
    promise: float | None = None,
    events: Sequence[TrendEvent] = (),
    breaks: Sequence[date] = (),
    name: Text = words.LIVED,
    promised: Text = words.PROMISED,
) -> str:
    """The curve of at least two periods, in order, one of them with an estimate; `promise` in the values' own scale.

    `name` is what the curve is called, `promised` the line it is held against. From a day of `breaks` on something else
    is measured: the curve begins anew.
    """
    pen = Pen(sheet)
    known = [p.value for p in trend_points if isinstance(p.value, Estimate)]
    target = [] if promise is None else [promise]
    marks = ticks(min([e.low for e in known] + target), max([e.high for e in known] + target), 5)
    low, high = max(marks[0], unit.low), min(marks[-1], unit.high)
    keys, top = legend(pen, _keys(trend_points, known[0].level, promise, (name, promised), pen))
    top += 38 if events else 16
    y = Scale(low, high, top + PLOT, top)
    left = 16 + max(pen.width(unit.text(v, sheet.locale), "tick") for v in marks)
    right = (
        sheet.width
        - 28
        - max(pen.width(unit.text(v, sheet.locale), "head") for v in [known[-1].value, *target])
    )
    x = Scale(trend_points[0].start.toordinal(), trend_points[-1].start.toordinal(), left + 6, right)
    levels = [
        pen.line(left, y(v), right, y(v), "stroke-line hair")
        + pen.text(left - 10, y(v) + 4, unit.text(v, sheet.locale), "tick fill-muted", "end")
        for v in marks
        if low <= v <= high
    ]
    pins, bottom = _events(events, pen, x, top, top + PLOT + (88 if sheet.narrow else 84))
    return pen.finish(
        bottom,
        keys,
        *levels,
        _target(promise, pen, x, y),
        pins,
        _curve(trend_points, breaks, pen, x, y),
        _axis(trend_points, pen, x, top + PLOT),
        _ends(trend_points, promise, unit, pen, x, y),
        *(_point(point, unit, pen, x, y) for point in trend_points),
    )


def _keys(
    trend_points: Sequence[TrendPoint],
    level: float,
    promise: float | None,
    names: tuple[Text, Text],
    pen: Pen,
) -> list[Key]:
    """Only what occurs is explained; why a period is missing is said in the caller's words."""
    locale = pen.sheet.locale
    keys = [Key(f"{locale.say(names[0])}, {interval_name(locale, level)}", symbols.band, 28)]
    if promise is not None:
        keys.append(Key(locale.say(names[1]), symbols.promise, 18))
    reasons = dict.fromkeys(p.value for p in trend_points if isinstance(p.value, str))
    return keys + [Key(reason, symbols.cross, 10) for reason in reasons]


def _target(promise: float | None, pen: Pen, x: Scale, y: Scale) -> str:
    if promise is None:
        return ""
    return pen.line(x.start, y(promise), x.end, y(promise), "stroke-star dash") + symbols.promise(
        pen, x.end, y(promise)
    )


def _curve(trend_points: Sequence[TrendPoint], breaks: Sequence[date], pen: Pen, x: Scale, y: Scale) -> str:
    drawn = []
    for (present, _), run in groupby(
        trend_points,
        key=lambda p: (isinstance(p.value, Estimate), sum(day <= p.start for day in breaks)),
    ):
        felt = [(x(p.start.toordinal()), p.value) for p in run if isinstance(p.value, Estimate)]
        if not present:
            continue
        if len(felt) == 1:
            at, alone = felt[0]
            drawn.append(pen.line(at, y(alone.low), at, y(alone.high), "stroke-outside thick"))
            continue
        high = points(*((at, y(e.high)) for at, e in felt))
        low = points(*((at, y(e.low)) for at, e in reversed(felt)))
        drawn.append(pen.path(ribbon(high, low), "stroke-outside hair round fill-outside soft"))
        drawn.append(pen.path(points(*((at, y(e.value)) for at, e in felt)), "stroke-outside thick round"))
    return "".join(drawn)


def _point(point: TrendPoint, unit: Unit, pen: Pen, x: Scale, y: Scale) -> str:
    at, locale = x(point.start.toordinal()), pen.sheet.locale
    period = " ".join(dict.fromkeys((_tick(point, pen), str(point.start.year))))
    hit = (at - 6, y.end - 4, 12.0, PLOT + 8.0)
    if isinstance(point.value, str):
        return pen.mark(f"{period}: {point.value}.", hit, symbols.cross(pen, at, y.start - 8))
    dot = pen.circle(at, y(point.value.value), 4, "stroke-surface fill-outside")
    return pen.mark(f"{period}: {unit.estimate(point.value, locale)}.", hit, dot)


def _ends(
    trend_points: Sequence[TrendPoint], promise: float | None, unit: Unit, pen: Pen, x: Scale, y: Scale
) -> str:
    """The latest value and the promise, written at the right."""
    labels = [] if promise is None else [(promise, "head fill-star")]
    latest = trend_points[-1].value
    if isinstance(latest, Estimate):
        labels.append((latest.value, f"{'head' if latest.n >= EMPHASISED_FROM else 'small'} fill-outside"))
    if not labels:
        return ""
    places = spread([y(value) for value, _ in labels], [18.0] * len(labels), y.end - 9, y.start + 9, 0)
    return "".join(
        pen.text(x.end + 14, place + 5, unit.text(value, pen.sheet.locale), styles)
        for (value, styles), place in zip(labels, places, strict=True)
    )


def _axis(trend_points: Sequence[TrendPoint], pen: Pen, x: Scale, top: float) -> str:
    """Periods, years where they change, and n of each period as a bar with as many numbers as fit."""
    locale = pen.sheet.locale
    counts = [p.value.n if isinstance(p.value, Estimate) else 0 for p in trend_points]
    texts = [*(_tick(p, pen) for p in trend_points), *(locale.number(n) for n in counts)]
    spacing = (x.end - x.start) / (len(trend_points) - 1)
    every = ceil((max(pen.width(text, "tick") for text in texts) + 8) / spacing)
    drawn, year = [pen.text(x.start - 16, top + 63, "n", "tick fill-muted", "end")], 0
    for i, (point, n) in enumerate(zip(trend_points, counts, strict=True)):
        at, tall = x(point.start.toordinal()), 18 * n / max(1, *counts)
        drawn.append(pen.rect((at - 3, top + 64 - tall, 6, tall), "fill-muted pale"))
        if (len(trend_points) - 1 - i) % every:
            continue
        drawn.append(pen.text(at, top + 18, _tick(point, pen), "tick fill-muted", "middle"))
        drawn.append(pen.text(at, top + 78, locale.number(n) if n else "–", "tick fill-muted", "middle"))
        if point.start.year != year and point.tick != str(point.start.year):
            year = point.start.year
            drawn.append(pen.text(at, top + 32, str(year), "tick", "middle"))
    return "".join(drawn)


def _tick(point: TrendPoint, pen: Pen) -> str:
    return point.tick or pen.sheet.locale.month(point.start)


def _events(events: Sequence[TrendEvent], pen: Pen, x: Scale, top: float, below: float) -> tuple[str, float]:
    """Numbered pins above the plot and what they stand for below it."""
    if not events:
        return "", below
    spots = [x(event.day.toordinal()) for event in events]
    places = spread(spots, [22.0] * len(events), 0, pen.sheet.width, 2)
    drawn, y = [], below + 14
    for number, (event, spot, place) in enumerate(zip(events, spots, places, strict=True), 1):
        when = pen.sheet.locale.date(event.day)
        pin = pen.path(points((place, top - 12), (spot, top - 2), (spot, top + PLOT)), "stroke-bridge dash")
        said = f"{when} · {event.name}"
        lines = wrap(said, pen.sheet.width - 32, "small")
        drawn.append(
            pen.mark(
                f"{when}: {event.name}.",
                (place - 11, top - 32, 22, 22),
                pin,
                _pin(pen, place, top - 21, number),
            )
        )
        drawn.append(_pin(pen, 11, y + 7, number) + pen.lines(30, y + 12, lines, "small", 17))
        y += 9 + 17 * len(lines)
    return "".join(drawn), y + 2


def _pin(pen: Pen, x: float, y: float, number: int) -> str:
    return pen.circle(x, y, 10, "fill-bridge") + pen.text(
        x, y + 4, str(number), "tick fill-surface", "middle"
    )
