"""Key figures: the register, one figure with its past, and entering, changing, defining, linking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.incentives import keeping, queries
from leitstern.app.incentives.drawing import values_drawing
from leitstern.app.incentives.forms import DefinitionForm, FigureForm, LinkForm, NewFigureForm
from leitstern.app.incentives.models import Definition, Figure
from leitstern.app.incentives.register import (
    all_figures,
    counted_on,
    figure_by_slug,
    in_force,
    lever_names,
    link_by_id,
    redefined,
    register,
    values,
)
from leitstern.app.incentives.table import FIGURES_HEADER, figure_rows
from leitstern.app.incentives.views import figure_names, may
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.incentives.attribution import LARGE, Scored
from leitstern.core.inside.incentives.declared import STRENGTHS, Strength
from leitstern.core.inside.incentives.figures import (
    DIRECTIONS,
    GIVERS,
    HORIZONS,
    ORIGINS,
    PARTS,
    Direction,
    Giver,
    Horizon,
    Origin,
    Part,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.incentives.models import Value


def figures(request: HttpRequest) -> HttpResponse:
    """The register."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        there = Definition.objects.select_related("figure").order_by("id")
        by_figure: dict[int, list[Definition]] = {}
        for each in there:
            by_figure.setdefault(each.figure_id, []).append(each)
        newest = {key: counted_on(each, timezone.localdate()) for key, each in by_figure.items()}
        return csv_response("key-figures", FIGURES_HEADER, figure_rows(all_figures(), newest))
    known, units = register(), unit_names()
    context = {
        "rows": [
            (
                each,
                ORIGINS[Origin(each.origin)],
                HORIZONS[Horizon(each.horizon)],
                DIRECTIONS[Direction(each.direction)],
                units.get(each.unit, each.unit),
            )
            for each in all_figures()
        ],
        "retired": all_figures(retired=True),
        "rewarded": known.rewarded,
        **may(request),
    }
    return render(request, "incentives/figures.html", context)


def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """One figure."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, figure_by_slug(slug))


def new(request: HttpRequest) -> HttpResponse:
    """Enter a figure."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form = NewFigureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = keeping.enter_figure(me, form.about(), form.cleaned_data["definition"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Entered. Now say which roles are rewarded for it."))
            return redirect("incentives:figure", made.slug)
    return render(request, "incentives/edit.html", {"form": form, "figure": None})


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what a figure is."""
    me, found = person_of(request), figure_by_slug(slug)
    require(me, Capability.KEEP_REGISTERS)
    names = (
        *("name", "unit", "origin", "part", "direction"),
        *("horizon", "giver", "counted_in", "score", "receivers"),
    )
    form = FigureForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            keeping.change_figure(me, found, form.about())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Changed."))
            return redirect("incentives:figure", slug)
    return render(request, "incentives/edit.html", {"form": form, "figure": found})


@require_POST
def define(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is counted from a month on."""
    me, found, form = person_of(request), figure_by_slug(slug), DefinitionForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        try:
            keeping.define(me, found, form.cleaned_data["definition"], form.cleaned_data["since"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request,
                gettext("Kept. Values before and after that month are not compared.")
                if form.cleaned_data["since"]
                else gettext("Corrected. What the first definition said before stays readable."),
            )
            return redirect("incentives:figure", slug)
    return _page(request, found, definition_form=form)


@require_POST
def retire(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a figure out of use, or (`undo`) use it again."""
    me, found = person_of(request), figure_by_slug(slug)
    if "undo" in request.POST:
        keeping.restore_figure(me, found)
    else:
        keeping.retire_figure(me, found)
        messages.info(request, gettext("Out of use. Its past stays readable here."))
    return redirect("incentives:figure", slug)


@require_POST
def link(request: HttpRequest, slug: str) -> HttpResponse:
    """Say which lever the figure pushes."""
    me, found, form = person_of(request), figure_by_slug(slug), LinkForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        data = form.cleaned_data
        try:
            keeping.link(me, found, data["lever"], data["sign"], Strength(data["strength"]), data["basis"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("incentives:figure", slug)
    return _page(request, found, link_form=form)


@require_POST
def unlink(request: HttpRequest, link_id: int) -> HttpResponse:
    """Take a link back."""
    found = link_by_id(link_id)
    keeping.unlink(person_of(request), found)
    messages.info(request, gettext("Withdrawn. It stays in the audit log."))
    return redirect("incentives:figure", found.figure.slug)


def _page(request: HttpRequest, found: Figure, **came_back: forms.Form) -> HttpResponse:
    """The page of a figure, with a form that came back."""
    definitions = in_force(found.definitions.all())
    changed = redefined(definitions)
    months = values(found)
    known = register()
    names = figure_names()
    context: dict[str, Any] = {
        "figure": found,
        "unit": unit_names().get(found.unit, found.unit),
        "facts": [
            *(ORIGINS[Origin(found.origin)], DIRECTIONS[Direction(found.direction)]),
            *(HORIZONS[Horizon(found.horizon)], GIVERS[Giver(found.giver)]),
            *([PARTS[Part(found.part)]] if found.part else []),
        ],
        "counted": counted_on(definitions, today := timezone.localdate()),
        "today": today,
        "definitions": definitions[::-1],
        "reworded": [each for each in found.definitions.all() if each not in definitions],
        "names_of": {person.actor_id: person.name for person in people()},
        "months": [(month, row, _scored(month, row)) for month, row in reversed(months.items())],
        "large": LARGE,
        "excluded": _share_excluded(months),
        "chart": values_drawing(found, months, definitions, changed),
        "roles": [
            (role, known.share(role, found.slug), unit_names().get(role.unit, role.unit))
            for role in known.rewarding([found.slug])
        ],
        "small": len(known.counted) < len(known.roles),  # whether or not one of them is rewarded for it
        "fewest": known.fewest,
        "links": [
            (each, STRENGTHS[Strength(each.strength)])
            for each in found.links.filter(withdrawn=None).select_related("lever")
        ],
        "conflicts": [line for line in queries.conflicts(known).lines if found.slug in line.pair],
        "names": names,
        "levers": sorted(lever_names().values()),
        "definition_form": DefinitionForm(),
        "link_form": LinkForm(),
        **may(request),
        **came_back,
    }
    return render(request, "incentives/figure.html", context)


def _scored(month: date, row: Value) -> Scored | None:
    """How many cases a value rests on, where it was scored from some."""
    if row.cases is None:
        return None
    out = tuple((each.rule_id, each.cases) for each in row.excluded.all())
    return Scored(month, row.value, row.cases, out, row.unheard)


def _share_excluded(months: Mapping[date, Value]) -> tuple[float, int] | None:
    """Of all cases of all months the share that was taken out, and how many there were."""
    scored = [each for month, row in months.items() if (each := _scored(month, row))]
    out = sum(n for each in scored for _, n in each.excluded)
    everything = out + sum(each.cases + each.unheard for each in scored)
    return (out / everything, everything) if everything else None
