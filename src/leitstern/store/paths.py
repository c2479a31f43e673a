"""A journey's path as text: one private-use character per contact, so that variants, LIKE and regex work anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BYTES = 4  # of every character from U+10000 on in UTF-8
HIGHEST = 0x10FFFF - PATH_BASE


def path_strings(touchpoints: NDArray[np.int32], lengths: NDArray[np.int32]) -> pa.StringArray:
    """The paths of journeys that follow each other in `touchpoints`, each `lengths` contacts long.

    Written straight into Arrow's buffers, 0.01 s per million contacts: `string_agg` takes a hundred times as long.
    """
    if len(touchpoints) and not 0 <= touchpoints.min() <= touchpoints.max() <= HIGHEST:
        raise ValueError(f"A touchpoint's code must lie between 0 and {HIGHEST}.")
    point = touchpoints.astype(np.uint32) + np.uint32(PATH_BASE)
    text = np.empty((len(point), _BYTES), dtype=np.uint8)
    text[:, 0] = 0xF0 | point >> 18
    for byte, shift in ((1, 12), (2, 6), (3, 0)):
        text[:, byte] = 0x80 | point >> shift & 0x3F
    offsets = np.zeros(len(lengths) + 1, dtype=np.int32)
    np.cumsum(lengths * _BYTES, out=offsets[1:])
    return pa.StringArray.from_buffers(len(lengths), pa.py_buffer(offsets), pa.py_buffer(text))
