"""The day something happened, as people here count days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from datetime import date, datetime


def day_of(moment: datetime) -> date:
    """The day of a moment where the company is: half past midnight belongs to the day that has begun."""
    return timezone.localtime(moment).date()


def gone_by(withdrawn: datetime | None, day: date) -> bool:
    """Whether something had been taken back by the end of a day."""
    return withdrawn is not None and day_of(withdrawn) <= day


def standing_on(day: date) -> Q:
    """The same for rows with `withdrawn`: those not taken back by the end of a day."""
    return Q(withdrawn=None) | Q(withdrawn__date__gt=day)
