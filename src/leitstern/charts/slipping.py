"""One thing watched: what was measured against the level that was reached, and below it the distance added up.

The settled period is shaded, the level a line. Bars below grow while values stay on the wrong side of the level and
shrink when they come back; where they pass the limit, the measurement above is ringed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.legend import Key, interval_key, legend
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.units import Unit
    from leitstern.core.stats.estimate import Estimate

PLOT = 190.0
SUMS = 84.0
REACHED = Text("level that was reached", "erreichter Stand")
PERIOD = Text("settled period", "eingeschwungener Zeitraum")
SHORT = Text("distance added up", "aufgelaufener Abstand")
LIMIT = Text("limit of the alarm", "Alarmgrenze")
ALARM = Text("alarm", "Alarm")
SAID = Text("{when}: {value}.", "{when}: {value}.")
SUM = Text("{when}: {sum} of {limit} standard errors.", "{when}: {sum} von {limit} Standardfehlern.")
BAR = 9.0
MOST = 2.5  # limits high


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement on its day; `sum` in standard errors once it is watched, `alarm` where the sum passed the limit."""

    day: date
    value: Estimate
    sum: float | None = None
    alarm: bool = False


def slipping(
    measured: Sequence[Measured],
    unit: Unit,
    sheet: Sheet,
    level: float | None = None,
    period: tuple[date, date] | None = None,
    limit: float = 0.0,
) -> str:
    """At least one measurement, in order. `level` and `period` once somebody said what was reached."""
    pen, locale = Pen(sheet), sheet.locale
    keys, top = legend(pen, _keys(measured, level, limit, pen))
    top += 14
    known = [each.value for each in measured]
    reached = [] if level is None else [level]
    marks = ticks(min([e.low for e in known] + reached), max([e.high for e in known] + reached), 5)
    low, high = max(marks[0], unit.low), min(marks[-1], unit.high)
    y = Scale(low, high, top + PLOT, top)
    left = 14 + max(pen.width(unit.text(v, locale), "tick") for v in marks)
    days = [each.day.toordinal() for each in measured]
    x = Scale(days[0], max(days[-1], days[0] + 1), left + 12, sheet.width - 14)
    levels = [
        pen.line(left, y(v), sheet.width, y(v), "stroke-line hair")
        + pen.text(left - 8, y(v) + 4, unit.text(v, locale), "tick fill-muted", "end")
        for v in marks
        if low <= v <= high
    ]
    shade = _shade(period, pen, x, (top, PLOT))
    line = "" if level is None else pen.line(left, y(level), sheet.width, y(level), "stroke-bridge thick")
    drawn = [
        keys,
        shade,
        *levels,
        line,
        pen.path(
            points(*((x(e.day.toordinal()), y(e.value.value)) for e in measured)), "stroke-outside hair"
        ),
    ]
    drawn += [_point(each, unit, pen, x, y) for each in measured]
    bottom = top + PLOT + 8
    if limit:
        sums, bottom = _sums(measured, limit, pen, x, left, bottom)
        drawn.append(sums)
    return pen.finish(bottom + 22, *drawn, *_years(measured, pen, x, bottom))


def _keys(measured: Sequence[Measured], level: float | None, limit: float, pen: Pen) -> list[Key]:
    locale = pen.sheet.locale
    uncertain = any(each.value.low < each.value.high for each in measured)  # a full count has no interval
    keys = [interval_key(locale, measured[0].value.level)] if uncertain else []
    if level is not None:
        keys += [
            Key(locale.say(REACHED), lambda p, x, y: p.line(x - 11, y, x + 11, y, "stroke-bridge thick"), 22),
            Key(locale.say(PERIOD), symbols.sample("fill-bridge faint", 14), 24),
        ]
    if limit:
        keys.append(Key(locale.say(SHORT), symbols.sample("fill-gap pale", 12), 24))
    if any(each.alarm for each in measured):
        keys.append(Key(locale.say(ALARM), _ringed, 20))
    return keys


def _ringed(pen: Pen, x: float, y: float) -> str:
    return pen.circle(x, y, 8, "stroke-gap thick") + pen.circle(x, y, 3.5, "fill-outside stroke-surface")


def _shade(period: tuple[date, date] | None, pen: Pen, x: Scale, plot: tuple[float, float]) -> str:
    if period is None:
        return ""
    start, end = (x(day.toordinal()) for day in period)
    return pen.rect((start - 5, plot[0], end - start + 10, plot[1]), "fill-bridge faint", 4)


def _point(each: Measured, unit: Unit, pen: Pen, x: Scale, y: Scale) -> str:
    at, here = x(each.day.toordinal()), y(each.value.value)
    said = pen.sheet.locale.say(
        SAID, when=_when(each.day, pen), value=unit.estimate(each.value, pen.sheet.locale)
    )
    whisker = pen.line(at, y(each.value.low), at, y(each.value.high), "stroke-outside hair")
    dot = _ringed(pen, at, here) if each.alarm else pen.circle(at, here, 3.5, "fill-outside stroke-surface")
    return pen.mark(said, (at - 6, here - 10, 12, 20), whisker, dot)


def _sums(
    measured: Sequence[Measured], limit: float, pen: Pen, x: Scale, left: float, top: float
) -> tuple[str, float]:
    """Bars of the sum under their measurements, with the limit; gives the lower end."""
    locale = pen.sheet.locale
    watched = [each for each in measured if each.sum is not None]
    most = limit * MOST  # what lies further beyond ends there: the limit has to stay readable
    top += 12
    y = Scale(0, most, top + SUMS, top)
    wide = min(BAR, (x.end - x.start) / max(len(measured), 1) * 0.7)
    drawn = [
        pen.line(left, y(0), pen.sheet.width, y(0), "stroke-line hair"),
        pen.line(left, y(limit), pen.sheet.width, y(limit), "stroke-gap dash"),
        pen.text(left - 8, y(limit) + 4, locale.number(limit, 1), "tick fill-gap", "end"),
        pen.text(left, y(limit) - 5, locale.say(LIMIT), "tick fill-gap"),
    ]
    for each in watched:
        at, value = x(each.day.toordinal()), each.sum or 0.0
        bar = (at - wide / 2, y(value), wide, y(0) - y(value))
        said = locale.say(
            SUM, when=_when(each.day, pen), sum=locale.number(value, 1), limit=locale.number(limit, 1)
        )
        style = "fill-gap" if value >= limit else "fill-gap pale"
        drawn.append(pen.mark(said, (at - 6, top, 12, SUMS), pen.rect(bar, style, 1.5) if value else ""))
    return "".join(drawn), top + SUMS


def _when(day: date, pen: Pen) -> str:
    return f"{pen.sheet.locale.month(day)} {day.year}"


def _years(measured: Sequence[Measured], pen: Pen, x: Scale, bottom: float) -> list[str]:
    """The first measurement, and the first of every year that has room."""
    drawn, free, year = [], -1e9, 0
    for each in measured:
        if each.day.year == year:
            continue
        year = each.day.year
        said, here = _when(each.day, pen), x(each.day.toordinal())
        half = pen.width(said, "tick") / 2
        middle = min(max(here, half), pen.sheet.width - half)
        if middle - half > free + 8:
            drawn.append(pen.line(here, bottom, here, bottom + 5, "stroke-muted hair"))
            drawn.append(pen.text(middle, bottom + 18, said, "tick fill-muted", "middle"))
            free = middle + half
    return drawn
