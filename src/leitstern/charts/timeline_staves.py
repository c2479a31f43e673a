"""The wide layout of a customer's timeline: lanes from left to right, going on below like staves of music."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.charts import timeline_parts as parts
from leitstern.charts.letters import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.svg import Pen, Point
    from leitstern.charts.timeline_parts import Moment

LEAST, MOST, PER_DAY = 150.0, 190.0, 5.0  # pixels between contacts
BREAK = 108.0  # pixels for a cut
TEXT = LEAST - 22  # room beside a contact


@dataclass(frozen=True, slots=True)
class _Placed:
    moment: Moment
    x: float
    came_from: str  # the lane of the contact before, or ""
    silence: timedelta | None  # cut out before this contact


def staves(
    moments: Sequence[Moment], lanes: Sequence[str], crossing: str, pen: Pen, top: float
) -> tuple[str, float]:
    """All staves below `top`, and where they end."""
    left = min(max(pen.width(lane, "head") for lane in lanes), pen.sheet.width * 0.15) + 26
    drawn = []
    for stave in _place(moments, left, pen.sheet.width):
        part, top = _stave(stave, lanes, crossing, pen, left, top, stave[-1].moment is moments[-1])
        drawn.append(part)
        top += 22
    return "".join(drawn), top - 14


def _place(moments: Sequence[Moment], left: float, width: float) -> list[list[_Placed]]:
    """Contacts with their place in time, as many to a stave as fit."""
    rows: list[list[_Placed]] = [[]]
    before: Moment | None = None
    x = left + 14
    for moment in moments:
        gap = moment.at - before.end if before else timedelta()
        silence = gap if gap > parts.SILENT else None
        step = LEAST + BREAK if silence else min(max(gap / timedelta(days=1) * PER_DAY, LEAST), MOST)
        x += step if rows[-1] else 0
        if x + LEAST > width and rows[-1]:
            rows.append([])
            x = left + 14 + (BREAK if silence else 0)
        rows[-1].append(_Placed(moment, x, before.lane if before else "", silence))
        before = moment
    return rows


def _stave(
    stave: list[_Placed], lanes: Sequence[str], crossing: str, pen: Pen, left: float, top: float, last: bool
) -> tuple[str, float]:
    """One line of lanes from `top`; gives the drawing and its lower end."""
    width = pen.sheet.width
    blocks = [parts.block(placed.moment, parts.dates(placed.moment, pen), pen, TEXT) for placed in stave]
    used = {stave[0].came_from} | {placed.moment.lane for placed in stave}
    most = {lane: 0 for lane in lanes if lane in used}  # a lane nobody walks here only makes the picture tall
    for placed, lines in zip(stave, blocks, strict=True):
        most[placed.moment.lane] = max(most[placed.moment.lane], len(lines))
    head = top + (38 if any(placed.silence for placed in stave) else 4)
    background, heights, bottom = _lanes(most, pen, left, head)
    body = []
    spot = (left - 6.0, heights[stave[0].came_from]) if stave[0].came_from else None
    for placed in stave:
        target = (placed.x, heights[placed.moment.lane])
        if spot:
            body.append(_connect(pen, spot, target))
        spot = target
    if spot and not last:
        body.append(pen.line(*spot, width, spot[1], parts.SAME_LANE))
    body += [_silence(pen, placed.x, placed.silence, head, bottom) for placed in stave if placed.silence]
    quotes, end = _quotes(stave, heights, pen, bottom)
    body.append(quotes)
    for placed, lines in zip(stave, blocks, strict=True):
        y = heights[placed.moment.lane]
        body.append(
            pen.mark(
                parts.sentence(placed.moment, placed.came_from, crossing, pen),
                (placed.x - 12, y - 14, LEAST - 4, 26 + len(lines) * 16),
                parts.dot(placed.moment, pen, placed.x, y),
                parts.write(lines, pen, placed.x + 12, y + 20, 16),
            )
        )
    return background + "".join(body), end


def _lanes(most: dict[str, int], pen: Pen, left: float, top: float) -> tuple[str, dict[str, float], float]:
    """Stripes and names for lanes with so many lines of text; gives each lane's height and the lower end."""
    stripes, names, heights = [], [], {}
    for i, (lane, lines) in enumerate(most.items()):
        name = wrap(lane, left - 20, "head", 2)
        height = max(40, 30 + lines * 16, 24 + len(name) * 18)
        if i % 2 == 0:
            stripes.append(pen.rect((0, top, pen.sheet.width, height), "fill-bg", 8))
        names.append(pen.lines(10, top + 25, name, "head", 18))
        heights[lane] = top + 20
        top += height
    return "".join(stripes + names), heights, top


def _connect(pen: Pen, start: Point, end: Point) -> str:
    """Along the lane, then across to the next one."""
    if start[1] == end[1]:
        return pen.line(*start, *end, parts.SAME_LANE)
    return parts.elbow(pen, start, (end[0], start[1]), end)


def _silence(pen: Pen, x: float, silence: timedelta, top: float, bottom: float) -> str:
    """A cut through all lanes with the time it stands for above it."""
    x -= BREAK / 2 - 2
    turns = int((bottom - top) // 12)
    step = (bottom - top) / turns
    edges = [
        [(x + side + (3 if i % 2 else -3), top + i * step) for i in range(turns + 1)] for side in (-5, 5)
    ]
    lines = wrap(parts.silence_said(pen, silence), BREAK, "small", 2)
    return parts.cut(pen, *edges) + pen.lines(x, top - 24, lines, "small fill-muted", 16, "middle")


def _quotes(stave: list[_Placed], heights: dict[str, float], pen: Pen, top: float) -> tuple[str, float]:
    """Customers' words below the lanes, each hanging from its contact; later ones higher: no thread crosses words."""
    hung: list[tuple[_Placed, list[str], int]] = []
    free: list[float] = []  # for each row, up to where it is free from the left
    for placed in reversed(stave):
        if placed.moment.quote:
            x = placed.x + 14
            text = wrap(parts.quoted(placed.moment, pen), min(300, pen.sheet.width - x), "quote", 6)
            end = x + max(pen.width(line, "quote") for line in text)
            row = next((i for i, left in enumerate(free) if end + 16 <= left), len(free))
            free[row : row + 1] = [placed.x]
            hung.append((placed, text, row))
    rows = [max(len(text) for _, text, r in hung if r == row) * 21 + 12 for row in range(len(free))]
    drawn = []
    for placed, text, row in hung:
        x, y = placed.x + 5, top + 10 + sum(rows[:row])
        drawn.append(pen.line(x, heights[placed.moment.lane] + 8, x, y + len(text) * 21, "stroke-muted dots"))
        for i, line in enumerate(text):
            drawn.append(pen.text(x + 9, y + 16 + i * 21, line, "quote", lang=placed.moment.quote_language))
    return "".join(drawn), top + (10 + sum(rows) if rows else 0)
