"""Two key figures at one lever: which way each of them pushes it, and how strongly, by what people say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet

UP = Text("pushes it {how} up", "treibt {how} nach oben")
DOWN = Text("pushes it {how} down", "treibt {how} nach unten")
SENTENCE = Text(
    "{lever}: “{down}” {pushes_down}, “{up}” {pushes_up}.",
    "{lever}: „{down}“ {pushes_down}, „{up}“ {pushes_up}.",
)
ROW, GAP = 104, 14


@dataclass(frozen=True, slots=True)
class Tug:
    """`down` and `up` are names of figures; how strongly each pushes is a word ("strongly")."""

    lever: str
    down: str
    down_how: str
    up: str
    up_how: str


def tug_of_war(tugs: Sequence[Tug], sheet: Sheet) -> str:
    """One row per lever: it stands in the middle, the figure that pushes it down at the left, the other at the right."""
    pen = Pen(sheet)
    tall = 236 if sheet.narrow else ROW
    rows = [_row(tug, pen, at * (tall + GAP)) for at, tug in enumerate(tugs)]
    return pen.finish(len(tugs) * (tall + GAP) - GAP, *rows)


def _row(tug: Tug, pen: Pen, top: float) -> str:
    locale, width = pen.sheet.locale, float(pen.sheet.width)
    down, up = locale.say(DOWN, how=tug.down_how), locale.say(UP, how=tug.up_how)
    sentence = locale.say(SENTENCE, lever=tug.lever, down=tug.down, pushes_down=down, up=tug.up, pushes_up=up)
    if pen.sheet.narrow:
        boxes = [(0.0, top, width, 60.0), (0.0, top + 88, width, 60.0), (0.0, top + 176, width, 60.0)]
        arrows = [
            _arrow(pen, (width / 2, top + 62), (width / 2, top + 86), -1),
            _arrow(pen, (width / 2, top + 174), (width / 2, top + 150), 1),
        ]
    else:
        side, middle = width * 0.33, width * 0.2
        between = (width - 2 * side - middle) / 2
        boxes = [
            (0.0, top, side, float(ROW)),
            (side + between, top, middle, float(ROW)),
            (width - side, top, side, float(ROW)),
        ]
        y = top + ROW / 2
        arrows = [
            _arrow(pen, (side + 4, y), (side + between - 4, y), -1),
            _arrow(pen, (width - side - 4, y), (width - side - between + 4, y), 1),
        ]
    return pen.mark(
        sentence,
        (0, top, width, 236 if pen.sheet.narrow else ROW),
        _box(pen, boxes[0], tug.down, down, "stroke-inside fill-surface"),
        _box(pen, boxes[1], tug.lever, "", "stroke-gap fill-surface dash"),
        _box(pen, boxes[2], tug.up, up, "stroke-inside fill-surface"),
        *arrows,
    )


def _box(pen: Pen, box: tuple[float, float, float, float], name: str, how: str, styles: str) -> str:
    x, y, w, h = box
    room = w - 24
    names = wrap(name, room, "head", 1 if h < 80 else 2)
    hows = wrap(how, room, "small", 1 if h < 80 else 2) if how else []
    start = y + (h - 18 * len(names) - 17 * len(hows)) / 2 + 13
    return "".join(
        (
            pen.rect((x + 1, y + 1, w - 2, h - 2), styles, 10),
            pen.lines(x + w / 2, start, names, "head", 18, "middle"),
            pen.lines(x + w / 2, start + 18 * len(names), hows, "small fill-muted", 17, "middle"),
        )
    )


def _arrow(pen: Pen, start: tuple[float, float], end: tuple[float, float], sign: int) -> str:
    """From a figure to the lever, with its sign beside the line."""
    (x1, y1), (x2, y2) = start, end
    across = abs(x2 - x1) > abs(y2 - y1)
    back = 7 if (x2 - x1) + (y2 - y1) > 0 else -7
    head = (
        points((x2 - back, y2 - 5), (x2, y2), (x2 - back, y2 + 5))
        if across
        else points((x2 - 5, y2 - back), (x2, y2), (x2 + 5, y2 - back))
    )
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    spot = (middle[0], middle[1] - 9) if across else (middle[0] + 14, middle[1] + 5)
    return (
        pen.line(x1, y1, x2, y2, "stroke-gap thick")
        + pen.path(head, "stroke-gap thick round")
        + pen.text(*spot, "+" if sign > 0 else "−", "lead fill-gap", "middle")
    )
