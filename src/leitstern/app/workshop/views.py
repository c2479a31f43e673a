"""The list of workshops and the facilitator's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions
from leitstern.app.workshop.forms import CardSeatsForm, NoteForm, OpenForm, posted_level, posted_number
from leitstern.app.workshop.models import MOST_SEATS, Note, WorkshopStage
from leitstern.app.workshop.queries import questions, workshop_by_id, workshops
from leitstern.app.workshop.room import screen, time_left
from leitstern.app.workshop.storing import session_of
from leitstern.core.errors import Conflict, LeitsternError, NotFound
from leitstern.core.inside.session import Stage, Step
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.workshop.models import Workshop

NO_NOTE = Text(en="There is no such note.", de="Diese Notiz gibt es nicht.")


def workshop_list(request: HttpRequest) -> HttpResponse:
    """All workshops, and opening one."""
    me = person_of(request)
    require(me, Capability.RUN_WORKSHOP)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("workshop:desk", actions.open_workshop(me, form.cleaned_data["name"]).pk)
    found = list(workshops()[:100])
    if request.GET.get("format") == "csv":
        rows = ([w.pk, w.name, w.stage, w.created.date(), w.consents] for w in found)
        return csv_response("workshops", ["id", "name", "stage", "day", "people"], rows)
    asked = content_of(current_version()).cards
    return render(request, "workshop/list.html", {"workshops": found, "form": form, "asked": asked})


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
        "notes": list(workshop.notes.filter(dimension=here.slug)) if here else list(workshop.notes.all()),
        "may_claim": Capability.GIVE_EVIDENCE in me.capabilities,
        "most": MOST_SEATS,
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
def seats(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Seats for people with cards, or (`free`) take one out."""
    me, workshop = person_of(request), workshop_by_id(workshop_id)
    require(me, Capability.RUN_WORKSHOP)
    free = request.POST.get("free", "")
    form = CardSeatsForm(request.POST)
    if free.isdecimal():
        actions.free_seat(me, workshop, int(free))
    elif form.is_valid():
        said = form.cleaned_data
        try:
            actions.seat_by_hand(me, workshop, Group(said["group"]), said["people"], agreed=said["agreed"])
        except LeitsternError as problem:
            messages.warning(request, problem.text.to(get_language() or "en"))
    else:
        messages.warning(request, actions.NO_CONSENT.to(get_language() or "en"))
    return redirect("workshop:desk", workshop_id)


@require_POST
def cards(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """What people hold up."""
    me, workshop = person_of(request), workshop_by_id(workshop_id)
    require(me, Capability.RUN_WORKSHOP)
    posted = request.POST
    levels = {
        int(name.removeprefix("seat-")): posted_level(given)
        for name, given in posted.items()
        if name.startswith("seat-") and name.removeprefix("seat-").isdecimal() and given
    }
    dimension, number = posted.get("dimension", ""), posted_number(posted.get("vote"))
    try:
        actions.vote_by_hand(me, workshop, dimension, number, levels)
    except LeitsternError as problem:
        messages.warning(request, problem.text.to(get_language() or "en"))
    return redirect("workshop:desk", workshop_id)


@require_POST
def note(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Note what was seen; `remove` takes a note back, `claim` makes it a claim."""
    me, workshop = person_of(request), workshop_by_id(workshop_id)
    require(me, Capability.RUN_WORKSHOP)
    form = NoteForm(request.POST)
    if request.POST.get("remove"):
        actions.remove_note(me, _note(workshop, request.POST["remove"]))
    elif request.POST.get("claim"):
        try:
            actions.claim_note(me, _note(workshop, request.POST["claim"]))
            messages.success(request, gettext("It stands as a claimed level now. What it counts for, proof decides."))
        except Conflict as problem:
            messages.warning(request, problem.text.to(get_language() or "en"))
    elif form.is_valid():
        said = form.cleaned_data
        actions.write_note(me, workshop, request.POST.get("dimension", ""), said["text"], said["level"])
    else:
        messages.warning(request, actions.NO_NOTE.to(get_language() or "en"))
    return redirect("workshop:result" if "from-result" in request.POST else "workshop:desk", workshop_id)


@require_POST
def close(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Close the room for good."""
    actions.close(person_of(request), workshop_by_id(workshop_id))
    messages.success(request, gettext("Closed. Seats and codes are deleted; the ratings stay, in no order."))
    return redirect("workshop:result", workshop_id)


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


def _note(workshop: Workshop, number: str) -> Note:
    found = workshop.notes.filter(pk=int(number)).first() if number.isdecimal() else None
    if found is None:
        raise NotFound(NO_NOTE)
    return found
