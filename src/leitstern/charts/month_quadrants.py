"""Do two key figures get better together, or one at the other's expense? One dot per monthly change, four corners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet

BOTH_BETTER = Text("both better", "beide besser")
BOTH_WORSE = Text("both worse", "beide schlechter")
EXPENSE = Text("“{better}” better, “{worse}” worse", "„{better}“ besser, „{worse}“ schlechter")
BETTER, WORSE = Text("{name}: better", "{name}: besser"), Text("{name}: worse", "{name}: schlechter")
SAME = Text("{name}: unchanged", "{name}: unverändert")
MONTHS = Text("{n} monthly changes: {what}.", "{n} monatliche Veränderungen: {what}.")
HEIGHT = 260  # pixels of the field of dots


@dataclass(frozen=True, slots=True)
class MonthChange:
    """How much better each of two figures was than the month before, in standard deviations; − is worse."""

    when: str
    first: float
    second: float


def month_quadrants(first: str, second: str, changes: Sequence[MonthChange], sheet: Sheet) -> str:
    """At least one change. To the right `first` gets better, upwards `second`.

    Corners count their months; one in which either stood still lies on a line and belongs to none.
    """
    pen, width = Pen(sheet), float(sheet.width)
    reach = max(1e-9, *(abs(value) for each in changes for value in (each.first, each.second))) * 1.08
    words = [
        EXPENSE.fill(better=second, worse=first),
        BOTH_BETTER,
        BOTH_WORSE,
        EXPENSE.fill(better=first, worse=second),
    ]
    most = 4 if sheet.narrow else 2  # lines of a corner's words
    tall = 26 + 17 * most
    top = float(tall)
    x, y = Scale(-reach, reach, 0, width), Scale(-reach, reach, top + HEIGHT, top)
    corners = []
    for at, what in enumerate(words):
        right, below = at % 2, at // 2
        n = sum(
            (each.first if right else -each.first) > 0 and (-each.second if below else each.second) > 0
            for each in changes
        )
        corner = (right * width / 2, (top + HEIGHT + 8) * below)
        corners.append(_corner(n, sheet.locale.say(what), at in {0, 3}, corner, pen, most))
    middle = top + HEIGHT / 2
    return pen.finish(
        top + HEIGHT + 8 + tall,
        pen.rect((0, top, width / 2, HEIGHT / 2), "fill-gap faint"),
        pen.rect((width / 2, middle, width / 2, HEIGHT / 2), "fill-gap faint"),
        pen.line(0, middle, width, middle, "stroke-muted hair"),
        pen.line(width / 2, top, width / 2, top + HEIGHT, "stroke-muted hair"),
        *corners,
        *(_dot(each, first, second, pen, x(each.first), y(each.second)) for each in changes),
    )


def _corner(n: int, what: str, apart: bool, corner: tuple[float, float], pen: Pen, most: int) -> str:
    """How many months lie in a corner, and what that means."""
    left, top = corner
    room = pen.sheet.width / 2 - 12
    number = pen.sheet.locale.number(n)
    indent = pen.width(number, "big") + 10
    lines = wrap(what, room - indent - 6, "small", most)
    return pen.mark(
        pen.sheet.locale.say(MONTHS, n=number, what=what),
        (left, top, room, 18.0 + 17 * most),
        pen.text(left + 2, top + 24, number, f"big fill-{'gap' if apart else 'ink'}"),
        pen.lines(left + indent, top + 21, lines, "small fill-muted", 17),
    )


def _dot(change: MonthChange, first: str, second: str, pen: Pen, x: float, y: float) -> str:
    said = [
        pen.sheet.locale.say(BETTER if value > 0 else WORSE if value < 0 else SAME, name=name)
        for name, value in ((first, change.first), (second, change.second))
    ]
    apart = change.first * change.second < 0
    return pen.mark(
        f"{change.when}. {said[0]}; {said[1]}.",
        (x - 9, y - 9, 18, 18),
        pen.circle(x, y, 5, "fill-gap stroke-surface" if apart else "stroke-muted fill-surface"),
    )
