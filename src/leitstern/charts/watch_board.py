"""What was reached and what slips, month by month: a row per thing watched, a cell per month.

A settled month is outlined, a quiet one pale, one half of the way to an alarm filled lightly, one in alarm solid with a
cross; a month without a measurement is a dot, never a blank. On a phone the name stands above its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Box
    from leitstern.charts.symbols import Symbol


class Month(StrEnum):
    """What a month of something watched was."""

    NOTHING = "nothing"
    BEFORE = "before"
    SETTLED = "settled"
    QUIET = "quiet"
    TENSE = "tense"
    ALARM = "alarm"


WORDS = {
    Month.SETTLED: Text("what was reached", "was erreicht war"),
    Month.QUIET: Text("holds", "hält"),
    Month.TENSE: Text("half of the way to an alarm", "auf halbem Weg zum Alarm"),
    Month.ALARM: Text("slips: alarm", "rutscht ab: Alarm"),
    Month.BEFORE: Text("on the way there", "auf dem Weg dorthin"),
    Month.NOTHING: Text("not measured", "nicht gemessen"),
}
ROW = 30.0
CELL = 20.0  # height


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One thing watched: what each of the board's months was; `said` is the whole row in one sentence."""

    name: str
    months: tuple[Month, ...]
    said: str
    group: str = ""
    href: str = ""


def watch_board(rows: Sequence[BoardRow], months: Sequence[date], sheet: Sheet) -> str:
    """At least one row and one month, months by any of their days, in order; every row has a cell per month."""
    pen = Pen(sheet)
    there = {month for row in rows for month in row.months}
    keys, top = legend(
        pen,
        [
            Key(sheet.locale.say(words), _sample(month), 18)
            for month, words in WORDS.items()
            if month in there
        ],
    )
    room = (
        0.0
        if sheet.narrow
        else min(max(pen.width(row.name, "name") for row in rows) + 16, sheet.width * 0.36)
    )
    step = (sheet.width - room) / len(months)
    drawn, y, group = [keys], top + 14, ""
    for row in rows:
        if row.group != group:
            group = row.group
            drawn.append(pen.text(0, y + 18, group, "small fill-muted"))
            y += 28
        lines = wrap(row.name, sheet.width if sheet.narrow else room - 12, "name", 2)
        head = 20.0 * len(lines) if sheet.narrow else 0.0
        tall = head + ROW if sheet.narrow else max(ROW, 19.0 * len(lines) + 4)
        cells = y + head + (tall - head - CELL) / 2
        name_at = y + 15 if sheet.narrow else y + tall / 2 + 5 - 9.5 * (len(lines) - 1)
        drawn.append(
            pen.mark(
                row.said,
                (0, y, sheet.width, tall),
                pen.lines(0, name_at, lines, "name", 19),
                *(
                    _cell(pen, month, (room + at * step, cells, step, CELL))
                    for at, month in enumerate(row.months)
                ),
                href=row.href,
            )
        )
        y += tall + (6 if sheet.narrow else 0)
    return pen.finish(y + 24, *drawn, *_years(months, pen, room, step, y))


def _cell(pen: Pen, month: Month, box: Box) -> str:
    x, y, wide, tall = box
    inner = (x + 0.75, y, max(wide - 1.5, 1.5), tall)
    middle = (x + wide / 2, y + tall / 2)
    if month is Month.NOTHING:
        return pen.circle(*middle, 1.2, "fill-muted")
    if month is Month.BEFORE:
        return pen.line(x + 1, middle[1], x + wide - 1, middle[1], "stroke-line")
    if month is Month.SETTLED:
        return pen.rect(inner, "stroke-bridge hair fill-surface", 2)
    if month is Month.QUIET:
        return pen.rect(inner, "fill-bridge pale", 2)
    if month is Month.TENSE:
        return pen.rect(inner, "fill-gap pale", 2)
    reach = min(wide, tall) / 4
    cross = points((middle[0] - reach, middle[1] - reach), (middle[0] + reach, middle[1] + reach)) + points(
        (middle[0] - reach, middle[1] + reach), (middle[0] + reach, middle[1] - reach)
    )
    return pen.rect(inner, "fill-gap", 2) + pen.path(cross, "stroke-surface round")


def _sample(month: Month) -> Symbol:
    return lambda pen, x, y: _cell(pen, month, (x - 9, y - 8, 18, 16))


def _years(months: Sequence[date], pen: Pen, room: float, step: float, y: float) -> list[str]:
    """The first month, and every January that has room."""
    drawn, free = [], -1e9
    for at, month in enumerate(months):
        if at and month.month != 1:
            continue
        said = f"{pen.sheet.locale.month(month)} {month.year}"
        here, wide = room + at * step, pen.width(said, "tick")
        left = min(max(here, 0), pen.sheet.width - wide)
        if left > free + 8:
            drawn.append(pen.line(here, y, here, y + 6, "stroke-muted hair"))
            drawn.append(pen.text(left, y + 19, said, "tick fill-muted"))
            free = left + wide
    return drawn
