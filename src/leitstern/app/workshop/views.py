"""The list of workshops and the facilitator's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.phones import reach
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions, closing
from leitstern.app.workshop.forms import CardSeatsForm, NoteForm, OpenForm, note_form
from leitstern.app.workshop.models import MOST_SEATS, WorkshopStage
from leitstern.app.workshop.queries import counting, questions, rated_in, workshop_by_id, workshops
from leitstern.app.workshop.room import screen, time_left
from leitstern.app.workshop.storing import session_of
from leitstern.core.errors import Conflict
from leitstern.core.inside.session import Stage, Step
from leitstern.core.inside.votes import TALK

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.workshop.models import Note, Workshop
    from leitstern.core.inside.instrument import Dimension


def workshop_list(request: HttpRequest) -> HttpResponse:
    """All workshops, and opening one."""
    me = person_of(request)
    require(me, Capability.RUN_WORKSHOP)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("workshop:desk", actions.open_workshop(me, form.cleaned_data["name"]).pk)
    found = list(workshops()[:100])
    if request.GET.get("format") == "csv":
        rows = ([w.pk, w.name, w.stage, w.created.date(), w.consents, w.counts] for w in found)
        return csv_response("workshops", ["id", "name", "stage", "day", "people", "counts"], rows)
    asked = content_of(current_version()).cards
    context = {"workshops": found, "form": form, "asked": asked, "counting": counting(), **reach(request)}
    return render(request, "workshop/list.html", context)


def desk(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """The facilitator's screen."""
    me = person_of(request)
    require(me, Capability.RUN_WORKSHOP)
    workshop = workshop_by_id(workshop_id)
    if workshop.stage == WorkshopStage.CLOSED:
        return redirect("workshop:result", workshop.pk)
    session = session_of(workshop)
    asked = questions(workshop)
    here = asked[session.position] if session.stage is Stage.RATING else None
    context = {
        **screen(workshop),
        "steps": {step.value for step in session.steps()},
        "next_name": None if session.is_last else asked[session.position + 1].name,
        "cards": _cards(workshop, here.slug if here else ""),
        "room": list(workshop.seats.all()),
        "card_form": CardSeatsForm(),
        "note_form": NoteForm(),
        "notes": [(note, note_form(note)) for note in _notes(workshop, here)],
        "most": MOST_SEATS,
        "rated": rated_in(workshop) if session.stage is Stage.RESULT else None,
        "talk": TALK,
        **reach(request, reverse("workshop:phone", args=[workshop.token])),
    }
    return render(request, "workshop/desk.html", context)


def desk_now(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Clock and votes, asked for every second by the desk."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    workshop = workshop_by_id(workshop_id)
    return render(request, "workshop/desk_now.html", {**screen(workshop), **time_left(workshop)})


@require_POST
def step(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Go on; a click on a screen that is behind does nothing twice."""
    workshop = workshop_by_id(workshop_id)
    wanted = request.POST.get("step", "")
    turn = request.POST.get("turn", "")
    if wanted in set(Step) and turn.isdecimal():
        try:
            actions.take_step(person_of(request), workshop, Step(wanted), int(turn))
        except Conflict as problem:
            messages.warning(request, problem.text.to(get_language() or "en"))
    else:
        require(person_of(request), Capability.RUN_WORKSHOP)
    return redirect("workshop:desk", workshop_id)


@require_POST
def pause(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Stop the clock, or let it run."""
    actions.pause(person_of(request), workshop_by_id(workshop_id))
    return redirect("workshop:desk", workshop_id)


@require_POST
def close(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Close the room for good; whether it counts can be said with it (`counts`), or later."""
    workshop = closing.close(person_of(request), workshop_by_id(workshop_id))
    messages.success(request, gettext("Closed. Seats and codes are deleted; what stays are counts."))
    if request.POST.get("counts") == "yes":
        return counts(request, workshop.pk)
    return redirect("workshop:result", workshop_id)


@require_POST
def counts(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Let a closed workshop stand for the organisation (`counts` is yes), or no longer."""
    say = closing.let_count if request.POST.get("counts") == "yes" else closing.leave_out
    try:
        say(person_of(request), workshop_by_id(workshop_id))
    except Conflict as problem:
        messages.warning(request, problem.text.to(get_language() or "en"))
    return redirect("workshop:result", workshop_id)


def _notes(workshop: Workshop, here: Dimension | None) -> QuerySet[Note]:
    return workshop.notes.filter(dimension=here.slug) if here else workshop.notes.all()


def _cards(workshop: Workshop, dimension: str) -> list[tuple[int, str, int | None, bool]]:
    """Seats by hand: id, what to call it, the level entered last, and whether one was entered."""
    found, counted = [], dict.fromkeys(Group, 0)
    vote = 2 if session_of(workshop).vote == 2 else 1
    cast = {
        v.seat_id: v.level
        for seat in workshop.seats.filter(by_hand=True).prefetch_related("votes")
        for v in seat.votes.all()
        if v.dimension == dimension and v.vote == vote
    }
    for seat in workshop.seats.filter(by_hand=True):
        group = Group(seat.group)
        counted[group] += 1
        found.append((seat.pk, f"{group.label} {counted[group]}", cast.get(seat.pk), seat.pk in cast))
    return found
