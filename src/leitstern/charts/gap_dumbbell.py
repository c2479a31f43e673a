"""The signature chart: what was promised, what the company believes and what customers lived, touchpoint by touchpoint.

One row per touchpoint on a scale of 100 customers. The distance from lived experience to promise and to belief is
the gap, drawn in ember; where both overlap it is darker. A gap that is not declared is only outlined. Where customers
clearly live more than was promised or believed, the distance is a strength, in green with a minus sign.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.charts import symbols, words
from leitstern.charts.findings import BARS, COLOURS, NAMES, says
from leitstern.charts.legend import Key, interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.spread import spread
from leitstern.charts.svg import Pen
from leitstern.charts.units import OF_HUNDRED, POINTS
from leitstern.core.gap.findings import Finding, Observed
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.findings import Says
    from leitstern.charts.sheet import Sheet, Side

DELIVERY_GAP = Text("Delivery gap", "Versprechenslücke")
PERCEPTION_GAP = Text("Perception gap", "Wahrnehmungslücke")
POINTS_SAID = Text(" points", " Punkte")

SAID_FINDINGS: dict[Says, Text] = {
    "gap": Text("declared", "festgestellt"),
    "strength": Text("a strength", "eine Stärke"),
    "open": Text("not declared", "nicht festgestellt"),
}

INTERVAL = 8  # pixels between the line of the marks and their interval
TICKS = (0, 0.25, 0.5, 0.75, 1)


@dataclass(frozen=True, slots=True)
class GapRow:
    """One touchpoint. Sides are shares 0–1 of customers; gaps what core found, or why there is nothing to find.

    `observed` is what customers answered, given where it lies far from the cautious `lived`.
    """

    name: str
    promise: Side
    belief: Side
    lived: Side
    delivery_gap: Finding | str
    perception_gap: Finding | str
    note: str = ""  # a second line under the name: stage, department, owner
    href: str = ""
    observed: Observed | None = None


def gap_dumbbell(rows: Sequence[GapRow], sheet: Sheet) -> str:
    """The chart of at least one row, in the caller's order."""
    return _narrow(rows, Pen(sheet)) if sheet.narrow else _wide(rows, Pen(sheet))


def _wide(rows: Sequence[GapRow], pen: Pen) -> str:
    width, gap = pen.sheet.width, pen.sheet.locale.say(words.GAP)
    room = min(max(pen.width(row.name, "name") for row in rows), max(width * 0.24, 130))
    n_end, belief_end, promise_end = width - 4, width - 68, width - 162
    scale = Scale(0, 1, room + 36, promise_end - 92)
    keys, top = legend(pen, _keys(rows, pen))
    drawn = [keys, _axis(pen, scale, top + 24, "middle")]
    for end, claim in ((promise_end, symbols.promise), (belief_end, symbols.belief)):
        drawn.append(pen.text(end, top + 24, gap, "small fill-muted", "end"))
        drawn.append(_formula(pen, end - 46, top + 42, claim))
    drawn.append(pen.text(n_end, top + 46, "n", "small fill-muted", "end"))
    top = first = top + 58
    for row in rows:
        name, note = wrap(row.name, room, "name"), wrap(row.note, room, "small", 2) if row.note else []
        text = len(name) * 19 + len(note) * 17
        reasons = [len(_reason(gap, 84)) for gap in _gaps(row) if isinstance(gap, str)]
        height = max(64, text + 18, *(16 * lines + 18 for lines in reasons))
        middle, start = top + height / 2 + 5, top + height / 2 - text / 2 + 14
        drawn.append(
            pen.mark(
                _sentence(row, pen),
                (0, top + 1, width, height - 2),
                pen.line(0, top, width, top, "stroke-line hair"),
                pen.lines(0, start, name, "name", 19),
                pen.lines(0, start + len(name) * 19 - 2, note, "small fill-muted", 17),
                _plot(row, pen, scale, middle),
                _columns(row, pen, promise_end, belief_end, middle),
                pen.text(n_end, middle + 5, _n(row, pen), "small", "end"),
                href=row.href,
            )
        )
        top += height
    return pen.finish(top, _grid(pen, scale, first - 6, top), *drawn)


def _narrow(rows: Sequence[GapRow], pen: Pen) -> str:
    width = pen.sheet.width
    scale = Scale(0, 1, 12, width - 12)
    keys, top = legend(pen, _keys(rows, pen))
    drawn = [keys, _axis(pen, scale, top + 24, "")]
    top += 54
    for row in rows:
        n = f"n {_n(row, pen)}"
        name = wrap(row.name, width - pen.width(n, "small") - 16, "head")
        note = wrap(row.note, width, "small", 2) if row.note else []
        below = top + 24 + len(name) * 20
        middle = below + len(note) * 17 + 22
        gaps, bottom = _cells(row, pen, middle + 34)
        drawn.append(
            pen.mark(
                _sentence(row, pen),
                (0, top + 1, width, bottom - top - 2),
                pen.line(0, top, width, top, "stroke-line hair"),
                pen.lines(0, top + 24, name, "head", 20),
                pen.text(width, top + 24, n, "small fill-muted", "end"),
                pen.lines(0, below - 2, note, "small fill-muted", 17),
                _grid(pen, scale, middle - 10, middle + 10),
                _plot(row, pen, scale, middle),
                gaps,
                href=row.href,
            )
        )
        top = bottom
    return pen.finish(top, *drawn)


def _axis(pen: Pen, scale: Scale, caption: float, anchor: str) -> str:
    """What the scale counts, and its ticks; without an anchor the outer ones stay inside the plot."""
    locale = pen.sheet.locale
    said = pen.text(scale.start, caption, locale.say(words.CUSTOMERS_OF_100), "small fill-muted")
    outer: dict[float, str] = {0: anchor, 1: anchor or "end"}
    return said + "".join(
        pen.text(
            scale(v), caption + 22, OF_HUNDRED.text(v, locale), "tick fill-muted", outer.get(v, "middle")
        )
        for v in TICKS
    )


def _grid(pen: Pen, scale: Scale, top: float, bottom: float) -> str:
    return "".join(pen.line(scale(v), top, scale(v), bottom, "stroke-line hair") for v in TICKS)


def _keys(rows: Sequence[GapRow], pen: Pen) -> list[Key]:
    """Only what occurs is explained."""
    say = pen.sheet.locale.say
    marks = (
        (words.PROMISED, symbols.promise, [row.promise for row in rows]),
        (words.BELIEVED, symbols.belief, [row.belief for row in rows]),
        (words.LIVED, symbols.lived, [row.lived for row in rows]),
    )
    keys = [Key(say(text), symbol, 18) for text, symbol, sides in marks if _estimates(sides)]
    keys += [Key(say(words.OBSERVED), symbols.observed, 12)] if any(row.observed for row in rows) else []
    uncertain = [e for _, _, sides in marks for e in _estimates(sides) if e.low < e.high]
    keys += [interval_key(pen.sheet.locale, uncertain[0].level)] if uncertain else []
    found = {says(gap) for row in rows for gap in _gaps(row) if isinstance(gap, Finding)}
    return keys + [
        Key(say(text), symbols.sample(BARS[kind]), 24) for kind, text in NAMES.items() if kind in found
    ]


def _estimates(sides: Sequence[Side]) -> list[Estimate]:
    return [side for side in sides if isinstance(side, Estimate)]


def _plot(row: GapRow, pen: Pen, scale: Scale, y: float) -> str:
    """Bars, intervals, marks and their values around the line y."""
    drawn, values = [], []
    for claim, gap in ((row.promise, row.delivery_gap), (row.belief, row.perception_gap)):
        if isinstance(claim, Estimate) and isinstance(row.lived, Estimate) and isinstance(gap, Finding):
            left, right = sorted((scale(claim.value), scale(row.lived.value)))
            drawn.append(pen.rect((left, y - 4, right - left, 8), BARS[says(gap)], 2))
    # The company's interval lies above the line, the customers' below; small marks are drawn last: none is hidden.
    for side, symbol, colour, at in (
        (row.lived, symbols.lived, "outside", y + INTERVAL),
        (row.belief, symbols.belief, "inside", y - INTERVAL),
        (row.promise, symbols.promise, "star", y),
    ):
        if isinstance(side, Estimate):
            if side.low < side.high:
                drawn.append(
                    symbols.whisker(pen, scale(side.low), scale(side.high), at, f"stroke-{colour} thick")
                )
            drawn.append(symbol(pen, scale(side.value), y))
            values.append(
                (scale(side.value), OF_HUNDRED.text(side.value, pen.sheet.locale), f"value fill-{colour}")
            )
    if row.observed:
        share = row.observed.share
        drawn.append(symbols.observed(pen, scale(share), y))
        values.append((scale(share), OF_HUNDRED.text(share, pen.sheet.locale), "small fill-outside"))
    if values:
        sizes = [pen.width(text, colour) for _, text, colour in values]
        places = spread([x for x, _, _ in values], sizes, scale.start - 12, scale.end + 12, 6)
        for x, (_, text, colour) in zip(places, values, strict=True):
            drawn.append(pen.text(x, y - 16, text, colour, "middle"))
    return "".join(drawn)


def _formula(pen: Pen, x: float, y: float, claim: symbols.Symbol) -> str:
    """Claim − lived, in the marks themselves: 44 pixels wide from x."""
    return (
        claim(pen, x + 8, y) + pen.line(x + 20, y, x + 27, y, "stroke-muted") + symbols.lived(pen, x + 38, y)
    )


def _columns(row: GapRow, pen: Pen, promise_end: float, belief_end: float, y: float) -> str:
    """Both gaps at the right; one reason for both is said once, across."""
    gaps = _gaps(row)
    if gaps[0] == gaps[1] and isinstance(gaps[0], str):
        return _missing(gaps[0], pen, belief_end, y, 180)
    drawn = []
    for gap, end in zip(gaps, (promise_end, belief_end), strict=True):
        if isinstance(gap, str):
            drawn.append(_missing(gap, pen, end, y, 84))
            continue
        value, interval = (write(gap, pen) for write in (_value, _interval))
        drawn.append(pen.text(end, y - 1, value, _style(gap), "end"))
        drawn.append(pen.text(end, y + 14, interval, "tick fill-muted", "end"))
    return "".join(drawn)


def _missing(reason: str, pen: Pen, end: float, y: float, room: float) -> str:
    lines = _reason(reason, room)
    return pen.lines(end, y + 5 - (len(lines) - 1) * 8, lines, "small fill-muted", 16, "end")


def _reason(reason: str, room: float) -> list[str]:
    return wrap(reason, room, "small", 5)


def _cells(row: GapRow, pen: Pen, y: float) -> tuple[str, float]:
    """Both gaps below a narrow plot, the first line centred on y, and where the row ends.

    Two numbers share a line if they fit; words why one is missing need their own; one reason for both is said once.
    """
    gaps, half = _gaps(row), pen.sheet.width / 2
    if gaps[0] == gaps[1] and isinstance(gaps[0], str):
        lines = _reason(gaps[0], pen.sheet.width)
        return pen.lines(0, y + 5, lines, "small fill-muted", 17), y + 11 + 17 * len(lines)
    numbers = [_number_width(gap, pen) for gap in gaps if isinstance(gap, Finding)]
    abreast = len(numbers) == 2 and max(numbers) + 64 < half
    drawn, x = [], 0.0
    for gap, claim in zip(gaps, (symbols.promise, symbols.belief), strict=True):
        drawn.append(_formula(pen, x, y, claim))
        if isinstance(gap, str):
            lines = _reason(gap, pen.sheet.width - 58)
            drawn.append(pen.lines(56, y + 5, lines, "small fill-muted", 17))
            y += 26 + (len(lines) - 1) * 17
        else:
            drawn.append(_number(gap, pen, x + 56, y + 5))
            x, y = (half, y) if abreast else (0.0, y + 26)
    return "".join(drawn), y + (28 if abreast else 2)


def _number(gap: Finding, pen: Pen, x: float, y: float) -> str:
    style = _style(gap)
    value = _value(gap, pen)
    drawn = pen.text(x, y, value, style)
    return drawn + pen.text(
        x + 6 + pen.width(value, style), y, f"({_interval(gap, pen)})", "small fill-muted"
    )


def _number_width(gap: Finding, pen: Pen) -> float:
    return pen.width(_value(gap, pen), _style(gap)) + 6 + pen.width(f"({_interval(gap, pen)})", "small")


def _style(gap: Finding) -> str:
    return f"head {COLOURS[says(gap)]}"


def _gaps(row: GapRow) -> tuple[Finding | str, Finding | str]:
    return row.delivery_gap, row.perception_gap


def _value(gap: Finding, pen: Pen) -> str:
    return POINTS.text(gap.estimate.value, pen.sheet.locale)


def _interval(gap: Finding, pen: Pen) -> str:
    return POINTS.interval(gap.estimate, pen.sheet.locale)


def _n(row: GapRow, pen: Pen) -> str:
    return pen.sheet.locale.number(row.lived.n) if isinstance(row.lived, Estimate) else "–"


def _sentence(row: GapRow, pen: Pen) -> str:
    locale = pen.sheet.locale
    said = [row.name]
    for text, side in ((words.PROMISED, row.promise), (words.BELIEVED, row.belief), (words.LIVED, row.lived)):
        value = side if isinstance(side, str) else OF_HUNDRED.estimate(side, locale)
        said.append(f"{locale.say(text)}: {value}")
    if row.observed:
        agreeing, n = (locale.number(count) for count in (row.observed.agreeing, row.observed.n))
        said.append(
            f"{locale.say(words.OBSERVED)}: {locale.say(words.OBSERVED_SAID, agreeing=agreeing, n=n)}"
        )
    points = replace(POINTS, suffix=locale.say(POINTS_SAID))
    for text, gap in zip((DELIVERY_GAP, PERCEPTION_GAP), _gaps(row), strict=True):
        if isinstance(gap, Finding):
            estimate, finding = points.estimate(gap.estimate, locale), locale.say(SAID_FINDINGS[says(gap)])
            said.append(f"{locale.say(text)}: {estimate}, {finding}")
    return ". ".join(said) + "."
