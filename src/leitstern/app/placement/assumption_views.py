"""The register of assumptions, and one assumption with its history and what another value would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import Assumed, assumed, assumptions, register
from leitstern.app.placement.assumption_documents import assumption_document
from leitstern.app.placement.forms import ChangeForm, RestoreForm, TrialForm
from leitstern.app.placement.table import ASSUMPTIONS_HEADER, assumption_rows
from leitstern.app.placement.trial import Trial, trial
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.assumptions import GRADES, GROUPS, departures

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


def register_page(request: HttpRequest) -> HttpResponse:
    """What is assumed, by subject; `?q=` searches, `?only=changed` leaves out what stands at its default."""
    require(person_of(request), Capability.SEE_INSIDE)
    wanted, only = request.GET.get("q", "").strip()[:100], request.GET.get("only") == "changed"
    found = {
        group: kept
        for group, of in register(wanted).items()
        if (kept := [each for each in of if each.changed or not only])
    }
    shown = [each for of in found.values() for each in of]
    match request.GET.get("format"):
        case "csv":
            return csv_response(
                "assumptions", ASSUMPTIONS_HEADER, assumption_rows(shown, get_language() or "en")
            )
        case "json":
            return _json(shown)
    everything = assumptions()
    context = {
        "groups": [
            (group, GROUPS[group], of, sum(each.changed for each in of)) for group, of in found.items()
        ],
        "grades": GRADES,
        "shown": len(shown),
        "total": len(everything.values),
        "changed": everything.changed,
        "departures": departures(everything),
        "q": wanted,
        "only": only,
        "query": request.GET.urlencode(),
    }
    return render(request, "placement/assumptions.html", context)


def assumption(request: HttpRequest, name: str) -> HttpResponse:
    """One assumption. `?value=` (or `?back=1`, its default) shows what that would change; posting it keeps it."""
    me, found = person_of(request), assumed(name)
    require(me, Capability.SEE_INSIDE)
    if request.method == "POST":
        require(me, Capability.EDIT_ASSUMPTIONS)
    given = request.POST if request.method == "POST" else request.GET
    back = "back" in given
    form = TrialForm(
        given if "value" in given and not back else None,
        assumption=found.assumption,
        initial={"value": found.assumption.unit.seen(found.value)},
    )
    tried = _try(form, found, back=back)
    keep: forms.Form | None = None
    if tried:
        sent = request.POST if request.method == "POST" else None
        keep = (
            RestoreForm(sent, initial={"back": True})
            if back
            else ChangeForm(
                sent,
                assumption=found.assumption,
                initial={"value": found.assumption.unit.seen(tried.value)},
            )
        )
        if keep.is_valid():
            if back:
                restore_assumption(me, name, keep.cleaned_data["why"])
            else:
                change_assumption(me, name, tried.value, keep.cleaned_data["why"])
            messages.success(
                request, gettext("Changed. Every page that uses it calculates with it from now on.")
            )
            return redirect("placement:assumption", name)
    context = {
        "found": found,
        "group": GROUPS[found.assumption.group],
        "grade": GRADES[found.assumption.grade],
        "claims": [(slug, CLAIMS[slug]) for slug in found.assumption.claims],
        "form": form,
        "trial": tried,
        "tried": found.assumption.said(tried.value) if tried else None,
        "back": back,
        "keep": keep,
        "history": [
            (change, found.assumption.said(change.value) if change.value is not None else None)
            for change in found.changes
        ],
        "people": {person.actor_id: person.name for person in Person.objects.all()},
        "may_edit": Capability.EDIT_ASSUMPTIONS in me.capabilities,
    }
    return render(request, "placement/assumption.html", context)


def _try(form: TrialForm, found: Assumed, *, back: bool) -> Trial | None:
    """What the value asked for would change; None where none is, or none that is possible."""
    if back:
        return trial(found.assumption.slug, found.assumption.value)
    if not form.is_valid():
        return None
    try:
        return trial(found.assumption.slug, form.stored())
    except LeitsternError as problem:
        form.add_error("value", problem.text.to(get_language() or "en"))
        return None


def _json(shown: list[Assumed]) -> JsonResponse:
    response = JsonResponse(
        [assumption_document(each).model_dump(mode="json") for each in shown],
        safe=False,
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    response["Content-Disposition"] = 'attachment; filename="assumptions.json"'
    return response
