"""Roles: the list with ambassadors and spans, one role with its past, and keeping both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.structure import models, queries, reading
from leitstern.app.structure import roles as keeping
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.forms import RoleChangeForm, RoleForm, said
from leitstern.app.structure.pages import context_of, kept, page_of, role_labels, said_by, unit_choices
from leitstern.app.structure.table import header, rows
from leitstern.core.inside.structure.duties import LETTERS, PHASES, Letter, Phase
from leitstern.core.inside.structure.reach import VOICES, Voice, ambassadors, spans

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.structure.models import Role


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """All roles, or those of one unit; who speaks up for customers, and who leads across functions."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("roles", header(Kind.ROLES, language), rows(Kind.ROLES, language))
    known, wanted = reading.register(), request.GET.get("unit", "")
    text = request.GET.get("q", "").strip()
    found = [
        each
        for each in known.roles
        if not each.retired and wanted in {"", each.unit} and text.casefold() in each.name.casefold()
    ]
    heard = ambassadors(known, timezone.localdate())
    context = context_of(
        request,
        known=known,
        page=page_of(request, found),
        n=sum(not each.retired for each in known.roles),
        wanted=wanted,
        text=text,
        choices=unit_choices(known),
        heard=heard,
        named=[(each, VOICES[each.voice] if each.voice else None) for each in heard.named],
        silent=heard.of(Voice.SILENT),
        spans=(led := spans(known)),
        narrow=sum(not each.across for each in led),
        retired=queries.all_roles(retired=True),
    )
    return render(request, "structure/roles.html", context)


@require_GET
def role(request: HttpRequest, role_id: int) -> HttpResponse:
    """One role."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, queries.role_by_id(role_id))


def new(request: HttpRequest) -> HttpResponse:
    """Enter a role."""
    return _edit(request, None)


def edit(request: HttpRequest, role_id: int) -> HttpResponse:
    """Change a role."""
    return _edit(request, queries.role_by_id(role_id))


@require_POST
def retire(request: HttpRequest, role_id: int) -> HttpResponse:
    """There are no such people any more, or (`undo`) there are."""
    me, found = person_of(request), queries.role_by_id(role_id)
    if "undo" in request.POST:
        keeping.restore_role(me, found)
    else:
        keeping.retire_role(me, found)
        messages.info(
            request, gettext("There is no such role any more. What it answered for is shown as open.")
        )
    return redirect("structure:role", role_id)


@require_POST
def change(request: HttpRequest, role_id: int) -> HttpResponse:
    """Say what changed about the role."""
    me, found = person_of(request), queries.role_by_id(role_id)
    require(me, Capability.KEEP_REGISTERS)
    form = RoleChangeForm(_labels_of_all(), request.POST)

    def act() -> None:
        data = form.cleaned_data
        keeping.change_tasks(
            me,
            found,
            data["since"],
            before=data["before"],
            added=data["added"].splitlines(),
            dropped=data["dropped"].splitlines(),
            why=data["why"],
        )

    if kept(form, act):
        messages.success(request, gettext("Kept."))
        return redirect("structure:role", role_id)
    return _page(request, found, change_form=form)


@require_POST
def withdraw(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take a change back, or (`undo`) let it stand again."""
    me, found = person_of(request), queries.by_id(models.RoleChange, change_id)
    if "undo" in request.POST:
        keeping.reinstate_change(me, found)
    else:
        keeping.withdraw_change(me, found)
    return redirect("structure:role", found.role_id)


def _edit(request: HttpRequest, role: Role | None) -> HttpResponse:
    me, names = person_of(request), unit_names()
    require(me, Capability.KEEP_REGISTERS)
    initial: dict[str, Any] = {"unit": request.GET.get("unit", "")}
    if role:
        initial = {"name": role.name, "unit": role.unit, "people": role.people}
        initial["unit_name"] = words(names[role.unit]) if role.unit in names else role.unit
        initial["ambassador"] = "" if role.ambassador is None else "yes" if role.ambassador else "no"
    form, made = RoleForm(request.POST or None, initial=initial), list[models.Role]()

    def act() -> None:
        data = form.cleaned_data
        about = (data["name"], data["unit"], data["people"])
        made.append(keeping.change_role(me, role, *about) if role else keeping.enter_role(me, *about))
        if said(data["ambassador"]) is not made[0].ambassador:
            keeping.name_ambassadors(me, made[0], said(data["ambassador"]))

    if request.method == "POST" and kept(form, act):
        messages.success(request, gettext("Kept."))
        return redirect("structure:role", made[0].pk)
    return render(request, "structure/edit_role.html", context_of(request, form=form, role=role))


def _page(request: HttpRequest, found: Role, **came_back: forms.Form) -> HttpResponse:
    known = reading.register()
    parts = [
        (work, PHASES[phase], LETTERS[letter])
        for work in reading.works()
        for phase in Phase
        for letter in Letter
        if (found.pk, letter) in work.duties.get(phase, ())
    ]
    labels = _labels_of_all()
    context = context_of(
        request,
        role=found,
        shown=found.people >= known.fewest,
        fewest=known.fewest,
        leads=[known.by_slug[each.slug] for each in found.leads.all() if each.slug in known.by_slug],
        parts=parts,
        changes=found.changes.select_related("before"),
        became=found.became.filter(withdrawn=None).select_related("role"),
        names_of=said_by(),
        roles=labels,
        change_form=RoleChangeForm(labels),
    )
    return render(request, "structure/role.html", context | came_back)


def _labels_of_all() -> dict[str, Role]:
    """Roles of today and of before: a new role often comes out of one that is no more."""
    names = unit_names()
    return role_labels(names, retired=True) | role_labels(names)
