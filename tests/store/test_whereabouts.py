"""Who is in which fresh file, and that one person's rows are the same whichever files are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.staging import APPLY, Import, bring_in, listed
from tests.store.test_layout import ANNA, BERND, CEM, DILA, SMALL, few, many

from leitstern.core.tables.lake import DERIVED, LAKE
from leitstern.store import whereabouts
from leitstern.store.lake import Lake
from leitstern.store.layout import bucketed, fresh
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.store.home import Home

EVERYBODY = [[ANNA], [BERND], [CEM], [DILA], [ANNA, BERND], [DILA, 7], [7]]


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    whereabouts._known.clear()
    yield
    whereabouts._known.clear()


def filled(home: Home) -> Lake:
    """All four in buckets; of Bernd and Cem something fresh too, and of Dila an answer and a promise."""
    lake = Lake(home, SMALL)
    bring_in(home, lake, 1, many())
    bring_in(home, lake, 2, few(BERND, 100))
    said = few(CEM, 101)
    said.answer(DILA, APPLY, 102, 2)
    said.promise(DILA, APPLY, 103, 4)
    bring_in(home, lake, 3, said)
    assert [len(files(lake._tables["contacts"].files())) for files in (bucketed, fresh)] == [4, 2]
    return lake


def test_some_people_have_the_rows_they_have_among_all(home: Home) -> None:
    versions = filled(home).versions()
    for name, schema in LAKE.items():
        whose = "person" if name in DERIVED else "entity_id"
        everybody = listed(home, versions, name)
        for people in EVERYBODY:
            with Reader(home, versions, people) as reader:
                found = sorted(map(repr, reader.read(name, schema.names)))
                assert found == sorted(map(repr, reader.run(reader.table(name)).to_pylist())), (name, people)
            assert found == sorted(repr(row) for row in everybody if row[whose] in people), (name, people)


def test_only_fresh_files_with_an_answer_are_opened(home: Home) -> None:
    lake = filled(home)
    with Reader(home, lake.versions(), [CEM]) as reader:
        reader.read("contacts", ["seq"])  # from now on it is known who is where
        [mine] = whereabouts.with_rows(
            reader._con, fresh(lake._tables["contacts"].files()), "entity_id", [CEM]
        )
        for path in lake._tables["contacts"].folder.glob("*.parquet"):
            if path != mine and not path.name.startswith("02of4"):
                path.write_bytes(b"")
        assert len(reader.read("contacts", ["seq"])) == 11


def test_whoever_has_nothing_new_is_read_from_their_bucket_alone(home: Home) -> None:
    with Reader(home, filled(home).versions(), [ANNA]) as reader:
        for name in ("contacts", "transitions", "journeys"):
            assert "00of4-" in reader._source(name)
            assert "UNION" not in reader._source(name)
            assert ", '" not in reader._source(name)


def test_what_is_known_of_a_file_goes_with_it(home: Home) -> None:
    lake = filled(home)
    for people in EVERYBODY:
        with Reader(home, lake.versions(), people) as reader:
            for name in LAKE:
                reader.read(name, LAKE[name].names)
    assert holders(BERND)
    lake.erase([BERND])
    lake.release()
    assert not holders(BERND)
    assert holders(CEM)


def holders(person: int) -> set[Path]:
    return {path for path, people in whereabouts._known.items() if person in people}


def test_an_unknown_person_is_nowhere(home: Home) -> None:
    lake = filled(home)
    with Reader(home, lake.versions(), [2**63 - 1]) as reader:
        files = fresh(lake._tables["contacts"].files())
        assert whereabouts.with_rows(reader._con, files, "entity_id", [2**63 - 1]) == {}
        assert reader.read("contacts", ["seq"]) == []


def test_an_import_of_nothing_but_one_contact_is_found_at_once(home: Home) -> None:
    lake = filled(home)
    arrived = Import()
    arrived.contact(ANNA, APPLY, 200)
    versions = bring_in(home, lake, 4, arrived)
    with Reader(home, versions, [ANNA]) as reader:
        assert len(reader.read("transitions", ["seq"])) == len(reader.read("contacts", ["seq"])) == 11
