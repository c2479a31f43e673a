"""When series were settled and from when on they are watched anew, as it stood on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.days import gone_by, standing_on
from leitstern.app.common.lookups import or_not_found
from leitstern.app.settled.models import Level, NewStart
from leitstern.core.bridge.watch.reading import read
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.stream import Stream

NO_LEVEL = Text(en="There is no such level.", de="Diesen Stand gibt es nicht.")


def levels_on(day: date) -> dict[str, Period]:
    """By the short name of a series when it was settled, as was said by that day and not taken back by then."""
    standing = Level.objects.filter(standing_on(day), created__date__lte=day).order_by("id")
    return {each.stream: Period(each.start, each.end) for each in standing}


def new_starts_on(day: date) -> dict[str, date]:
    """By the short name of a series the last day on which it began anew."""
    standing = NewStart.objects.filter(standing_on(day), day__lte=day).order_by("day")
    return dict(standing.values_list("stream", "day"))


def levels_through(days: Iterable[date]) -> dict[date, dict[str, Period]]:
    """The same of `levels_on` for many days, asked once."""
    rows = list(Level.objects.order_by("id"))
    return {
        day: {
            each.stream: Period(each.start, each.end)
            for each in rows
            if timezone.localtime(each.created).date() <= day and not gone_by(each.withdrawn, day)
        }
        for day in days
    }


def new_starts_through(days: Iterable[date]) -> dict[date, dict[str, date]]:
    """The same of `new_starts_on` for many days, asked once."""
    rows = list(NewStart.objects.order_by("day"))
    return {
        day: {each.stream: each.day for each in rows if each.day <= day and not gone_by(each.withdrawn, day)}
        for day in days
    }


def reading_of(stream: Stream, day: date) -> tuple[Reading, Period | None]:
    """One series against its level as of a day, and when that was settled."""
    period = levels_on(day).get(stream.slug)
    return read(stream, period, new_starts_on(day).get(stream.slug)), period


def levels_of(slug: str) -> list[Level]:
    """Everything that was said about when a series was settled, newest first."""
    return list(Level.objects.filter(stream=slug))


def level_by_id(level_id: int) -> Level:
    """One period somebody called settled. Raises NotFound."""
    return or_not_found(Level.objects.filter(pk=level_id).first(), NO_LEVEL)
