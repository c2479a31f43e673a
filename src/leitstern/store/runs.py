"""Sorted 128-bit hashes in files that are read through memory maps, and several such runs merged into one.

A run has two rows of unsigned 64-bit integers, the upper and the lower halves, sorted as one number. In a merged run
follow the number of the import that brought each hash, then those of all its imports and how many they are.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store import durable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Halves = NDArray[np.uint64]
    Imports = NDArray[np.uint32]
    Piece = tuple[Halves, Halves, Imports]

PIECE = 1_000_000  # hashes held at a time
DRAFT = ".new"
_HALF, _IMPORT = 8, 4  # bytes


def load(path: Path) -> Halves:
    """The hashes of a run."""
    found: Halves = np.load(path, mmap_mode="r")
    return found


def imports_in(path: Path) -> list[int]:
    """The imports whose hashes stand in a merged run."""
    numbers = np.memmap(path, "<u4", "r")
    return [int(number) for number in numbers[-1 - int(numbers[-1]) : -1]]


def brought_by(path: Path) -> Imports:
    """The import of each hash of a merged run."""
    halves = load(path)
    behind = int(getattr(halves, "offset")) + halves.nbytes  # noqa: B009
    return np.memmap(path, "<u4", "r", offset=behind, shape=(halves.shape[1],))


def write(path: Path, count: int, pieces: Iterable[tuple[Halves, Halves]]) -> None:
    """Store `count` sorted hashes of one import, whole or not at all."""
    _write(path, count, ((high, low, None) for high, low in pieces), ())


def write_merged(path: Path, count: int, pieces: Iterable[Piece], imports: Sequence[int]) -> None:
    """Store `count` sorted hashes of these imports, whole or not at all."""
    _write(path, count, pieces, imports)


def merged(sources: Sequence[tuple[Halves, Imports | int]]) -> Iterator[Piece]:
    """The hashes of several runs in order, each with its import, or the import of its run."""
    total = sum(halves.shape[1] for halves, _ in sources)
    parts_wanted = total // PIECE + 1
    edges = np.array([2**64 * at // parts_wanted for at in range(1, parts_wanted)], np.uint64)
    cuts = [[0, *np.searchsorted(halves[0], edges).tolist(), halves.shape[1]] for halves, _ in sources]
    for at in range(len(edges) + 1):
        parts = [slice(cut[at], cut[at + 1]) for cut in cuts]
        high, low = (
            np.concatenate([halves[row, part] for (halves, _), part in zip(sources, parts, strict=True)])
            for row in (0, 1)
        )
        whose = np.concatenate(
            [
                np.full(part.stop - part.start, brought, np.uint32)
                if isinstance(brought, int)
                else brought[part]
                for (_, brought), part in zip(sources, parts, strict=True)
            ]
        )
        order = _order(high, low)
        yield high[order], low[order], whose[order]


def only(halves: Halves, brought: Imports, import_id: int, *, keep: bool) -> Iterator[Piece]:
    """The hashes of one import in a merged run, or all others."""
    for begin in range(0, halves.shape[1], PIECE):
        part = slice(begin, begin + PIECE)
        mine = (brought[part] == import_id) == keep
        yield halves[0, part][mine], halves[1, part][mine], brought[part][mine]


def to_merge(sizes: Sequence[int], most: int) -> int:
    """How many of the smallest of these runs, in order of size, should become one; 0 if they are few enough.

    A run joins when all smaller ones together are as large: every hash is written about log₂ n times.
    """
    if len(sizes) <= most:
        return 0
    together = 0
    for at, size in enumerate(sizes):
        if size > together and at > len(sizes) // 2:
            return at
        together += size
    return len(sizes)


def contained(high: Halves, low: Halves, run: Halves) -> NDArray[np.bool_]:
    """Which of the hashes occur in a run."""
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


def _order(high: Halves, low: Halves) -> NDArray[np.intp]:
    """The places of some sorted runs, one after the other, in order: a stable sort merges these."""
    order = np.argsort(high, kind="stable")
    found = high[order]
    return np.lexsort((low, high)) if (found[1:] == found[:-1]).any() else order


def _write(
    path: Path, count: int, pieces: Iterable[tuple[Halves, Halves, Imports | None]], imports: Sequence[int]
) -> None:
    draft = path.with_name(path.name + DRAFT)
    with draft.open("wb") as file:
        np.lib.format.write_array_header_1_0(
            file, {"descr": "<u8", "fortran_order": False, "shape": (2, count)}
        )
        begin, done = file.tell(), 0
        for high, low, brought in pieces:  # not through a memory map: on a full disk that kills the process
            file.seek(begin + done * _HALF)
            file.write(high.data)
            file.seek(begin + (count + done) * _HALF)
            file.write(low.data)
            if brought is not None:
                file.seek(begin + 2 * count * _HALF + done * _IMPORT)
                file.write(brought.data)
            done += len(high)
        if imports:
            file.seek(begin + 2 * count * _HALF + count * _IMPORT)
            file.write(np.array([*imports, len(imports)], "<u4").data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    durable.sync(path.parent)
