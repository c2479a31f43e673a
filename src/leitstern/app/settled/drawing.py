"""A series against the level it had reached: one picture for every page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale, words
from leitstern.charts.slipping import Measured, slipping
from leitstern.charts.units import OF_HUNDRED, Unit
from leitstern.core.bridge.watch.shown import estimate
from leitstern.core.bridge.watch.stream import Shown
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Period
    from leitstern.core.bridge.watch.stream import Stream

INDEX = Unit(-1, 1, digits=2)


def stream_drawing(reading: Reading, period: Period | None) -> SafeString | str:
    """One series with its level and the sum of what fell short; nothing before something was measured."""
    stream = reading.stream
    if not stream.points:
        return ""
    sums = {point.day: total for point, total in zip(reading.points, reading.sums, strict=True)}
    limit = reading.rule.limit
    measured = [
        Measured(
            point.day, estimate(stream, point), sums.get(point.day), alarm=sums.get(point.day, 0.0) >= limit
        )
        for point in stream.points
    ]
    level = None if isinstance(reading.settled, Missing) else reading.settled.level
    shade = None
    if period and level is not None:  # no further than what was measured
        shade = max(period.start, stream.points[0].day), min(period.end, stream.points[-1].day)
    return fitted(
        lambda sheet: slipping(
            measured, unit_of(stream), sheet, level, shade, limit if sums and stream.step is None else 0.0
        ),
        "slipping",
        words(stream.name),
        gettext(
            "Above what was measured with its interval, below how far it has moved away from what was reached."
        ),
        width=600,
    )


def interval_text(stream: Stream, shown: Estimate) -> str:
    """58–64, in the reader's language; "" of a full count, which has none."""
    return "" if stream.step is not None else unit_of(stream).interval(shown, locale())


def unit_of(stream: Stream) -> Unit:
    """How a page writes this series."""
    if stream.shown is Shown.SHARE:
        return OF_HUNDRED
    if stream.shown is Shown.INDEX:
        return INDEX
    largest = max((abs(point.value) for point in stream.points), default=0.0)
    return Unit(-1e9, 1e9, digits=0 if largest >= 10 else 1)
