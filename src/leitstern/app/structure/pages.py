"""What all pages of the register share: choices, names, and a form that keeps what was typed when an action refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import get_language

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.company.former import unit_names
from leitstern.app.structure import reading
from leitstern.app.structure.queries import all_roles
from leitstern.core.company.tree import in_order
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django import forms
    from django.core.paginator import Page
    from django.http import HttpRequest

    from leitstern.app.structure.models import Role
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.texts import Text

ON_A_PAGE = 100


def kept(form: forms.Form, act: Callable[[], object]) -> bool:
    """Whether the form is right and the action was done; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act()
    except LeitsternError as problem:
        form.add_error(None, problem.text.to(get_language() or "en"))
        return False
    return True


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    return {"may_keep": Capability.KEEP_REGISTERS in person_of(request).capabilities}


def said_by() -> dict[str, str]:
    """Names of those who entered something, by the id actors have."""
    return {person.actor_id: person.name for person in people()}


def page_of[T](request: HttpRequest, found: Sequence[T]) -> Page[T]:
    """The part of a long list that is looked at."""
    return Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))


def unit_choices(known: Register | None = None) -> list[tuple[str, str]]:
    """Units in the order of the tree, deeper ones indented."""
    known = known or reading.register()
    return [
        (slug, "\u2003" * depth + words(known.by_slug[slug].name)) for slug, depth in in_order(known.tree)
    ]


def role_labels(names: dict[str, Text], *, retired: bool = False) -> dict[str, Role]:
    """Roles by what they are called in lists to choose from: name and unit."""
    return {label(role, names): role for role in all_roles(retired=retired)}


def label(role: Role, names: dict[str, Text]) -> str:
    """A role with its unit."""
    return f"{role.name} ({words(names[role.unit]) if role.unit in names else role.unit})"


def context_of(request: HttpRequest, **more: Any) -> dict[str, Any]:
    """What every page needs."""
    return {"units": unit_names(), **may(request), **more}
