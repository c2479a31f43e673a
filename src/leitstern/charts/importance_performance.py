"""Importance (upwards) and performance (to the right), with both intervals: where to look first, in four fields.

What lies in a field for certain is a solid dot, what may lie in another one a hollow one. Every dot has a number, and
what it stands for is spelled out below; so no label ever covers an interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.spread import place
from leitstern.charts.svg import Pen
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box
    from leitstern.core.stats.estimate import Estimate

IMPORTANCE = Text("↑ goes along with answers", "↑ hängt mit Antworten zusammen")
PERFORMANCE = Text("→ of 100 customers live it well", "→ von 100 erleben es gut")
CERTAIN = Text("in its field for certain", "sicher in seinem Feld")
UNCERTAIN = Text("may lie in another field", "kann in einem anderen Feld liegen")
CORNERS = (
    Text("Look here first", "Zuerst hinsehen"),
    Text("Keep it up", "So beibehalten"),
    Text("Look here later", "Später hinsehen"),
    Text("Fine as it is", "Gut so"),
)
SENTENCE = Text(
    "{name}. Importance: {importance}% ({importance_low}–{importance_high}). Of 100 customers live it well: {performance} "
    "({low}–{high}), n {n}. {field}.",
    "{name}. Wichtigkeit: {importance} % ({importance_low}–{importance_high}). Von 100 erleben es gut: {performance} "
    "({low}–{high}), n {n}. {field}.",
)
LISTED = Text("↑ {importance}% · → {performance} · n {n}", "↑ {importance} % · → {performance} · n {n}")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `importance` and `performance` as shares 0–1; `field` in words, `sure` if it lies there for certain."""

    name: str
    importance: Estimate
    performance: Estimate
    field: str
    sure: bool


def importance_performance(reasons: Sequence[Reason], lines: tuple[float, float], sheet: Sheet) -> str:
    """At least one reason, numbered in the caller's order; `lines` part important from less, lived well from less."""
    pen, locale = Pen(sheet), sheet.locale
    keys, top = legend(
        pen,
        [
            Key(locale.say(CERTAIN), lambda pen, x, y: _dot(pen, x, y, sure=True)),
            Key(locale.say(UNCERTAIN), lambda pen, x, y: _dot(pen, x, y, sure=False)),
            interval_key(locale, reasons[0].importance.level),
        ],
    )
    low = min([0.0, lines[0], *(each.importance.low for each in reasons)])
    high = max([lines[0] * 1.2, *(each.importance.high for each in reasons)])
    levels = ticks(low, high, 5)
    tall = 260 if sheet.narrow else 340
    left = max(pen.width(locale.percent(v), "tick") for v in levels) + 14
    plot: Box = (left, top + 32, sheet.width - left - 10, tall)
    least = min([lines[1], *(each.performance.low for each in reasons)])
    across = ticks(max(0.0, least - 0.03), 1.0, 5)
    x = Scale(across[0], 1.0, left + 6, left + plot[2] - 6)
    y = Scale(levels[0], levels[-1], plot[1] + tall, plot[1])
    taken = [(x(r.performance.value) - 8, y(r.importance.value) - 8, 16.0, 16.0) for r in reasons]
    fields, words = _fields(pen, plot, x(lines[1]), y(lines[0]))
    taken += words
    marks, below = [], plot[1] + tall + 52
    for number, reason in enumerate(reasons, start=1):
        drawn, below = _reason(reason, number, pen, plot, x, y, taken, below)
        marks.append(drawn)
    return pen.finish(below, keys, _frame(pen, plot, levels, across, x, y), fields, *marks)


def _frame(pen: Pen, plot: Box, levels: Sequence[float], across: Sequence[float], x: Scale, y: Scale) -> str:
    left, top, wide, tall = plot
    locale = pen.sheet.locale
    drawn = [
        pen.rect(plot, "stroke-line hair fill-surface", 6),
        pen.text(0, top - 12, locale.say(IMPORTANCE), "small fill-muted"),
        pen.text(left + wide, top + tall + 38, locale.say(PERFORMANCE), "small fill-muted", "end"),
    ]
    drawn += [pen.text(left - 8, y(v) + 4, locale.percent(v), "tick fill-muted", "end") for v in levels]
    drawn += [
        pen.text(x(v), top + tall + 18, locale.number(v * 100), "tick fill-muted", "middle")
        for v in across
        if v <= 1
    ]
    return "".join(drawn)


def _fields(pen: Pen, plot: Box, cut: float, level: float) -> tuple[str, list[Box]]:
    """The lines and the words of the fields that have room for them."""
    left, top, wide, tall = plot
    drawn = [
        pen.rect((left, top, cut - left, level - top), "fill-gap faint", 6),
        pen.line(cut, top, cut, top + tall, "stroke-muted dash"),
        pen.line(left, level, left + wide, level, "stroke-muted dash"),
    ]
    taken: list[Box] = []
    for at, said in enumerate(CORNERS):
        right, lower = at % 2, at // 2
        room = (left + wide - cut if right else cut - left) - 16
        if (top + tall - level if lower else level - top) < 26:
            continue
        lines = wrap(pen.sheet.locale.say(said), room, "label", 2) if room > 50 else []
        if not lines or max(pen.width(line, "label") for line in lines) > room:
            continue
        edge = left + wide - 8 if right else left + 8
        first = (level if lower else top) + 19
        drawn.append(pen.lines(edge, first, lines, "label fill-muted", 16, "end" if right else ""))
        long = max(pen.width(line, "label") for line in lines)
        taken.append((edge - long if right else edge, first - 13, long, 16.0 * len(lines) + 2))
    return "".join(drawn), taken


def _reason(
    reason: Reason, number: int, pen: Pen, plot: Box, x: Scale, y: Scale, taken: list[Box], below: float
) -> tuple[str, float]:
    """The dot with its intervals and number, and its line in the list; gives the list's lower end."""
    locale, weight, lived = pen.sheet.locale, reason.importance, reason.performance
    here = x(lived.value), y(weight.value)
    style = "stroke-gap" if reason.sure else "stroke-gap hair"
    whiskers = pen.line(x(lived.low), here[1], x(lived.high), here[1], style)
    whiskers += pen.line(here[0], y(weight.low), here[0], y(weight.high), style)
    spans = [
        (x(lived.low), here[1] - 2, x(lived.high) - x(lived.low), 4.0),
        (here[0] - 2, y(weight.high), 4.0, y(weight.low) - y(weight.high)),
    ]
    box = place(here, (pen.width(str(number), "value"), 13), taken, spans, plot)
    near = pen.text(box[0], box[1] + 11, str(number), "value") if box else ""
    if box:
        taken.append(box)
    figures = {
        "importance": locale.number(weight.value * 100),
        "performance": locale.number(lived.value * 100),
    }
    name = wrap(reason.name, pen.sheet.width - 34, "label", 2)
    listed = pen.text(20, below + 12, str(number), "value", "end")
    listed += pen.lines(32, below + 12, name, "label", 17)
    rest = f"{locale.say(LISTED, **figures, n=locale.number(lived.n))} · {reason.field}"
    lines = wrap(rest, pen.sheet.width - 34, "small", 2)
    listed += pen.lines(32, below + 12 + 17 * len(name), lines, "small fill-muted", 17)
    said = locale.say(
        SENTENCE,
        name=reason.name,
        importance_low=locale.number(weight.low * 100),
        importance_high=locale.number(weight.high * 100),
        low=locale.number(lived.low * 100),
        high=locale.number(lived.high * 100),
        n=locale.number(lived.n),
        field=reason.field,
        **figures,
    )
    hit = (here[0] - 9, here[1] - 9, 18.0, 18.0)
    drawn = pen.mark(said, hit, whiskers, _dot(pen, *here, sure=reason.sure), near)
    return drawn + listed, below + 17 * (len(name) + len(lines)) + 8


def _dot(pen: Pen, x: float, y: float, *, sure: bool) -> str:
    return pen.circle(x, y, 7, "stroke-surface fill-gap" if sure else "stroke-gap fill-surface")
