"""The screen that everybody in the room sees. Where phones cannot come in, it shows no code: the room has cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.phones import only_here, phone_address, qr_code
from leitstern.app.workshop.drawing import matrix_drawing
from leitstern.app.workshop.queries import workshop_by_id
from leitstern.app.workshop.result import result_of
from leitstern.app.workshop.room import screen
from leitstern.core.inside.session import Stage

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.workshop.models import Workshop

WALL = 640  # width the picture is drawn for; the wall shows it larger, with its words


def beamer(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """The whole page; afterwards it asks for what has changed."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    return render(request, "workshop/beamer.html", _shown(request, workshop_by_id(workshop_id)))


def beamer_now(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """What is to be seen now; nothing if the screen shows it already (`?seen=`)."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    workshop = workshop_by_id(workshop_id)
    if request.GET.get("seen") == _seen(screen(workshop)):
        return HttpResponse(status=204)
    return render(request, "workshop/beamer_now.html", _shown(request, workshop))


def _shown(request: HttpRequest, workshop: Workshop) -> dict[str, Any]:
    context = screen(workshop)
    context["seen"] = _seen(context)
    if not only_here(request):
        address = phone_address(request, reverse("workshop:phone", args=[workshop.token]))
        context |= {"address": address, "qr": qr_code(address)}
    if context["session"].stage in {Stage.RESULT, Stage.CLOSED}:
        placed = result_of(workshop).placed
        context["placed"] = placed
        context["matrix"] = matrix_drawing(placed.placement, WALL) if placed else ""
    return context


def _seen(context: dict[str, Any]) -> str:
    """Changes whenever the screen should."""
    session = context["session"]
    return "-".join(map(str, (session.turn, context.get("voted", ""), context["seats"], context["minutes"])))
