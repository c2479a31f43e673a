"""The guided import: a file is looked at, understood, corrected by a person, tried out, and brought in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from leitstern.app.common.files import keep_upload
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import current_taxonomy
from leitstern.collect.propose import Proposal, propose
from leitstern.collect.readers.peek import Peek, peek
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.files.uploadedfile import UploadedFile

GONE = Text(
    en="These files are no longer here. Please hand them in again; nothing else was lost.",
    de="Diese Dateien sind nicht mehr da. Bitte laden Sie sie noch einmal hoch; sonst ging nichts verloren.",
)


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


def keep(files: Iterable[UploadedFile]) -> Upload:
    """Store handed-in files under a token of their own."""
    token = token_urlsafe(12)
    folder = current_home().uploads / token
    folder.mkdir(mode=0o700)
    for file in files:
        keep_upload(file, folder)
    return Upload(token, folder)


def kept(token: str) -> Upload:
    """What was stored under a token. Raises NotFound."""
    folder = current_home().uploads / Path(token).name
    if not token or not folder.is_dir():
        raise NotFound(GONE)
    return Upload(token, folder)


def understand(upload: Upload, sheet: str = "", time_zone: str = "Europe/Berlin") -> tuple[Proposal, Peek]:
    """What the columns of the one file seem to mean, and its first rows."""
    file = upload.files[0]
    seen = peek(file)
    return propose(
        file.name, seen.columns, seen.rows, current_taxonomy(), time_zone=time_zone, how=seen.how
    ), seen
