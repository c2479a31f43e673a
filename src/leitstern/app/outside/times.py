"""When something happened, as the company counts its days."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from leitstern.core.outside.timeline import ContactDetail, PromiseDetail
from leitstern.core.tables.lake import FLAG_DATE_ONLY

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from leitstern.core.outside.timeline import TimelineEvent

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local(at_us: int, zone: ZoneInfo) -> datetime:
    """A stored moment on the company's clock."""
    return (EPOCH + timedelta(microseconds=at_us)).astimezone(zone)


def when(event: TimelineEvent, zone: ZoneInfo) -> datetime | date:
    """The moment, or only the day where only a day is known.

    Promises fall due by days, and contacts say whether their source knew more. Answers do not say it: one of exactly
    midnight is taken for a date.
    """
    at = local(event.at_us, zone)
    match event.detail:
        case PromiseDetail(due_date=day):
            return day
        case ContactDetail(flags=flags):
            return at.date() if flags & FLAG_DATE_ONLY else at
        case _:
            return at.date() if at.time() == time() else at
