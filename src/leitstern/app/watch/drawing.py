"""All that is watched, in one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, words
from leitstern.charts.watch_board import BoardRow, Month, watch_board
from leitstern.core.bridge.watch.alarm import Nostalgia
from leitstern.core.bridge.watch.stream import Rhythm
from leitstern.core.bridge.watch.words import NOSTALGIAS, state
from leitstern.core.months import between, later
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.app.watch.queries import Watching
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Period

MONTHS = 36


def board_drawing(seen: Watching) -> SafeString | str:
    """All series over the last three years; nothing before something was measured."""
    rows = [
        (kind, reading) for kind in Nostalgia for reading in seen.of(kind)
    ]  # in the order of the page's lists
    if not rows:
        return ""
    months = _months(seen.day, min(point.day for _, each in rows for point in each.stream.points))
    drawn = [
        BoardRow(
            words(reading.stream.name),
            tuple(_month(month, reading, seen.levels.get(reading.stream.slug)) for month in months),
            f"{words(reading.stream.name)}: {words(state(reading))}",
            words(NOSTALGIAS[kind]),
            reverse("watch:stream", args=[reading.stream.slug]),
        )
        for kind, reading in rows
    ]
    return fitted(
        lambda sheet: watch_board(drawn, months, sheet),
        "watch-board",
        gettext("What was reached, and what slips"),
        gettext("A row per thing watched, a cell per month; solid with a cross means alarm."),
    )


def _months(last: date, first: date) -> list[date]:
    """First days of the months up to the last one, three years at most."""
    many = min(MONTHS, between(first, last) + 1)
    return [later(last, -ago) for ago in range(many - 1, -1, -1)]


def _month(month: date, reading: Reading, period: Period | None) -> Month:
    """What stood at the end of a month: the newest measurement within the rhythm's reach."""
    reach = 1 if reading.stream.rhythm is Rhythm.MONTHLY else 3
    point = next((p for p in reversed(reading.stream.points) if 0 <= between(month, p.day) < reach), None)
    if point is None:
        return Month.NOTHING
    if isinstance(reading.settled, Missing) or period is None or point.day < period.start:
        return Month.BEFORE
    sums = {each.day: level for each, level in zip(reading.points, reading.sums, strict=True)}
    if point.day not in sums:
        return Month.SETTLED if period.holds(point.day) else Month.QUIET
    level, limit = sums[point.day], reading.rule.limit
    if level >= limit:
        return Month.ALARM
    return Month.TENSE if level >= limit / 2 else Month.QUIET
