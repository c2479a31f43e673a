"""What is rewarded, how far the customer reaches into it, and where it pulls both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import beginning, queries
from leitstern.app.incentives.forms import BeginConflictForm, BeginFigureForm
from leitstern.app.incentives.models import Figure
from leitstern.app.incentives.queries import State
from leitstern.app.incentives.register import register
from leitstern.app.incentives.table import (
    CONFLICTS_HEADER,
    FUNCTIONS_HEADER,
    ROLES_HEADER,
    UNITS_HEADER,
    conflict_rows,
    function_rows,
    role_rows,
    unit_rows,
)
from leitstern.app.incentives.targets import whole_target
from leitstern.app.structure.queries import role_by_id
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.incentives.conflicts import HANDFUL
from leitstern.core.inside.incentives.figures import PARTS
from leitstern.core.inside.incentives.templates import CONFLICTS, FIGURES
from leitstern.core.inside.structure.reach import VOICES

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

STATES = (State.ASKED, State.CONFIRMED, State.REFUSED, State.OVER)


def overview(request: HttpRequest) -> HttpResponse:
    """The finding in a sentence, the conflicts, and who carries a key figure of customers."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    known = register()
    found, units = queries.coverage(known), unit_names()
    if request.GET.get("format") == "csv":
        return csv_response("back-office", UNITS_HEADER, unit_rows(found, units, get_language() or "en"))
    board = queries.conflicts(known)
    context = {
        "known": known,
        "found": found,
        "target": whole_target(known),
        "board": board,
        "waiting": board.of(State.ASKED),
        "handful": HANDFUL,
        "names": figure_names(),
        "units": units,
        "parts": [PARTS[part] for part in found.missing_parts],
        "today": timezone.localdate(),
        **may(request),
    }
    return render(request, "incentives/overview.html", context)


def conflicts(request: HttpRequest) -> HttpResponse:
    """All conflicts by what was decided about them."""
    require(person_of(request), Capability.SEE_INSIDE)
    board = queries.conflicts()
    if request.GET.get("format") == "csv":
        return csv_response("conflicts", CONFLICTS_HEADER, conflict_rows(board.lines, get_language() or "en"))
    context = {
        "board": board,
        "parts": [(state.value, board.of(state)) for state in STATES],
        "handful": HANDFUL,
        "names": figure_names(),
        "today": timezone.localdate(),
        **may(request),
    }
    return render(request, "incentives/conflicts.html", context)


def roles(request: HttpRequest) -> HttpResponse:
    """Roles, and what part of their reward hangs on customers; of too few people nothing."""
    require(person_of(request), Capability.SEE_INSIDE)
    known = register()
    found, units = queries.coverage(known), unit_names()
    if request.GET.get("format") == "csv":
        return csv_response("roles", ROLES_HEADER, role_rows(known, found, units, get_language() or "en"))
    counted = {line.role.key: line for line in found.roles}
    context = {
        "rows": [(role, counted.get(role.key), units.get(role.unit, role.unit)) for role in known.roles],
        "found": found,
        "known": known,
        **may(request),
    }
    return render(request, "incentives/roles.html", context)


def functions(request: HttpRequest) -> HttpResponse:
    """How far customers reach into each function, and who leads across them."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = queries.reach()
    if request.GET.get("format") == "csv":
        return csv_response("functions", FUNCTIONS_HEADER, function_rows(found, get_language() or "en"))
    context = {
        "found": found,
        "rows": [(line, VOICES[line.voice]) for line in found.units],
        "named": [(name, [(line, VOICES[line.voice]) for line in lines]) for name, lines in found.named],
        "across": sum(each.across for each in found.led),
        "narrow": sum(not each.across for each in found.led),
        "names": figure_names(),
        **may(request),
    }
    return render(request, "incentives/functions.html", context)


def role(request: HttpRequest, role_id: int) -> HttpResponse:
    """One role, with what it is rewarded for if enough people hold it."""
    require(person_of(request), Capability.SEE_INSIDE)
    found, known = role_by_id(role_id), register()
    plain = next((each for each in known.roles if each.key == role_id), None)
    shown = plain is not None and plain in known.counted
    context = {
        "role": found,
        "unit": unit_names().get(found.unit, found.unit),
        "shown": shown,
        "fewest": known.fewest,
        "weights": [(figure, share) for figure in known.figures if (share := known.share(plain, figure.slug))]
        if plain and shown
        else [],
        **may(request),
    }
    return render(request, "incentives/role.html", context)


def templates(request: HttpRequest) -> HttpResponse:
    """Figures and conflicts to begin with."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _templates(request)


@require_POST
def begin_figure(request: HttpRequest, template: str) -> HttpResponse:
    """Enter the figure of a template."""
    me, form = person_of(request), BeginFigureForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        try:
            made = beginning.begin_figure(me, template, form.cleaned_data["unit"], get_language() or "en")
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Entered. Adapt what does not fit, then reward it."))
            return redirect("incentives:figure", made.slug)
    return _templates(request, template, form)


@require_POST
def begin_conflict(request: HttpRequest, template: str) -> HttpResponse:
    """Enter both figures of a template and their pushes."""
    me, form = person_of(request), BeginConflictForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        units = (form.cleaned_data["first"], form.cleaned_data["second"])
        try:
            first, _second = beginning.begin_conflict(me, template, units, get_language() or "en")
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("Entered. It becomes a conflict once roles are rewarded for both.")
            )
            return redirect("incentives:figure", first.slug)
    return _templates(request, template, form)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    mine = person_of(request).capabilities
    return {
        "may_keep": Capability.KEEP_REGISTERS in mine,
        "may_decide": Capability.DECIDE in mine,
    }


def figure_names() -> dict[str, str]:
    """Names of all figures, used or not, by short name."""
    return dict(Figure.objects.values_list("slug", "name"))


def _templates(request: HttpRequest, came: str = "", form: forms.Form | None = None) -> HttpResponse:
    """The page, with a form that came back."""
    there = figure_names()

    def of(slug: str, fresh: forms.Form) -> Any:
        return form if form is not None and came == slug else fresh

    context = {
        "figures": [
            (each, each.slug in there, of(each.slug, BeginFigureForm(auto_id=f"{each.slug}_%s")))
            for each in FIGURES
        ],
        "conflicts": [
            (each, of(each.slug, BeginConflictForm(auto_id=f"{each.slug}_%s"))) for each in CONFLICTS
        ],
        **may(request),
    }
    return render(request, "incentives/templates.html", context)
