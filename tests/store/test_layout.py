"""Where rows lie once there are many: buckets of people, fresh files beside them, and what is rewritten when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.store.staging import APPLY, CALL, Import, bring_in, listed, people_in, stored
from tests.store.test_canary import holding

from leitstern.core.errors import Conflict
from leitstern.store.lake import Lake
from leitstern.store.layout import Cut, Layout, bucket_of, fresh
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from leitstern.store.home import Home

ANNA, BERND, CEM, DILA = (number << 61 for number in range(4))
SMALL = Layout(buckets=4, bucketed_above=20, most_fresh=2, fresh_share=0.1, derived_share=0.5, anew_from=0.9)
UNCUT = Layout()
FOUR = Cut(2)


def many(count: int = 40, **more: object) -> Import:
    """As many contacts of all four, hour by hour."""
    arrived = Import()
    for at in range(count):
        arrived.contact((ANNA, BERND, CEM, DILA)[at % 4], CALL, at, **more)
    return arrived


def few(who: int, at: int, **more: object) -> Import:
    arrived = Import()
    arrived.contact(who, APPLY, at, **more)
    return arrived


def buckets(lake: Lake, table: str) -> list[int | None]:
    found = [bucket_of(path) for path in lake._tables[table].files()]
    return sorted(found, key=lambda bucket: -1 if bucket is None else bucket)


def test_people_lie_in_buckets_by_the_leading_bits_of_their_number() -> None:
    assert [FOUR.bucket_of(who) for who in (ANNA, BERND, CEM, DILA, 2**63 - 1)] == [0, 1, 2, 3, 3]
    assert {Cut(6).bucket_of(number << 57) for number in range(64)} == set(range(64))
    assert FOUR.inside(1, "person") == f"person BETWEEN {2**61} AND {2**62 - 1}"


def test_a_small_table_has_no_buckets_and_a_large_one_a_sorted_file_in_each(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many(19))
    assert {name: buckets(lake, name) for name in ("contacts", "transitions", "journeys")} == {
        "contacts": [None], "transitions": [0], "journeys": [0]
    }  # fmt: skip
    bring_in(home, lake, 2, few(BERND, 50, key=1))
    assert buckets(lake, "contacts") == [None, None]
    bring_in(home, lake, 3, many(40))
    assert {name: buckets(lake, name) for name in ("contacts", "transitions")} == {
        "contacts": [0, 1, 2, 3], "transitions": [0, 1, 2, 3]
    }  # fmt: skip
    for path in lake._tables["contacts"].files():
        rows = pq.read_table(path)
        assert set(map(FOUR.bucket_of, people_in(path))) == {bucket_of(path)}
        assert rows == rows.sort_by(
            [("entity_id", "ascending"), ("ts_us", "ascending"), ("seq", "ascending")]
        )


def test_what_comes_later_waits_in_fresh_files_until_there_is_too_much(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    before = lake._tables["contacts"].files()
    seen = []
    for number in range(4):
        bring_in(home, lake, number + 2, few(BERND, 100 + number))
        seen.append(buckets(lake, "contacts").count(None))
    # Two files at most; the third is merged with them. The fifth contact of 45 is one too many for a tenth.
    assert seen == [1, 2, 1, 2]
    assert set(before) < set(lake._tables["contacts"].files())
    assert len(listed(home, bring_in(home, lake, 6, few(BERND, 200)), "transitions")) == 45
    assert buckets(lake, "contacts") == [0, 1, 2, 3]
    assert set(before) & set(lake._tables["contacts"].files()) == {
        path for path in before if bucket_of(path) != 1
    }


def test_only_people_with_something_new_are_derived_again(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    before = lake._tables["transitions"].files()
    versions = bring_in(home, lake, 2, few(BERND, 100))
    [added] = fresh(lake._tables["transitions"].files())
    assert (people_in(added, "person"), pq.read_metadata(added).num_rows) == ({BERND}, 11)
    assert set(before) < set(lake._tables["transitions"].files())
    mine = [row for row in listed(home, versions, "transitions") if row["person"] == BERND]
    assert [row["position"] for row in mine] == [*range(11)]


def test_fresh_files_of_other_people_stay_until_there_are_too_many(home: Home) -> None:
    lake = Lake(home, Layout(buckets=4, bucketed_above=20, most_fresh=2, derived_share=0.9, anew_from=0.9))
    bring_in(home, lake, 1, many())
    held = []
    for number, who in enumerate((ANNA, BERND, CEM), 2):
        versions = bring_in(home, lake, number, few(who, 100))
        held.append([people_in(path, "person") for path in fresh(lake._tables["journeys"].files())])
    assert [sorted(map(sorted, each)) for each in held] == [
        [[ANNA]],
        sorted([[ANNA], [BERND]]),
        [sorted([ANNA, BERND, CEM])],
    ]
    bring_in(home, lake, 5, few(DILA, 100))
    before = fresh(lake._tables["journeys"].files())
    versions = lake.erase([DILA])
    assert [people_in(path, "person") for path in fresh(lake._tables["journeys"].files())] == [
        {ANNA, BERND, CEM}
    ]
    assert set(fresh(lake._tables["journeys"].files())) < set(before)
    assert stored(home, lake.derive_again()) == stored(home, versions)


def test_a_small_lake_is_not_derived_anew_for_one_person(home: Home) -> None:
    lake = Lake(home, Layout(derived_share=0.5))
    bring_in(home, lake, 1, many())
    before = lake._tables["transitions"].files()
    versions = bring_in(home, lake, 2, few(BERND, 100))
    [added] = fresh(lake._tables["transitions"].files())
    assert people_in(added, "person") == {BERND}
    assert (buckets(lake, "transitions"), set(before) < set(lake._tables["transitions"].files())) == (
        [None, 0],
        True,
    )
    lake.erase([BERND])
    lake.release()
    assert [people_in(path, "person") for path in lake._tables["journeys"].files()] == [{ANNA, CEM, DILA}]
    assert stored(home, lake.derive_again()) == stored(home, lake.versions())
    with pytest.raises(Conflict):
        stored(home, versions)


def test_so_many_fresh_rows_that_everything_is_derived_leave_none(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    waits = []
    for number, who in enumerate((ANNA, BERND, CEM), 2):
        bring_in(home, lake, number, few(who, 100))
        waits.append(None in buckets(lake, "transitions"))
    assert waits == [True, True, False]  # 11 rows beside 40, 22, then 33: half of all that is stored


def test_nothing_new_writes_nothing(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    before = {name: table.files() for name, table in lake._tables.items()}
    bring_in(home, lake, 2, many())
    assert {name: table.files() for name, table in lake._tables.items()} == before


def test_a_lake_from_before_there_were_buckets_gets_them_when_its_fresh_files_would_be_merged(
    home: Home,
) -> None:
    old = Lake(home, UNCUT)
    bring_in(home, old, 1, many())
    before = stored(home, old.versions())
    assert Lake(home, SMALL).verify() == old.versions()
    lake = Lake(home, SMALL)
    bring_in(home, lake, 2, few(BERND, 100))
    assert (buckets(lake, "contacts"), buckets(lake, "journeys")) == ([None, None], [None, 0])
    found = stored(home, bring_in(home, lake, 3, few(BERND, 101)))
    assert (buckets(lake, "contacts"), buckets(lake, "journeys")) == ([0, 1, 2, 3], [None, 0])
    assert stored(home, lake.derive_again()) == found
    assert buckets(lake, "journeys") == [0, 1, 2, 3]
    assert found["contacts"].slice(0, 40) == before["contacts"]
    others = pc.field("person") != BERND
    assert found["transitions"].filter(others) == before["transitions"].filter(others)


def test_one_person_is_read_from_one_bucket_and_what_is_fresh(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    versions = bring_in(home, lake, 2, few(BERND, 100))
    with Reader(home, versions, [BERND]) as reader:
        for name, count in (("contacts", 11), ("transitions", 11), ("journeys", 1)):
            rows = reader.run(reader.table(name))
            assert set(rows.column("entity_id" if name == "contacts" else "person").to_pylist()) == {BERND}
            assert rows.num_rows == count


@pytest.mark.parametrize("late", [False, True])
def test_erasing_somebody_touches_their_bucket_and_fresh_files_and_leaves_no_byte(
    home: Home, *, late: bool
) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many(props='{"a": "canary-others"}'))
    bring_in(home, lake, 2, few(BERND, 100 if late else -1, props='{"a": "canary-bernd"}', journey_key=77))
    bring_in(home, lake, 3, few(CEM, 50, journey_key=77))
    shown = lake.versions()
    before = stored(home, shown)
    kept = {name: set(lake._tables[name].files()) for name in ("contacts", "transitions", "journeys")}
    versions = lake.erase([BERND])
    for name, files in kept.items():
        assert {bucket_of(path) for path in files - set(lake._tables[name].files())} <= {1, 2, None}
    assert {0, 3} <= {bucket_of(path) for path in kept["contacts"] & set(lake._tables["contacts"].files())}
    with Reader(home, shown) as reader:
        assert reader.run(reader.table("contacts")).num_rows == 42
        lake.release([shown])
        assert reader.run(reader.table("contacts").order_by("seq")) == before["contacts"]
    lake.release()
    with pytest.raises(Conflict, match="no longer there"):
        stored(home, shown)
    assert holding(home, "canary-bernd") == []
    assert holding(home, "canary-others")
    for path in home.lake.rglob("*.parquet"):
        if path.parent.name != "_delta_log":
            assert BERND not in people_in(
                path, "person" if path.parent.name in {"transitions", "journeys"} else "entity_id"
            )
    for path in lake._tables["contacts"].files():
        rows = pq.read_table(path)
        assert rows == rows.sort_by([(name, "ascending") for name in ("entity_id", "ts_us", "seq")])
    assert {row["person"] for row in listed(home, versions, "journeys") if row["journey"] == 77} == {CEM}
    assert stored(home, lake.derive_again()) == stored(home, versions)


def test_what_the_erased_lived_in_journeys_of_others_leaves_their_buckets_too(home: Home) -> None:
    lake, arrived = Lake(home, SMALL), many()
    arrived.contact(CEM, APPLY, 0, journey_key=88)
    arrived.contact(BERND, APPLY, 1, journey_key=88)
    versions = bring_in(home, lake, 1, arrived)
    [gone] = [
        row["seq"]
        for row in listed(home, versions, "transitions")
        if row["position"] == 1 and row["journey"] == 88
    ]
    lake.erase([BERND])
    lake.release()
    for path in lake._tables["transitions"].files():
        assert gone not in pq.read_table(path, columns=["seq"]).column("seq").to_pylist()


def test_who_had_a_journey_keeps_it_if_somebody_else_comes_later_at_the_same_moment(home: Home) -> None:
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    bring_in(home, lake, 2, few(CEM, 50, journey_key=88))
    versions = bring_in(home, lake, 3, few(BERND, 50, journey_key=88))
    assert {row["person"] for row in listed(home, versions, "journeys") if row["journey"] == 88} == {CEM}
    assert stored(home, lake.derive_again()) == stored(home, versions)
