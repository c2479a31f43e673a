"""Stored paths as codes of touchpoints again, without making a text of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

_BYTES = 4  # of every character, see `store.paths`


def first_and_moving(paths: pa.StringArray) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The touchpoint each path begins at, and whether it visits another one."""
    _, offsets, text = paths.buffers()
    edges = np.frombuffer(offsets, np.int32)[: len(paths) + 1].astype(np.int64) // _BYTES
    byte = np.frombuffer(text, np.uint8)[: edges[-1] * _BYTES].reshape(-1, _BYTES).astype(np.int32) & 0x3F
    point = (byte[:, 0] & 0x07) << 18 | byte[:, 1] << 12 | byte[:, 2] << 6 | byte[:, 3]
    lowest, highest = (each.reduceat(point, edges[:-1]) for each in (np.minimum, np.maximum))
    return point[edges[:-1]] - PATH_BASE, lowest != highest
