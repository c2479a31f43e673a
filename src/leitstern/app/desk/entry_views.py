"""One entry: what it says, what it said before, correcting and withdrawing it."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.desk import keeping, queries
from leitstern.app.desk.forms import ContactForm, beginning
from leitstern.app.desk.models import Entry
from leitstern.app.desk.showing import moment_of, named
from leitstern.app.desk.views import JSON, tell
from leitstern.core.errors import LeitsternError
from leitstern.core.tables.lake import FLAG_DATE_ONLY, TOLD

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """What was entered; that somebody looked is written to the audit log."""
    me = person_of(request)
    require(me, Capability.ENTER_CONTACTS)
    found = keeping.look_at(me, queries.entry_by_id(entry_id))
    later: Entry | None = getattr(found, "corrected", None)
    return render(request, "desk/entry.html", {"one": named(found), "later": later})


def correct(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The same form, filled in; what it said before stays readable."""
    me = person_of(request)
    require(me, Capability.ENTER_CONTACTS)
    found, taxonomy = queries.entry_by_id(entry_id), require_taxonomy()
    at = date_format(moment_of(found, taxonomy), "Y-m-d" if found.flags & FLAG_DATE_ONLY else "Y-m-d H:i")
    form = ContactForm(taxonomy, request.POST or None, initial=beginning(found, at))
    if request.method == "POST":
        try:
            unticked = "" if found.told_again is None else TOLD[False]  # nobody said: so it stays
            corrected = keeping.correct(me, found, form.typed(unticked), request.POST.get("key", ""))
        except LeitsternError as problem:
            tell(form, problem)
        else:
            messages.success(request, gettext("Corrected. What it said before stays readable."))
            return redirect("desk:entry", corrected.pk)
    return render(request, "desk/correct.html", {"form": form, "key": token_urlsafe(), "one": named(found)})


@require_POST
def withdraw(request: HttpRequest, entry_id: int) -> HttpResponse:
    """It no longer counts."""
    me = person_of(request)
    by_script = request.headers.get("accept") == JSON
    try:
        found = keeping.withdraw(me, queries.entry_by_id(entry_id))
    except LeitsternError as problem:
        if by_script:
            return JsonResponse({"said": problem.text.to(request.LANGUAGE_CODE)}, status=problem.status)
        raise
    said = gettext("Withdrawn. It does not count, and stays readable.")
    if by_script:
        return JsonResponse({"said": said})
    messages.success(request, said)
    return redirect("desk:entry", found.pk)
