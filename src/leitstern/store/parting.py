"""Rows of facts on the way to the buckets of their people: parted by people first, then sorted part by part.

Sorting all of them at once moves every column of every row several times, and through files where memory is short.
Parted rows are written and read once, and a part is sorted in memory.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from itertools import count, pairwise
from typing import IO, TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.store.arrays import column, numbers
from leitstern.store.ordering import begins, numbered, sorted_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from leitstern.store.layout import Cut

AT_ONCE = 245_760  # rows
_GATHERED = 1 << 17  # bytes; a column of a few hundred rows is little to ask the system for
_ORDER = "entity_id", "ts_us", "seq"


class Parts:
    """Rows of facts by the bucket of their person, in a file."""

    def __init__(self, file: IO[bytes], found: Iterable[pa.RecordBatch], schema: pa.Schema, cut: Cut) -> None:
        self._places: dict[int, list[int]] = {}
        number = count()
        with pa.ipc.new_file(file, schema) as sink:
            for bucket, rows in _parted(found, cut):
                sink.write_batch(rows)
                self._places.setdefault(bucket, []).append(next(number))
        self._written = pa.ipc.open_file(file)

    def __iter__(self) -> Iterator[int]:
        """The buckets that these rows belong to, in order."""
        return iter(sorted(self._places))

    def __getitem__(self, bucket: int) -> list[pa.RecordBatch]:
        """The rows of a bucket, in no order; none where there are none."""
        return [self._written.get_batch(at) for at in self._places.get(bucket, ())]


@contextmanager
def parted(found: Iterable[pa.RecordBatch], schema: pa.Schema, cut: Cut, folder: Path) -> Iterator[Parts]:
    """Parts of these rows. Their file has no name: a process that is killed leaves nothing in the folder."""
    with tempfile.TemporaryFile(dir=folder, buffering=_GATHERED) as file:
        yield Parts(file, found, schema, cut)


def in_order(batches: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    """The rows of at least one batch by person, time and arrival."""
    [together] = pa.Table.from_batches(batches).combine_chunks().to_batches()
    person, ts_us, seq = (numbers(together.column(name)) for name in _ORDER)
    order = np.argsort(person)
    order = order[sorted_places(numbered(begins(person[order])), ts_us[order] - ts_us.min())]
    tied = ~begins(person[order], ts_us[order])
    if (tied[1:] & (seq[order[1:]] < seq[order[:-1]])).any():
        order = np.lexsort((seq, ts_us, person))
    return _taken(together, order)


def _parted(batches: Iterable[pa.RecordBatch], cut: Cut) -> Iterator[tuple[int, pa.RecordBatch]]:
    for batch in batches:
        bucket = cut.bucket_of(numbers(batch.column("entity_id"))).astype(np.uint16)
        order = np.argsort(bucket, kind="stable")
        rows, found = _taken(batch, order), bucket[order]
        starts = np.flatnonzero(begins(found)).tolist()
        for start, end in pairwise([*starts, len(found)]):
            yield int(found[start]), rows.slice(start, end - start)


def _taken(batch: pa.RecordBatch, places: np.ndarray) -> pa.RecordBatch:
    return batch.take(column(pa.int64(), places))
