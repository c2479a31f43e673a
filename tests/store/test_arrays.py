from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from leitstern.core.tables.lake import TRANSITIONS
from leitstern.store.arrays import batch, column, joined, numbers


def test_columns_of_every_fixed_width_come_back() -> None:
    for field in TRANSITIONS:
        made = column(field.type, np.array([0, 1, 2]))
        assert made.type == field.type
        assert numbers(made.slice(1)).tolist() == [1, 2]


def test_days_are_counted_from_1970() -> None:
    assert numbers(pa.array([date(1970, 1, 1), date(1970, 1, 11)])).tolist() == [0, 10]
    assert column(pa.date32(), np.array([10])).to_pylist() == [date(1970, 1, 11)]


def test_what_is_not_present_is_null() -> None:
    present = np.arange(20) % 3 == 0
    rows = batch(pa.schema([("n", pa.int16())]), {"n": np.arange(20)}, {"n": present}).column(0).to_pylist()
    assert rows == [n if n % 3 == 0 else None for n in range(20)]


def test_batches_are_joined_in_their_order() -> None:
    first = pa.RecordBatch.from_pydict({"a": [1, 2], "b": [0.5, 1.5]})
    found = joined([first, first.slice(1, 0), first.slice(1)])
    assert {name: values.tolist() for name, values in found.items()} == {"a": [1, 2, 2], "b": [0.5, 1.5, 1.5]}
