"""The protocol of boundaries: entering one, counting its cases, withdrawing it. It is shown with the exclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import boundaries, file_views
from leitstern.app.incentives.boundary_forms import BoundaryCountForm, BoundaryForm
from leitstern.app.incentives.register import rule_by_id
from leitstern.app.incentives.table import BOUNDARIES_HEADER, boundary_rows
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def protocol(request: HttpRequest) -> HttpResponse:
    """Boundaries and their cases by month and department, as a table."""
    require(person_of(request), Capability.SEE_INSIDE)
    rows = boundary_rows(boundaries.boundaries(), unit_names(), get_language() or "en")
    return csv_response("boundaries", BOUNDARIES_HEADER, rows)


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Say what employees need not accept."""
    me, form = person_of(request), BoundaryForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        said = dict(form.cleaned_data)
        rule = said.pop("rule")
        try:
            boundaries.enter_boundary(me, **said, rule=rule_by_id(int(rule)) if rule else None)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. Now everybody can read what nobody has to accept."))
            return redirect("incentives:files")
    return file_views.page(request, boundary_form=form)


@require_POST
def count(request: HttpRequest, boundary_id: int) -> HttpResponse:
    """Say how many cases a department had in a month."""
    me, found = person_of(request), boundaries.boundary_by_id(boundary_id)
    require(me, Capability.KEEP_REGISTERS)
    form = BoundaryCountForm(request.POST, auto_id=f"boundary_{found.pk}_%s")
    if form.is_valid():
        try:
            boundaries.count_cases(me, found, **form.cleaned_data, today=timezone.localdate())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept: only how many, of no person."))
            return redirect("incentives:files")
    return file_views.page(request, count_form=(found.pk, form))


@require_POST
def withdraw(request: HttpRequest, boundary_id: int) -> HttpResponse:
    """Let a boundary no longer hold, or (`undo`) hold again."""
    me, found = person_of(request), boundaries.boundary_by_id(boundary_id)
    if "undo" in request.POST:
        boundaries.reinstate_boundary(me, found)
    else:
        boundaries.withdraw_boundary(me, found)
        messages.info(request, gettext("It holds no longer. What was counted stays."))
    return redirect("incentives:files")
