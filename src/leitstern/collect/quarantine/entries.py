"""Rows that were put aside, on disk until somebody keeps them: there may be many."""

from __future__ import annotations

import base64
import json
import os
import tempfile
import weakref
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from leitstern.collect.quarantine.reasons import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.core.texts import Text


_BYTES = ("original", "head")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: from which source, file and line, why, and all it takes to read it again.

    `original` are its own bytes in the `encoding` of its file; for workbooks and event logs a JSON object of the row's
    cells. `head` says what the file was found to be like (see `readers.layout`). `digest` is the same whenever the same
    row of the same source is put aside, so that keeping it twice can be avoided.
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
    """The entries of one import, in a file without a name that vanishes with this object.

    They are given source by source in the order of their lines, however they came.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  (it lives as long as this object)
        self._places: list[tuple[str, int, int]] = []  # source, line, where in the file
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Entry]:
        for _, _, at in sorted(self._places):
            self._file.seek(at)
            told = json.loads(self._file.readline())
            yield Entry(**told | {name: base64.b64decode(told[name]) for name in _BYTES})

    def add(self, entry: Entry) -> None:
        """Put one more row aside."""
        told = asdict(entry)
        told |= {name: base64.b64encode(told[name]).decode() for name in _BYTES}
        at = self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps(told).encode() + b"\n")
        self._places.append((entry.source, entry.line, at))
