"""How the rows of a table lie in files: a sorted file per bucket of people, and a few fresh files beside them.

A person's bucket is the leading bits of their number. Numbers of people are keyed hashes, so any bits spread them
evenly; the leading ones keep the buckets, one after the other, in the order of their people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

ID_BITS = 63
_BUCKETED = re.compile(r"(\d+)of(\d+)-")


@dataclass(frozen=True, slots=True)
class Layout:
    """When files are cut and merged. Small tables of facts have fresh files only, `most_fresh` at most.

    `fresh_share` bounds the rows of facts outside buckets, `derived_share` those of what is derived from them: whoever
    has new contacts has all their rows there. Above it, and from a share of `anew_from` of changed contacts on,
    everything is derived again. `buckets` is a power of two.
    """

    buckets: int = 64
    bucketed_above: int = 1_000_000  # rows
    most_fresh: int = 10
    fresh_share: float = 0.05
    derived_share: float = 0.10
    anew_from: float = 0.20
    checkpoint_every: int = 100  # versions
    most_runs: int = 10  # of hashes of messages

    def bucket_of(self, person: int) -> int:
        """The bucket of a person."""
        return person >> self._shift

    def buckets_of(self, people: NDArray[np.int64]) -> NDArray[np.int64]:
        """The same of many."""
        return people >> self._shift

    def inside(self, bucket: int, column: str) -> str:
        """The condition that a person is of this bucket."""
        return f"{column} BETWEEN {bucket << self._shift} AND {(bucket + 1 << self._shift) - 1}"

    def mark(self, bucket: int) -> str:
        """How the name of a file of this bucket begins; fresh files have no mark."""
        return f"{bucket:02d}of{self.buckets}-"

    def over(self, fresh: int, rows: int, share: float, *, cut: bool) -> bool:
        """Whether so many fresh rows of all rows are too many; `cut` says that there are buckets already."""
        return (cut or rows > self.bucketed_above) and fresh > share * rows

    def cuts(self, coming: int, there: Collection[Stored]) -> bool:
        """Whether fresh rows of facts go to their buckets with so many rows more.

        The first buckets are made of all rows: with much at once, or when all fresh files would be merged anyway.
        """
        waiting = [each for each in there if each.bucket is None]
        cut, total = len(waiting) < len(there), coming + sum(each.rows for each in there)
        if not cut and len(waiting) < self.most_fresh and coming <= self.anew_from * total:
            return False
        return self.over(coming + sum(each.rows for each in waiting), total, self.fresh_share, cut=cut)

    @property
    def bits(self) -> int:
        """How many leading bits say the bucket."""
        return self.buckets.bit_length() - 1

    @property
    def _shift(self) -> int:
        return ID_BITS - self.bits


USUAL = Layout()
WHOLE = "00of01-"  # the mark of a file that is the only bucket


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that a version names. `imports` are the lowest and the highest import with rows in it, if it says so."""

    path: Path
    rows: int
    size: int
    imports: tuple[int, int] | None

    @property
    def bucket(self) -> int | None:
        """Its bucket; None if it is fresh."""
        return bucket_of(self.path)


def bucket_of(path: Path) -> int | None:
    """The bucket a file says it is of; None if it is fresh."""
    marked = _marked(path.name)
    return marked[0] if marked else None


def mark_of(path: Path) -> str:
    """How its name begins if it is of a bucket."""
    marked = _BUCKETED.match(path.name)
    return marked[0] if marked else ""


def may_hold(path: Path, people: Iterable[int]) -> bool:
    """Whether a file may hold rows of any of these people."""
    marked = _marked(path.name)
    if marked is None:
        return True
    bucket, layout = marked
    return any(layout.bucket_of(person) == bucket for person in people)


@lru_cache(maxsize=4096)
def _marked(name: str) -> tuple[int, Layout] | None:
    marked = _BUCKETED.match(name)
    return (int(marked[1]), Layout(buckets=int(marked[2]))) if marked else None


def fresh(files: Iterable[Path]) -> list[Path]:
    """Those without a bucket."""
    return [path for path in files if bucket_of(path) is None]


def bucketed(files: Iterable[Path]) -> list[Path]:
    """Those of buckets, in the order of their people."""
    return sorted((path for path in files if bucket_of(path) is not None), key=lambda path: path.name)
