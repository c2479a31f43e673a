"""Errors become pages for people and problem documents for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class ErrorMiddleware:
    """Turns our own errors, raised anywhere in a page, into a page with their sentence and status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, LeitsternError):
            return None
        sentence = exception.text.to(get_language() or "en")
        return render(
            request,
            "common/error.html",
            {"sentence": sentence, "status": exception.status},
            status=exception.status,
        )
