"""What part of rewards hangs on customers, month by month: where it falls, old key figures are coming back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.app.company.queries import departments
from leitstern.app.incentives.models import Weight
from leitstern.app.incentives.register import register
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.inside.incentives.coverage import coverage
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = 60
STEP = 0.02  # rewards are a full count; a shift of two of a hundred is still no reversal
NAME = Text(en="Rewards that hang on customers", de="Belohnung, die an der Kundschaft hängt")
MEASURE = Text(en="share of all rewards", de="Anteil an allen Belohnungen")
SOURCE = Text(
    en="weights of key figures per role, with today's headcounts",
    de="Gewichte der Kennzahlen je Rolle, mit der heutigen Zahl der Personen",
)


def streams(until: date) -> tuple[Stream, ...]:
    """At the end of each full month, from the first weight on; nothing before anybody is rewarded."""
    rows = list(
        Weight.objects.filter(role__retired=None, figure__retired=None)
        .order_by("id")
        .values_list("role_id", "figure__slug", "percent", "created")
    )
    if not rows:
        return ()
    known, units = register(), departments()
    points = []
    for day in _month_ends(min(row[3].date() for row in rows), until):
        newest = {(role, figure): percent for role, figure, percent, set_on in rows if set_on.date() <= day}
        shares = {key: percent / 100 for key, percent in newest.items() if percent}
        found = coverage(replace(known, shares=shares), units)
        if found.customer_share is not None:
            points.append(Point(day, found.customer_share, STEP, found.people))
    if not points:
        return ()
    return (
        Stream(
            "rewards",
            StreamKind.REWARDS,
            NAME,
            MEASURE,
            "",
            Rhythm.MONTHLY,
            True,
            tuple(points),
            SOURCE,
            "/incentives",
            Shown.SHARE,
        ),
    )


def _month_ends(first: date, until: date) -> Iterator[date]:
    """The last days of the full months between, the newest `MONTHS` of them."""
    months = (until.year - first.year) * 12 + until.month - first.month
    for ago in range(min(months, MONTHS), -1, -1):
        after = until.year * 12 + until.month - ago
        day = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
        if first <= day <= until:
            yield day
