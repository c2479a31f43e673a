"""Rows that were put aside, on disk until somebody keeps them: there may be many."""

from __future__ import annotations

import base64
import json
import os
import tempfile
import weakref
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from leitstern.collect.quarantine.reasons import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: from which source, file and line, why, and all it takes to read it again.

    `original` are its own bytes in the encoding of its file, `head` those of the file's header; for workbooks and event
    logs `head` is empty and `original` a JSON object of the row's cells. `digest` is the same whenever the same row of
    the same source is put aside, so that keeping it twice can be avoided.
    """

    source: str
    file: str
    line: int
    code: str
    column: str
    value: str
    allowed: str
    items: int
    original: bytes
    head: bytes
    encoding: str
    digest: str

    @property
    def text(self) -> Text:
        """What happened, in which column, with which value, what is allowed."""
        return explain(self.code, self.column, self.value, self.allowed)


class Quarantine:
    """The entries of one import, in a file without a name that vanishes with this object."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)
        self._count = 0
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Entry]:
        at = 0
        while True:
            self._file.seek(at)
            line = self._file.readline()
            at = self._file.tell()
            if not line:
                return
            *told, original, head, encoding, digest = json.loads(line)
            yield Entry(*told, base64.b64decode(original), base64.b64decode(head), encoding, digest)

    def add(self, entry: Entry) -> None:
        """Put one more row aside."""
        *told, original, head, encoding, digest = astuple(entry)
        coded = [base64.b64encode(raw).decode() for raw in (original, head)]
        self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps([*told, *coded, encoding, digest]).encode() + b"\n")
        self._count += 1
