"""A picked quote goes with its customer, and with the import that brought it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.answers.models import Pick
from leitstern.app.common.wiping import wipe_after_commit

if TYPE_CHECKING:
    from django.db.models import QuerySet


def forget(entity: int) -> None:
    """Delete what was picked of a customer, withdrawn ones and the reasons given included."""
    _delete(Pick.objects.filter(entity=entity))


def let_go(import_id: int) -> None:
    """Delete what was picked of an import that is taken out."""
    _delete(Pick.objects.filter(import_id=import_id))


def _delete(picks: QuerySet[Pick]) -> None:
    if picks.exists():
        picks.delete()
        wipe_after_commit()
