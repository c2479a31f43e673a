"""One writer at a time, across threads and processes."""

from __future__ import annotations

import fcntl
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30.0  # seconds
_PAUSE = 0.05

_BUSY = Text(
    en="Other data is being written just now. Nothing was changed. Try again when that has finished.",
    de="Gerade werden andere Daten geschrieben. Es wurde nichts geändert. Versuchen Sie es noch einmal, wenn das fertig ist.",
)


@contextmanager
def exclusive(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file `path`; a killed holder releases it. Raises Conflict after `patience` seconds of waiting."""
    with path.open("ab") as file:
        deadline = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise Conflict(_BUSY) from None
                time.sleep(_PAUSE)
        yield
