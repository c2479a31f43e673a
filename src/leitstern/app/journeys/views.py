"""The pages of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.journeys.family import VIEWS
from leitstern.app.journeys.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def view(request: HttpRequest, name: str) -> HttpResponse:
    """The view of this name for the selection in the address."""
    return show(request, name, VIEWS[name].page, VIEWS[name].form)
