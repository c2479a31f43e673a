"""A full disk or a folder that may not be written is no accident: it is refused in a sentence, whoever noticed it."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb
from deltalake.exceptions import DeltaError

from leitstern.core.errors import NoSpace, NotWritable
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

# DuckDB refuses to spill more than its share of what is free, and names this setting.
_SIGNS = ("No space left on device", "max_temp_directory_size", "Disk quota exceeded", "File too large")

_PROTECTED = ("Read-only file system", "Permission denied")

_FULL = Text(
    en="The disk is full. Nothing of this was kept; everything stored before is unchanged. Make room, then try again.",
    de="Der Speicherplatz reicht nicht. Davon wurde nichts behalten; alles zuvor Gespeicherte ist unverändert. "
    "Schaffen Sie Platz, und versuchen Sie es dann noch einmal.",
)
_READ_ONLY = Text(
    en="The folder of Leitstern’s data may only be read, not written. Nothing was changed. Give the account that Leitstern "
    "runs under the right to write there, then try again.",
    de="Das Verzeichnis mit den Daten von Leitstern lässt sich nur lesen, nicht beschreiben. Es wurde nichts geändert. "
    "Geben Sie dem Konto, unter dem Leitstern läuft, dort Schreibrechte, und versuchen Sie es dann noch einmal.",
)


@contextmanager
def refuse_unwritable() -> Iterator[None]:
    """Raises NoSpace in place of the error of a full disk, NotWritable in place of that of a protected folder."""
    try:
        yield
    except (OSError, duckdb.Error, DeltaError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if number in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or any(sign in str(error) for sign in _SIGNS):
            raise NoSpace(_FULL) from error
        if number in {errno.EROFS, errno.EACCES, errno.EPERM} or any(
            sign in str(error) for sign in _PROTECTED
        ):
            raise NotWritable(_READ_ONLY) from error
        raise
