from __future__ import annotations

import os
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.store.test_table import contacts

from leitstern.core.tables.lake import CONTACTS
from leitstern.store import log
from leitstern.store.engine import connect
from leitstern.store.table import Change, Table

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.store.home import Home


@pytest.fixture
def table(tmp_path: Path, home: Home) -> Table:
    """Version 1 states import 1, version 2 adds a file and states import 2."""
    made = Table(tmp_path / "contacts", CONTACTS)
    made.create()
    with closing(connect(home)) as con:
        file = made.write(con, contacts(3))
    assert file
    made.commit(Change(transactions={"import-1": 1}))
    made.commit(Change([file], transactions={"import-2": 1}))
    return made


def test_a_whole_log_stays_as_it_is(table: Table) -> None:
    log.repair(table)
    assert table.transactions(["import-1", "import-2"]) == {"import-1": 1, "import-2": 1}


@pytest.mark.parametrize("torn", [b"", b'{"commitInfo":{"ti', b"\0" * 300])
def test_a_torn_newest_entry_is_dropped(table: Table, torn: bytes) -> None:
    table.entry(2).write_bytes(torn)
    log.repair(table)
    assert table.transactions(["import-1", "import-2"]) == {"import-1": 1, "import-2": None}
    table.commit(Change(transactions={"import-2": 1}))
    assert table.open().version() == 2


def test_an_entry_whose_file_never_reached_the_disk_is_dropped(table: Table) -> None:
    table.files()[0].write_bytes(b"")
    log.repair(table)
    assert table.open().version() == 1


def test_a_table_whose_first_entry_is_torn_can_be_made_again(tmp_path: Path) -> None:
    table = Table(tmp_path / "torn", CONTACTS)
    table.create()
    table.entry(0).write_bytes(b"")
    log.repair(table)
    table.create()
    assert table.open().version() == 0


def test_drafts_of_a_killed_writer_go(table: Table) -> None:
    draft = table.log / f"{table.entry(3).name}#1"
    draft.write_bytes(b"half")
    log.repair(table)
    assert not draft.exists()


@pytest.mark.parametrize("torn", ["checkpoint", "pointer"])
def test_a_torn_checkpoint_is_dropped(table: Table, torn: str) -> None:
    table.open().create_checkpoint()
    path = table.log / ("_last_checkpoint" if torn == "pointer" else f"{2:020d}.checkpoint.parquet")
    path.write_bytes(b"PAR1")
    log.repair(table)
    assert not path.exists()
    assert table.transactions(["import-1", "import-2"]) == {"import-1": 1, "import-2": 1}


def test_an_old_log_is_condensed_down_to_what_readers_hold(table: Table) -> None:
    for number in range(3, 104):
        table.commit(Change(transactions={f"import-{number}": 1}))
    a_week_ago = time.time() - 7 * 86_400
    for entry in table.log.glob("*.json"):
        os.utime(entry, (a_week_ago, a_week_ago))
    log.trim(table, 99)
    assert table.entry(0).exists()  # not worth it yet
    log.trim(table, 101)
    assert not table.entry(100).exists()
    assert [table.open(version).version() for version in (101, 102, 103)] == [101, 102, 103]
    assert len(table.files()) == 1
    known = table.transactions(["import-1", "import-2", "import-103"])
    assert known == {"import-1": 1, "import-2": 1, "import-103": 1}
    log.repair(table)
    assert table.open().version() == 103
