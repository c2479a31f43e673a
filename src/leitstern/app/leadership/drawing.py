"""The charts of leadership: acts a month and minutes a quarter, against what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale
from leitstern.charts.slipping import Measured, slipping
from leitstern.charts.units import OF_HUNDRED, Unit
from leitstern.core.bridge.watch.stream import Shown
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.poisson import rate
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Period
    from leitstern.core.bridge.watch.stream import Point

A_MONTH = Unit(low=0, high=1e6)


def month_name(day: date) -> str:
    """`Mai 2026`."""
    return f"{locale().month(day)} {day.year}"


def acts_drawing(reading: Reading, period: Period | None) -> SafeString | str:
    """Acts month by month; nothing before the first month that is over."""
    return _drawing(
        reading,
        period,
        A_MONTH,
        "leaders-acts",
        gettext("Accompanying acts a month"),
        gettext("Each dot is a month with its interval; the line is the level that was reached."),
    )


def minutes_drawing(reading: Reading, period: Period | None) -> SafeString | str:
    """The share of the board's minutes quarter by quarter; nothing before four meetings."""
    return _drawing(
        reading,
        period,
        OF_HUNDRED,
        "leaders-minutes",
        gettext("Board minutes on customers, of 100"),
        gettext("Each dot is a quarter with its interval; the line is the level that was reached."),
    )


def estimate(point: Point, shown: Shown) -> Estimate:
    """A measurement with its interval: of a count exact, of a share by its standard error."""
    if shown is Shown.NUMBER:
        return rate(int(point.value), 1, point.day)
    reach = normal_quantile((1 + LEVEL) / 2) * point.error
    low, high = max(0.0, point.value - reach), min(1.0, point.value + reach)
    return Estimate(point.value, low, high, point.n, as_of=point.day)


def _drawing(
    reading: Reading, period: Period | None, unit: Unit, name: str, title: str, description: str
) -> SafeString | str:
    points = reading.stream.points
    if not points:
        return ""
    sums = {point.day: level for point, level in zip(reading.points, reading.sums, strict=True)}
    alarms = {onset.point.day for onset in reading.onsets}
    measured = [
        Measured(point.day, estimate(point, reading.stream.shown), sums.get(point.day), point.day in alarms)
        for point in points
    ]
    settled = reading.settled
    if isinstance(settled, Missing) or period is None:
        return fitted(lambda sheet: slipping(measured, unit, sheet), name, title, description, width=600)
    shade = (max(period.start, points[0].day), min(period.end, points[-1].day))
    return fitted(
        lambda sheet: slipping(measured, unit, sheet, settled.level, shade, reading.rule.limit),
        name,
        title,
        description,
        width=600,
    )
