"""Which messages were ever stored: sorted 128-bit hashes, one file per import, read through memory maps.

A file has two rows of unsigned 64-bit integers, the upper and the lower halves, sorted as one number. It is *pending*
until the import's contacts are committed. Purging an import forgets its hashes, erasing a person does not: what was
erased does not come back with the next file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store import durable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    Halves = NDArray[np.uint64]

PENDING = ".pending"


class Seen:
    """The hashes of all imports in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self) -> None:
        """Make the folder unless it is there."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        durable.sync(self.folder.parent)

    def imports(self) -> list[int]:
        """The imports whose hashes count."""
        return sorted(int(path.stem) for path in self.folder.glob("*.npy"))

    def pending(self) -> list[int]:
        """The imports that were begun, or are being purged, and not yet settled."""
        return sorted(int(path.stem) for path in self.folder.glob(f"*{PENDING}"))

    def known(self, high: Halves, low: Halves) -> NDArray[np.bool_]:
        """Which of these hashes were stored before. Fastest if they are sorted."""
        found = np.zeros(len(high), dtype=bool)
        for import_id in self.imports():
            found |= _contained(high, low, np.load(self._settled(import_id), mmap_mode="r"))
        return found

    def write(self, import_id: int, count: int, batches: Iterable[tuple[Halves, Halves]]) -> None:
        """Store `count` sorted hashes as a pending import."""
        with self._pending(import_id).open("wb") as file:
            header = {"descr": "<u8", "fortran_order": False, "shape": (2, count)}
            np.lib.format.write_array_header_1_0(file, header)
            at = file.tell()
            for high, low in batches:  # not through a memory map: on a full disk that kills the process
                for row, half in enumerate((high, low)):
                    file.seek(at + row * count * high.itemsize)
                    file.write(half.data)
                at += high.nbytes
            file.flush()
            os.fsync(file.fileno())
        durable.sync(self.folder)

    def settle(self, import_id: int) -> None:
        """From now on the import's hashes count."""
        self._pending(import_id).rename(self._settled(import_id))
        durable.sync(self.folder)

    def suspend(self, import_id: int) -> None:
        """The opposite of `settle`, before a purge. An import that has no hashes gets an empty file."""
        if self._settled(import_id).exists():
            self._settled(import_id).rename(self._pending(import_id))
            durable.sync(self.folder)
        else:
            self.write(import_id, 0, ())

    def forget(self, import_id: int) -> None:
        """Drop the hashes of a pending import."""
        self._pending(import_id).unlink(missing_ok=True)
        durable.sync(self.folder)

    def _settled(self, import_id: int) -> Path:
        return self.folder / f"{import_id}.npy"

    def _pending(self, import_id: int) -> Path:
        return self.folder / f"{import_id}{PENDING}"


def _contained(high: Halves, low: Halves, run: Halves) -> NDArray[np.bool_]:
    """Which of the hashes occur in a sorted run."""
    at = np.searchsorted(run[0], high)
    found = np.zeros(len(high), dtype=bool)
    open_ = np.flatnonzero(at < run.shape[1])
    while len(open_):
        open_ = open_[run[0, at[open_]] == high[open_]]
        hit = run[1, at[open_]] == low[open_]
        found[open_[hit]] = True
        open_ = open_[~hit]  # another hash with the same upper half: look at the next
        at[open_] += 1
        open_ = open_[at[open_] < run.shape[1]]
    return found
