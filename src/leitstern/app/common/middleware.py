"""Errors become pages for people and problem documents for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from leitstern.app.common import findings
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def came_from(request: HttpRequest) -> str:
    """The page of ours somebody came from, to go back there; nothing if it was this one, or somebody else's."""
    before = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    again = request.method == "GET" and before == request.build_absolute_uri()
    return before if ours and not again else ""


class ErrorMiddleware:
    """Turns our own errors, raised anywhere in a page, into a page with their sentence and status.

    Around the page, findings are held: what one part of it looked up, the others need not.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with findings.held():
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, LeitsternError):
            return None
        sentence = exception.text.to(get_language() or "en")
        return render(
            request,
            "common/error.html",
            {"sentence": sentence, "status": exception.status, "back": came_from(request)},
            status=exception.status,
        )
