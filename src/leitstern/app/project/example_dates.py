"""The example company's past: ordinary actions happen now, and what they leave is dated back to when it was.

The audit log is not: it says when all of this was brought in.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from django.db import models

NOON = time(12, tzinfo=UTC)


def moment(until: date, ago: int) -> datetime:
    """Noon, so many days before the end of the story."""
    return datetime.combine(until - timedelta(days=ago), NOON)


def date_back(thing: models.Model, **fields: object) -> None:
    """Let something stored say when it happened."""
    type(thing)._default_manager.filter(pk=thing.pk).update(**fields)
