"""The target of rewards: where it stands, which roles lie below, and setting another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import targets
from leitstern.app.incentives.decision_forms import TargetForm
from leitstern.app.incentives.drawing import way_drawing
from leitstern.app.incentives.register import register
from leitstern.app.incentives.table import BELOW_HEADER, below_rows
from leitstern.app.incentives.views import may
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def target(request: HttpRequest) -> HttpResponse:
    """The target, the way there, and the roles below it."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        rows = below_rows(targets.targets().below, unit_names(), get_language() or "en")
        return csv_response("below-target", BELOW_HEADER, rows)
    return _page(request, TargetForm())


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Set a target; the one before stays readable."""
    me, form = person_of(request), TargetForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        try:
            targets.set_target(me, **form.cleaned_data, today=timezone.localdate())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Decided. The target before it stays readable below."))
            return redirect("incentives:target")
    return _page(request, form)


@require_POST
def withdraw(request: HttpRequest, target_id: int) -> HttpResponse:
    """Take a target back, or (`undo`) let it hold again."""
    me, found = person_of(request), targets.target_by_id(target_id)
    if "undo" in request.POST:
        targets.reinstate_target(me, found)
    else:
        targets.withdraw_target(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable below."))
    return redirect("incentives:target")


def _page(request: HttpRequest, form: TargetForm) -> HttpResponse:
    known, units, today = register(), unit_names(), timezone.localdate()
    found = targets.targets(known)
    whole = next((each for each in found.standing if not each.row.unit), None)
    context = {
        "found": found,
        "whole": whole,
        "standing": [(each, units.get(each.row.unit), each.way.overdue(today)) for each in found.standing],
        "below": [(each, units.get(each.role.unit, each.role.unit)) for each in found.below],
        "history": [(each, units.get(each.unit)) for each in found.history],
        "holding": {each.row.pk for each in found.standing},
        "chart": way_drawing(found.months),
        "fewest": known.fewest,
        "people": {person.actor_id: person.name for person in people()},
        "form": form,
        **may(request),
    }
    return render(request, "incentives/target.html", context)
