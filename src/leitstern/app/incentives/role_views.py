"""Roles and their rewards: entering and changing. The only place where those of a small role are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.incentives import keeping
from leitstern.app.incentives.forms import RoleForm
from leitstern.app.incentives.register import all_figures, percents
from leitstern.app.structure.queries import role_by_id
from leitstern.app.structure.roles import change_role, enter_role, restore_role, retire_role
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.structure.models import Role


def new(request: HttpRequest) -> HttpResponse:
    """Enter a role."""
    return _edit(request, None)


def edit(request: HttpRequest, role_id: int) -> HttpResponse:
    """Change a role and what it is rewarded for."""
    return _edit(request, role_by_id(role_id))


@require_POST
def retire(request: HttpRequest, role_id: int) -> HttpResponse:
    """There are no such people any more, or (`undo`) there are."""
    me, found = person_of(request), role_by_id(role_id)
    if "undo" in request.POST:
        restore_role(me, found)
    else:
        retire_role(me, found)
        messages.info(
            request, gettext("This role no longer counts. What it was rewarded for stays in the record.")
        )
    return redirect("incentives:role", role_id)


def _edit(request: HttpRequest, role: Role | None) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    figures = list(all_figures())
    now = {figure: percent for (key, figure), percent in percents().items() if role and key == role.pk}
    initial = {f"weight-{slug}": percent for slug, percent in now.items()}
    if role:
        initial |= {"name": role.name, "unit": role.unit, "people": role.people}  # type: ignore[dict-item]
    form = RoleForm(figures, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        about = (data["name"], data["unit"], data["people"])
        try:
            with transaction.atomic():
                kept = change_role(me, role, *about) if role else enter_role(me, *about)
                keeping.reward(me, kept, form.weights())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. What was rewarded before stays in the record."))
            return redirect("incentives:role", kept.pk)
    return render(request, "incentives/edit_role.html", {"form": form, "role": role})
