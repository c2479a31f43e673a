"""A full disk is no accident: it is refused in a sentence, whichever library noticed it."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb
from deltalake.exceptions import DeltaError

from leitstern.core.errors import NoSpace
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

# DuckDB refuses to spill more than its share of what is free, and names this setting.
_SIGNS = ("No space left on device", "max_temp_directory_size", "Disk quota exceeded")

_FULL = Text(
    en="The disk is full. Nothing of this was kept; everything stored before is unchanged. Make room, then try again.",
    de="Der Speicherplatz reicht nicht. Davon wurde nichts behalten; alles zuvor Gespeicherte ist unverändert. "
    "Schaffen Sie Platz, und versuchen Sie es dann noch einmal.",
)


@contextmanager
def refuse_when_full() -> Iterator[None]:
    """Raises NoSpace in place of the error of a full disk."""
    try:
        yield
    except (OSError, duckdb.Error, DeltaError) as error:
        full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
        if full or any(sign in str(error) for sign in _SIGNS):
            raise NoSpace(_FULL) from error
        raise
