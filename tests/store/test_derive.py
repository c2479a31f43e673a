from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.compute as pc
import pytest
from tests.store.oracle import bucket, derived, loose_id
from tests.store.staging import (
    ANNA,
    APPLY,
    BERND,
    CALL,
    DAY,
    PAY,
    SALES,
    SERVICE,
    Import,
    bring_in,
    listed,
    microseconds,
    stored,
)

from leitstern.core.tables.lake import PATH_BASE
from leitstern.store import derive
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.paths import HIGHEST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.staging import Row

IMPORT = """
import sys
from pathlib import Path

from leitstern.core.tables.lake import FACTS
from leitstern.store import columns
from leitstern.store.engine import connect
from leitstern.store.home import Home
from leitstern.store.lake import Lake

home = Home.create(Path(sys.argv[1]))
with connect(home) as con:
    for name, schema in FACTS.items():
        nothing = columns.files(schema, [])
        con.execute(f"CREATE TEMP TABLE staged_{name} AS SELECT *, 0::UHUGEINT AS mid FROM {nothing}")
    con.execute(
        "INSERT INTO staged_contacts BY NAME FROM range(9) AS contact(i) SELECT 1 AS entity_id, 0 AS journey_key, "
        "i AS ts_us, i AS seq, 1 AS touchpoint, 1 AS channel, 1 AS department, 1 AS weight, 1 AS source, "
        "DATE '2026-03-01' AS local_date, i // 2 AS mid"
    )
    lake = Lake(home)
    assert lake.drop_duplicates(con) == {("contacts", 1): 4}
    assert lake.append(con, 1, 30, "Europe/Berlin").journeys
print("pandas" in sys.modules)
"""


def journeys(home: Home, lake: Lake, arrived: Import, gap_days: int = 30) -> list[Row]:
    return listed(home, bring_in(home, lake, 1, arrived, gap_days), "journeys")


def steps(home: Home, lake: Lake, arrived: Import, gap_days: int = 30) -> list[Row]:
    return listed(home, bring_in(home, lake, 1, arrived, gap_days), "transitions")


def random_import(seed: int, size: int = 400, spread: int = 1) -> Import:
    """Few people, few times and few keys, so that everything ties and overlaps; ids and keys times `spread`."""
    random = np.random.default_rng(seed)
    arrived = Import()

    def pick(*of: int) -> int:
        return int(random.choice(of))

    for number in range(size):
        who, at, key = pick(1, 2, 3, 4), pick(*range(24)) * 7 * 24 / 10, pick(0, 0, 101, 102, 103)
        who, key = who * spread, key * spread
        arrived.contact(
            who, pick(1, 2, 3), at, journey_key=key, department=pick(0, 1, 2), channel=pick(1, 2), key=number
        )
        if number % 4 == 0:
            late = [None, -1, 0, 3][pick(0, 1, 2, 3)]
            arrived.promise(who, APPLY, at, late, journey_key=key, key=number)
    return arrived


@pytest.mark.parametrize("spread", [1, 2**56])
@pytest.mark.parametrize("seed", range(3))
def test_derived_tables_equal_the_slow_ones(home: Home, lake: Lake, seed: int, spread: int) -> None:
    arrived = random_import(seed, spread=spread)
    versions = bring_in(home, lake, 1, arrived, gap_days=3)
    found = stored(home, versions)
    transitions, summaries = derived(arrived.facts["contacts"], arrived.facts["promises"], gap_days=3)
    assert len(transitions) == 400
    assert found["transitions"].to_pylist() == transitions
    assert found["journeys"].to_pylist() == summaries


def test_tables_are_the_same_on_any_number_of_threads(tmp_path: Path) -> None:
    results = []
    for threads in (1, 2, 4):
        home = Home.create(tmp_path / str(threads))
        results.append(stored(home, bring_in(home, Lake(home), 1, random_import(7, 3000), 3, threads)))
    assert results[0] == results[1] == results[2]


def test_tables_are_the_same_in_any_number_of_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = random_import(8, 9000)
    for number in range(3000):
        for who in (9, 11):
            arrived.contact(who, CALL, number, journey_key=who, key=(who, number))
    results = []
    for chunk in (2048, derive.CHUNK):  # DuckDB hands out no fewer at a time
        monkeypatch.setattr(derive, "CHUNK", chunk)
        home = Home.create(tmp_path / str(chunk))
        results.append(stored(home, bring_in(home, Lake(home), 1, arrived, 3)))
    assert results[0] == results[1]
    assert results[0]["journeys"].filter(pc.field("contacts") == 3000).column("person").to_pylist() == [9, 11]


def test_several_files_are_derived_as_one(tmp_path: Path) -> None:
    whole, parts = Home.create(tmp_path / "whole"), Home.create(tmp_path / "parts")
    arrived, lake = random_import(9), Lake(parts)
    for row in arrived.facts["contacts"] + arrived.facts["promises"]:  # nobody shares a journey
        row["journey_key"] *= row["entity_id"] * 1000
    for number, share in enumerate((slice(0, 130), slice(130, None)), 1):
        part = Import(arrived.facts | {"contacts": arrived.facts["contacts"][share]})
        if number > 1:
            part.facts["promises"] = []
        bring_in(parts, lake, number, part, 3)
    expected = stored(whole, bring_in(whole, Lake(whole), 1, arrived, 3))
    found = stored(parts, lake.versions())
    assert found["journeys"] == expected["journeys"]
    assert found["transitions"].drop("seq") == expected["transitions"].drop("seq")


def test_a_failure_on_the_way_is_raised_as_it_is_and_nothing_is_kept(home: Home, lake: Lake) -> None:
    arrived, before = Import(), lake.versions()
    arrived.contact(ANNA, HIGHEST + 1, 0)
    with pytest.raises(ValueError, match="must lie between"):
        bring_in(home, lake, 1, arrived)
    assert lake.versions() == before
    assert not [*(home.lake / "transitions").glob("*.parquet")]


def test_pandas_is_not_imported_on_the_way(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", IMPORT, tmp_path / "home"], capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("False\n", "")


def test_tables_lie_on_disk_in_their_order(home: Home, lake: Lake) -> None:
    from leitstern.store.reader import Reader

    versions = bring_in(home, lake, 1, random_import(5, 3000), gap_days=3)
    ordered = stored(home, versions)
    with Reader(home, versions) as reader:
        for name in ("transitions", "journeys"):
            assert reader.run(reader.table(name)) == ordered[name]


def test_without_a_key_a_journey_ends_before_a_longer_gap(home: Home, lake: Lake) -> None:
    arrived = Import()
    for at in (0, 30 * 24, 60 * 24 + 0.001):
        arrived.contact(ANNA, CALL, at)
    assert [
        (j["contacts"], j["start_us"])
        for j in sorted(journeys(home, lake, arrived), key=lambda j: j["start_us"])
    ] == [
        (2, microseconds(0)),
        (1, microseconds(60 * 24 + 0.001)),
    ]


def test_contacts_with_a_key_do_not_bridge_the_gap_of_those_without(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 0)
    arrived.contact(ANNA, APPLY, 20 * 24, journey_key=77)
    arrived.contact(ANNA, CALL, 40 * 24)
    assert sorted(j["contacts"] for j in journeys(home, lake, arrived)) == [1, 1, 1]


def test_a_journey_belongs_to_the_person_of_its_first_contact(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(BERND, PAY, 5, journey_key=77)
    arrived.contact(ANNA, APPLY, 1, journey_key=77)
    [journey] = journeys(home, lake, arrived)
    assert (journey["person"], journey["journey"], journey["contacts"]) == (ANNA, 77, 2)
    assert journey["path"] == chr(PATH_BASE + APPLY) + chr(PATH_BASE + PAY)


def test_ids_without_a_key_follow_from_person_and_start_alone(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 2)
    arrived.contact(BERND, CALL, -600_000)  # before 1970
    assert {(j["person"], j["journey"]) for j in journeys(home, lake, arrived)} == {
        (ANNA, loose_id(ANNA, microseconds(2))),
        (BERND, loose_id(BERND, microseconds(-600_000))),
    }


def test_contacts_at_the_same_moment_keep_the_order_they_came_in(home: Home, lake: Lake) -> None:
    arrived = Import()
    for touchpoint in (PAY, APPLY, CALL):
        arrived.contact(ANNA, touchpoint, 0)
    found = steps(home, lake, arrived)
    assert [(s["position"], s["touchpoint"], s["next_touchpoint"], s["wait_us"]) for s in found] == [
        (0, PAY, APPLY, 0),
        (1, APPLY, CALL, 0),
        (2, CALL, None, None),
    ]


def test_coming_back_counts_across_journeys_and_within_seven_days(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 0, journey_key=77)
    arrived.contact(ANNA, CALL, 7 * 24)
    arrived.contact(ANNA, CALL, 14 * 24 + 0.001)
    found = sorted(steps(home, lake, arrived), key=lambda s: s["ts_us"])
    assert [s["since_same_us"] for s in found] == [None, 7 * DAY, 7 * DAY + 3_600_000]
    both = {j["journey"]: j["repeats"] for j in listed(home, lake.versions(), "journeys")}
    assert both == {77: 0, loose_id(ANNA, microseconds(7 * 24)): 1}


def test_an_unmapped_department_is_no_evidence_of_a_handoff(home: Home, lake: Lake) -> None:
    arrived = Import()
    for at, department in enumerate((SALES, 0, SERVICE, SERVICE, SALES)):
        arrived.contact(ANNA, CALL, at, department=department)
    [journey] = journeys(home, lake, arrived)
    assert (journey["handoffs"], journey["departments"]) == (1, 2)


def test_waits_have_a_bucket_of_whole_seconds(home: Home, lake: Lake) -> None:
    edges = [int(2 ** (k / 16)) + near for k in range(560) for near in (-1, 0, 1)]  # up to 900 years
    waits = {edge * 1_000_000 + part for edge in edges if edge >= 0 for part in (0, 999_999)}
    arrived = Import()
    for key, wait_us in enumerate(waits, 1):
        arrived.contact(ANNA, APPLY, 0, journey_key=key, key=(key, 0))
        arrived.contact(ANNA, CALL, 0, journey_key=key, key=(key, 1), ts_us=microseconds(0) + wait_us)
    found = {
        step["wait_us"]: step["wait_bucket"] for step in steps(home, lake, arrived) if step["position"] == 0
    }
    assert found == {wait_us: bucket(wait_us) for wait_us in waits}
    assert (found[0], found[999_999], found[1_000_000], found[3 * 1_000_000]) == (0, 0, 16, 32)


def test_promises_find_their_journey_by_key_or_by_the_latest_start(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, APPLY, 0, journey_key=77)
    arrived.contact(ANNA, CALL, 10)
    arrived.contact(ANNA, CALL, 100 * 24)
    made: list[tuple[float, int | None, dict[str, Any]]] = [
        (500, 2, {"journey_key": 77}),  # kept two days late
        (501, None, {"journey_key": 77}),  # still open
        (11, 1, {}),
        (9, 1, {}),  # before any journey without a key
        (200 * 24, 0, {}),
        (0, 1, {"journey_key": 78}),  # of a journey nobody saw
    ]
    for at, late, more in made:
        arrived.promise(ANNA, APPLY, at, late, **more)
    by_start = sorted(journeys(home, lake, arrived), key=lambda j: j["start_us"])
    assert [(j["promises"], j["promises_late"]) for j in by_start] == [(2, 1), (1, 1), (1, 0)]
