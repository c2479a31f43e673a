"""Rows that go to buckets are parted before they are sorted: in whatever parts, they lie in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from tests.store.staging import Import, bring_in, stored

from leitstern.store import parting
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout, bucket_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FEW = Layout(buckets=4, bucketed_above=12)
ORDER = [(name, "ascending") for name in ("entity_id", "ts_us", "seq")]


def arriving(number: int, count: int) -> Import:
    """Contacts of 32 people, eight in a bucket, at so few moments that many coincide; every third has properties."""
    random = np.random.default_rng(number)
    arrived = Import()
    for at in range(count):
        who, hour = int(random.integers(32)) << 58, int(random.integers(6))
        props = '{"note": "grüß"}' if at % 3 == 0 else None
        arrived.contact(who, 1 + at % 3, hour, key=(number, at), props=props)
    return arrived


def test_in_any_parts_rows_lie_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for at_once in (parting.AT_ONCE, 10):  # the parts of ten rows are finer than buckets
        monkeypatch.setattr(parting, "AT_ONCE", at_once)
        home = Home.create(tmp_path / str(at_once))
        lake = Lake(home, FEW)
        for number in (1, 2):
            bring_in(home, lake, number, arriving(number, 300))
        lake.release()
        files = sorted((home.lake / "contacts").glob("*.parquet"), key=lambda path: path.name)
        assert [bucket_of(path) for path in files] == [0, 1, 2, 3]
        tables = [pq.read_table(path) for path in files]
        assert all(table == table.sort_by(ORDER) for table in tables)
        assert {*map(str, home.staging.rglob("*"))} <= {str(home.staging / "spill")}
        found.append((tables, stored(home, lake.versions())))
    assert found[0] == found[1]
    assert sum(table.num_rows for table in found[0][0]) == 600


def test_parts_have_the_rows_of_their_people_and_no_others(tmp_path: Path) -> None:
    people = [5 << 58, 3 << 58, 5 << 58, 31 << 58]
    rows = pa.table({"entity_id": people, "seq": [0, 1, 2, 3]}).to_batches()
    with parting.parted(rows, rows[0].schema, 5, tmp_path) as parts:
        assert [*parts] == [3, 5, 31]
        assert pa.Table.from_batches(parts[5]).column("seq").to_pylist() == [0, 2]
        assert parts[4] == []
        assert [*tmp_path.iterdir()] == []


def test_so_many_parts_that_each_is_sorted_at_once() -> None:
    assert [parting.bits_of(rows, 6) for rows in (0, 15_000_000, 16_000_000, 100_000_000)] == [6, 6, 7, 9]
