"""Roles as choices: those of the register, and those that briefs and initiatives name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext

from leitstern.app.change.queries import told
from leitstern.app.common.drawing import words
from leitstern.app.company.former import unit_names
from leitstern.app.structure.queries import all_roles
from leitstern.core.bridge.change.brief import RoleKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from leitstern.core.texts import Text

BETWEEN = "|"


def written(role: RoleKey) -> str:
    """A role as the value of a choice."""
    return f"{role.unit}{BETWEEN}{role.name}"


def read(value: str) -> RoleKey:
    """The same back."""
    unit, _, name = value.partition(BETWEEN)
    return RoleKey(unit, name)


def said(role: RoleKey, names: dict[str, Text]) -> str:
    """“Advice, Service”; a department that is no more, under the name it had."""
    if not role.name:
        return gettext("everybody")
    if not role.unit:
        return role.name
    unit = names.get(role.unit)
    return f"{role.name}, {words(unit) if unit else role.unit}"


def role_choices(also: Iterable[RoleKey] = ()) -> list[tuple[str, StrOrPromise]]:
    """Every role anybody named, by name."""
    names = unit_names()
    found = {RoleKey(each.unit, each.name) for each in all_roles()}
    found |= {role for each in told() for role in each.affected} | set(also)
    listed = sorted(found, key=lambda role: (role.name.casefold(), role.unit))
    return [(written(role), said(role, names)) for role in listed]


def role_names() -> list[str]:
    """What roles are called, each once."""
    return sorted(set(all_roles().values_list("name", flat=True)), key=str.casefold)


def unit_choices() -> list[tuple[str, StrOrPromise]]:
    """Departments by name."""
    language = get_language() or "en"
    named = ((slug, name.to(language)) for slug, name in unit_names().items())
    return sorted(named, key=lambda each: each[1].casefold())


def people_in(roles: Iterable[RoleKey]) -> dict[RoleKey, int]:
    """How many people hold roles of the register; those it does not know are left out."""
    wanted = set(roles)
    known = {RoleKey(each.unit, each.name): each.people for each in all_roles()}
    return {role: known[role] for role in wanted if role in known}
