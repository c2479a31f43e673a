"""Beside competitors: what customers live here and there, entering figures, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.common.forms import say
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.competitors import keeping, queries
from leitstern.app.competitors.forms import FigureForm, FiguresForm
from leitstern.app.competitors.table import HEADER, comparison_rows, sample_table
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.bridge.competitors.comparison import VERDICTS
from leitstern.core.bridge.competitors.figure import ASKED, ORIGINS
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """Every statement of which a figure about a competitor is known; `?format=csv` takes it along."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    rows = queries.figures_ever()
    found = queries.comparison(rows)
    if request.GET.get("format") == "csv":
        return csv_response("competitors", HEADER, comparison_rows(found, get_language() or "en"))
    context = {
        "found": found,
        "withdrawn": [each for each in rows if each.withdrawn],
        "points": queries.touchpoint_choices(),
        "statements": queries.statement_choices(),
        "whole": queries.WHOLE,
        "verdicts": VERDICTS,
        "asked": ASKED,
        "origins": ORIGINS,
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
    }
    return render(request, "competitors/overview.html", context)


def enter(request: HttpRequest) -> HttpResponse:
    """One more figure."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form, status = FigureForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                keeping.enter(me, form.draft())
            except WrongDraft as wrong:
                say(form, wrong.problems)
            except LeitsternError as refused:
                form.add_error(None, refused.text.to(get_language() or "en"))
            else:
                messages.success(request, gettext("Kept. It stands beside our own share."))
                return redirect("competitors:overview")
    return render(request, "competitors/enter.html", {"form": form}, status=status)


def file(request: HttpRequest) -> HttpResponse:
    """A table of figures, all or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form, mistakes, status = FiguresForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as table:
                    n = len(keeping.hand_in(me, table.parent, table.name))
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                said = ngettext("Kept: %(n)s new figure.", "Kept: %(n)s new figures.", n) % {"n": n}
                messages.success(request, said)
                return redirect("competitors:overview")
    return render(request, "competitors/file.html", {"form": form, "mistakes": mistakes}, status=status)


def sample_file(request: HttpRequest) -> HttpResponse:
    """A table that could be handed in."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return csv_response("competitors", *sample_table(get_language() or "en", timezone.localdate().year))


@require_POST
def withdraw(request: HttpRequest, figure_id: int) -> HttpResponse:
    """Take a figure back, or (`undo`) let it count again."""
    me, row = person_of(request), queries.figure_by_id(figure_id)
    if "undo" in request.POST:
        keeping.reinstate(me, row)
    else:
        keeping.withdraw(me, row)
        messages.info(request, gettext("Withdrawn. It no longer counts, and stays readable below."))
    return redirect("competitors:overview")
