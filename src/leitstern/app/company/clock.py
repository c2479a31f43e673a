"""The company's day: when it begins is a matter of its time zone, on pages, in the terminal and for regular work alike."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone

from leitstern.app.company.queries import current_taxonomy

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def company_time() -> AbstractContextManager[None]:
    """While it lasts, every moment stands in the company's time zone; before there is a taxonomy, in UTC."""
    zone = company_zone()
    return nullcontext() if zone is None else timezone.override(zone)


def company_zone() -> ZoneInfo | None:
    """The company's time zone; None before there is a taxonomy."""
    taxonomy = current_taxonomy()
    return None if taxonomy is None else ZoneInfo(taxonomy.time_zone)
