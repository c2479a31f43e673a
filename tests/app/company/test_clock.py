"""The company's day begins at its own midnight, also where no page is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone

from leitstern.app.company.clock import company_time, company_zone

if TYPE_CHECKING:
    from leitstern.store.home import Home


def test_time_is_the_company_s(small_company: Home) -> None:
    with timezone.override("UTC"), company_time():
        assert timezone.get_current_timezone() == ZoneInfo("Europe/Berlin")


def test_before_there_is_a_taxonomy_it_is_what_it_was(db: None) -> None:
    assert company_zone() is None
    with timezone.override("UTC"), company_time():
        assert timezone.get_current_timezone_name() == "UTC"
