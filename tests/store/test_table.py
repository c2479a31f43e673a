from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from deltalake.exceptions import CommitFailedError

from leitstern.core.tables.lake import CONTACTS, LAKE
from leitstern.store import columns, durable
from leitstern.store.engine import connect
from leitstern.store.table import STATISTICS, Change, Table

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from leitstern.store.home import Home

ONE_ROW = columns.select(
    CONTACTS,
    "range({count})",
    **{name: "range" for name in CONTACTS.names if name not in {"local_date", "props"}},
    local_date="DATE '2026-03-01'",
    props="'{{}}'",
)


def contacts(count: int) -> str:
    return ONE_ROW.format(count=count)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    made = Table(tmp_path / "contacts", CONTACTS)
    made.create()
    return made


@pytest.fixture
def con(home: Home) -> duckdb.DuckDBPyConnection:
    return connect(home)


def test_a_new_table_is_empty_and_making_it_again_changes_nothing(table: Table) -> None:
    table.create()
    assert (table.open().version(), table.files(), table.next_seq()) == (0, [], 0)


def test_versions_name_their_files_for_ever(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        first, second = table.write(con, contacts(3)), table.write(con, contacts(5))
    assert first
    assert second
    table.commit(Change([first]))
    change = Change([second], [first.path])
    assert table.files_after(change) == [second.path]
    table.commit(change)
    assert [table.files(version) for version in (0, 1, 2)] == [[], [first.path], [second.path]]
    assert table.next_seq() == 5


def test_a_query_without_rows_writes_no_file(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        assert table.write(con, contacts(0)) is None
    assert not list(table.folder.glob("*.parquet"))


def test_a_failing_query_leaves_no_file(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with closing(con), pytest.raises(Exception, match="boom"):
        table.write(con, f"{contacts(3)} ORDER BY error('boom')")
    assert not list(table.folder.glob("*.parquet"))


def test_transactions_are_remembered(table: Table) -> None:
    table.commit(Change(transactions={"import-1": 1, "journey_gap_days": 30}))
    table.commit(Change(transactions={"journey_gap_days": 7}))
    known = table.transactions(["import-1", "journey_gap_days", "import-2"])
    assert known == {"import-1": 1, "journey_gap_days": 7, "import-2": None}


def test_only_one_of_two_writers_commits(table: Table) -> None:
    late = Table(table.folder, CONTACTS)
    stale = late.open()
    late.open = lambda version=None: stale  # type: ignore[method-assign]
    table.commit(Change(transactions={"import-1": 1}))
    with pytest.raises(CommitFailedError):
        late.commit(Change(transactions={"import-1": 1}))


def test_who_writes_alone_opens_each_version_once(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with table.alone():
        opened = table.open()
        assert table.open() is opened
        table.commit(Change([file for file in [table.write(con, contacts(3))] if file]))
        assert (table.open().version(), [each.rows for each in table.stored()]) == (1, [3])
        assert table.open(0).version() == 0
    assert table.open() is not table.open()


def test_file_folder_entry_and_log_are_synced_in_this_order(
    table: Table, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    sync = durable.sync

    def note(path: Path) -> None:
        synced.append(path)
        sync(path)

    monkeypatch.setattr(durable, "sync", note)
    with closing(con):
        file = table.write(con, contacts(3))
    assert file
    table.commit(Change([file]))
    assert synced == [file.path, table.folder, table.entry(1), table.log]


def test_damaged_files_are_named(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        file = table.write(con, contacts(3))
    assert file
    table.commit(Change([file]))
    assert table.damaged() == []
    file.path.write_bytes(file.path.read_bytes()[:-1])
    assert table.damaged() == [file.path]
    file.path.unlink()
    assert table.damaged() == [file.path]


def test_statistics_are_integers_that_point_at_nobody(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    assert all(
        str(schema.field(name).type).startswith("int")
        for schema in LAKE.values()
        for name in STATISTICS
        if name in schema.names
    )
    with closing(con):
        file = table.write(con, contacts(3))
    assert file
    table.commit(Change([file]))
    entry = [json.loads(line) for line in table.entry(1).read_text().splitlines()]
    [added] = [record["add"] for record in entry if "add" in record]
    expected = {"ts_us": 0, "seq": 0, "import_id": 0}
    assert json.loads(added["stats"]) == {
        "numRecords": 3,
        "minValues": expected,
        "maxValues": dict.fromkeys(expected, 2),
        "nullCount": expected,
    }


def test_files_have_exactly_the_columns_of_the_contract(table: Table, con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        file = table.write(con, contacts(3))
    assert file
    written = pq.read_schema(file.path)
    assert (written.names, written.types) == (CONTACTS.names, CONTACTS.types)
    assert pq.read_metadata(file.path).row_group(0).column(0).compression == "ZSTD"
