"""A roadmap as spans, not as dates: when each task begins in half of the worlds, and by when four of five have it done.

The bar reaches from the middle beginning (P50) to the middle end (P50), the thin line on to the P80. The last row is the
whole. The dashed line is the lower bound: with the likeliest durations no plan is shorter. What moves everything is
marked by a diamond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet

PEOPLE = Text("people and culture, until P50", "Menschen und Kultur, bis P50")
TECHNOLOGY = Text("technology, until P50", "Technologie, bis P50")
EIGHTY = Text("until P80", "bis P80")
BOUND = Text("likeliest durations: from {months} months", "wahrscheinlichste Dauern: ab {months} Monaten")
CRITICAL = Text("moves the whole most", "bewegt das Ganze am meisten")
TASK = Text("Task", "Aufgabe")
MONTHS = Text("P50 – P80, months", "P50 – P80, Monate")
WHOLE = Text("Everything", "Alles zusammen")
AXIS = Text("months from {month}", "Monate ab {month}")
SAID = Text(
    "{name}: {side}. Begins in half of the worlds within {start} months, done in half within {middle}, in four of five within {late}.{more}",
    "{name}: {side}. Beginnt in der Hälfte der Welten in höchstens {start} Monaten, fertig in der Hälfte in höchstens {middle}, in vier von fünf in {late}.{more}",
)
SAID_WHOLE = Text(
    "Everything is done in half of the worlds within {middle} months, in four of five within {late}.",
    "Alles ist in der Hälfte der Welten in höchstens {middle} Monaten fertig, in vier von fünf in {late}.",
)
IS_PEOPLE, IS_TECHNOLOGY = (
    Text("people and culture", "Menschen und Kultur"),
    Text("technology", "Technologie"),
)
MOVES = Text(" It moves the whole most.", " Sie bewegt das Ganze am meisten.")
ROW, BAR = 34, 10


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One task, in months from the day of the plan."""

    name: str
    technology: bool
    start: float
    p50: float
    p80: float
    critical: bool = False
    href: str = ""


def plan_spans(
    rows: Sequence[SpanRow], whole: tuple[float, float], bound: float, month: str, sheet: Sheet
) -> str:
    """At least one task, in the caller's order; `whole` is the P50 and P80 of everything, `month` when months begin."""
    pen, say, number = Pen(sheet), sheet.locale.say, sheet.locale.number
    keys, top = legend(pen, _keys(pen, rows, bound))
    last = max(whole[1], bound, *(row.p80 for row in rows))
    room = (
        0.0
        if sheet.narrow
        else min(max(pen.width(row.name, "name") for row in rows) + 24, sheet.width * 0.38)
    )
    figures = pen.width(f"{number(last)} – {number(last)}", "small") + 18
    scale = Scale(0, max(last, 1) * 1.02, room + 6, sheet.width - figures - 6)
    heading = pen.text(0, top + 18, say(TASK), "small fill-muted") + pen.text(
        sheet.width, top + 18, say(MONTHS), "small fill-muted", "end"
    )
    begin = top = top + 26
    drawn = [keys, heading]
    for row in rows:
        mark, top = _row(row, pen, scale, top, room, bound)
        drawn.append(mark)
    pen_whole, bottom = _whole(whole, pen, scale, top, room)
    ticks = _ticks(pen, scale, last, begin, bottom)
    line = "" if sheet.narrow else pen.line(scale(bound), begin, scale(bound), bottom, "stroke-ink dash")
    drawn += [pen_whole, pen.text(scale.end, bottom + 36, say(AXIS, month=month), "small fill-muted", "end")]
    return pen.finish(bottom + 44, ticks, line, *drawn)


def _keys(pen: Pen, rows: Sequence[SpanRow], bound: float) -> list[Key]:
    say = pen.sheet.locale.say
    keys = []
    if any(not row.technology for row in rows):
        keys.append(
            Key(say(PEOPLE), lambda pen, x, y: pen.rect((x - 9, y - 5, 18, 10), "fill-inside", 3), 18)
        )
    if any(row.technology for row in rows):
        keys.append(
            Key(say(TECHNOLOGY), lambda pen, x, y: pen.rect((x - 9, y - 5, 18, 10), "fill-outside", 3), 18)
        )
    keys.append(Key(say(EIGHTY), lambda pen, x, y: pen.line(x - 11, y, x + 11, y, "stroke-ink thick"), 22))
    keys.append(
        Key(
            say(BOUND, months=pen.sheet.locale.number(bound, 1)),
            lambda pen, x, y: pen.line(x, y - 8, x, y + 8, "stroke-ink dash"),
            10,
        )
    )
    if any(row.critical for row in rows):
        keys.append(Key(say(CRITICAL), _diamond, 14))
    return keys


def _row(row: SpanRow, pen: Pen, scale: Scale, top: float, room: float, bound: float) -> tuple[str, float]:
    narrow, number = pen.sheet.narrow, pen.sheet.locale.number
    name = wrap(row.name, (pen.sheet.width if narrow else room) - 20, "name", 2)
    heading = 18 * len(name)
    if narrow:
        head, middle, bottom = (
            pen.lines(0, top + 18, name, "name", 18),
            top + heading + 16,
            top + heading + 30,
        )
    else:
        bottom = top + max(ROW, heading + 14)
        middle = (top + bottom) / 2
        head = pen.lines(0, middle - 9 * (len(name) - 1) + 5, name, "name", 18)
    colour = "outside" if row.technology else "inside"
    parts = [
        pen.line(0, bottom, pen.sheet.width, bottom, "stroke-line hair"),
        head,
        _bar(pen, scale, (row.start, row.p50, row.p80), middle, colour),
        pen.text(pen.sheet.width, middle + 4, f"{number(row.p50)} – {number(row.p80)}", "small", "end"),
    ]
    if narrow:  # beside the bar only: above it stands the name
        parts.append(pen.line(scale(bound), middle - 9, scale(bound), middle + 9, "stroke-ink dash"))
    if row.critical:
        parts.append(_diamond(pen, scale(row.start), middle))
    return pen.mark(
        _sentence(row, pen), (0, top + 2, pen.sheet.width, bottom - top - 4), *parts, href=row.href
    ), bottom


def _bar(pen: Pen, scale: Scale, at: tuple[float, float, float], y: float, colour: str) -> str:
    start, middle, late = (scale(each) for each in at)
    bar = pen.rect((start, y - BAR / 2, max(middle - start, 3), BAR), f"fill-{colour}", 3)
    whisker = pen.line(max(middle, start + 3), y, late, y, f"stroke-{colour} thick")
    return bar + whisker + pen.line(late, y - 5, late, y + 5, f"stroke-{colour} thick")


def _whole(whole: tuple[float, float], pen: Pen, scale: Scale, top: float, room: float) -> tuple[str, float]:
    say, number = pen.sheet.locale.say, pen.sheet.locale.number
    narrow = pen.sheet.narrow
    middle, bottom = (top + 36, top + 52) if narrow else (top + ROW / 2, top + ROW)
    head = pen.text(0, top + 20 if narrow else middle + 5, say(WHOLE), "head")
    sentence = say(SAID_WHOLE, middle=number(whole[0]), late=number(whole[1]))
    return pen.mark(
        sentence,
        (0, top + 2, pen.sheet.width, bottom - top - 4),
        head,
        _bar(pen, scale, (0, *whole), middle, "bridge"),
        pen.text(
            pen.sheet.width,
            middle + 4,
            f"{number(whole[0])} – {number(whole[1])}",
            "value",
            "end",
        ),
    ), bottom


def _ticks(pen: Pen, scale: Scale, last: float, top: float, bottom: float) -> str:
    every = next(
        step for step in (1, 3, 6, 12, 24, 60, 120) if last / step <= (5 if pen.sheet.narrow else 12)
    )
    drawn = []
    for month in range(0, int(last) + 1, every):
        x = scale(month)
        drawn.append(pen.line(x, top, x, bottom + 4, "stroke-line hair"))
        drawn.append(pen.text(x, bottom + 17, str(month), "tick fill-muted", "middle"))
    return "".join(drawn)


def _diamond(pen: Pen, x: float, y: float) -> str:
    corners = points((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y))
    return pen.path(corners + "Z", "stroke-surface fill-gap")


def _sentence(row: SpanRow, pen: Pen) -> str:
    number = pen.sheet.locale.number
    return pen.sheet.locale.say(
        SAID,
        name=row.name,
        side=IS_TECHNOLOGY if row.technology else IS_PEOPLE,
        start=number(row.start),
        middle=number(row.p50),
        late=number(row.p80),
        more=MOVES if row.critical else "",
    )
