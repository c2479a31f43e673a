"""What was ended and is still used: hidden silos, and entering both."""

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
from leitstern.app.structure import models, queries, reading, staffing
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.pages import context_of, kept
from leitstern.app.structure.staffing_forms import LeftoverForm, UseForm
from leitstern.app.structure.table import header, rows
from leitstern.core.inside.structure.leftovers import THINGS, Thing, signals

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


def leftovers(request: HttpRequest) -> HttpResponse:
    """All of them, what is used most first; and entering one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("ended", header(Kind.USES, language), rows(Kind.USES, language))
    form = LeftoverForm(request.POST or None)

    def act() -> None:
        data = form.cleaned_data
        staffing.enter_leftover(me, Thing(data["thing"]), data["name"], data["ended"], data["instead"])

    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if kept(form, act):
            messages.success(request, gettext("Entered. Now say how often it is still used."))
            return redirect("structure:leftovers")
    return _page(request, form=form)


@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Say how often a unit used something in a month."""
    me, form = person_of(request), UseForm(_ended(), request.POST)
    require(me, Capability.KEEP_REGISTERS)

    def act() -> None:
        data = form.cleaned_data
        found = queries.by_id(models.Leftover, int(data["leftover"]))
        staffing.enter_use(me, found, data["unit"], data["month"], data["times"])

    if kept(form, act):
        messages.success(request, gettext("Kept. An earlier number of that month stays in the record."))
        return redirect("structure:leftovers")
    return _page(request, use_form=form)


@require_POST
def withdraw(request: HttpRequest, leftover_id: int) -> HttpResponse:
    """It was no such thing, or (`undo`) it was."""
    me, found = person_of(request), queries.by_id(models.Leftover, leftover_id)
    if "undo" in request.POST:
        staffing.reinstate_leftover(me, found)
    else:
        staffing.withdraw_leftover(me, found)
    return redirect("structure:leftovers")


def _ended() -> list[tuple[str, str]]:
    rows = models.Leftover.objects.filter(withdrawn=None)
    return [(str(key), name) for key, name in rows.values_list("id", "name")]


def _page(request: HttpRequest, **came_back: forms.Form) -> HttpResponse:
    known = reading.register()
    found = signals(reading.leftovers(), known)
    context = context_of(
        request,
        found=[(each, THINGS[each.leftover.thing]) for each in found],
        used=[each for each in found if each.times],
        fewest=known.fewest,
        withdrawn=models.Leftover.objects.exclude(withdrawn=None),
        form=LeftoverForm(),
        use_form=UseForm(_ended()),
    )
    return render(request, "structure/leftovers.html", context | came_back)
