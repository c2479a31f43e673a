"""One shape of error for programs (RFC 9457)."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.utils.translation import get_language

from leitstern.core.errors import LeitsternError

PROBLEM = "application/problem+json"


def problem(status: int, code: str, detail: str, **more: object) -> HttpResponse:
    """One JSON problem: type, title, status, detail, and what the kind of problem adds."""
    body = {
        "type": f"urn:leitstern:problem:{code}",
        "title": code,
        "status": status,
        "detail": detail,
        **more,
    }
    return JsonResponse(body, status=status, content_type=PROBLEM)


def own(error: LeitsternError) -> HttpResponse:
    """One of our own errors, in the language asked for by Accept-Language."""
    return problem(error.status, error.code, error.text.to(get_language() or "en"))
