"""What is fresh hides journeys: only those that may say something else are written, and none is left that is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from tests.store.staging import APPLY, CALL, PAY, Import, bring_in, stored

from leitstern.store.derive import ORDERS
from leitstern.store.held import line, loading
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout, fresh
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from leitstern.store.home import Home

PEOPLE = ANNA, BERND, CEM, DILA = [number << 61 for number in range(4)]  # one in each bucket
LAYOUT = Layout(buckets=4, bucketed_above=20, derived_share=0.9, anew_from=0.95)
DAYS = 24
CASE = 77


@pytest.fixture
def lake(home: Home) -> Lake:
    """Of each of four people three journeys of two contacts each, on days 0, 100 and 200, and on the day after."""
    lake, arrived = Lake(home, LAYOUT), Import()
    for who in PEOPLE:
        for day in (0, 100, 200):
            arrived.contact(who, APPLY, day * DAYS)
            arrived.contact(who, CALL, (day + 1) * DAYS)
    bring_in(home, lake, 1, arrived)
    return lake


def one_more(
    home: Home, lake: Lake, import_id: int, who: int, touchpoint: int, day: int, **more: Any
) -> None:
    arrived = Import()
    arrived.contact(who, touchpoint, day * DAYS, **more)
    bring_in(home, lake, import_id, arrived)


def written(lake: Lake) -> list[dict[str, Any]]:
    """The fresh rows of journeys."""
    return [
        row for path in fresh(lake._tables["journeys"].files()) for row in pq.read_table(path).to_pylist()
    ]


def as_at_once(home: Home, lake: Lake) -> None:
    """What is read of everybody, of each by themselves and from memory is as if all were derived at once."""
    step_by_step = stored(home, lake.versions())
    with Reader(home, lake.versions()) as reader:
        held, lived = reader.held(), reader.line()
        assert held
        assert lived
        counted = sorted(held.sorted_ids.tolist()), len(held.step), lived.ts_us.tolist()
    alone = []
    for who in PEOPLE:
        with Reader(home, lake.versions(), [who]) as reader:
            alone += sorted(
                reader.read("transitions", ["person", "journey", "seq", "since_same_us"]), key=str
            )
            alone += sorted(reader.read("journeys", ["person", "journey", "promises"]), key=str)
    at_once = stored(home, lake.derive_again())
    assert step_by_step == at_once
    journeys, steps = at_once["journeys"].to_pylist(), at_once["transitions"].to_pylist()
    by_moment = sorted(steps, key=lambda row: (row["person"], row["ts_us"], row["seq"]))
    assert counted == (
        sorted(row["journey"] for row in journeys),
        len(steps),
        [row["ts_us"] for row in by_moment],
    )
    expected = []
    for who in PEOPLE:
        for rows, names in (
            (steps, ["person", "journey", "seq", "since_same_us"]),
            (journeys, ["person", "journey", "promises"]),
        ):
            expected += sorted(
                ({name: row[name] for name in names} for row in rows if row["person"] == who), key=str
            )
    assert alone == expected


@pytest.fixture(autouse=True)
def _nothing_held() -> None:
    loading.forget()
    line.forget()


def test_of_somebody_who_comes_back_only_the_journey_that_goes_on_is_written(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, PAY, 202)
    [mine] = written(lake)
    assert (mine["person"], mine["contacts"]) == (BERND, 3)
    [steps] = fresh(lake._tables["transitions"].files())
    assert pq.read_metadata(steps).num_rows == 3
    as_at_once(home, lake)


def test_a_contact_between_two_journeys_leaves_no_second_one(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, PAY, 230)
    one_more(home, lake, 3, BERND, PAY, 290)  # a journey of its own
    one_more(home, lake, 4, BERND, PAY, 260)  # thirty days from either
    assert sorted(row["contacts"] for row in written(lake)) == [0, 5]
    as_at_once(home, lake)


def test_a_contact_before_a_journey_begins_it_anew(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, PAY, 90)
    one_more(home, lake, 3, CEM, PAY, 90)
    assert sorted(row["contacts"] for row in written(lake) if row["person"] == CEM) == [0, 2, 3]
    as_at_once(home, lake)


def test_a_late_contact_counts_for_whoever_was_there_again(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, CALL, 50)  # the calls on days 101 and 201 are nearer to one now
    as_at_once(home, lake)


def test_a_promise_goes_over_to_a_journey_that_came_to_light(home: Home, lake: Lake) -> None:
    promised = Import()
    promised.promise(BERND, PAY, 160 * DAYS, 2)
    promised.promise(CEM, PAY, 160 * DAYS, 2)
    bring_in(home, lake, 2, promised)
    one_more(home, lake, 3, BERND, PAY, 150)
    as_at_once(home, lake)


def test_a_promise_before_whatever_comes_later_stays_where_it_is(home: Home, lake: Lake) -> None:
    promised = Import()
    promised.promise(BERND, PAY, 160 * DAYS, 2)
    promised.promise(BERND, PAY, 201 * DAYS, 2)
    bring_in(home, lake, 2, promised)
    lake.derive_again()
    one_more(home, lake, 3, BERND, PAY, 202)
    assert [(row["contacts"], row["promises"]) for row in written(lake)] == [(3, 1)]
    as_at_once(home, lake)


def test_a_promise_is_counted_where_no_contact_is_new(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, PAY, 300, journey_key=CASE)
    promised = Import()
    promised.promise(ANNA, PAY, 400 * DAYS, 2, journey_key=CASE)
    bring_in(home, lake, 3, promised)
    as_at_once(home, lake)


def test_a_case_that_somebody_else_began_is_theirs(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, CALL, 150, journey_key=CASE)  # before he called on day 201
    lake.derive_again()
    one_more(home, lake, 3, ANNA, APPLY, 140, journey_key=CASE)
    assert [(row["person"], row["contacts"]) for row in written(lake) if row["journey"] == CASE] == [
        (ANNA, 2)
    ]
    assert {row["person"] for row in written(lake)} == {ANNA, BERND}
    as_at_once(home, lake)


def test_nothing_is_left_of_whoever_was_part_of_a_case_that_went_to_others(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, CALL, 150, journey_key=CASE)
    one_more(home, lake, 3, CEM, CALL, 151, journey_key=CASE)
    steps = stored(home, lake.derive_again())["transitions"].to_pylist()
    [gone] = [row["seq"] for row in steps if (row["journey"], row["position"]) == (CASE, 1)]
    one_more(home, lake, 4, ANNA, APPLY, 140, journey_key=CASE)
    lake.erase([CEM])
    lake.release()
    for path in lake._tables["transitions"].files():
        rows = pq.read_table(path, columns=["person", "seq"]).to_pylist()
        assert not [row for row in rows if row["seq"] == gone or row["person"] == CEM]
    as_at_once(home, lake)


def test_nothing_is_left_of_whoever_is_erased(home: Home, lake: Lake) -> None:
    one_more(home, lake, 2, BERND, PAY, 90)
    one_more(home, lake, 3, CEM, PAY, 90)
    lake.erase([BERND])
    assert {row["person"] for row in written(lake)} == {CEM}
    as_at_once(home, lake)


def test_files_that_lose_rows_stay_in_order(home: Home, lake: Lake) -> None:
    many = [(number << 48) + 1 for number in range(24_000)]
    for import_id, whose in ((2, many), (3, many[1::12]), (4, many[1:12_000:2])):
        arrived = Import()
        for who in whose:
            arrived.contact(who, CALL, import_id * DAYS)
        bring_in(home, lake, import_id, arrived)
    for name, order in ORDERS.items():
        files = [pq.read_table(path) for path in fresh(lake._tables[name].files())]
        assert len(files) == 2
        for rows in files:
            keys = rows.select(order.split(", ")).to_pylist()
            assert keys == sorted(keys, key=lambda row: tuple(row.values()))


def test_what_comes_day_by_day_stays_in_order(home: Home, lake: Lake) -> None:
    for day in range(8):
        for number, who in enumerate((DILA, ANNA, CEM)):
            one_more(home, lake, 10 * day + number + 2, who, (CALL, PAY)[day % 2], 202 + day * 20)
    assert len(fresh(lake._tables["journeys"].files())) > 1
    as_at_once(home, lake)


def test_rows_that_say_of_a_journey_that_there_is_none_outlast_the_file_beside_them(home: Home) -> None:
    lake = Lake(home, Layout(buckets=4, bucketed_above=20, most_fresh=2, derived_share=9, anew_from=9))
    begun = Import()
    for who in (BERND, CEM):
        for day in (0, 50):
            begun.contact(who, CALL, day * DAYS)
    bring_in(home, lake, 1, begun)
    one_more(home, lake, 2, BERND, PAY, 25)  # one journey of two
    one_more(home, lake, 3, BERND, PAY, 51)
    files = {name: fresh(lake._tables[name].files()) for name in ORDERS}
    assert (len(files["transitions"]), len(files["journeys"])) == (1, 2)
    one_more(home, lake, 4, DILA, PAY, 3)  # the third fresh file of journeys: all become one
    [steps], [journeys] = (fresh(lake._tables[name].files()) for name in ORDERS)
    assert steps.name == journeys.name
    as_at_once(home, lake)
