"""Columns of numbers between Arrow and NumPy, without a copy.

Never by `pa.array(…)` or `to_numpy()`: both would first import pandas to ask whether this is one of its columns.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

type Columns = dict[str, NDArray[Any]]  # of equal length, by name


def numbers(column: pa.Array[Any]) -> NDArray[Any]:
    """A column without nulls, read-only; a date is the number of its day since 1970."""
    plain = column.view(pa.int32()) if column.type == pa.date32() else column
    found: NDArray[Any] = np.from_dlpack(plain)
    return found


def joined(batches: Sequence[pa.RecordBatch]) -> Columns:
    """The rows of batches one after the other."""
    return {
        name: np.concatenate([numbers(batch.column(place)) for batch in batches])
        for place, name in enumerate(batches[0].schema.names)
    }


def column(of: pa.DataType, values: NDArray[Any], present: NDArray[np.bool_] | None = None) -> pa.Array[Any]:
    """Numbers as a column of this type of fixed width; what is not `present` is null."""
    kind = np.dtype(np.float64 if of == pa.float64() else f"i{of.bit_width // 8}")
    bitmap = None if present is None else pa.py_buffer(np.packbits(present, bitorder="little"))
    plain = np.ascontiguousarray(values, dtype=kind)
    found: pa.Array[Any] = pa.Array.from_buffers(of, len(values), [bitmap, pa.py_buffer(plain)])
    return found


def batch(
    schema: pa.Schema, values: Columns, present: Mapping[str, NDArray[np.bool_]] = MappingProxyType({})
) -> pa.RecordBatch:
    """These columns as rows of a schema; null where they are not `present`."""
    found = [column(field.type, values[field.name], present.get(field.name)) for field in schema]
    return pa.RecordBatch.from_arrays(found, schema=schema)
