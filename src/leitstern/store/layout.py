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
class Cut:
    """People in buckets: as many as so many leading bits of a person's number tell apart."""

    bits: int

    def buckets(self) -> range:
        """All buckets in the order of their people."""
        return range(1 << self.bits)

    def bucket_of[Number: (int, NDArray[np.int64])](self, person: Number) -> Number:
        """The bucket of a person, or of many."""
        return person >> ID_BITS - self.bits

    def number(self, column: str) -> str:
        """The same as an expression on a column of people."""
        return f"{column} >> {ID_BITS - self.bits}"

    def inside(self, bucket: int, column: str) -> str:
        """The condition that a person is of this bucket."""
        wide = ID_BITS - self.bits
        return f"{column} BETWEEN {bucket << wide} AND {(bucket + 1 << wide) - 1}"

    def mark(self, bucket: int) -> str:
        """How the name of a file of this bucket begins; fresh files have no mark. Names are in the order of people."""
        digits = max(2, len(str(self.buckets()[-1])))
        return f"{bucket:0{digits}d}of{1 << self.bits}-"


@dataclass(frozen=True, slots=True)
class Layout:
    """When files are cut and merged. Small tables of facts have fresh files only, `most_fresh` at most.

    `fresh_share` bounds the rows of facts outside buckets, `derived_share` those of what is derived from them: whoever
    has new contacts has all their rows there. Above it, and from a share of `anew_from` of changed contacts on,
    everything is derived again. There are at least `buckets`, a power of two, and as many more as it takes for each to
    hold no more than `in_bucket` on average: so much is sorted at once, and written again where somebody is erased.
    """

    buckets: int = 64
    in_bucket: int = 245_760  # rows
    bucketed_above: int = 1_000_000  # rows
    most_fresh: int = 10
    fresh_share: float = 0.05
    derived_share: float = 0.10
    anew_from: float = 0.20
    checkpoint_every: int = 100  # versions
    most_runs: int = 10  # of hashes of messages

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

    def cut_for(self, rows: int, before: Cut | None) -> Cut:
        """The buckets of a table of so many rows; never fewer than there were."""
        bits = max(self.buckets.bit_length() - 1, (rows // self.in_bucket).bit_length())
        return Cut(max(bits, before.bits if before else 0))


USUAL = Layout()


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


def cut_of(files: Iterable[Path]) -> Cut | None:
    """The buckets of a table with these files; None if it has none."""
    return next((marked[1] for path in files if (marked := _marked(path.name))), None)


def mark_of(path: Path) -> str:
    """How its name begins if it is of a bucket."""
    marked = _BUCKETED.match(path.name)
    return marked[0] if marked else ""


def may_hold(path: Path, people: Iterable[int]) -> bool:
    """Whether a file may hold rows of any of these people."""
    marked = _marked(path.name)
    if marked is None:
        return True
    bucket, cut = marked
    return any(cut.bucket_of(person) == bucket for person in people)


@lru_cache(maxsize=4096)
def _marked(name: str) -> tuple[int, Cut] | None:
    marked = _BUCKETED.match(name)
    return (int(marked[1]), Cut(int(marked[2]).bit_length() - 1)) if marked else None


def fresh(files: Iterable[Path]) -> list[Path]:
    """Those without a bucket."""
    return [path for path in files if bucket_of(path) is None]


def bucketed(files: Iterable[Path]) -> list[Path]:
    """Those of buckets, in the order of their people."""
    return sorted((path for path in files if bucket_of(path) is not None), key=lambda path: path.name)
