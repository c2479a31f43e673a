"""The pages of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.journeys.channels import channels_page
from leitstern.app.journeys.handoffs import handoffs_page
from leitstern.app.journeys.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def channels(request: HttpRequest) -> HttpResponse:
    """Where customers change the channel."""
    return show(request, "channels", channels_page)


def handoffs(request: HttpRequest) -> HttpResponse:
    """Where customers are handed on from department to department."""
    return show(request, "handoffs", handoffs_page)
