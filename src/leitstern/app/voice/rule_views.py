"""Rules in versions: what each says, what it changed, and entering a new one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.voice import keeping, queries
from leitstern.app.voice.forms import VersionForm, filled, rule_set, statement_set
from leitstern.app.voice.models import Version
from leitstern.app.voice.table import RULE_HEADER, rule_rows
from leitstern.app.voice.views import may
from leitstern.core.bridge.voice.beginning import begin_with
from leitstern.core.bridge.voice.rules import ADDRESSES, KINDS, SIDES, TONGUES, difference
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def rules(request: HttpRequest) -> HttpResponse:
    """All versions, the newest first; POST enters a new one."""
    me, language = person_of(request), get_language() or "en"
    require(me, Capability.SEE_INSIDE)
    versions = [(each, queries.rules_of(each)) for each in Version.objects.all()]
    now = versions[0][1] if versions else begin_with(language)
    if request.GET.get("format") == "csv":
        return csv_response("voice-rules", RULE_HEADER, rule_rows(now if versions else None))
    form = VersionForm(request.POST or None, initial={"per_month": now.per_month})
    rows = rule_set(request.POST or None, now.rules)
    said = statement_set(request.POST or None, now.statements)
    status = 200
    if request.method == "POST":
        require(me, Capability.STEER)
        status = 422
        if form.is_valid() and rows.is_valid() and said.is_valid():
            try:
                keeping.enter_rules(
                    me, filled(rows, said, form.cleaned_data["per_month"]), form.cleaned_data["why"]
                )
            except LeitsternError as refused:
                form.add_error(None, refused.text.to(language))
            else:
                messages.success(request, gettext("Kept. From now on texts are held against these rules."))
                return redirect("voice:rules")
    changes = [difference(before[1], after[1]) for after, before in pairwise(versions)]
    context = {
        "now": versions[0] if versions else None,
        "versions": [
            (len(versions) - at, each, changes[at] if at < len(changes) else None)
            for at, (each, _) in enumerate(versions)
        ],
        "form": form,
        "rows": rows,
        "said": said,
        "kinds": KINDS,
        "tongues": TONGUES,
        "addresses": ADDRESSES,
        "sides": SIDES,
        "people": {person.actor_id: person.name for person in people()},
        **may(request),
    }
    return render(request, "voice/rules.html", context, status=status)
