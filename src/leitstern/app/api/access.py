"""Programs come in with a key, pages of our own with their session (and then with protection against forgery)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.middleware.csrf import CsrfViewMiddleware
from ninja.security.base import AuthBase

from leitstern.app.accounts.models import ApiKey, Person
from leitstern.app.accounts.queries import person_with_key

if TYPE_CHECKING:
    from django.http import HttpRequest


class KeyOrSession(AuthBase):
    """`Authorization: Bearer lst_…`, else the session of a signed-in person."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __call__(self, request: HttpRequest) -> Person | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token.startswith(ApiKey.PREFIX):
            person = person_with_key(token)
            if person is not None:
                request.user = person
            return person
        if isinstance(request.user, Person) and _not_forged(request):
            return request.user
        return None


def _not_forged(request: HttpRequest) -> bool:
    check = CsrfViewMiddleware(lambda _request: None)  # type: ignore[arg-type]
    check.process_request(request)
    return check.process_view(request, lambda _request: None, (), {}) is None  # type: ignore[arg-type,return-value]
