"""Pages on which quotes are picked for reports, put in order, and withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.answers import quoting
from leitstern.app.answers.pages import tabs
from leitstern.app.answers.quotes_page import HEADER, quote_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.outside.reading import published, require_published
from leitstern.core.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.outside.reading import Published


class PickForm(forms.Form):
    """Why a quote belongs in the report, and that nobody can be recognised in it."""

    reason = forms.CharField(
        label=_("Why does it belong in the report?"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Readers of the report do not see this; whoever prepares it does."),
    )
    checked = forms.BooleanField(
        label=_("I have read it again: nobody can be recognised in it, neither customers nor employees."),
        error_messages={"required": _("Please read it once more and confirm.")},
    )


def quotes(request: HttpRequest) -> HttpResponse:
    """What appears in reports, beside how all comments are; `?format=csv` for a spreadsheet."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    state = published()
    if state is None:
        return render(request, "answers/quotes.html", {"state": None})
    if request.GET.get("format") == "csv":
        return csv_response("answers-quotes", HEADER, quote_rows(state))
    standing = quoting.picked(state)
    context = {
        "state": state,
        "tabs": tabs("quotes"),
        "quotes": [(each, _place(state, each)) for each in standing],
        "withdrawn": [(each, _place(state, each)) for each in quoting.withdrawn(state)],
        "balance": quoting.balance(state, standing),
        "most": quoting.MOST,
        "may_pick": Capability.DECIDE in me.capabilities,
    }
    return render(request, "answers/quotes.html", context)


@require_http_methods(["GET", "POST"])
def pick(request: HttpRequest, ref: str) -> HttpResponse:
    """Read one comment again, and let it appear in reports."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    state = require_published()
    said = quoting.comment_of(state, ref)
    form = PickForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            quoting.pick(me, ref, form.cleaned_data["reason"], checked=form.cleaned_data["checked"])
        except (Conflict, InvalidInput) as refused:
            form.add_error(None, refused.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("The quote appears in the next report."))
            return redirect("answers:quotes")
    context: dict[str, Any] = {
        "state": state,
        "said": said,
        "place": state.taxonomy.name("touchpoint", said.touchpoint),
        "form": form,
    }
    return render(request, "answers/pick.html", context)


@require_POST
def withdraw(request: HttpRequest, pick_id: int) -> HttpResponse:
    """It appears in no report any more."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    quoting.withdraw(me, quoting.pick_by_id(pick_id))
    messages.success(request, gettext("The quote appears in no report any more. It can be put back."))
    return redirect("answers:quotes")


@require_POST
def put_back(request: HttpRequest, pick_id: int) -> HttpResponse:
    """It appears again."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = quoting.pick_by_id(pick_id)
    try:
        quoting.put_back(me, row)
    except Conflict as refused:
        messages.error(request, refused.text.to(get_language() or "en"))
    return redirect("answers:quotes")


@require_POST
def move(request: HttpRequest, pick_id: int) -> HttpResponse:
    """It changes places with its neighbour."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = quoting.pick_by_id(pick_id)
    quoting.move(me, row, "up" if request.POST.get("way") == "up" else "down")
    return redirect("answers:quotes")


def _place(state: Published, quote: quoting.Quote) -> object:
    return state.taxonomy.name("touchpoint", quote.said.touchpoint)
