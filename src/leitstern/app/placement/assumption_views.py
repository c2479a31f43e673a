"""The register of assumptions, and one assumption with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import assumed, register
from leitstern.app.placement.forms import AssumptionForm
from leitstern.app.placement.table import ASSUMPTIONS_HEADER, assumption_rows
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.assumptions import GRADES, GROUPS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def assumptions(request: HttpRequest) -> HttpResponse:
    """Everything that is assumed, by subject."""
    require(person_of(request), Capability.SEE_INSIDE)
    groups = register()
    if request.GET.get("format") == "csv":
        return csv_response(
            "assumptions",
            ASSUMPTIONS_HEADER,
            assumption_rows([each for of in groups.values() for each in of]),
        )
    context = {
        "groups": [(group, GROUPS[group], of) for group, of in groups.items()],
        "grades": GRADES,
        "total": sum(len(of) for of in groups.values()),
        "changed": sum(each.changed for of in groups.values() for each in of),
    }
    return render(request, "placement/assumptions.html", context)


def assumption(request: HttpRequest, name: str) -> HttpResponse:
    """One assumption: why it is as it is, who changed it, and the form to change it."""
    me, found = person_of(request), assumed(name)
    require(me, Capability.SEE_INSIDE)
    back = "restore" in request.POST
    form = AssumptionForm(request.POST or None, initial={"value": found.value}, assumption=found.assumption)
    if back:
        form.fields["value"].required = False
    if request.method == "POST":
        require(me, Capability.EDIT_ASSUMPTIONS)
    if form.is_valid():
        try:
            if back:
                restore_assumption(me, name, form.cleaned_data["why"])
            else:
                change_assumption(me, name, form.cleaned_data["value"], form.cleaned_data["why"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("Changed. Every page that uses it calculates with it from now on.")
            )
            return redirect("placement:assumption", name)
    people = {person.actor_id: person.name for person in Person.objects.all()}
    context = {
        "found": found,
        "group": GROUPS[found.assumption.group],
        "grade": GRADES[found.assumption.grade],
        "form": form,
        "people": people,
        "may_edit": Capability.EDIT_ASSUMPTIONS in me.capabilities,
    }
    return render(request, "placement/assumption.html", context)
