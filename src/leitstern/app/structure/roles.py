"""Keeping roles: what several people of a unit do. Nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.structure.models import Role, RoleChange
from leitstern.app.structure.naming import need_name, words
from leitstern.app.structure.queries import require_unit
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ROLE_TAKEN = Text(
    en="This department has a role of this name already. Nothing was kept.",
    de="Eine Rolle dieses Namens gibt es in diesem Bereich schon. Es wurde nichts gespeichert.",
)


NOTHING_CHANGED = Text(
    en="Say from which role it came, or name at least one task that came or went. Nothing was kept.",
    de="Sagen Sie, aus welcher Rolle sie entstand, oder nennen Sie mindestens eine Aufgabe, die dazukam oder wegfiel. Es wurde nichts gespeichert.",
)
ITSELF = Text(
    en="A role does not come from itself. Nothing was kept.",
    de="Eine Rolle entsteht nicht aus sich selbst. Es wurde nichts gespeichert.",
)


@action("enter role", Capability.KEEP_REGISTERS)
def enter_role(actor: Actor, name: str, unit: str, people: int) -> Role:
    """A role in a department and how many people hold it; nobody is named."""
    try:
        with transaction.atomic():
            role = Role.objects.create(
                name=need_name(name, 120), unit=require_unit(unit), people=people, actor=actor.actor_id
            )
    except IntegrityError:
        raise Conflict(ROLE_TAKEN) from None
    role.headcounts.create(people=people)
    return role


@action("change rewarded role", Capability.KEEP_REGISTERS)
def change_role(actor: Actor, role: Role, name: str, unit: str, people: int) -> Role:
    """Another name, department or number of people."""
    if people != role.people:
        role.headcounts.create(people=people)
    role.name, role.people = need_name(name, 120), people
    role.unit = unit if unit == role.unit else require_unit(unit)
    try:
        with transaction.atomic():
            role.save()
    except IntegrityError:
        raise Conflict(ROLE_TAKEN) from None
    return role


@action("retire role", Capability.KEEP_REGISTERS)
def retire_role(actor: Actor, role: Role) -> Role:
    """There are no such people any more; what was said of the role stays readable."""
    role.retired = timezone.now()
    role.save(update_fields=["retired"])
    return role


@action("restore role", Capability.KEEP_REGISTERS)
def restore_role(actor: Actor, role: Role) -> Role:
    """There are again. Raises Conflict if another of this name took its place."""
    role.retired = None
    try:
        with transaction.atomic():
            role.save(update_fields=["retired"])
    except IntegrityError:
        raise Conflict(ROLE_TAKEN) from None
    return role


@action("name ambassadors", Capability.KEEP_REGISTERS)
def name_ambassadors(actor: Actor, role: Role, ambassador: bool | None) -> Role:
    """Whether speaking up for customers is part of the role; None: not said."""
    role.ambassador = ambassador
    role.save(update_fields=["ambassador"])
    return role


@action("change tasks of role", Capability.KEEP_REGISTERS)
def change_tasks(
    actor: Actor,
    role: Role,
    since: date,
    *,
    before: Role | None = None,
    added: Sequence[str] = (),
    dropped: Sequence[str] = (),
    why: str = "",
) -> RoleChange:
    """From which role it came, which tasks came to it and which went, and since when."""
    came, went = _tasks(added), _tasks(dropped)
    if before is not None and before.pk == role.pk:
        raise InvalidInput(ITSELF)
    if before is None and not came and not went:
        raise InvalidInput(NOTHING_CHANGED)
    return RoleChange.objects.create(
        role=role,
        before=before,
        since=since,
        added=came,
        dropped=went,
        why=words(why),
        actor=actor.actor_id,
    )


@action("withdraw change of role", Capability.KEEP_REGISTERS)
def withdraw_change(actor: Actor, change: RoleChange) -> RoleChange:
    """Take it back; it stays in the record."""
    return mark_withdrawn(change)


@action("reinstate change of role", Capability.KEEP_REGISTERS)
def reinstate_change(actor: Actor, change: RoleChange) -> RoleChange:
    """Undo that."""
    return mark_standing(change)


def _tasks(said: Sequence[str]) -> list[str]:
    return [task for each in said if (task := words(each))]
