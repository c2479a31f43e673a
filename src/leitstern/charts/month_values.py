"""What a key figure was, month by month: broken where a month is missing and where something else was counted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.charts.sheet import Sheet

PLOT = 180  # pixels high
DEFINED = Text("From {month} on: {words}", "Ab {month}: {words}")
SAID = Text("{month}: {value}.", "{month}: {value}.")


@dataclass(frozen=True, slots=True)
class NewDefinition:
    """From this month on something else is counted."""

    month: date
    words: str


def month_values(
    values: Sequence[tuple[date, float]], unit: str, sheet: Sheet, redefined: Sequence[NewDefinition] = ()
) -> str:
    """At least one month, each by its first day, in order. New definitions stand as numbered pins, spelled out below."""
    pen, locale = Pen(sheet), sheet.locale
    marks = ticks(min(v for _, v in values), max(v for _, v in values), 5)
    digits = next(d for d in range(9) if all(abs(v * 10**d - round(v * 10**d)) < 1e-6 for v in marks))
    top = 42.0 if redefined else 26.0
    y = Scale(marks[0], marks[-1], top + PLOT, top)
    left = 14 + max(pen.width(locale.number(v, digits), "tick") for v in marks)
    days = [month.toordinal() for month, _ in values] + [each.month.toordinal() for each in redefined]
    first, last = min(days), max(days)
    x = Scale(first, last if last > first else first + 1, left + 10, sheet.width - 14)
    levels = [
        pen.line(left, y(v), sheet.width - 4, y(v), "stroke-line hair")
        + pen.text(left - 8, y(v) + 4, locale.number(v, digits), "tick fill-muted", "end")
        for v in marks
    ]
    pins, bottom = _pins(redefined, pen, x, top, top + PLOT + 40)
    return pen.finish(
        bottom,
        pen.text(0, 13, unit, "small fill-muted"),
        *levels,
        pins,
        *_line(values, {each.month for each in redefined}, pen, x, y),
        *_years(values, pen, x, top + PLOT),
        *(_month(month, value, unit, digits, pen, x, y) for month, value in values),
    )


def _line(
    values: Sequence[tuple[date, float]], redefined: set[date], pen: Pen, x: Scale, y: Scale
) -> list[str]:
    """Only neighbouring months of one definition are joined."""
    return [
        pen.path(
            points((x(a.toordinal()), y(before)), (x(b.toordinal()), y(after))), "stroke-inside thick round"
        )
        for (a, before), (b, after) in pairwise(values)
        if (b.year - a.year) * 12 + b.month - a.month == 1 and not any(a < each <= b for each in redefined)
    ]


def _years(values: Sequence[tuple[date, float]], pen: Pen, x: Scale, bottom: float) -> list[str]:
    """The first month with its year, and every January that has room."""
    drawn, free = [], -1e9
    for at, (month, _) in enumerate(values):
        if at and month.month != 1:
            continue
        said = f"{pen.sheet.locale.month(month)} {month.year}"
        here, half = x(month.toordinal()), pen.width(said, "tick") / 2
        middle = min(max(here, half), pen.sheet.width - half)
        if middle - half > free + 8:
            drawn.append(
                pen.line(here, bottom, here, bottom + 5, "stroke-muted hair")
                + pen.text(middle, bottom + 19, said, "tick fill-muted", "middle")
            )
            free = middle + half
    return drawn


def _month(month: date, value: float, unit: str, digits: int, pen: Pen, x: Scale, y: Scale) -> str:
    locale = pen.sheet.locale
    name = f"{locale.month(month)} {month.year}"
    here = (x(month.toordinal()), y(value))
    said = f"{locale.number(value, max(digits, 1))} {unit}".strip()
    return pen.mark(
        locale.say(SAID, month=name, value=said),
        (here[0] - 7, here[1] - 10, 14, 20),
        pen.circle(*here, 3.5, "fill-inside stroke-surface"),
    )


def _pins(
    redefined: Sequence[NewDefinition], pen: Pen, x: Scale, top: float, below: float
) -> tuple[str, float]:
    """Numbered pins above the line, and below it what each means; gives the lower end."""
    drawn, free = [], -1e9
    for at, each in enumerate(redefined, start=1):
        here = x(each.month.toordinal())
        disc = max(here, free + 22)
        free = disc
        name = f"{pen.sheet.locale.month(each.month)} {each.month.year}"
        said = pen.sheet.locale.say(DEFINED, month=name, words=each.words)
        lines = wrap(said, pen.sheet.width - 28, "small", 3)
        sentence = said if said.endswith(".") else f"{said}."
        drawn += [
            pen.line(here, top - 4, here, top + PLOT, "stroke-gap dash"),
            pen.mark(
                sentence,
                (disc - 11, top - 25, 22, 22),
                pen.circle(disc, top - 14, 9, "fill-gap"),
                pen.text(disc, top - 9.5, str(at), "small fill-surface", "middle"),
            ),
            pen.text(2, below + 10, f"{at}", "label fill-gap"),
            pen.lines(22, below + 10, lines, "small fill-muted", 17),
        ]
        below += 17 * len(lines) + 6
    return "".join(drawn), below
