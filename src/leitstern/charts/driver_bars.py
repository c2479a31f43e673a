"""Visible reasons and how much of the difference each one carries: shares with their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.legend import interval_key, legend
from leitstern.charts.letters import wrap
from leitstern.charts.scales import Scale, ticks
from leitstern.charts.svg import Pen
from leitstern.charts.symbols import whisker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.charts.sheet import Sheet
    from leitstern.core.stats.estimate import Estimate


ROOMY = 560  # from here on a name has room beside its bar


@dataclass(frozen=True, slots=True)
class DriverBar:
    """One reason with its share 0–1 of the explained difference; an interval may reach below zero."""

    name: str
    share: Estimate
    href: str = ""


def driver_bars(drivers: Sequence[DriverBar], sheet: Sheet) -> str:
    """The bars of at least one driver, in the caller's order."""
    pen, width = Pen(sheet), sheet.width
    stacked = width < ROOMY
    low = min([0.0, *(d.share.low for d in drivers)])
    marks = [v for v in ticks(low, max(d.share.high for d in drivers)) if v >= low]
    keys, top = legend(pen, [interval_key(sheet.locale, drivers[0].share.level)])
    if stacked:
        scale, row = Scale(low, marks[-1], 12, width - 16), _narrow_row
    else:
        name = min(max(pen.width(d.name, "name") for d in drivers), width * 0.3)
        figures = max(_figures_width(d, pen) for d in drivers)
        scale, row = Scale(low, marks[-1], name + 24, width - figures - 28), _wide_row
    rows, y = [], top + 8
    for driver in drivers:
        drawn, height = row(driver, pen, scale, y)
        rows.append(pen.mark(_sentence(driver, pen), (0, y + 1, width, height - 2), drawn, href=driver.href))
        y += height
    axis = [pen.text(scale(v), y + 18, sheet.locale.percent(v), "tick fill-muted", "middle") for v in marks]
    grid = (
        [] if stacked else [pen.line(scale(v), top + 8, scale(v), y + 2, "stroke-line hair") for v in marks]
    )
    return pen.finish(y + 24, keys, *grid, *rows, *axis)


def _wide_row(driver: DriverBar, pen: Pen, scale: Scale, y: float) -> tuple[str, float]:
    name = wrap(driver.name, scale.start - 24, "name", 2)
    height = 26.0 + len(name) * 18
    middle = y + height / 2
    return (
        pen.lines(0, middle + 5 - (len(name) - 1) * 9, name, "name", 18)
        + _bar(driver, pen, scale, middle)
        + _figures(driver, pen, scale.end + 28, middle + 5)
    ), height


def _narrow_row(driver: DriverBar, pen: Pen, scale: Scale, y: float) -> tuple[str, float]:
    name = wrap(driver.name, pen.sheet.width, "name", 2)
    below = y + len(name) * 19
    drawn = pen.lines(0, y + 18, name, "name", 19) + _figures(driver, pen, 0, below + 18)
    return drawn + _bar(driver, pen, scale, below + 38), len(name) * 19 + 62


def _bar(driver: DriverBar, pen: Pen, scale: Scale, y: float) -> str:
    left, right = sorted((scale(0), scale(driver.share.value)))
    return (
        pen.rect((left, y - 8, right - left, 16), "stroke-gap hair fill-gap pale", 2)
        + pen.line(scale(0), y - 12, scale(0), y + 12, "stroke-muted")
        + whisker(pen, scale(driver.share.low), scale(driver.share.high), y, "stroke-ink thick")
    )


def _texts(driver: DriverBar, pen: Pen) -> tuple[str, str]:
    locale = pen.sheet.locale
    span = locale.span(locale.number(driver.share.low * 100), locale.number(driver.share.high * 100))
    return locale.percent(driver.share.value), f"({span}) · n\u00a0{locale.number(driver.share.n)}"


def _figures_width(driver: DriverBar, pen: Pen) -> float:
    value, rest = _texts(driver, pen)
    return pen.width(value, "head") + 6 + pen.width(rest, "small")


def _figures(driver: DriverBar, pen: Pen, x: float, y: float) -> str:
    value, rest = _texts(driver, pen)
    said = pen.text(x, y, value, "head fill-gap")
    return said + pen.text(x + 6 + pen.width(value, "head"), y, rest, "small fill-muted")


def _sentence(driver: DriverBar, pen: Pen) -> str:
    value, rest = _texts(driver, pen)
    return f"{driver.name}: {value} {rest}."
