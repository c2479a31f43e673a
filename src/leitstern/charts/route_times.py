"""How long each route takes: where possible worlds arrive on one axis of years, with the middle and nine of ten.

The hill above each line is the share of possible worlds that arrive at that time; the bar holds eight of ten of them,
the dot is the middle one. Nobody sees a single date, because there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import Key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.levels import duration, durations
from leitstern.charts.scales import Scale
from leitstern.charts.svg import Pen, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet

YEARS = Text("years until a Star", "Jahre bis zum Star")
MIDDLE = Text("middle", "Mitte")
EIGHT = Text("eight of ten", "acht von zehn")
RECOMMENDED = Text("recommended", "empfohlen")
SAID = Text(
    "{name}. As likely as not within {middle}; nine of ten take at least {early}, one of ten takes longer than {late}.",
    "{name}. Die Hälfte braucht höchstens {middle}, neun von zehn mindestens {early}, eine von zehn länger als {late}.",
)
SAID_BEST = Text("{said} Recommended.", "{said} Empfohlen.")
HILL = 34  # pixels of the highest hill
STEP = 3  # months of one part of a density


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One route: quantiles in months, and the share of worlds that arrive in each three months from now."""

    name: str
    p10: float
    p50: float
    p90: float
    density: tuple[float, ...]
    recommended: bool = False
    risky: bool = False


def route_times(rows: Sequence[RouteRow], sheet: Sheet) -> str:
    """At least one route, in the caller's order."""
    pen, narrow = Pen(sheet), sheet.narrow
    say = sheet.locale.say
    keys, top = legend(
        pen,
        [
            Key(say(MIDDLE), lambda pen, x, y: pen.circle(x, y, 6, "stroke-surface fill-ink"), 14),
            Key(say(EIGHT), lambda pen, x, y: pen.line(x - 12, y, x + 12, y, "stroke-ink heavy round"), 26),
        ],
    )
    longest = max(max(row.p90 for row in rows) * 1.12, 24)
    years = int(longest // 12) + 1
    room = 0.0 if narrow else min(max(pen.width(row.name, "name") for row in rows) + 24, sheet.width * 0.3)
    figures = 0.0 if narrow else max(pen.width(_figures(row, pen), "small") for row in rows) + 20
    scale = Scale(0, years * 12, room + 8, sheet.width - figures - 8)
    top += 14
    drawn, first = [keys], top
    peak = max((max(row.density, default=0) for row in rows), default=1) or 1
    for row in rows:
        mark, bottom = _row(row, pen, scale, top, room, peak)
        drawn.append(mark)
        top = bottom
    grid = _grid(pen, scale, years, first, top)
    drawn.append(pen.text(scale.end, top + 36, say(YEARS), "small fill-muted", "end"))
    return pen.finish(top + 44, grid, *drawn)


def _row(row: RouteRow, pen: Pen, scale: Scale, top: float, room: float, peak: float) -> tuple[str, float]:
    narrow, width = pen.sheet.narrow, pen.sheet.width
    colour = "bridge" if row.recommended else "gap" if row.risky else "muted"
    title = f"{row.name} ({pen.sheet.locale.say(RECOMMENDED)})" if row.recommended and narrow else row.name
    name = wrap(title, width if narrow else room - 16, "head" if row.recommended else "name", 3)
    if narrow:
        base = top + 18 + 19 * len(name) + 16 + HILL
        head = pen.lines(0, top + 18, name, "head" if row.recommended else "name", 19)
        head += pen.text(0, top + 18 + 19 * len(name) - 2, _figures(row, pen), "small fill-muted")
    else:
        height = max(HILL + 26.0, 19.0 * len(name) + 22)
        base = top + height - 12
        head = pen.lines(0, base - 12 - 19 * (len(name) - 1), name, "head" if row.recommended else "name", 19)
        if row.recommended:
            head += pen.text(0, base + 5, pen.sheet.locale.say(RECOMMENDED), "small fill-bridge")
        head += pen.text(width, base + 4, _figures(row, pen), "small", "end")
    bottom = base + 14
    drawn = pen.mark(
        _sentence(row, pen),
        (0, top + 2, width, bottom - top - 4),
        pen.line(0, bottom, width, bottom, "stroke-line hair"),
        head,
        _hill(row, pen, scale, base, peak, colour),
        pen.line(scale(row.p10), base, scale(row.p90), base, f"stroke-{colour} heavy round"),
        pen.circle(scale(row.p50), base, 6, f"stroke-surface fill-{colour}"),
    )
    return drawn, bottom


def _hill(row: RouteRow, pen: Pen, scale: Scale, base: float, peak: float, colour: str) -> str:
    places = [(scale(0), base)]
    for i, share in enumerate(row.density):
        at = (i + 0.5) * STEP
        if at > scale.high:
            break
        places.append((scale(at), base - HILL * share / peak))
    places.append((places[-1][0], base))
    dashed = " dash" if row.risky else ""
    return pen.path(points(*places) + "Z", f"stroke-{colour} hair fill-{colour} soft{dashed}")


def _grid(pen: Pen, scale: Scale, years: int, top: float, bottom: float) -> str:
    every = 1 if years <= 8 and not pen.sheet.narrow else 2 if years <= 16 else 4
    drawn = []
    for year in range(0, years + 1, every):
        x = scale(year * 12)
        drawn.append(pen.line(x, top, x, bottom + 4, "stroke-line hair"))
        drawn.append(pen.text(x, bottom + 17, str(year), "tick fill-muted", "middle"))
    return "".join(drawn)


def _figures(row: RouteRow, pen: Pen) -> str:
    locale = pen.sheet.locale
    if row.p90 <= 0:
        return duration(0, locale)
    return f"{duration(row.p50, locale)} ({durations(row.p10, row.p90, locale)})"


def _sentence(row: RouteRow, pen: Pen) -> str:
    locale = pen.sheet.locale
    said = locale.say(
        SAID,
        name=row.name,
        early=duration(row.p10, locale),
        middle=duration(row.p50, locale),
        late=duration(row.p90, locale),
    )
    return locale.say(SAID_BEST, said=said) if row.recommended else said
