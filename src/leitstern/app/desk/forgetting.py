"""A customer who is erased leaves nothing at the desk either."""

from __future__ import annotations

from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.desk.models import Entry


def forget(entity: int) -> None:
    """Delete all that was entered of them, what was withdrawn and corrected included."""
    mine = Entry.objects.filter(entity=entity)
    if mine.exists():
        mine.delete()
        wipe_after_commit()
