"""Signs of life: when each source was heard of last, how late it is, and whether it is silent for longer than usual."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.operations.arriving import arrived
from leitstern.app.operations.booking import booked, finished
from leitstern.core.outside.silence import silence

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.outside.silence import Silence


@dataclass(frozen=True, slots=True)
class Sign:
    """One source. `lag_us` is the median time from happening to stored of what came last; None without contacts."""

    source: str
    arrived: datetime
    newest: datetime | None
    lag_us: int | None
    lag_items: int
    silence: Silence | None  # by the days on which something happened

    @property
    def is_long(self) -> bool:
        """Whether it is silent for longer than usual."""
        return self.silence is not None and self.silence.is_long


def signs(today: date | None = None) -> list[Sign]:
    """All sources, those that are silent for too long first."""
    today = today or timezone.localdate()
    last: dict[str, datetime] = {}
    for each in booked(finished()):
        if not each.again:
            last[each.source] = each.at
    told = arrived()
    found = []
    for source, at in last.items():
        newest = told.lags.get(source, [])
        found.append(
            Sign(
                source=source,
                arrived=at,
                newest=_moment(max(lag.newest_us for lag in newest)) if newest else None,
                lag_us=newest[-1].median_us if newest else None,
                lag_items=newest[-1].items if newest else 0,
                silence=silence(told.days.get(source, []), today),
            )
        )
    return sorted(found, key=lambda sign: (not sign.is_long, sign.source))


def _moment(microseconds: int) -> datetime:
    return datetime.fromtimestamp(microseconds / 1e6, UTC)
