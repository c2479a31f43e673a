from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leitstern.store.ordering import begins, numbered, sorted_places

small, large = st.integers(0, 3), st.integers(0, 2**63 - 1)
close = st.integers(2**62, 2**62 + 3)  # the leading bits do not tell them apart


@given(st.lists(st.tuples(small, st.one_of(small, large, close)), min_size=1, max_size=40))
def test_places_are_sorted_by_group_then_value_then_place(rows: list[tuple[int, int]]) -> None:
    rows.sort(key=lambda row: row[0])
    groups, values = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    expected = sorted(range(len(rows)), key=lambda place: (*rows[place], place))
    assert sorted_places(numbered(begins(groups)), values).tolist() == expected


def test_many_hashes_are_sorted_as_row_by_row() -> None:
    random = np.random.default_rng(1)
    groups = np.sort(random.integers(0, 20_000, 100_000))
    values = random.integers(0, 2**63 - 1, 30_000)[random.integers(0, 30_000, 100_000)]
    group = numbered(begins(groups))
    assert np.array_equal(sorted_places(group, values), np.lexsort((values, group)))


def test_a_run_begins_where_any_column_changes() -> None:
    found = begins(np.array([1, 1, 2, 2]), np.array([5, 5, 5, 6]))
    assert found.tolist() == [True, False, True, True]
    assert numbered(found).tolist() == [0, 0, 1, 2]
