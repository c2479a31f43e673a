"""What makes a file survive a power cut. Neither DuckDB's COPY nor delta-rs syncs anything: we do.

A file is durable once it *and* the folder that names it are synced.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def sync(path: Path) -> None:
    """Force a file or a folder to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write `content` to `path`, whole or not at all, whoever else is writing or reading it."""
    draft = _draft(path, content, mode)
    draft.replace(path)
    sync(path.parent)


def write_once(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write `content` to `path` unless it exists; of several writers the first one wins."""
    draft = _draft(path, content, mode)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    sync(path.parent)


def _draft(path: Path, content: bytes, mode: int) -> Path:
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft
