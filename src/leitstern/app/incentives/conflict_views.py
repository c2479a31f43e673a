"""One conflict: what is said, what the data show, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import deciding, queries
from leitstern.app.incentives.decision_forms import JudgeForm, PriorityForm
from leitstern.app.incentives.drawing import changes_drawing, month_name, tugs_drawing
from leitstern.app.incentives.register import figure_by_slug, lever_names, series
from leitstern.app.incentives.views import figure_names, may
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.incentives.conflicts import evidence
from leitstern.core.inside.incentives.figures import DIRECTIONS, Direction
from leitstern.core.inside.incentives.measured import Coupling, raw_correlation

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.incentives.queries import Line


def conflict(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """One conflict."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, queries.conflict(first, second))


@require_POST
def judge(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Confirm or refuse it."""
    me, form = person_of(request), JudgeForm(request.POST)
    require(me, Capability.DECIDE)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if form.cleaned_data["verdict"] == "confirm":
                deciding.confirm(me, first, second, reason)
                messages.success(
                    request, gettext("Confirmed. Now decide which key figure goes first in doubt.")
                )
            else:
                deciding.refuse(me, first, second, reason)
                messages.success(request, gettext("Kept. It is no longer counted as a conflict."))
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            return redirect("incentives:conflict", first, second)
    return _page(request, queries.conflict(first, second), judge_form=form)


@require_POST
def prioritise(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Say which figure goes first."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    form = PriorityForm([figure_by_slug(first), figure_by_slug(second)], request.POST)
    if form.is_valid():
        try:
            deciding.prioritise(me, first, second, **form.cleaned_data, today=timezone.localdate())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Decided. The rule before it stays readable below."))
            return redirect("incentives:conflict", first, second)
    return _page(request, queries.conflict(first, second), priority_form=form)


@require_POST
def withdraw(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Take a verdict back, or (`undo`) let it stand again."""
    me, found = person_of(request), deciding.verdict_by_id(verdict_id)
    if "undo" in request.POST:
        try:
            deciding.reinstate(me, found)
        except LeitsternError as problem:
            messages.error(request, problem.text.to(get_language() or "en"))
    else:
        deciding.withdraw(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable below."))
    known = {line.pair for line in queries.conflicts().lines}
    pair = (found.first.slug, found.second.slug)
    return redirect("incentives:conflict", *pair) if pair in known else redirect("incentives:conflicts")


def _page(request: HttpRequest, line: Line, **came_back: forms.Form) -> HttpResponse:
    """The page, with a form that came back."""
    names, found = figure_names(), line.conflict
    one, other = (figure_by_slug(slug) for slug in line.pair)
    measured = found.measured if found and isinstance(found.measured, Coupling) else None
    values = series(line.pair) if measured else {}
    rule = line.priority
    context = {
        "line": line,
        "state": line.state.value,
        "one": one,
        "other": other,
        "figures": [
            (each, DIRECTIONS[Direction(each.direction)], unit_names().get(each.unit, each.unit))
            for each in (one, other)
        ],
        "names": names,
        "evidence": evidence(found, one.name, other.name) if found else None,
        "measured": measured,
        "raw": raw_correlation(values[one.slug], values[other.slug]) if measured else None,
        "redefined": [month_name(month) for month in measured.left_out.redefined] if measured else [],
        "changes": changes_drawing(found, names) if found else "",
        "changes_table": [
            (month_name(month), *changed)
            for month, changed in zip(measured.months, measured.changes, strict=True)
        ]
        if measured
        else [],
        "tugs": tugs_drawing(found, names, lever_names()) if found else "",
        "history": queries.history(*line.pair),
        "people": {person.actor_id: person.name for person in people()},
        "due": line.due(timezone.localdate()),
        "judge_form": JudgeForm(),
        "priority_form": PriorityForm(
            [one, other],
            initial={"figure": rule.figure.slug, "condition": rule.condition, "owner": rule.owner}
            if rule
            else {},
        ),
        **may(request),
        **came_back,
    }
    return render(request, "incentives/conflict.html", context)
