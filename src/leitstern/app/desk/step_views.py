"""What is still to be done: a list to work through, department by department."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.desk import keeping, queries
from leitstern.app.desk.showing import moment_of, name_of
from leitstern.app.desk.table import STEPS, step_rows
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.desk.keeping import Agreed

SHOWN = 200


def steps(request: HttpRequest) -> HttpResponse:
    """Next steps and promises that are open, of one department or of all."""
    require(person_of(request), Capability.ENTER_CONTACTS)
    department = request.GET.get("department", "")
    everything = queries.agreed()
    found = [each for each in everything if not department or each.department == department]
    if request.GET.get("format") == "csv":
        return csv_response("steps", STEPS, step_rows(found, get_language() or "en"))
    taxonomy = current_taxonomy()
    rows = [
        (each, name_of(taxonomy, "department", each.department), moment_of(each.entry, taxonomy))
        for each in found[:SHOWN]
        if taxonomy
    ]
    at = request.GET.get("row", "")
    context = {
        "rows": rows,
        "more": max(len(found) - SHOWN, 0),
        "late": sum(each.days_late > 0 for each in found),
        "units": queries.by_department(everything) if taxonomy else [],
        "department": department,
        "row_at": min(int(at), len(rows) - 1) if at.isdecimal() else None,
    }
    return render(request, "desk/steps.html", context)


@require_POST
def done(request: HttpRequest, entry_id: int, what: Agreed) -> HttpResponse:
    """It is done; the next one in the list is ready for the same key."""
    me = person_of(request)
    try:
        keeping.complete(me, queries.entry_by_id(entry_id), what)
    except Conflict as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, gettext("Done."))
    return _back(request, entry_id)


@require_POST
def reopen(request: HttpRequest, entry_id: int, what: Agreed) -> HttpResponse:
    """It was not done after all."""
    keeping.reopen(person_of(request), queries.entry_by_id(entry_id), what)
    messages.success(request, gettext("It is open again."))
    return redirect("desk:entry", entry_id)


def _back(request: HttpRequest, entry_id: int) -> HttpResponse:
    if "entry" in request.POST:
        return redirect("desk:entry", entry_id)
    place = {name: request.POST[name] for name in ("department", "row") if request.POST.get(name)}
    return redirect(f"{reverse('desk:steps')}?{urlencode(place)}")
