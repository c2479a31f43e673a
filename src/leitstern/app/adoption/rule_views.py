"""Rules for metadata, in versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import campaigning, metadata_rules
from leitstern.app.adoption.models import Rules
from leitstern.app.adoption.rule_forms import SinceForm, field_set
from leitstern.app.adoption.views import may
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.adoption.metadata import WORDS, Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BEGIN_WITH = (
    Field("touchpoint", Text("Touchpoint", "Kontaktpunkt"), Words.TOUCHPOINTS),
    Field("persona", Text("Persona", "Persona"), Words.PERSONAS),
    Field("channel", Text("Channel", "Kanal"), Words.CHANNELS),
    Field("purpose", Text("Purpose", "Zweck"), Words.LIST),
    Field("language", Text("Language", "Sprache"), Words.LIST),
)


def rules(request: HttpRequest) -> HttpResponse:
    """All versions, and entering a new one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    there = metadata_rules.all_rules()
    now = metadata_rules.fields_of(there[0]) if there else BEGIN_WITH
    form = SinceForm(request.POST or None, initial={"since": timezone.localdate()})
    rows = field_set(request.POST or None, now)
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid() and rows.is_valid():
            fields = [field for row in rows if (field := row.field())]
            try:
                campaigning.enter_rules(
                    me, fields, form.cleaned_data["since"], form.cleaned_data["settled_from"]
                )
            except LeitsternError as problem:
                form.add_error(None, problem.text.to(get_language() or "en"))
            else:
                messages.success(
                    request, gettext("Kept. Campaigns from that month on are judged by these rules.")
                )
                return redirect("adoption:rules")
    context = {
        "versions": [(each, metadata_rules.fields_of(each)) for each in Rules.objects.all()],
        "words": WORDS,
        "form": form,
        "rows": rows,
        "people": {person.actor_id: person.name for person in people()},
        **may(request),
    }
    return render(request, "adoption/rules.html", context)


@require_POST
def withdraw(request: HttpRequest, rules_id: int) -> HttpResponse:
    """Let rules no longer hold, or (`undo`) hold again."""
    me, found = person_of(request), metadata_rules.rules_by_id(rules_id)
    if "undo" in request.POST:
        campaigning.reinstate_rules(me, found)
    else:
        campaigning.withdraw_rules(me, found)
        messages.info(request, gettext("They hold no longer. What held before them holds again."))
    return redirect("adoption:rules")
