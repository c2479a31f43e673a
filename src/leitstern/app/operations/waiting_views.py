"""Mending what waits in quarantine: see its form, correct the mapping, see what would come in, bring it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.intake import actions, queries
from leitstern.app.intake.performing import UNFINISHED
from leitstern.app.operations.waiting import rows_of
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_TEXT = 2_000_000  # letters of a mapping


class MendForm(forms.Form):
    """The mapping as it shall be read from now on."""

    mapping = forms.CharField(
        label=_("Mapping"),
        max_length=MOST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "spellcheck": "false", "class": "code"}),
    )


def mend(request: HttpRequest, import_id: int) -> HttpResponse:
    """What waits of one import; a corrected mapping is tried out first, then brought in."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    if request.method == "POST":
        require(me, Capability.IMPORT)
    run = queries.import_by_id(import_id)
    form = MendForm(request.POST or None, initial={"mapping": run.mapping})
    trial, problem = None, ""
    if form.is_valid():
        text = form.cleaned_data["mapping"].replace("\r\n", "\n")
        try:
            if "bring-in" in request.POST:
                return redirect("intake:import", actions.queue_replay(me, run, text).pk)
            trial = actions.try_replay(me, run, text)
        except LeitsternError as error:
            problem = error.text.to(get_language() or "en")
    context: dict[str, Any] = {
        "run": run,
        "form": form,
        "trial": trial,
        "problem": problem,
        "reasons": queries.quarantine_by_reason(run),
        "rows": rows_of(run),
        "replays": run.replays.order_by("-id")[:5],
        "under_way": UNFINISHED,
        "may_import": Capability.IMPORT in me.capabilities,
    }
    return render(request, "operations/mend.html", context)
