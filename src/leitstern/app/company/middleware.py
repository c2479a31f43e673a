"""Pages tell the time as the company counts its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.clock import company_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class CompanyTimeMiddleware:
    """Every moment on a page stands in the company's time zone; before there is a taxonomy, in UTC."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with company_time():
            return self.get_response(request)
