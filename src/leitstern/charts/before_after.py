"""Did it get better? Two estimates, their difference with its interval, and the verdict in a word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from leitstern.charts.legend import interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.svg import Pen, points
from leitstern.charts.symbols import lived, whisker
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.units import Unit
    from leitstern.core.stats.estimate import Estimate

Verdict = Literal["better", "not", "unclear"]

BEFORE = Text("Before", "Vorher")
AFTER = Text("After", "Nachher")
DIFFERENCE = Text("Difference", "Unterschied")
VERDICTS: dict[Verdict, Text] = {
    "better": Text("Better", "Besser"),
    "not": Text("Not better", "Nicht besser"),
    "unclear": Text("Cannot tell", "Nicht zu sagen"),
}
COLOURS: dict[Verdict, str] = {"better": "good", "not": "bad", "unclear": "muted"}


GAP = 56  # pixels between the two lines


@dataclass(frozen=True, slots=True)
class Change:
    """A measure's outcome before and after, on one scale; `difference` = after − before."""

    before: Estimate
    after: Estimate
    difference: Estimate
    verdict: Verdict
    before_when: str  # "January to March 2026"
    after_when: str


def before_after(change: Change, unit: Unit, sheet: Sheet) -> str:
    """Both estimates on one scale, and the difference against zero beside it (below it on a phone)."""
    pen, width = Pen(sheet), sheet.width
    keys, top = legend(pen, [interval_key(sheet.locale, change.before.level)])
    if sheet.narrow:
        estimates, below = _estimates(change, unit, pen, top + 4, width)
        difference, bottom = _difference(change, unit, pen, (0, below + 16), width)
        between = pen.line(0, below + 2, width, below + 2, "stroke-line hair")
    else:
        split = width * 0.62
        estimates, below = _estimates(change, unit, pen, top + 4, split - 28)
        difference, bottom = _difference(change, unit, pen, (split, top + 4), width - split)
        bottom = max(below, bottom)
        between = pen.line(split - 14, top + 8, split - 14, bottom - 4, "stroke-line hair")
    return pen.finish(bottom, keys, between, estimates, difference)


def _estimates(change: Change, unit: Unit, pen: Pen, top: float, width: float) -> tuple[str, float]:
    """Both estimates on one scale, their words above the first and below the second; gives the lower end."""
    both, stacked = (change.before, change.after), pen.sheet.narrow
    marks = ticks(min(e.low for e in both), max(e.high for e in both), 5)
    low, high = max(marks[0], unit.low), min(marks[-1], unit.high)
    when = max(pen.width(text, "small") for text in (change.before_when, change.after_when))
    scale = Scale(low, high, 12 if stacked else min(when, width * 0.34) + 32, width - 16)
    first = top + (64 if stacked else 44)
    spots = [(scale(change.before.value), first), (scale(change.after.value), first + GAP)]
    axis = first + GAP + (72 if stacked else 50)
    drawn = [pen.line(*spots[0], *spots[1], "stroke-muted dash")]
    rows = ((BEFORE, change.before_when, -1), (AFTER, change.after_when, 1))
    for (name, time, side), estimate, (x, y) in zip(rows, both, spots, strict=True):
        said = pen.sheet.locale.say(name)
        title = y + (6 if side > 0 else 0) + side * 44 if stacked else y - 3
        left, under = (pen.width(said, "name") + 8, 0) if stacked else (0, 18)
        lines = [time] if stacked else wrap(time, scale.start - 24, "small", 2)
        drawn.append(
            pen.mark(
                f"{said}, {time}: {unit.estimate(estimate, pen.sheet.locale)}.",
                (0, y - 20 if side > 0 else y - (62 if stacked else 40), width, 82 if stacked else 60),
                pen.text(0, title, said, "name"),
                pen.lines(left, title + under, lines, "small fill-muted", 16),
                whisker(pen, scale(estimate.low), scale(estimate.high), y, "stroke-outside thick"),
                pen.circle(x, y, 6, "stroke-outside fill-surface heavy") if side < 0 else lived(pen, x, y),
                _figures(estimate, unit, pen, x, y + (27 if side > 0 else -16), width),
            )
        )
    return "".join([_axis([v for v in marks if low <= v <= high], unit, pen, scale, axis), *drawn]), axis + 26


def _axis(marks: Sequence[float], unit: Unit, pen: Pen, scale: Scale, y: float) -> str:
    line = pen.line(scale.start, y, scale.end, y, "stroke-line hair")
    return line + "".join(
        pen.line(scale(v), y, scale(v), y + 5, "stroke-line hair")
        + pen.text(scale(v), y + 18, unit.text(v, pen.sheet.locale), "tick fill-muted", "middle")
        for v in marks
    )


def _figures(estimate: Estimate, unit: Unit, pen: Pen, x: float, y: float, right: float) -> str:
    """Value, interval and n above their dot, kept inside."""
    locale = pen.sheet.locale
    value = unit.text(estimate.value, locale)
    rest = f"({unit.interval(estimate, locale)}) · n\u00a0{locale.number(estimate.n)}"
    first = pen.width(value, "head") + 6
    start = max(min(x - first / 2, right - first - pen.width(rest, "small")), 0)
    return pen.text(start, y, value, "head fill-outside") + pen.text(
        start + first, y, rest, "small fill-muted"
    )


def _difference(
    change: Change, unit: Unit, pen: Pen, corner: tuple[float, float], width: float
) -> tuple[str, float]:
    """The verdict and the difference against zero; gives the drawing and its lower end."""
    left, top = corner
    locale, here, colour = pen.sheet.locale, change.difference, COLOURS[change.verdict]
    signed = replace(unit, signed=True)
    reach = max(abs(here.low), abs(here.high), 1e-9)
    scale = Scale(-reach, reach, left + 16, left + width - 16)
    y = top + 92
    value, interval = signed.text(here.value, locale), f"({signed.interval(here, locale)})"
    verdict, name = locale.say(VERDICTS[change.verdict]), locale.say(DIFFERENCE)
    indent = left + pen.width(name, "small") + 8
    return pen.mark(
        f"{verdict}. {name}: {value} {interval}.",
        (left, top, width, 122),
        _verdict_sign(change.verdict, pen, left + 11, top + 18),
        pen.text(left + 30, top + 24, verdict, f"lead fill-{colour}"),
        pen.text(left, top + 52, name, "small fill-muted"),
        pen.text(indent, top + 52, value, f"head fill-{colour}"),
        pen.text(indent + pen.width(value, "head") + 6, top + 52, interval, "small fill-muted"),
        pen.line(scale(0), y - 22, scale(0), y + 14, "stroke-muted"),
        pen.text(scale(0), y + 28, signed.text(0, locale), "tick fill-muted", "middle"),
        pen.line(scale.start, y, scale.end, y, "stroke-line hair"),
        whisker(pen, scale(here.low), scale(here.high), y, f"stroke-{colour} thick"),
        pen.circle(scale(here.value), y, 6, f"stroke-surface fill-{colour}"),
    ), y + 34


def _verdict_sign(verdict: Verdict, pen: Pen, x: float, y: float) -> str:
    disc = pen.circle(x, y, 11, f"fill-{COLOURS[verdict]}")
    if verdict == "unclear":
        return disc + pen.text(x, y + 5.5, "?", "head fill-surface", "middle")
    signs = {
        "better": points((x - 5, y), (x - 1.5, y + 4), (x + 5, y - 4)),
        "not": points((x - 4, y - 4), (x + 4, y + 4)) + points((x + 4, y - 4), (x - 4, y + 4)),
    }
    return disc + pen.path(signs[verdict], "stroke-surface thick round")
