"""Numbers packed into fewer bits, so that one sort does for several columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

PIECE = 1 << 18  # rows that stay close to the processor
TABLE = 1 << 22  # entries of a table that is still faster than a search


def bits(number: int) -> int:
    """How many bits a number takes."""
    return number.bit_length()


def narrowest(values: NDArray[np.integer[Any]]) -> NDArray[Any]:
    """The same numbers, at least one, in the smallest type that holds them."""
    lowest, highest = int(values.min()), int(values.max())
    return values.astype(np.result_type(np.min_scalar_type(lowest), np.min_scalar_type(highest)))


def coded(values: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The place of each value among all that are different, and those in order; halves of 32 bits, both small."""
    low = values & 0xFFFFFFFF
    span = int(low.max()) + 1
    small = (values >> 32) * span + low
    if int(small.max()) < TABLE:
        there = np.bincount(small) > 0
        known = np.flatnonzero(there)
        return (np.cumsum(there, dtype=np.int32) - 1)[small], known // span << 32 | known % span
    different, places = np.unique(values, return_inverse=True)
    return places.astype(np.int32), different


def run_starts(ordered: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Where the runs of equal numbers begin, and the end."""
    opens = np.empty(len(ordered) + 1, bool)
    opens[:1] = opens[-1:] = True
    np.not_equal(ordered[1:], ordered[:-1], out=opens[1:-1])
    return np.flatnonzero(opens)


def stretches(begin: NDArray[np.int64], length: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places in stretches that begin at these places, one stretch after the other."""
    ends = np.cumsum(length)
    return np.repeat(begin - (ends - length), length) + np.arange(ends[-1])


def waits_by_pair(
    step: NDArray[np.int64], pairs: int, wait_bits: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pair by pair the waits in order, and where those of each pair begin, and the end; see `Held` for `step`."""
    ordered = np.sort(step)
    edges = np.searchsorted(ordered, np.arange(pairs + 1) << wait_bits)
    ordered &= (1 << wait_bits) - 1
    return ordered, edges


def whole_people(person: NDArray[np.int32]) -> Iterator[slice]:
    """Some people after the other, whose rows stand together; without any, nobody's."""
    begin = 0
    while begin < len(person):
        end = min(begin + PIECE, len(person))
        if end < len(person):
            end = int(np.searchsorted(person, person[end]))
            if end == begin:
                end = int(np.searchsorted(person, person[begin], "right"))
        yield slice(begin, end)
        begin = end
    if not begin:
        yield slice(0, 0)
