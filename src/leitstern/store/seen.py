"""Which messages were ever stored: sorted 128-bit hashes, one run per import, and merged ones once there are many.

A run is *pending* until the import's contacts are committed. Purging an import forgets its hashes, erasing a person
does not: what was erased does not come back with the next file. That is also why runs cannot be made again from the
lake: it does not know what was erased, and 16 bytes that do not compress would make every contact a quarter larger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.store import durable, runs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from leitstern.store.runs import Halves, Imports

PENDING, MERGED = ".pending", "merged-"


class Seen:
    """The hashes of all imports in one folder."""

    def __init__(self, folder: Path, most: int = 10) -> None:
        self.folder = folder
        self._most = most

    def create(self) -> None:
        """Make the folder unless it is there."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        durable.sync(self.folder.parent)

    def runs(self) -> list[Path]:
        """The runs that count, smallest first."""
        return sorted(self.folder.glob("*.npy"), key=lambda path: (path.stat().st_size, path.name))

    def imports(self) -> list[int]:
        """The imports whose hashes count."""
        return sorted(number for path in self.runs() for number in _imports(path))

    def pending(self) -> list[int]:
        """The imports that were begun, or are being purged, and not yet settled."""
        return sorted(int(path.stem) for path in self.folder.glob(f"*{PENDING}"))

    def known(self, high: Halves, low: Halves) -> NDArray[np.bool_]:
        """Which of these hashes were stored before. Fastest if they are sorted."""
        found = np.zeros(len(high), dtype=bool)
        for path in self.runs():
            found |= runs.contained(high, low, runs.load(path))
        return found

    def write(self, import_id: int, count: int, batches: Iterable[tuple[Halves, Halves]]) -> None:
        """Store `count` sorted hashes as a pending import."""
        runs.write(self._pending(import_id), count, batches)

    def settle(self, import_id: int) -> None:
        """From now on the import's hashes count."""
        self._pending(import_id).rename(self._settled(import_id))
        durable.sync(self.folder)

    def suspend(self, import_id: int) -> None:
        """The opposite of `settle`, before a purge. An import that has no hashes gets an empty file."""
        for path in self.folder.glob(f"{MERGED}*.npy"):
            if import_id in _imports(path):
                self._take_out(path, import_id)
        if self._settled(import_id).exists():
            self._settled(import_id).rename(self._pending(import_id))
            durable.sync(self.folder)
        elif not self._pending(import_id).exists():
            self.write(import_id, 0, ())

    def forget(self, import_id: int) -> None:
        """Drop the hashes of a pending import."""
        self._pending(import_id).unlink(missing_ok=True)
        durable.sync(self.folder)

    def merge(self) -> None:
        """Make one run of many small ones if there are too many."""
        there = self.runs()
        sources = there[: runs.to_merge([path.stat().st_size for path in there], self._most)]
        if not sources:
            return
        imports = sorted(number for path in sources for number in _imports(path))
        opened = [(runs.load(path), _brought(path)) for path in sources]
        count = sum(halves.shape[1] for halves, _ in opened)
        into = self.folder / f"{MERGED}{imports[0]}-{imports[-1]}-{len(imports)}.npy"
        runs.write_merged(into, count, runs.merged(opened), imports)
        for path in sources:
            path.unlink()
        durable.sync(self.folder)

    def tidy(self) -> None:
        """Drop what a crash left: drafts, and runs that are in a larger one already."""
        for path in self.folder.glob(f"*{runs.DRAFT}"):
            path.unlink()
        merged_in: set[int] = set()
        for path in reversed(self.runs()):
            found = set(_imports(path))
            if found & merged_in:
                path.unlink()
            merged_in |= found
        durable.sync(self.folder)

    def _take_out(self, path: Path, import_id: int) -> None:
        halves, brought = runs.load(path), runs.brought_by(path)
        mine = int(np.count_nonzero(brought == import_id))
        pieces = runs.only(halves, brought, import_id, keep=True)
        self.write(import_id, mine, ((high, low) for high, low, _ in pieces))
        others = [number for number in _imports(path) if number != import_id]
        if not others:
            path.unlink()
            return
        rest = runs.only(halves, brought, import_id, keep=False)
        runs.write_merged(path, halves.shape[1] - mine, rest, others)

    def _settled(self, import_id: int) -> Path:
        return self.folder / f"{import_id}.npy"

    def _pending(self, import_id: int) -> Path:
        return self.folder / f"{import_id}{PENDING}"


def _imports(path: Path) -> list[int]:
    return runs.imports_in(path) if path.name.startswith(MERGED) else [int(path.stem)]


def _brought(path: Path) -> Imports | int:
    return runs.brought_by(path) if path.name.startswith(MERGED) else int(path.stem)
