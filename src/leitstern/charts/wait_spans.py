"""How long waits last: their shares of 100 in spans of time, each a few times as long as the one before.

Beside another selection its share stands as a ring on the bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts import symbols
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet, Side

SAID = Text("{share} of 100 [{span}], n {n}", "{share} von 100 [{span}], n {n}")
BESIDE = Text(", beside it {other}", ", daneben {other}")
ROW, TWO_LINES, BAR, FIGURE = 30.0, 42.0, 16.0, 44.0


@dataclass(frozen=True, slots=True)
class WaitSpan:
    """A share 0–1 of waits in a span, and that of another selection."""

    name: str
    share: Side
    other: Side | None = None


def wait_spans(spans: Sequence[WaitSpan], sheet: Sheet) -> str:
    """At least one span, the shortest first."""
    pen = Pen(sheet)
    room = min(max(pen.width(each.name, "label") for each in spans) + 14, sheet.width * 0.42)
    sides = [side for each in spans for side in (each.share, each.other) if isinstance(side, Estimate)]
    scale = Scale(0, max([0.1, *(side.high for side in sides)]), room, sheet.width - FIGURE - 8)
    row = TWO_LINES if sheet.narrow else ROW
    parts = [pen.line(room, 0, room, row * len(spans), "stroke-line hair")]
    for at, each in enumerate(spans):
        parts.append(_row(each, pen, scale, at * row, row))
    return pen.finish(row * len(spans) + 2, *parts)


def _row(each: WaitSpan, pen: Pen, scale: Scale, top: float, high: float) -> str:
    middle = top + high / 2
    name = wrap(each.name, scale.start - 8, "label", 2 if pen.sheet.narrow else 1)
    parts = [pen.lines(0, middle + 4.5 - 8.5 * (len(name) - 1), name, "label", 17)]
    if isinstance(each.share, Estimate):
        share = each.share
        parts += [
            pen.rect(
                (scale.start, middle - BAR / 2, scale(share.value) - scale.start, BAR), "fill-outside pale", 2
            ),
            symbols.whisker(pen, scale(share.low), scale(share.high), middle, "stroke-ink thick"),
            pen.text(
                pen.sheet.width, middle + 4.5, pen.sheet.locale.number(share.value * 100), "value", "end"
            ),
        ]
    else:
        parts.append(symbols.cross(pen, scale.start + 14, middle))
    if isinstance(each.other, Estimate):
        parts.append(pen.circle(scale(each.other.value), middle, 5, "stroke-gap fill-surface heavy"))
    return pen.mark(_sentence(each, pen), (0, top + 1, pen.sheet.width, high - 2), *parts)


def _sentence(each: WaitSpan, pen: Pen) -> str:
    said = f"{each.name}: {_told(each.share, pen)}"
    if each.other is not None:
        said += pen.sheet.locale.say(BESIDE, other=_told(each.other, pen))
    return f"{said}."


def _told(side: Side, pen: Pen) -> str:
    if not isinstance(side, Estimate):
        return side
    number = pen.sheet.locale.number
    span = pen.sheet.locale.span(number(side.low * 100), number(side.high * 100))
    return pen.sheet.locale.say(SAID, share=number(side.value * 100), span=span, n=number(side.n))
