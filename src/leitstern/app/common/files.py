"""Files people hand in."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text
from leitstern.store.space import refuse_when_full

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

LONGEST = 200  # bytes of a name; file systems take 255
SAME_NAME = Text(
    en="Two of these files are called “{name}”. Nothing was kept; give them different names.",
    de="Zwei dieser Dateien heißen „{name}“. Es wurde nichts behalten; geben Sie ihnen verschiedene Namen.",
)
_UNSAFE = re.compile(r'[/\\:*?"<>|]')


def safe_name(name: str) -> str:
    """A file name without folders and surprises, so that a mapping still finds it; letters of all languages stay."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    printable = "".join(sign if sign.isprintable() else "_" for sign in last)
    cleaned = _UNSAFE.sub("_", printable).lstrip(". ").rstrip()
    return cleaned.encode()[-LONGEST:].decode(errors="ignore").lstrip(". ") or "file"


def keep_upload(upload: UploadedFile[Any], folder: str | Path) -> Path:
    """Write what was handed in into `folder`, piece by piece. Raises InvalidInput for a name that is there already."""
    target = Path(folder) / safe_name(upload.name or "file")
    try:
        with refuse_when_full(), target.open("xb") as out:
            for piece in upload.chunks():
                out.write(piece)
    except FileExistsError:
        raise InvalidInput(SAME_NAME.fill(name=target.name)) from None
    return target
