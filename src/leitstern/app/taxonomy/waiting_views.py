"""Values without a term: deciding them in stacks, taking that back, and reading imports once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import names_of
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.intake.again import queue_again
from leitstern.app.intake.queries import import_by_id
from leitstern.app.taxonomy import deciding
from leitstern.app.taxonomy.again import stale
from leitstern.app.taxonomy.models import Decision
from leitstern.app.taxonomy.table import WAITING_HEADER, waiting_rows
from leitstern.app.taxonomy.views import may
from leitstern.app.taxonomy.waiting import KINDS, not_listed, waiting
from leitstern.app.taxonomy.waiting_forms import STACK, StackForm
from leitstern.core.company.differences import MANY
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.taxonomy.waiting import Waiting

DECIDED = 50  # decisions shown, the newest first


def values(request: HttpRequest) -> HttpResponse:
    """All that waits (`?kind=` narrows it), and the first of it to be decided; POST keeps what was decided."""
    me, taxonomy = person_of(request), require_taxonomy()
    require(me, Capability.SEE_IMPORTS)
    everything = waiting(taxonomy)
    asked = request.GET.get("kind", "")
    found = [each for each in everything if asked not in KINDS or each.kind == asked]
    if request.GET.get("format") == "csv":
        return csv_response("values-without-a-term", WAITING_HEADER, waiting_rows(found))
    stack = _stack(request, found)
    form, status = StackForm(taxonomy, stack, request.POST or None), 200
    if request.method == "POST":
        require(me, Capability.EDIT_TAXONOMY)
        status = 422
        if form.is_valid():
            try:
                kept = deciding.decide(me, form.chosen(), form.cleaned_data["why"])
            except LeitsternError as refused:
                form.add_error(None, words(refused.text))
            else:
                said = ngettext("%(n)s value decided.", "%(n)s values decided.", len(kept))
                messages.success(request, said % {"n": len(kept)})
                return redirect(request.get_full_path())
    decided = list(Decision.objects.select_related("version")[:DECIDED])
    context = {
        "found": found,
        "total": len(everything),
        "entries": sum(each.entries for each in everything),
        "form": form,
        "stack": stack,
        "kinds": [(kind, MANY[kind], sum(each.kind == kind for each in everything)) for kind in KINDS],
        "kind": asked,
        "many": MANY,
        "not_listed": not_listed(),
        "stale": stale(taxonomy),
        "decided": decided,
        "names": {kind: names_of(kind) for kind in KINDS},
        "people": {person.actor_id: person.name for person in people()},
        **may(request),
    }
    return render(request, "taxonomy/waiting.html", context, status=status)


@require_POST
def take_back(request: HttpRequest, decision_id: int) -> HttpResponse:
    """The value waits again."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    try:
        deciding.take_back(me, deciding.decision_by_id(decision_id))
    except LeitsternError as refused:
        messages.error(request, words(refused.text))
    else:
        messages.info(request, gettext("Taken back. The value waits again; what is stored stays as it is."))
    return redirect("taxonomy:waiting")


@require_POST
def read_again(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take an import out and read its files once more; the work is watched on the import's page."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    try:
        return redirect("intake:import", queue_again(me, import_by_id(import_id)).pk)
    except LeitsternError as refused:
        messages.error(request, words(refused.text))
        return redirect("taxonomy:waiting")


def _stack(request: HttpRequest, found: list[Waiting]) -> list[Waiting]:
    """The values that are asked about: the first ones, or those that were on the page that was sent."""
    sent = list(zip(request.POST.getlist("kind"), request.POST.getlist("value"), strict=False))
    if not sent:
        return found[:STACK]
    known = {(each.kind, each.value): each for each in found}
    return [known[pair] for pair in sent[: 5 * STACK] if pair in known]
