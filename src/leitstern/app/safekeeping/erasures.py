"""Who was erased, by fingerprint: backups made before hold them still, so that a restore must erase them again."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.app.common.home import current_home
from leitstern.app.common.models import AuditEntry
from leitstern.app.safekeeping.models import Backup
from leitstern.app.safekeeping.taking import remove_all
from leitstern.core.errors import Conflict, LeitsternError
from leitstern.store import durable
from leitstern.store.backup import clear
from leitstern.store.lock import exclusive
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable

LIST = "leitstern-erased.txt"
LOCK = "backup.lock"
_LINE = re.compile(r"[0-9a-f]{1,16}")
log = logging.getLogger(__name__)


def erased() -> set[int]:
    """The fingerprints of all customers who were erased here."""
    subjects = AuditEntry.objects.filter(verb="erase customer").values_list("subject", flat=True)
    return {int(subject.removeprefix("entity:"), 16) for subject in subjects}


def remember(entity: int) -> None:
    """Somebody is being erased: note it in the home and beside all backups, and drop what else holds their rows.

    A place that cannot be written to now is caught up with at the next backup there, and by the list of the home.
    """
    home = current_home()
    everybody = {*erased(), entity}
    remove_all()
    try:
        with exclusive(home.path / LOCK, 0.0):
            clear(home)
    except Conflict:
        pass  # a backup is being written; it clears up itself
    places = Backup.objects.filter(removed=None).values_list("place", flat=True)
    for folder in {home.path, *(Path(place).parent for place in places)}:
        try:
            note(folder, everybody)
        except (OSError, LeitsternError) as problem:
            log.warning("erasure not noted", extra={"ids": {"reason": type(problem).__name__}})


def note(folder: Path, everybody: Iterable[int]) -> None:
    """Add these to the list in a folder; what stands there stays."""
    with refuse_unwritable():
        known = listed(folder / LIST) | set(everybody)
        if known:
            text = "\n".join(f"{entity:x}" for entity in sorted(known))
            durable.replace(folder / LIST, f"{text}\n".encode())


def listed(file: Path) -> set[int]:
    """Who stands in such a list; nobody if there is none. Lines that are no fingerprints are passed over."""
    if not file.is_file():
        return set()
    return {int(line, 16) for line in file.read_text("ascii", "replace").split() if _LINE.fullmatch(line)}
