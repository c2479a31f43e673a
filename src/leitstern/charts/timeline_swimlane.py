"""One customer's timeline: a lane per channel or department, handoffs as crossings, promises kept or late.

Distances follow time between a least and a most; a longer silence is cut out, marked and named. Wide, the lanes run
from left to right and go on below like staves of music; on a phone the lanes are stripes beside a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts import timeline_parts as parts
from leitstern.charts.legend import legend
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen
from leitstern.charts.timeline_parts import Moment
from leitstern.charts.timeline_staves import staves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.charts.svg import Point

__all__ = ["Moment", "timeline_swimlane"]

STRIPE = 16.0  # pixels from lane to lane on a phone


def timeline_swimlane(moments: Sequence[Moment], lanes: Sequence[str], crossing: str, sheet: Sheet) -> str:
    """The timeline of at least one moment, in order of time.

    `lanes` names every lane that occurs, in the order to be drawn; `crossing` says what changing lanes is called
    ("Handoff" for departments, "Change of channel").
    """
    pen = Pen(sheet)
    key, top = legend(pen, parts.keys(moments, crossing, pen))
    draw = _list if sheet.narrow else staves
    drawn, bottom = draw(moments, lanes, crossing, pen, top + 8)
    return pen.finish(bottom, key, drawn)


def _list(
    moments: Sequence[Moment], lanes: Sequence[str], crossing: str, pen: Pen, top: float
) -> tuple[str, float]:
    """Moments below each other beside their lanes, and where the list ends."""
    tracks = {lane: 10 + STRIPE * i for i, lane in enumerate(lanes)}
    x, y = STRIPE * len(lanes) + 12, top + 6
    path, body = [], []
    before: Moment | None = None
    spot = (0.0, 0.0)
    for moment in moments:
        if before and moment.at - before.end > parts.SILENT:
            body.append(_cut(pen, x - 8, y + 2))
            said = parts.silence_said(pen, moment.at - before.end)
            body.append(pen.text(x, y + 12, said, "small fill-muted"))
            y += 30
        here = (tracks[moment.lane], y + 9)
        if before:
            path.append(_connect(pen, spot, here))
        drawn, end = _entry(moment, pen, x, y, here)
        sentence = parts.sentence(moment, before.lane if before else "", crossing, pen)
        body.append(pen.mark(sentence, (0, y - 7, pen.sheet.width, end - y + 8), drawn))
        before, spot, y = moment, here, end + 18
    stripes = [pen.line(at, top, at, y - 10, "stroke-line heavy") for at in tracks.values()]
    return "".join(stripes + path + body), y


def _entry(moment: Moment, pen: Pen, x: float, y: float, here: Point) -> tuple[str, float]:
    """One moment with its words and quote, and where it ends."""
    when = f"{parts.dates(moment, pen)} · {moment.lane}"
    lines = parts.block(moment, when, pen, pen.sheet.width - x)
    drawn = [parts.dot(moment, pen, *here), parts.write(lines, pen, x, y + 14, 18)]
    end = y + len(lines) * 18
    if moment.quote:
        for line in wrap(parts.quoted(moment, pen), pen.sheet.width - x, "quote", 8):
            drawn.append(pen.text(x, end + 19, line, "quote", lang=moment.quote_language))
            end += 21
        end += 4
    return "".join(drawn), end


def _connect(pen: Pen, start: Point, end: Point) -> str:
    """Down the lane, then across to the next one."""
    if start[0] == end[0]:
        return pen.line(*start, *end, parts.SAME_LANE)
    return parts.elbow(pen, start, (start[0], end[1]), end)


def _cut(pen: Pen, width: float, y: float) -> str:
    """A zigzag across all stripes."""
    turns = int(width // 8)
    edges = [
        [(i * width / turns, y + side + (2.5 if i % 2 else -2.5)) for i in range(turns + 1)]
        for side in (0, 10)
    ]
    return parts.cut(pen, *edges)
