"""The programme to look at, in any month: overview, one step, its settings, hurdles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.programme import beginning, pages, queries
from leitstern.app.programme.forms import BeginForm
from leitstern.app.programme.hurdling import hurdles_at
from leitstern.app.programme.table import HURDLES_HEADER, STEPS_HEADER, hurdle_rows, step_rows
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """Where we are on the seven steps; `?at=2025-03` as it was, `?format=csv` the steps as a list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.programme()
    if row is None:
        if request.GET.get("format") == "csv":
            return csv_response("programme", STEPS_HEADER, ())
        return render(request, "programme/nothing.html", {"may_steer": Capability.STEER in me.capabilities})
    at = pages.when(request, row)
    if request.GET.get("format") == "csv":
        rows = step_rows(queries.standing_at(row, at.day), get_language() or "en")
        return csv_response("programme", STEPS_HEADER, rows)
    return render(request, "programme/overview.html", pages.overview_context(me, row, at))


def begin(request: HttpRequest) -> HttpResponse:
    """A programme begins."""
    me = person_of(request)
    require(me, Capability.STEER)
    form = BeginForm(request.POST or None, initial={"route": "C"})
    if request.method == "POST" and form.is_valid():
        try:
            beginning.begin(me, form.cleaned_data["title"], form.cleaned_data["began"], form.choice())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("It has begun. Now fix the starting point and what is expected.")
            )
            return redirect("programme:settings")
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/begin.html", {"form": form}, status=status)


def step(request: HttpRequest, number: int) -> HttpResponse:
    """One step: what it asks, what is there, what is missing, who owes it."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row, which = queries.require_programme(), queries.step_of(number)
    context = pages.step_context(me, row, which, pages.when(request, row))
    return render(request, "programme/step.html", context)


def settings(request: HttpRequest) -> HttpResponse:
    """Route, starting point, what is expected, and the end."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    context = pages.settings_context(me, queries.require_programme())
    return render(request, "programme/settings.html", context)


def hurdles(request: HttpRequest) -> HttpResponse:
    """What stands in the way; `?format=csv` as a list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.require_programme()
    at = pages.when(request, row)
    if request.GET.get("format") == "csv":
        rows = hurdle_rows(hurdles_at(row, at.day), unit_names(), get_language() or "en")
        return csv_response("hurdles", HURDLES_HEADER, rows)
    return render(request, "programme/hurdles.html", pages.hurdles_context(me, row, at))
