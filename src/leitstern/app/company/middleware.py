"""Pages tell the time as the company counts its days."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone

from leitstern.app.company.queries import current_taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class CompanyTimeMiddleware:
    """Every moment on a page stands in the company's time zone; before there is a taxonomy, in UTC."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        taxonomy = current_taxonomy()
        if taxonomy is None:
            return self.get_response(request)
        with timezone.override(ZoneInfo(taxonomy.time_zone)):
            return self.get_response(request)
