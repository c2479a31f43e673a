"""How few ways cover how much: the share of journeys on the most frequent ways, by how many ways these are.

Each step to the right doubles the ways, so that the first few are seen as well as the many rare ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet

HEIGHT = 190.0  # pixels from nothing to everything
FIRST = Text(
    "The most frequent way covers {share} of journeys", "Der häufigste Weg deckt {share} der Reisen ab"
)
FIRST_MANY = Text(
    "The {ways} most frequent ways cover {share} of journeys",
    "Die {ways} häufigsten Wege decken {share} der Reisen ab",
)
AGAINST = Text(", against {other} in B", ", gegenüber {other} in B")
WAYS = Text("ways", "Wege")


@dataclass(frozen=True, slots=True)
class Covered:
    """What the first `ways` cover, 0–1; `other` of the selection beside it."""

    ways: int
    share: float
    other: float | None = None


def coverage_curve(covered: Sequence[Covered], sheet: Sheet) -> str:
    """At least one point, by growing number of ways."""
    pen, locale = Pen(sheet), sheet.locale
    left, top = pen.width(locale.percent(1.0), "small") + 10, 22.0
    last = max(log2(covered[-1].ways), 1.0)
    x, y = Scale(0, last, left + 8, sheet.width - 26), Scale(0, 1, top + HEIGHT, top)
    parts = []
    for share in (0.0, 0.5, 1.0):
        parts.append(pen.line(left, y(share), sheet.width, y(share), "stroke-line hair"))
        parts.append(pen.text(left - 8, y(share) + 4.5, locale.percent(share), "small fill-muted", "end"))
    if all(each.other is not None for each in covered):
        beside = [(x(log2(each.ways)), y(each.other or 0.0)) for each in covered]
        parts.append(pen.path(points(*beside), "stroke-gap thick round dash"))
    places = [(x(log2(each.ways)), y(each.share)) for each in covered]
    parts.append(pen.path(points(*places), "stroke-outside thick round"))
    half = (x.end - x.start) / last / 2 if len(covered) > 1 else 30.0
    reached = 0.0
    for each, place in zip(covered, places, strict=True):
        name = locale.number(each.ways)
        parts.append(
            pen.mark(
                _sentence(each, pen),
                (max(place[0] - min(half, 22), left), top - 12, min(half, 22) * 2, HEIGHT + 12),
                pen.circle(*place, 4, "fill-outside"),
            )
        )
        start = place[0] - pen.width(name, "small") / 2
        if start > reached:
            parts.append(pen.text(place[0], top + HEIGHT + 20, name, "small fill-muted", "middle"))
            reached = place[0] + pen.width(name, "small") / 2 + 8
    parts.append(pen.text(sheet.width, top + HEIGHT + 40, locale.say(WAYS), "small fill-muted", "end"))
    return pen.finish(top + HEIGHT + 48, *parts)


def _sentence(each: Covered, pen: Pen) -> str:
    locale = pen.sheet.locale
    share = locale.percent(each.share)
    if each.ways == 1:
        said = locale.say(FIRST, share=share)
    else:
        said = locale.say(FIRST_MANY, ways=locale.number(each.ways), share=share)
    if each.other is not None:
        said += locale.say(AGAINST, other=locale.percent(each.other))
    return said + "."
