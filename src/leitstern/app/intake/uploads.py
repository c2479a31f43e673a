"""Files handed in by way of a browser: kept in a folder of their own until they are in, or given up."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from leitstern.app.common.files import keep_upload
from leitstern.app.common.home import current_home
from leitstern.app.intake.models import Import, ImportState
from leitstern.collect.mapping_file import read_mapping
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from django.core.files.uploadedfile import UploadedFile

    from leitstern.store.home import Home

GONE = Text(
    en="These files are no longer here. Please hand them in again; nothing else was lost.",
    de="Diese Dateien sind nicht mehr da. Bitte laden Sie sie noch einmal hoch; sonst ging nichts verloren.",
)
PATIENCE = 86_400  # seconds
_TOKEN = re.compile(r"[\w-]{16}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Upload:
    """Files somebody handed in, in a folder of their own."""

    token: str
    folder: Path

    @property
    def mapping(self) -> Path | None:
        """The mapping file among them, if they brought one."""
        return next((f for f in self.files if f.name in {"mapping.yaml", "mapping.yml"}), None)

    @property
    def files(self) -> list[Path]:
        """All files, by name."""
        return sorted(file for file in self.folder.iterdir() if file.is_file())


def keep(files: Iterable[UploadedFile[Any]]) -> Upload:
    """Store handed-in files under a token of their own; all of them, or none."""
    token = token_urlsafe(12)
    folder = current_home().uploads / token
    folder.mkdir(mode=0o700)
    try:
        for file in files:
            keep_upload(file, folder)
    except BaseException:
        shutil.rmtree(folder)
        raise
    return Upload(token, folder)


def kept(token: str) -> Upload:
    """What was stored under a token. Raises NotFound."""
    folder = folder_of(token)
    if not folder.is_dir():
        raise NotFound(GONE)
    return Upload(token, folder)


def folder_of(token: str) -> Path:
    """Where what is handed in under a token lies, or lay. Raises NotFound for what is no token."""
    if not _TOKEN.fullmatch(token):
        raise NotFound(GONE)
    return current_home().uploads / token


def digest(file: Path) -> str:
    """What tells a file's content from any other (SHA-256)."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def discard(home: Home, folder: Path) -> None:
    """Delete a folder of uploads. Folders of the command line are nobody's to delete."""
    if folder.parent == home.uploads:
        shutil.rmtree(folder, ignore_errors=True)


def may_need_files(run: Import) -> bool:
    """Whether a replay of what an import put aside would need its files: those that others are joined with."""
    joins = any(source.join for source in read_mapping(run.mapping).sources)
    return joins and run.quarantine.filter(replayed_by=None).exists()


def sweep(home: Home, now: float | None = None) -> None:
    """Delete what nobody needs any more after a day: uploads nobody brought in, and what killed processes had in work."""
    unfinished = Q(state__in=(ImportState.WAITING, ImportState.RUNNING))
    waiting = Q(state=ImportState.DONE, quarantine__isnull=False, quarantine__replayed_by=None)
    needed = set(Import.objects.filter(unfinished | waiting).values_list("folder", flat=True))
    for folder in [*home.uploads.iterdir(), *home.staging.glob("tmp*")]:
        old = (now or time.time()) - folder.stat().st_mtime > PATIENCE
        if old and str(folder) not in needed:
            shutil.rmtree(folder)
