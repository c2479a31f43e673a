"""Does the care for metadata fall back? Monthly shares of campaigns, read by the rule of the relapse watch and by no other.

The watch knows that months differ by more than counting explains, and that a level is only known from few of them. A rule
that took months for nothing but counts would cry wolf in a sixth to a half of all companies in which nothing falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.practice.compliance import Month
from leitstern.core.bridge.practice.streams import share_points
from leitstern.core.bridge.watch.reading import read
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.bridge.watch.stream import Rhythm, Shown, Stream, StreamKind
from leitstern.core.inside.adoption.living import share
from leitstern.core.months import last_day
from leitstern.core.stats.estimate import LEVEL, Estimate, Missing
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.bridge.watch.settled import Settled

SETTLED = 9  # months from which the level is taken
FEWEST = 10  # campaigns in these months
NOT_SETTLED = Missing(
    "not-settled",
    Text(
        en="too little is documented yet to say at which level it settled",
        de="noch ist zu wenig dokumentiert, um zu sagen, bei welchem Stand es eingeschwungen ist",
    ),
)
_CARE = Text(en="care for metadata", de="Pflege der Metadaten")
_SHARE = Text(en="share of campaigns", de="Anteil der Kampagnen")


@dataclass(frozen=True, slots=True)
class Drift:
    """The settled `level`; `alarm` is the month in which a fall that lasts was noticed, `since` the one in which it began."""

    level: Estimate
    alarm: date | None
    since: date | None
    watched: int  # months after the level was taken


def drift(by_month: Mapping[date, tuple[int, int]], settled_from: date, until: date) -> Drift | Missing:
    """`by_month` are (good, of) campaigns by first day. The level is that of the nine months from `settled_from` on; watched
    are those after it that are over on `until`.
    """
    period = Period(settled_from, last_day(settled_from, SETTLED))
    counted = (
        Month(first, share(good, of, of, first), good, of) for first, (good, of) in sorted(by_month.items())
    )
    points = share_points(counted, until)
    settled_of = sum(point.n for point in points if period.holds(point.day))
    stream = Stream(
        "care", StreamKind.COMPLIANCE, _CARE, _SHARE, "", Rhythm.MONTHLY, True, points, _CARE, "", Shown.SHARE
    )
    reading = read(stream, period)
    if isinstance(reading.settled, Missing) or settled_of < FEWEST or until <= period.end:
        return NOT_SETTLED
    level, found = _level(reading.settled, settled_of, period.end), reading.alarm
    if found is None:
        return Drift(level, None, None, len(reading.points))
    return Drift(level, found.point.day.replace(day=1), found.since.day.replace(day=1), len(reading.points))


def _level(settled: Settled, of: int, as_of: date) -> Estimate:
    half = normal_quantile((1 + LEVEL) / 2) * settled.error
    low, high = max(0.0, settled.level - half), min(1.0, settled.level + half)
    return Estimate(settled.level, low, high, of, as_of=as_of)
