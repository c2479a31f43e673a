"""Texts that stand somewhere in a piece of bytes: compared and handed on many at a time, and never copied one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from numpy.typing import NDArray

    type Places = NDArray[np.int64]

TEXT = pa.string_view()
_WORD = 8  # bytes that are compared at once
_AFTER = bytes(2 * _WORD)  # so that words may be read up to the end
_SHORT = 12  # bytes that a view holds itself
_HEAD = np.array([(1 << 8 * min(n, 4)) - 1 for n in range(_SHORT + 1)], np.uint64)
_TAIL = np.array([(1 << 8 * max(n - 4, 0)) - 1 for n in range(_SHORT + 1)], np.uint64)
_HALF = np.uint64(32)


class Content:
    """A piece of bytes (less than 2 GB), and what is added behind it."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._added: list[bytes] = []
        self._end = len(raw)
        self._fill(raw + _AFTER)

    def _fill(self, padded: bytes) -> None:
        self._padded = padded
        self.letters = np.frombuffer(padded, np.uint8)
        self._words = np.ndarray(len(padded) - _WORD + 1, "<u8", padded, strides=(1,))

    def find(self, sign: str) -> Places:
        """All places of a sign of ASCII."""
        return np.flatnonzero(self.letters[: len(self.raw)] == ord(sign))

    def is_at(self, text: bytes, places: Places) -> NDArray[np.bool_]:
        """Whether this text stands at each of these places, none of which is behind the end."""
        size = len(text)
        if size < _WORD:
            mask = np.uint64((1 << 8 * size) - 1)
            short: NDArray[np.bool_] = (self._words[places] & mask) == _number(text)
            return short
        found = np.ones(len(places), np.bool_)
        for at in {*range(0, size - _WORD, _WORD), size - _WORD}:
            found &= self._words[places + at] == _number(text[at : at + _WORD])
        return found

    def add(self, text: bytes) -> int:
        """Put a text behind all others, for `texts`; give its place."""
        begin = self._end
        self._added.append(text)
        self._end += len(text)
        return begin

    def texts(self, begin: Places, length: Places) -> pa.Array:
        """The texts of these lengths at these places; none where the length is negative."""
        if self._added:
            kept = self._padded[: -len(_AFTER)]
            self._fill(b"".join((kept, *self._added, _AFTER)))
            self._added = []
        there = length >= 0
        size = np.maximum(length, 0)
        short = np.minimum(size, _SHORT)
        views = np.empty((len(begin), 2), np.uint64)
        views[:, 0] = size.astype(np.uint64) | ((self._words[begin] & _HEAD[short]) << _HALF)
        views[:, 1] = np.where(
            size > _SHORT, begin.astype(np.uint64) << _HALF, self._words[begin + 4] & _TAIL[short]
        )
        known = None if there.all() else pa.py_buffer(np.packbits(there, bitorder="little"))
        return pa.Array.from_buffers(
            TEXT, len(begin), [known, pa.py_buffer(views), pa.py_buffer(self._padded)]
        )


def _number(word: bytes) -> np.uint64:
    return np.uint64(int.from_bytes(word, "little"))
