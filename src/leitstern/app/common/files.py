"""Files people hand in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_UNSAFE = re.compile(r"[^\w.\- ]+")


def safe_name(name: str) -> str:
    """A file name without folders and surprises; letters of all languages stay."""
    cleaned = _UNSAFE.sub("_", Path(name.replace("\\", "/")).name).lstrip(".").strip()
    return cleaned[-120:] or "file"


def keep_upload(upload: UploadedFile, folder: str | Path) -> Path:
    """Write what was handed in into `folder`, piece by piece."""
    target = Path(folder) / safe_name(upload.name or "file")
    with target.open("wb") as out:
        for piece in upload.chunks():
            out.write(piece)
    return target
