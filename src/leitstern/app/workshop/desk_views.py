"""What the facilitator enters at the desk: seats, cards held up, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions, noting
from leitstern.app.workshop.forms import CardSeatsForm, NoteForm, posted_level, posted_number
from leitstern.app.workshop.queries import note_by_id, workshop_by_id
from leitstern.core.errors import Conflict, InvalidInput, LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

    from leitstern.app.workshop.models import Note, Workshop


@require_POST
def seats(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Seats for people with cards, or (`free`) take one out."""
    me, workshop = person_of(request), workshop_by_id(workshop_id)
    require(me, Capability.RUN_WORKSHOP)
    free = request.POST.get("free", "")
    form = CardSeatsForm(request.POST)
    if free.isdecimal():
        try:
            actions.free_seat(me, workshop, int(free))
        except Conflict as problem:
            messages.warning(request, problem.text.to(get_language() or "en"))
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
    """Note what was seen; `correct` says a note anew, `remove` takes it back, `claim` makes it a claimed level."""
    me, workshop = person_of(request), workshop_by_id(workshop_id)
    require(me, Capability.RUN_WORKSHOP)
    try:
        said = _noted(me, workshop, request.POST)
    except (Conflict, InvalidInput) as problem:
        messages.warning(request, problem.text.to(get_language() or "en"))
    else:
        if said:
            messages.success(request, said)
    return redirect("workshop:result" if "from-result" in request.POST else "workshop:desk", workshop_id)


def _noted(me: Actor, workshop: Workshop, posted: QueryDict) -> str:
    """Do what was posted, and say what somebody has to know of it."""
    if "remove" in posted:
        noting.remove_note(me, _note(workshop, posted.get("remove", "")))
        return ""
    if "claim" in posted:
        noting.claim_note(me, _note(workshop, posted.get("claim", "")))
        return gettext("It stands as a claimed level now. What it counts for, proof decides.")
    form = NoteForm(posted)
    if not form.is_valid():
        raise InvalidInput(noting.NO_WORDS)
    text, level = form.cleaned_data["text"], form.cleaned_data["level"]
    if "correct" in posted:
        found = _note(workshop, posted.get("correct", ""))
        kept = noting.correct_note(me, found, text, level)
    else:
        kept = noting.write_note(me, workshop, posted.get("dimension", ""), text, level)
    return (
        ""
        if kept.text == text.strip()
        else gettext("What looked like a name or a number of somebody was masked.")
    )


def _note(workshop: Workshop, number: str) -> Note:
    return note_by_id(workshop, int(number) if number.isdecimal() and len(number) < 19 else 0)
