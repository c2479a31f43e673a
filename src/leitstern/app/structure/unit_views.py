"""Units: the tree, one unit with everything about it, and describing, moving, merging, closing it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.structure import kept_units, models, queries, reading
from leitstern.app.structure import units as keeping
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.forms import MergeForm, PlaceForm, UnitForm
from leitstern.app.structure.pages import context_of, kept, label, role_labels
from leitstern.app.structure.table import header, rows
from leitstern.core.company.tree import in_order
from leitstern.core.inside.structure.leftovers import signals
from leitstern.core.inside.structure.reach import VOICES, ambassadors
from leitstern.core.inside.structure.register import CUTS, Cut
from leitstern.core.inside.structure.skills import skill_name, skills
from leitstern.core.inside.structure.together import together

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """The tree of units."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("units", header(Kind.UNITS, language), rows(Kind.UNITS, language))
    known = reading.register()
    voices = {each.unit.slug: each.voice for each in ambassadors(known, timezone.localdate()).functions}
    roles: dict[str, int] = {}
    for role in known.roles:
        if not role.retired:
            roles[role.unit] = roles.get(role.unit, 0) + 1
    context = context_of(
        request,
        known=known,
        rows=[
            (
                unit := known.by_slug[slug],
                depth,
                CUTS[unit.cut] if unit.cut else None,
                known.enough(slug),
                roles.get(slug, 0),
                voices[slug],
                VOICES[voices[slug]],
            )
            for slug, depth in in_order(known.tree)
        ],
        gone=[row for row in kept_units.kept().values() if row.successor or row.retired],
    )
    return render(request, "structure/units.html", context)


@require_GET
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, slug)


def new(request: HttpRequest) -> HttpResponse:
    """A unit the taxonomy does not have."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    labels = role_labels(unit_names())
    place, form = PlaceForm(request.POST or None), UnitForm(labels, request.POST or None)
    made: list[models.Unit] = []
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            data = place.cleaned_data
            made.append(
                keeping.add_unit(
                    me, data["name"], data["parent"], _about(form), back_office=data["back_office"]
                )
            )

        if kept(place, act):
            messages.success(request, gettext("Entered."))
            return redirect("structure:unit", made[0].slug)
    context = context_of(request, place=place, form=form, roles=labels)
    return render(request, "structure/new_unit.html", context)


@require_POST
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    """Cut, size, lead."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form = UnitForm(role_labels(unit_names()), request.POST)
    if kept(form, lambda: keeping.describe_unit(me, slug, _about(form))):
        messages.success(request, gettext("Kept."))
        return redirect("structure:unit", slug)
    return _page(request, slug, form=form)


@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Another name or place."""
    me, form = person_of(request), PlaceForm(request.POST, without=slug)
    require(me, Capability.KEEP_REGISTERS)
    row = queries.require_row(slug)

    def act() -> None:
        data = form.cleaned_data
        keeping.move_unit(me, row, data["name"], data["parent"], back_office=data["back_office"])

    if kept(form, act):
        messages.success(request, gettext("Kept. What was said of it stays."))
        return redirect("structure:unit", slug)
    return _page(request, slug, place_form=form)


@require_POST
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Say into which unit it was merged."""
    me, form = person_of(request), MergeForm(request.POST, without=slug)
    require(me, Capability.KEEP_REGISTERS)

    def act() -> None:
        keeping.merge_unit(me, slug, form.cleaned_data["successor"], form.cleaned_data["since"])

    if kept(form, act):
        messages.success(request, gettext("Kept. What was said of it stays readable here."))
        return redirect("structure:unit", slug)
    return _page(request, slug, merge_form=form)


@require_POST
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """There is no such unit any more, or (`undo`) it stands by itself again."""
    me, row = person_of(request), queries.require_row(slug)
    if "undo" in request.POST:
        keeping.separate_unit(me, row)
    else:
        keeping.close_unit(me, row)
        messages.info(request, gettext("Closed. What was said of it stays readable here."))
    return redirect("structure:unit", slug)


def _about(form: UnitForm) -> keeping.About:
    data = form.cleaned_data
    return keeping.About(
        Cut(data["cut"]) if data["cut"] else None, data["size"], data["experience"], data["lead"]
    )


def _page(request: HttpRequest, slug: str, **came_back: forms.Form) -> HttpResponse:
    row, known, names = queries.unit_row(slug), reading.register(), unit_names()
    there = next((each for each in known.today if each.slug == slug), None)
    labels = role_labels(names)
    lead = row.lead if row else None
    initial: dict[str, Any] = {}
    if row:
        initial = {
            "cut": row.cut,
            "size": row.size,
            "experience": row.experience,
            "lead": label(lead, names) if lead else "",
        }
    own = skills([each for each in reading.staffing() if each.unit == slug], known)
    context = context_of(
        request,
        slug=slug,
        row=row,
        unit=there,
        former=[(name, date.fromisoformat(day)) for name, day in reversed(row.former)] if row else (),
        cut=CUTS[there.cut] if there and there.cut else None,
        enough=known.enough(slug),
        shared=together(reading.works(), known).of(slug),
        fewest=known.fewest,
        lead=lead,
        below=[each for each in known.units if each.parent == slug],
        held=[each for each in known.roles if each.unit == slug and not each.retired],
        interfaces=reading.interfaces_of(slug),
        skills=[(line, skill_name(line.staffing.skill)) for line in own.lines],
        used=[
            (signal.leftover, times)
            for signal in signals(reading.leftovers(), known)
            for unit, times in signal.units
            if unit == slug
        ],
        roles=labels,
        form=UnitForm(labels, initial=initial),
        place_form=PlaceForm(
            initial={"name": row.name, "parent": row.parent, "back_office": row.back_office},
            without=slug,
            known=known,
        )
        if row and row.name
        else None,
        merge_form=MergeForm(without=slug, known=known),
    )
    return render(request, "structure/unit.html", context | came_back)
