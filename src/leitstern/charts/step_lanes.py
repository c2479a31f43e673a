"""The seven steps over time: since when each gathers proof, is credited, has fallen back, or was left out by decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.symbols import Symbol

Tone = Literal["gathering", "credited", "fallen", "skipped"]
TONES: dict[Tone, tuple[Text, str]] = {
    "gathering": (Text("gathers proof", "sammelt Belege"), "stroke-bridge fill-bridge soft"),
    "credited": (Text("credited", "belegt"), "stroke-bridge fill-bridge"),
    "fallen": (Text("fallen back", "zurückgefallen"), "stroke-gap fill-surface dash"),
    "skipped": (
        Text("left out by decision", "durch Entscheidung ausgelassen"),
        "stroke-muted fill-surface dots",
    ),
}
AXIS = Text("months since {month}", "Monate seit {month}")
SAID = Text("{name}: {parts}.", "{name}: {parts}.")
PART = Text("{state} from month {start} to {end}", "{state} von Monat {start} bis {end}")
NOTHING = Text("not opened", "nicht geöffnet")
ROW, BAR = 36, 16


@dataclass(frozen=True, slots=True)
class Lane:
    """One step: its spans in months since the beginning, one after the other."""

    name: str
    spans: tuple[tuple[Tone, float, float], ...]
    href: str = ""


def step_lanes(lanes: Sequence[Lane], until: float, month: str, sheet: Sheet) -> str:
    """At least one lane; `until` are months shown, `month` is when they begin."""
    pen, say = Pen(sheet), sheet.locale.say
    there = {tone for lane in lanes for tone, _start, _end in lane.spans}
    keys, top = legend(
        pen,
        [Key(say(words), _sample(style), 18) for tone, (words, style) in TONES.items() if tone in there],
    )
    room = (
        0.0
        if sheet.narrow
        else min(max(pen.width(each.name, "name") for each in lanes) + 20, sheet.width * 0.42)
    )
    scale = Scale(0, max(until, 1), room + 6, sheet.width - 14)
    begin = top = top + 12
    drawn = [keys]
    for lane in lanes:
        mark, top = _lane(lane, pen, scale, top, room)
        drawn.append(mark)
    every = next(
        step for step in (1, 3, 6, 12, 24, 60) if until / step <= (6 if sheet.narrow else 12) or step == 60
    )
    grid = "".join(
        pen.line(scale(at), begin, scale(at), top + 4, "stroke-line hair")
        + pen.text(scale(at), top + 17, str(at), "tick fill-muted", "middle")
        for at in range(0, int(until) + 1, every)
    )
    axis = pen.text(scale.end, top + 36, say(AXIS, month=month), "small fill-muted", "end")
    return pen.finish(top + 44, grid, *drawn, axis)


def _lane(lane: Lane, pen: Pen, scale: Scale, top: float, room: float) -> tuple[str, float]:
    narrow = pen.sheet.narrow
    name = wrap(lane.name, (pen.sheet.width if narrow else room) - 16, "name", 2)
    heading = 18 * len(name)
    bottom = top + heading + 32 if narrow else top + max(ROW, heading + 12)
    middle = bottom - 14 if narrow else (top + bottom) / 2
    first = top + 18 if narrow else middle - 9 * (len(name) - 1) + 5
    bars = [
        pen.rect((scale(start), middle - BAR / 2, max(scale(end) - scale(start), 2), BAR), TONES[tone][1], 3)
        for tone, start, end in lane.spans
    ]
    return pen.mark(
        _sentence(lane, pen),
        (0, top + 2, pen.sheet.width, bottom - top - 4),
        pen.line(0, bottom, pen.sheet.width, bottom, "stroke-line hair"),
        pen.lines(0, first, name, "name", 18),
        *bars,
        href=lane.href,
    ), bottom


def _sample(style: str) -> Symbol:
    return lambda pen, x, y: pen.rect((x - 9, y - 6, 18, 12), style, 3)


def _sentence(lane: Lane, pen: Pen) -> str:
    say, number = pen.sheet.locale.say, pen.sheet.locale.number
    parts = [
        say(PART, state=TONES[tone][0], start=number(start), end=number(end))
        for tone, start, end in lane.spans
    ]
    return say(SAID, name=lane.name, parts="; ".join(parts) if parts else say(NOTHING))
