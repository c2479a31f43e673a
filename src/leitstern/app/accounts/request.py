"""Who is asking."""

from __future__ import annotations

from django.http import HttpRequest

from leitstern.app.accounts.models import Person
from leitstern.core.errors import NotAllowed
from leitstern.core.texts import Text


def person_of(request: HttpRequest) -> Person:
    """The signed-in person; pages are never reached without one, programs may come without."""
    if not isinstance(request.user, Person):
        raise NotAllowed(Text(en="Please sign in first.", de="Bitte melden Sie sich zuerst an."))
    return request.user
