"""What the register says: roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.structure.models import Role
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import QuerySet

NO_ROLE = Text(en="There is no such role.", de="Diese Rolle gibt es nicht.")


def all_roles(*, retired: bool = False) -> QuerySet[Role]:
    """Roles by name: those that are, or those that were."""
    return Role.objects.filter(retired__isnull=not retired)


def role_by_id(role_id: int) -> Role:
    """One role. Raises NotFound."""
    found = Role.objects.filter(pk=role_id).first()
    if found is None:
        raise NotFound(NO_ROLE)
    return found
