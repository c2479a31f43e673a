"""Opening and closing inboxes, and where they lie."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from leitstern.app.common import audit
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.intake.models import Inbox
from leitstern.collect.mapping_file import read_mapping
from leitstern.core.errors import InvalidInput, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor

DONE, QUARANTINE, TAKEN, HIDDEN = "done", "quarantine", ".taken", "."
UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart", ".swp", "~")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


def root() -> Path:
    """The folder in which inboxes lie."""
    elsewhere: Path | None = settings.CONFIG.inbox
    return (elsewhere or current_home().path / "inbox").resolve()


def folder_of(inbox: Inbox) -> Path:
    """The folder of an inbox."""
    return root() / inbox.name


def is_candidate(path: Path) -> bool:
    """Whether it is a file somebody put there: no folder, no link, not hidden, not named as unfinished."""
    if path.name.startswith(HIDDEN) or path.name.lower().endswith(UNFINISHED):
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def joined_files(inbox: Inbox) -> set[str]:
    """Names of files that lie in the inbox to be joined with others; they are not taken."""
    return {join.file for source in read_mapping(inbox.mapping).sources for join in source.join}


def candidates(inbox: Inbox) -> list[Path]:
    """What lies in an inbox to be taken, by name. Raises OSError."""
    joined = joined_files(inbox)
    return sorted(
        path for path in folder_of(inbox).iterdir() if is_candidate(path) and path.name not in joined
    )


def inbox_called(name: str) -> Inbox:
    """The inbox of that name. Raises NotFound."""
    found = Inbox.objects.filter(name=name).first()
    if found is None:
        raise NotFound(NONE.fill(name=name))
    return found


def open_inbox(actor: Actor, name: str, mapping: str, kept_days: int = 30) -> Inbox:
    """Bring in from now on what is put into the folder `name`, by this mapping; one that is there gets the new mapping.

    Raises InvalidInput for a name that is no folder's, and for a mapping that does not fit.
    """
    require(actor, Capability.IMPORT)
    if not _NAME.fullmatch(name):
        raise InvalidInput(BAD_NAME.fill(name=name))
    read_mapping(mapping, taxonomy=require_taxonomy())
    with transaction.atomic():
        told = {"mapping": mapping, "is_open": True, "kept_days": kept_days, "problem": None}
        inbox, _ = Inbox.objects.update_or_create(name=name, defaults=told)
        for folder in (folder_of(inbox), folder_of(inbox) / DONE, folder_of(inbox) / QUARANTINE):
            folder.mkdir(mode=0o770, parents=True, exist_ok=True)
        audit.record(actor, "open inbox", f"intake.inbox:{inbox.pk}")
    return inbox


def close_inbox(actor: Actor, inbox: Inbox) -> None:
    """Take nothing more from an inbox; what was taken is brought to its end, files and folder stay."""
    require(actor, Capability.IMPORT)
    with transaction.atomic():
        Inbox.objects.filter(pk=inbox.pk).update(is_open=False)
        audit.record(actor, "close inbox", f"intake.inbox:{inbox.pk}")


BAD_NAME = Text(
    en="“{name}” cannot name an inbox; small letters, digits, hyphens and underscores can, up to 60 of them.",
    de="„{name}“ kann kein Eingang heißen; erlaubt sind bis zu 60 Kleinbuchstaben, Ziffern, Binde- und Unterstriche.",
)
NONE = Text(en="There is no inbox “{name}”.", de="Einen Eingang „{name}“ gibt es nicht.")
