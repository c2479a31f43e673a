"""Files people hand in."""

from __future__ import annotations

import re
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from leitstern.app.common.home import current_home
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        with refuse_unwritable(), target.open("xb") as out:
            for piece in upload.chunks():
                out.write(piece)
    except FileExistsError:
        raise InvalidInput(SAME_NAME.fill(name=target.name)) from None
    return target


@contextmanager
def handed_in(upload: UploadedFile[Any]) -> Iterator[Path]:
    """What a person handed in, as a file of its own folder while it is read."""
    with TemporaryDirectory(dir=current_home().staging) as folder:
        yield keep_upload(upload, folder)


@contextmanager
def sent(content: str, name: str) -> Iterator[Path]:
    """What a program sent, as such a file."""
    with TemporaryDirectory(dir=current_home().staging) as folder:
        file = Path(folder) / name
        with refuse_unwritable():
            file.write_text(content, encoding="utf-8")
        yield file
