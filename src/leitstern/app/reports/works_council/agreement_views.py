"""What was agreed with the works council: to read, and to enter anew."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.audit_words import ACTORS
from leitstern.app.inside.agreements import agree, agreements, terms_of
from leitstern.app.reports.works_council.agreement import terms_table
from leitstern.app.reports.works_council.forms import AgreementForm
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def agreement(request: HttpRequest) -> HttpResponse:
    """The terms that count, those before, and the form for the next."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.method == "POST":
        require(me, Capability.KEEP_AGREEMENT)
    known = agreements()
    form = AgreementForm(request.POST or None, initial=asdict(terms_of(known[0])) if known else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            agree(me, form.terms())
        except InvalidInput as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Entered. Every wave launched from now on keeps to it."))
            return redirect("reports:agreement")
    context = {
        "terms": terms_table(known[0]) if known else None,
        "earlier": known[1:],
        "people": {**ACTORS, **{person.actor_id: person.name for person in Person.objects.all()}},
        "known": known,
        "form": form,
        "may_enter": Capability.KEEP_AGREEMENT in me.capabilities,
    }
    return render(request, "reports/agreement.html", context, status=status)
