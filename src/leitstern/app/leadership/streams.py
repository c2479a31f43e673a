"""What the relapse watch reads of leaders: their acts a month, and the board's minutes on customers a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from leitstern.app.leadership.models import Act, Meeting
from leitstern.core.bridge.leadership import minutes
from leitstern.core.bridge.leadership.attention import acts_stream, minutes_stream
from leitstern.core.bridge.leadership.terms import Circle

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream

STANDING = Q(withdrawn=None) & (Q(batch=None) | Q(batch__withdrawn=None))


def streams(until: date) -> tuple[Stream, ...]:
    """Both streams with points up to `until`; one without any point is left out."""
    return tuple(each for each in (acts_stream_now(until), minutes_stream_now(until)) if each.points)


def acts_stream_now(until: date) -> Stream:
    """Acts of all board areas together a month."""
    days = Act.objects.filter(STANDING, day__lte=until).values_list("day", flat=True)
    return acts_stream(days, until, reverse("leadership:overview"))


def minutes_stream_now(until: date) -> Stream:
    """The share of the board's minutes that belongs to customers, by quarter."""
    rows = Meeting.objects.filter(STANDING, circle=Circle.BOARD, day__lte=until)
    there = [minutes.Meeting(row.day, row.minutes, row.customers) for row in rows.order_by("day", "id")]
    return minutes_stream(there, until, reverse("leadership:minutes"))
