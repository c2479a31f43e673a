"""Rows that go to buckets are parted before they are sorted: in whatever parts, they lie in the same order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from tests.store.staging import Import, bring_in, people_in, stored

from leitstern.store import parting
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import Cut, Layout, bucket_of, bucketed, cut_of, may_hold

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


def test_in_any_buckets_rows_lie_in_the_same_order(tmp_path: Path) -> None:
    found = []
    for layout, count in ((FEW, 4), (replace(FEW, in_bucket=40), 16)):
        home = Home.create(tmp_path / str(count))
        lake = Lake(home, layout)
        for number in (1, 2):
            bring_in(home, lake, number, arriving(number, 300))
        lake.release()
        files = sorted((home.lake / "contacts").glob("*.parquet"), key=lambda path: path.name)
        assert [bucket_of(path) for path in files] == [*range(count)]
        tables = [pq.read_table(path) for path in files]
        assert all(table == table.sort_by(ORDER) for table in tables)
        assert {*map(str, home.staging.rglob("*"))} <= {str(home.staging / "spill")}
        found.append((pa.concat_tables(tables), stored(home, lake.versions())))
    assert found[0] == found[1]
    assert found[0][0].num_rows == 600


def test_what_grows_gets_more_buckets_and_never_fewer(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    lake = Lake(home, replace(FEW, in_bucket=100))
    counts = []
    for number, count in enumerate((200, 200, 700, 1), 1):
        versions = bring_in(home, lake, number, arriving(number, count))
        contacts, transitions = (lake._tables[name].files() for name in ("contacts", "transitions"))
        counts.append(len([path for path in contacts if bucket_of(path) is not None]))
        assert {cut_of(contacts), cut_of(transitions)} == {Cut(counts[-1].bit_length() - 1)}
        assert all(
            {*map(Cut(counts[-1].bit_length() - 1).bucket_of, people_in(path))} == {bucket_of(path)}
            for path in bucketed(contacts)
        )
    versions = lake.purge(3)
    counts.append(len(bucketed(lake._tables["contacts"].files())))
    assert counts == [4, 8, 16, 16, 16]
    assert stored(home, lake.derive_again()) == stored(home, versions)


def test_parts_have_the_rows_of_their_people_and_no_others(tmp_path: Path) -> None:
    people = [5 << 58, 3 << 58, 5 << 58, 31 << 58]
    rows = pa.table({"entity_id": people, "seq": [0, 1, 2, 3]}).to_batches()
    with parting.parted(rows, rows[0].schema, Cut(5), tmp_path) as parts:
        assert [*parts] == [3, 5, 31]
        assert pa.Table.from_batches(parts[5]).column("seq").to_pylist() == [0, 2]
        assert parts[4] == []
        assert [*tmp_path.iterdir()] == []


def test_so_many_buckets_that_each_is_sorted_at_once_and_written_again_soon() -> None:
    usual = Layout()
    assert [usual.cut_for(rows, None).bits for rows in (0, 15_000_000, 16_000_000, 100_000_000)] == [
        6,
        6,
        7,
        9,
    ]
    assert usual.cut_for(0, Cut(8)).bits == 8


def test_names_are_in_the_order_of_their_people() -> None:
    for bits in (0, 2, 6, 7, 10):
        marks = [Cut(bits).mark(bucket) for bucket in Cut(bits).buckets()]
        assert marks == sorted(marks)
        assert [
            may_hold(Path(f"{mark}x.parquet"), [bucket << 63 - bits]) for bucket, mark in enumerate(marks)
        ] == [True] * len(marks)
    assert Cut(6).mark(5) == "05of64-"
