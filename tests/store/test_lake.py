from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.store.staging import (
    ANNA,
    APPLY,
    BERLIN,
    BERND,
    CALL,
    CEM,
    CRM,
    PAY,
    SHOP,
    Import,
    bring_in,
    duplicates,
    listed,
    microseconds,
    stored,
)

from leitstern.core.errors import Conflict, Damaged
from leitstern.store.engine import connect, rows
from leitstern.store.lake import Lake
from leitstern.store.layout import USUAL

if TYPE_CHECKING:
    from leitstern.core.texts import Text
    from leitstern.store.home import Home


def march() -> Import:
    """Anna applies, calls and rates; Bernd pays late; Cem calls about Anna's application."""
    arrived = Import()
    arrived.contact(ANNA, APPLY, 0, journey_key=77, props='{"items": 2}')
    arrived.contact(ANNA, CALL, 5, journey_key=77)
    arrived.contact(CEM, CALL, 6, journey_key=77)
    arrived.contact(BERND, PAY, 1)
    arrived.promise(BERND, PAY, 1, late_days=2)
    arrived.answer(ANNA, CALL, 7, 2.0, comment="Nobody knew of my application.", language="en")
    return arrived


def april() -> Import:
    """Bernd calls again and rates."""
    arrived = Import()
    arrived.contact(BERND, CALL, 700, source=SHOP)
    arrived.contact(BERND, PAY, 701)
    arrived.answer(BERND, CALL, 702, 5.0)
    return arrived


def test_a_new_lake_is_empty(home: Home, lake: Lake) -> None:
    assert {name: table.num_rows for name, table in stored(home, lake.versions()).items()} == dict.fromkeys(
        ("contacts", "feedback", "promises", "transitions", "journeys"), 0
    )
    assert lake.verify() == lake.versions()


def test_what_comes_in_is_stored_with_its_import_and_an_order_of_arrival(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    versions = bring_in(home, lake, 2, april())
    contacts = listed(home, versions, "contacts")
    assert [(c["seq"], c["entity_id"], c["import_id"]) for c in contacts] == [
        (0, ANNA, 1),
        (1, ANNA, 1),
        (2, CEM, 1),
        (3, BERND, 1),
        (6, BERND, 2),
        (7, BERND, 2),
    ]
    assert contacts[0]["props"] == '{"items": 2}'
    assert [(f["seq"], f["comment"]) for f in listed(home, versions, "feedback")] == [
        (5, "Nobody knew of my application."),
        (8, None),
    ]
    assert [j["contacts"] for j in listed(home, versions, "journeys")] == [3, 3]


def test_the_same_import_again_changes_nothing(home: Home, lake: Lake) -> None:
    versions = bring_in(home, lake, 1, march())
    assert bring_in(home, lake, 1, march()) == versions


def test_the_same_file_again_adds_nothing_and_says_so_per_table_and_source(home: Home, lake: Lake) -> None:
    before = stored(home, bring_in(home, lake, 1, march()))
    assert duplicates(home, lake, march()) == {
        ("contacts", CRM): 4,
        ("feedback", CRM): 1,
        ("promises", CRM): 1,
    }
    assert stored(home, bring_in(home, lake, 2, march())) == before


def test_of_what_comes_twice_the_first_stays(home: Home, lake: Lake) -> None:
    arrived = Import()
    arrived.contact(ANNA, CALL, 1, line=11, key="call")
    arrived.contact(ANNA, CALL, 2, line=12, key="call", source=SHOP)
    arrived.contact(ANNA, CALL, 3, line=13, key="call", source=SHOP)
    assert duplicates(home, lake, arrived) == {("contacts", SHOP): 2}
    assert [c["line"] for c in listed(home, bring_in(home, lake, 1, arrived), "contacts")] == [11]


def test_appending_unchecked_rows_is_an_error(home: Home, lake: Lake) -> None:
    with closing(connect(home)) as con:
        march().stage(con)
        lake.drop_duplicates(con)
        march().stage(con)
        rows(con, "DELETE FROM staged_contacts WHERE seq = 0")
        with pytest.raises(ValueError, match="changed"):
            lake.append(con, 1, 30, BERLIN)
    assert listed(home, lake.versions(), "contacts") == []


def test_an_import_overtaken_by_another_starts_again(home: Home, lake: Lake) -> None:
    with closing(connect(home)) as con:
        march().stage(con)
        lake.drop_duplicates(con)
        before = stored(home, bring_in(home, Lake(home), 2, march()))
        with pytest.raises(Conflict, match="Start this one again"):
            lake.append(con, 1, 30, BERLIN)
    assert stored(home, lake.versions()) == before


def test_progress_grows_and_names_what_is_done(home: Home, lake: Lake) -> None:
    told: list[tuple[float, str]] = []

    def progress(share: float, step: Text) -> None:
        told.append((share, step.de))

    with closing(connect(home)) as con:
        march().stage(con)
        lake.drop_duplicates(con)
        lake.append(con, 1, 30, BERLIN, progress)
    assert told == sorted(told)
    assert [step for _, step in told] == [
        "Wird sortiert",
        "Reisen werden zusammengesetzt",
        "Wird gespeichert",
    ]


def test_the_eleventh_file_merges_all_into_one(home: Home, lake: Lake) -> None:
    for number in range(USUAL.most_fresh + 1):
        arrived = Import()
        arrived.contact(number % 3 + 1, CALL, number)
        arrived.answer(ANNA, CALL, number, 3.0)
        bring_in(home, lake, number + 1, arrived)
        expected = number + 1 if number < USUAL.most_fresh else 1
        assert len(lake._tables["contacts"].files()) == expected
    contacts = listed(home, lake.versions(), "contacts")
    assert [(c["entity_id"], c["ts_us"], c["import_id"]) for c in contacts] == [
        (number % 3 + 1, microseconds(number), number + 1) for number in range(USUAL.most_fresh + 1)
    ]
    assert len(listed(home, lake.versions(), "transitions")) == USUAL.most_fresh + 1


def test_feedback_alone_does_not_derive_anew(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    before = lake._tables["journeys"].files()
    arrived = Import()
    arrived.answer(BERND, PAY, 10, 4.0)
    versions = bring_in(home, lake, 2, arrived)
    assert lake._tables["journeys"].files() == before
    assert len(listed(home, versions, "feedback")) == 2
    assert lake.verify() == versions


def test_another_gap_derives_anew(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    bring_in(home, lake, 2, april())
    assert len(listed(home, lake.versions(), "journeys")) == 2
    assert len(listed(home, lake.rebuild(7), "journeys")) == 3
    assert lake.rebuild(7) == lake.versions() == lake.verify()
    assert len(listed(home, bring_in(home, lake, 2, april(), gap_days=30), "journeys")) == 2


def test_dates_of_two_time_zones_are_not_mixed(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    with closing(connect(home)) as con:
        april().stage(con)
        lake.drop_duplicates(con)
        with pytest.raises(Conflict, match="Europe/Berlin"):
            lake.append(con, 2, 30, "America/Sao_Paulo")
        lake.purge(1)
        lake.drop_duplicates(con)
        lake.append(con, 2, 30, "America/Sao_Paulo")
    assert len(listed(home, lake.versions(), "contacts")) == 2


def test_purging_an_import_leaves_the_lake_as_if_it_had_never_come(home: Home, lake: Lake) -> None:
    before = stored(home, bring_in(home, lake, 1, march()))
    bring_in(home, lake, 2, april())
    assert stored(home, lake.purge(2)) == before
    assert duplicates(home, lake, april()) == {}
    assert lake.purge(2) == lake.purge(99) == lake.versions() == lake.verify()


def test_what_was_purged_may_come_in_again(home: Home, lake: Lake) -> None:
    before = stored(home, bring_in(home, lake, 1, march()))
    lake.purge(1)
    assert stored(home, bring_in(home, lake, 1, march())) == before


def test_purging_touches_only_files_with_such_rows(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    there = lake._tables["contacts"].files()
    bring_in(home, lake, 2, april())
    lake.purge(2)
    assert lake._tables["contacts"].files() == there


def test_erased_people_are_gone_from_all_tables_and_do_not_come_back(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    versions = lake.erase([ANNA])
    found = stored(home, versions)
    for name in ("contacts", "feedback", "promises"):
        assert ANNA not in found[name]["entity_id"].to_pylist()
    for name in ("transitions", "journeys"):
        assert found[name]["person"].to_pylist() == ([BERND, CEM])
    assert duplicates(home, lake, march()) == {
        ("contacts", CRM): 4,
        ("feedback", CRM): 1,
        ("promises", CRM): 1,
    }
    assert stored(home, bring_in(home, lake, 2, march())) == found


def test_erasing_nobody_changes_nothing(home: Home, lake: Lake) -> None:
    versions = bring_in(home, lake, 1, march())
    assert lake.erase([]) == versions


def test_released_files_are_gone_and_kept_versions_stay(home: Home, lake: Lake) -> None:
    first = bring_in(home, lake, 1, march())
    before = stored(home, first)
    bring_in(home, lake, 2, april())
    now = lake.purge(1)
    lake.release([first])
    assert stored(home, first) == before
    lake.release()
    on_disk = set(home.lake.glob("*/*.parquet"))
    assert on_disk == {path for table in lake._tables.values() for path in table.files()}
    with pytest.raises(Conflict, match="no longer there"):
        stored(home, first)
    assert len(listed(home, now, "contacts")) == 2


def test_verifying_tells_what_only_a_backup_can_mend(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, march())
    lost = lake._tables["contacts"].files()[0]
    bring_in(home, lake, 2, april())
    lost.unlink()
    with pytest.raises(Damaged, match=lost.name):
        lake.verify()


def test_a_lake_torn_by_a_power_cut_opens_without_the_last_import(home: Home, lake: Lake) -> None:
    before = stored(home, bring_in(home, lake, 1, march()))
    bring_in(home, lake, 2, april())
    for name in ("contacts", "transitions", "journeys"):
        lake._tables[name].entry(2).write_bytes(b"")
    lake._seen._settled(2).rename(lake._seen._pending(2))
    assert stored(home, Lake(home).verify()) == before
    assert len(listed(home, bring_in(home, lake, 2, april()), "contacts")) == 6
