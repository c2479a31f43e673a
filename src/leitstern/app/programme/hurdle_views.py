"""The forms of hurdles: one is written down, changed, cleared, opened again, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.portfolio.queries import holders
from leitstern.app.programme import hurdling, pages, queries
from leitstern.app.programme.forms import ClearForm, HurdleForm
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.programme.models import Hurdle

FIELDS = ("title", "kind", "since", "unit", "measure", "due", "effect")


def new(request: HttpRequest) -> HttpResponse:
    """A new hurdle."""
    return _form(request, None)


def edit(request: HttpRequest, hurdle_id: int) -> HttpResponse:
    """A hurdle in other words, and its end; what it said before stays readable."""
    require(person_of(request), Capability.STEER)
    return _form(request, queries.hurdle_by_id(hurdle_id))


def _form(request: HttpRequest, row: Hurdle | None, clear: ClearForm | None = None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.STEER)
    programme = row.programme if row else queries.require_programme()
    beginning = {name: getattr(row, name) for name in FIELDS} if row else {}
    if row and row.owner:
        beginning["owner"] = row.owner.name
    posted = request.POST if request.method == "POST" and clear is None else None
    form = HurdleForm(pages.units_to_choose(row.unit if row else ""), posted, initial=beginning)
    if posted is not None and form.is_valid():
        try:
            hurdling.keep_hurdle(me, programme, form.draft(), row)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. What it said before stays readable."))
            return redirect("programme:hurdles")
    context = {
        "form": form,
        "row": row,
        "clear_form": clear or ClearForm(),
        "holders": holders(),
        "editions": row.editions.all() if row else (),
        "today": timezone.localdate(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/hurdle_form.html", context, status=status)


@require_POST
def clear(request: HttpRequest, hurdle_id: int) -> HttpResponse:
    """Say that it is gone, or (`undo`) that it stands in the way again."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.hurdle_by_id(hurdle_id)
    if "undo" in request.POST:
        try:
            hurdling.open_again(me, row)
        except LeitsternError as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
        return redirect("programme:hurdles")
    form = ClearForm(request.POST)
    if form.is_valid():
        try:
            hurdling.clear_hurdle(me, row, **form.cleaned_data)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Cleared. It stays in sight."))
            return redirect("programme:hurdles")
    return _form(request, row, form)


@require_POST
def withdraw(request: HttpRequest, hurdle_id: int) -> HttpResponse:
    """Take a hurdle back that was none, or (`undo`) let it stand again."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.hurdle_by_id(hurdle_id)
    (hurdling.reinstate_hurdle if "undo" in request.POST else hurdling.withdraw_hurdle)(me, row)
    return redirect("programme:hurdles")
