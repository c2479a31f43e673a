"""Keeping roles: what several people of a unit do. Nobody is named."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_unit
from leitstern.app.structure.models import Role
from leitstern.app.structure.naming import need_name
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

ROLE_TAKEN = Text(
    en="This department has a role of this name already. Nothing was kept.",
    de="Eine Rolle dieses Namens gibt es in diesem Bereich schon. Es wurde nichts gespeichert.",
)


@action("enter role", Capability.KEEP_REGISTERS)
def enter_role(actor: Actor, name: str, unit: str, people: int) -> Role:
    """A role in a department and how many people hold it; nobody is named."""
    try:
        with transaction.atomic():
            return Role.objects.create(
                name=need_name(name, 120), unit=require_unit(unit), people=people, actor=actor.actor_id
            )
    except IntegrityError:
        raise Conflict(ROLE_TAKEN) from None


@action("change rewarded role", Capability.KEEP_REGISTERS)
def change_role(actor: Actor, role: Role, name: str, unit: str, people: int) -> Role:
    """Another name, department or number of people."""
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
