"""What board areas declared, what they have taken on, and what could be dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership import declaring, queries
from leitstern.app.leadership.areas import area_names
from leitstern.app.leadership.forms import CapacityForm, CommitmentForm
from leitstern.app.leadership.models import Commitment
from leitstern.app.leadership.table import HOURS_HEADER, hour_rows
from leitstern.app.leadership.views import may
from leitstern.core.bridge.leadership.terms import WORKS, Work
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


def hours(request: HttpRequest) -> HttpResponse:
    """Every board area against the hours it declared."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        rows = hour_rows(queries.loads(), area_names(), get_language() or "en")
        return csv_response("leaders-hours", HOURS_HEADER, rows)
    return _page(request)


@require_POST
def declare(request: HttpRequest) -> HttpResponse:
    """Declare hours a month and visits a quarter."""
    me, form = person_of(request), CapacityForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            declaring.declare(me, form.draft())
        except WrongDraft as problem:
            form.refused(problem)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Declared. What was declared before stays in the log."))
            return redirect("leadership:hours")
    return _page(request, capacity_form=form)


@require_POST
def commit(request: HttpRequest) -> HttpResponse:
    """Enter what takes hours."""
    me, form = person_of(request), CommitmentForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            declaring.commit(me, form.draft())
        except WrongDraft as problem:
            form.refused(problem)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("leadership:hours")
    return _page(request, commitment_form=form)


@require_POST
def withdraw(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """It takes no hours any more, or (`undo`) does again."""
    me, found = person_of(request), queries.commitment_by_id(commitment_id)
    if "undo" in request.POST:
        declaring.reinstate_commitment(me, found)
    else:
        declaring.withdraw_commitment(me, found)
        messages.info(request, gettext("Dropped. It stays readable below."))
    return redirect("leadership:hours")


def _page(request: HttpRequest, **came_back: forms.Form) -> HttpResponse:
    today, names = timezone.localdate(), area_names()
    loads, declared = queries.loads(today), queries.declared()
    rows = [
        (each, names.get(each.area, each.area), WORKS[Work(each.work)])
        for each in Commitment.objects.order_by("area", "-hours")
    ]
    context = {
        "loads": [(load, names.get(load.area, load.area), declared.get(load.area)) for load in loads],
        "over": [load for load in loads if load.over],
        "names": names,
        "standing": [row for row in rows if row[0].withdrawn is None],
        "gone": [row for row in rows if row[0].withdrawn],
        "today": today,
        "capacity_form": CapacityForm(auto_id="capacity_%s"),
        "commitment_form": CommitmentForm(initial={"since": today}, auto_id="commitment_%s"),
        **may(request),
        **came_back,
    }
    return render(request, "leadership/hours.html", context, status=422 if came_back else 200)
