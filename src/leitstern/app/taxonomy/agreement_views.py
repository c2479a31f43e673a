"""Whether departments mean the same: opening a check, mapping by a link, and what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.exports import csv_response
from leitstern.app.common.phones import phone_address
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import departments
from leitstern.app.practice.people import fewest, people_below
from leitstern.app.taxonomy import agreement
from leitstern.app.taxonomy.agreement_forms import MapForm, OpenForm
from leitstern.app.taxonomy.table import WORD_HEADER, word_rows
from leitstern.app.taxonomy.views import may
from leitstern.core.company.agreeing import QUESTIONS, Asked
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def checks(request: HttpRequest) -> HttpResponse:
    """All checks with what came out; POST opens one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    people, enough = people_below(), fewest()
    offered = tuple(each for each in departments() if people.get(each.slug, 0) >= enough)
    form, status = OpenForm(offered, request.POST or None), 200
    if request.method == "POST":
        require(me, Capability.EDIT_TAXONOMY)
        status = 422
        if form.is_valid():
            data = form.cleaned_data
            try:
                opened = agreement.open_check(me, Asked(data["asked"]), data["units"], get_language() or "en")
            except LeitsternError as refused:
                form.add_error(None, words(refused.text))
            else:
                messages.success(request, gettext("Opened. Send each department its link."))
                return redirect("taxonomy:check", opened.pk)
    found = [(each, agreement.result(each), each.seats.all()) for each in agreement.checks()]
    context = {
        "checks": found,
        "newest": next((said for each, said, _ in found if said and not each.withdrawn), None),
        "form": form,
        "offered": len(offered),
        "fewest": enough,
        "questions": {each.value: said for each, said in QUESTIONS.items()},
        "units": unit_names(),
        **may(request),
    }
    return render(request, "taxonomy/agreement.html", context, status=status)


def check(request: HttpRequest, check_id: int) -> HttpResponse:
    """One check: who has answered while it is open, and then what came out, word by word."""
    require(person_of(request), Capability.SEE_INSIDE)
    here = agreement.check_by_id(check_id)
    found, names, units = agreement.result(here), agreement.names_in(here), unit_names()
    if request.GET.get("format") == "csv":
        rows = word_rows(found, names, units, get_language() or "en") if found else ()
        return csv_response(f"agreement-{check_id}", WORD_HEADER, rows)
    context = {
        "here": here,
        "found": found,
        "names": names,
        "units": units,
        "question": QUESTIONS[Asked(here.asked)],
        "seats": [
            (seat, phone_address(request, reverse("taxonomy:map", args=[seat.token])))
            for seat in here.seats.all()
        ],
        **may(request),
    }
    return render(request, "taxonomy/check.html", context)


@require_POST
def close(request: HttpRequest, check_id: int) -> HttpResponse:
    """Show what came out; no more answers are taken."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    try:
        agreement.close(me, agreement.check_by_id(check_id))
    except LeitsternError as refused:
        messages.error(request, words(refused.text))
    return redirect("taxonomy:check", check_id)


@require_POST
def withdraw(request: HttpRequest, check_id: int) -> HttpResponse:
    """Take a check back, or (`undo`) let it count again."""
    me, here = person_of(request), agreement.check_by_id(check_id)
    if "undo" in request.POST:
        agreement.reinstate(me, here)
    else:
        agreement.withdraw(me, here)
        messages.info(request, gettext("Withdrawn. It stays readable and no longer counts."))
    return redirect("taxonomy:check", check_id)


@login_not_required
def map_words(request: HttpRequest, token: str) -> HttpResponse:
    """A department maps the words, without an account and without seeing what others said."""
    seat = agreement.seat_by_token(token)
    here, done = seat.check_run, seat.answered is not None
    sent = request.POST if request.method == "POST" else None
    form = MapForm(here, agreement.names_in(here), sent)
    if request.method == "POST" and form.is_valid():
        try:
            agreement.answer(seat, form.answers())
            return redirect("taxonomy:map", token)
        except LeitsternError as refused:
            form.add_error(None, words(refused.text))
    context = {
        "seat": seat,
        "check": here,
        "form": form,
        "done": done,
        "question": QUESTIONS[Asked(here.asked)],
        "unit": unit_names().get(seat.unit, seat.unit),
    }
    return render(request, "taxonomy/map.html", context, status=422 if form.errors else 200)
