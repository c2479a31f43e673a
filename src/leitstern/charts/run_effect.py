"""It runs – does it work? To the right how many use it, upwards how the customers' answers changed, with its interval.

The corner below right is the one to look at: used by most, and little changed. Only where it is as good as sure that customers
did not notice, a team is marked. On a phone dots are numbered and
named in a list below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.spread import overlaps, place
from leitstern.charts.svg import Pen
from leitstern.charts.units import Unit
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box
    from leitstern.core.stats.estimate import Estimate

SHARE = Unit(low=0, high=1, factor=100)
CHANGE = Unit(low=-1, high=1, factor=100, signed=True)
USED = Text("→ of 100 people use it each week", "→ von 100 Personen nutzen es jede Woche")
BETTER = Text("↑ of 100 customers more agree than before", "↑ mehr Zustimmung der Kundschaft, von 100")
SAID = Text(
    "{name}. Use it each week: {used} of 100. Customers who agree: {change} of 100.",
    "{name}. Nutzen es jede Woche: {used} von 100. Zustimmung der Kundschaft: {change} von 100.",
)
CORNERS = (
    Text("Better, though few use it", "Besser, obwohl es wenige nutzen"),
    Text("Used, and better", "Genutzt und besser"),
    Text("Hardly used", "Kaum genutzt"),
    Text("Used, and little changed", "Genutzt, wenig verändert"),
)
ONLY_RUNS = Text("runs, but does not work: as good as sure", "läuft, aber wirkt nicht: so gut wie sicher")
RUNS = 0.6  # from where on it runs
HEIGHT = 300


@dataclass(frozen=True, slots=True)
class RunPoint:
    """A team: the share that uses it, and the change of the share of customers who agree. `only_runs` is its colour."""

    name: str
    used: Estimate
    change: Estimate
    only_runs: bool
    href: str = ""


def run_effect(run_points: Sequence[RunPoint], relevant: float, sheet: Sheet) -> str:
    """At least one point; `relevant` is the smallest change that counts."""
    pen, width, locale = Pen(sheet), sheet.width, sheet.locale
    entries = [interval_key(locale, run_points[0].change.level)]
    if any(each.only_runs for each in run_points):
        entries.append(Key(locale.say(ONLY_RUNS), lambda pen, x, y: pen.circle(x, y, 6, "fill-gap")))
    keys, top = legend(pen, entries)
    levels = ticks(
        min(-0.1, *(each.change.low for each in run_points)),
        max(0.1, *(each.change.high for each in run_points)),
    )
    left = max(pen.width(CHANGE.text(level, locale), "tick") for level in levels) + 12
    plot = (left, top + 28, width - left - 12, float(HEIGHT))
    x = Scale(0, 1, plot[0] + 10, plot[0] + plot[2] - 10)
    y = Scale(levels[0], levels[-1], plot[1] + HEIGHT, plot[1])
    spots = [(x(each.used.value), y(each.change.value)) for each in run_points]
    dots: list[Box] = [(at - 8, high - 8, 16, 16) for at, high in spots]
    drawn = [keys, _frame(levels, relevant, pen, plot, x, y)]
    corners = _corners(pen, plot, x(RUNS), y(relevant), dots)
    drawn += [words for words, _ in corners]
    taken = [*dots, *(box for _, box in corners)]
    below = plot[1] + HEIGHT + (60 if sheet.narrow else 42)
    marks = []
    for number, (each, spot, dot) in enumerate(zip(run_points, spots, dots, strict=True), start=1):
        name = [str(number)] if sheet.narrow else wrap(each.name, 170, "label", 2)
        size = (max(pen.width(line, "label") for line in name), 16.0 * len(name))
        box = place(spot, size, taken, [], plot)
        label = ""
        if box:
            taken.append((box[0] - 4, box[1], box[2] + 8, box[3]))
            end = box[0] + box[2] < spot[0]
            label = pen.lines(
                box[0] + (box[2] if end else 0), box[1] + 12, name, "label", 16, "end" if end else ""
            )
        if sheet.narrow:
            listed = wrap(each.name, width - 34, "label", 2)
            label += pen.text(18, below + 4, str(number), "value", "end") + pen.lines(
                30, below + 4, listed, "label", 17
            )
            below += 10 + 17 * len(listed)
        said = locale.say(
            SAID,
            name=each.name,
            used=SHARE.estimate(each.used, locale),
            change=CHANGE.estimate(each.change, locale),
        )
        marks.append(pen.mark(said, dot, _dot(each, pen, spot, y), label, href=each.href))
    return pen.finish(below, *drawn, *marks)


def _dot(each: RunPoint, pen: Pen, spot: tuple[float, float], y: Scale) -> str:
    tone = "gap" if each.only_runs else "inside"
    line = pen.line(spot[0], y(each.change.low), spot[0], y(each.change.high), f"stroke-{tone} hair")
    return line + pen.circle(*spot, 6, f"stroke-surface fill-{tone}")


def _frame(levels: Sequence[float], relevant: float, pen: Pen, plot: Box, x: Scale, y: Scale) -> str:
    left, top, wide, tall = plot
    locale = pen.sheet.locale
    runs, counts = x(RUNS), y(relevant)
    drawn = [
        pen.rect(plot, "stroke-line hair fill-surface", 6),
        pen.rect((runs, counts, left + wide - runs, top + tall - counts), "fill-gap faint"),
        pen.line(runs, top, runs, top + tall, "stroke-line hair"),
        pen.line(left, counts, left + wide, counts, "stroke-line hair"),
        pen.line(left, y(0), left + wide, y(0), "stroke-muted hair"),
        pen.text(0, top - 10, locale.say(BETTER), "small fill-muted"),
        pen.text(left + wide, top + tall + 36, locale.say(USED), "small fill-muted", "end"),
    ]
    drawn += [
        pen.text(left - 6, y(level) + 4, CHANGE.text(level, locale), "tick fill-muted", "end")
        for level in levels
    ]
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        drawn.append(
            pen.text(x(share), top + tall + 17, SHARE.text(share, locale), "tick fill-muted", "middle")
        )
    return "".join(drawn)


def _corners(pen: Pen, plot: Box, runs: float, counts: float, dots: Sequence[Box]) -> list[tuple[str, Box]]:
    """The words of the four corners, each where its corner leaves room."""
    left, top, wide, tall = plot
    right, bottom = left + wide, top + tall
    placed = []
    for at, text in enumerate(CORNERS):
        said = pen.sheet.locale.say(text)
        low, high = (runs, right) if at % 2 else (left, runs)
        up, down = (counts, bottom) if at // 2 else (top, counts)
        lines = wrap(said, high - low - 12, "label", 2)
        size = (max(pen.width(line, "label") for line in lines), 16.0 * len(lines))
        if up + size[1] + 8 > down:
            continue
        start = high - size[0] - 8 if at % 2 else low + 8
        heights = [up + 5 + step * (down - up - size[1] - 10) / 4 for step in range(5)]
        if at // 2:
            heights.reverse()
        boxes: list[Box] = [(start, height, *size) for height in heights]
        free = next((box for box in boxes if not any(overlaps(box, dot) for dot in dots)), None)
        if free:
            placed.append((pen.lines(free[0], free[1] + 12, lines, "label fill-muted", 16), free))
    return placed
