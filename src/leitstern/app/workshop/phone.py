"""A phone in the room: without an account it takes a seat, votes, and looks up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions
from leitstern.app.workshop.forms import ReturnForm, SeatForm, posted_level, posted_number
from leitstern.app.workshop.models import MOST_SEATS
from leitstern.app.workshop.queries import own_vote, questions, seat_with, workshop_by_token
from leitstern.app.workshop.storing import session_of
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.session import Stage
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.workshop.models import Seat, Workshop

SEAT = "seat"  # cookie of a phone in the room: the code of its seat, for this room's pages only
NO_SEAT = Text(
    en="There is no seat with this code any more.", de="Einen Platz mit diesem Code gibt es nicht mehr."
)


@login_not_required
def phone(request: HttpRequest, token: str) -> HttpResponse:
    """Take a seat, come back to it, or vote."""
    workshop = workshop_by_token(token)
    seat = seat_with(workshop, request.COOKIES.get(SEAT, ""))
    if request.method == "POST":
        try:
            return _act(request, workshop, seat)
        except LeitsternError as problem:
            said = problem.text.to(get_language() or "en")
            context = {**_page(workshop, seat), "problem": said}
            return render(request, "workshop/phone.html", context, status=problem.status)
    return render(request, "workshop/phone.html", _page(workshop, seat))


@login_not_required
def phone_now(request: HttpRequest, token: str) -> HttpResponse:
    """Where the room is; nothing while the phone shows it already (`?where=`)."""
    workshop = workshop_by_token(token)
    seat = seat_with(workshop, request.COOKIES.get(SEAT, ""))
    if seat and request.GET.get("where") == session_of(workshop).where:
        return HttpResponse(status=204)
    return render(request, "workshop/phone_now.html", _page(workshop, seat))


def _act(request: HttpRequest, workshop: Workshop, seat: Seat | None) -> HttpResponse:
    if "code" in request.POST:
        back = ReturnForm(request.POST)
        found = seat_with(workshop, back.cleaned_data["code"]) if back.is_valid() else None
        if found is None:
            back.add_error("code", NO_SEAT.to(get_language() or "en"))
            context = {**_page(workshop, seat), "return_form": back}
            return render(request, "workshop/phone.html", context, status=404)
        return _seated(request, workshop, found)
    if seat is None:
        form = SeatForm(request.POST)
        if not form.is_valid():
            return render(request, "workshop/phone.html", {**_page(workshop, None), "form": form})
        return _seated(request, workshop, actions.come_in(workshop, Group(form.cleaned_data["group"])))
    posted = request.POST
    number, level = posted_number(posted.get("vote")), posted_level(posted.get("level"))
    actions.vote(seat, posted.get("dimension", ""), number, level)
    return redirect("workshop:phone", workshop.token)


def _seated(request: HttpRequest, workshop: Workshop, seat: Seat) -> HttpResponse:
    response = redirect("workshop:phone", workshop.token)
    response.set_cookie(
        SEAT,
        seat.code,
        max_age=86_400,
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _page(workshop: Workshop, seat: Seat | None) -> dict[str, Any]:
    session = session_of(workshop)
    context: dict[str, Any] = {
        "workshop": workshop,
        "session": session,
        "stage": session.stage.value,
        "seat": seat,
        "full": workshop.seats.count() >= MOST_SEATS,
        "form": SeatForm(),
        "return_form": ReturnForm(),
        "wording": Text(**workshop.wording),
    }
    if seat and session.stage is Stage.RATING:
        question = questions(workshop)[session.position]
        given = own_vote(seat, question.slug, session.vote) if session.vote else None
        context |= {
            "question": question,
            "number": session.position + 1,
            "of": len(session.phases),
            "given": given,
            "levels": list(enumerate(question.anchors)),
        }
    return context
