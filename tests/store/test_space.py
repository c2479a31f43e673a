from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import duckdb
import pytest
from deltalake.exceptions import DeltaError
from tests.store.staging import ANNA, BERLIN, BERND, CALL, Import, bring_in, stored

from leitstern.core.errors import NoSpace, NotWritable
from leitstern.core.tables.lake import FACTS
from leitstern.store import columns
from leitstern.store.engine import connect, rows
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.layout import Layout
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from leitstern.store.reader import Versions


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        duckdb.OutOfMemoryException(
            "failed to offload … limit was set by the 'max_temp_directory_size' setting"
        ),
        duckdb.IOException("Could not write file: No space left on device"),
        DeltaError("Generic LocalFileSystem error: No space left on device (os error 28)"),
        OSError(errno.EFBIG, "File too large"),
    ],
)
def test_every_library_s_full_disk_is_the_same_sentence(error: Exception) -> None:
    with pytest.raises(NoSpace) as refused, refuse_unwritable():
        raise error
    assert "nichts behalten" in refused.value.text.de


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(errno.EACCES, "Permission denied"),
        OSError(errno.EROFS, "Read-only file system"),
        duckdb.IOException('Cannot open file "x.parquet": Read-only file system'),
        DeltaError("Generic LocalFileSystem error: Permission denied (os error 13)"),
    ],
)
def test_a_folder_that_may_only_be_read_is_one_sentence_too(error: Exception) -> None:
    with pytest.raises(NotWritable) as refused, refuse_unwritable():
        raise error
    assert "nur lesen" in refused.value.text.de


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(FileNotFoundError), refuse_unwritable():
        raise FileNotFoundError(errno.ENOENT, "No such file")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small disk needs root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk_keeps_what_was_there_and_nothing_of_the_rest(small_disk: Path) -> None:
    home = Home.create(small_disk / "home")
    lake = Lake(home)
    arrived = Import()
    arrived.contact(ANNA, CALL, 0)
    versions = bring_in(home, lake, 1, arrived)
    before, files = stored(home, versions), sorted(home.lake.rglob("*"))

    many = {
        "entity_id": "hash(range) >> 1",
        "ts_us": "range",
        "seq": "range",
        "touchpoint": "1",
        "department": "1",
        "channel": "1",
        "props": "md5(range::VARCHAR)",
    }
    with closing(connect(home)) as con:
        for name, schema in FACTS.items():
            values = {field.name: many.get(field.name, "NULL") for field in schema} | {
                "journey_key": "0",
                "source": "1",
            }
            count = 300_000 if name == "contacts" else 0
            select = columns.select(schema, f"range({count})", **values)
            rows(
                con,
                f"CREATE TEMP TABLE staged_{name} AS SELECT *, md5_number(seq::VARCHAR) AS mid FROM ({select})",
            )
        lake.drop_duplicates(con)
        with pytest.raises(NoSpace):
            lake.append(con, 2, 30, BERLIN)

    assert sorted(home.lake.rglob("*")) == files
    assert lake.verify() == versions
    assert stored(home, versions) == before
    again = Import()
    again.contact(ANNA, CALL, 1)
    assert stored(home, bring_in(home, lake, 3, again))["contacts"].num_rows == 2


def test_a_disk_that_may_only_be_read_is_refused_and_still_read(small_disk: Path) -> None:
    home = Home.create(small_disk / "home")
    lake, arrived, again = Lake(home), Import(), Import()
    arrived.contact(ANNA, CALL, 0)
    again.contact(ANNA, CALL, 1)
    versions = bring_in(home, lake, 1, arrived)
    before, files = stored(home, versions), sorted(home.lake.rglob("*"))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for refused in (
        lambda: bring_in(home, Lake(home), 2, again),
        lambda: lake.erase([ANNA]),
        lambda: lake.purge(1),
        lake.release,
    ):
        with pytest.raises(NotWritable):
            refused()
    assert stored(home, lake.versions()) == before
    assert sorted(home.lake.rglob("*")) == files


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file may grow larger, as where an account has a limit: a full disk that needs no rights to be made."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def one(at: float) -> Import:
    arrived = Import()
    arrived.contact(ANNA, CALL, at)
    return arrived


@pytest.mark.parametrize("full", [100, 1500])  # bytes: the hashes do not fit, or the facts
def test_an_import_that_meets_a_full_disk_anywhere_leaves_all_as_it_was(home: Home, full: int) -> None:
    lake = Lake(home)
    versions = bring_in(home, lake, 1, one(0))
    before, files = stored(home, versions), sorted(home.lake.rglob("*"))
    with files_up_to(full), pytest.raises(NoSpace):
        bring_in(home, lake, 2, one(1))
    assert sorted(home.lake.rglob("*")) == files
    assert lake.verify() == versions
    assert stored(home, versions) == before
    assert stored(home, bring_in(home, lake, 2, one(1)))["contacts"].num_rows == 2


def test_compaction_that_meets_a_full_disk_leaves_fresh_files_as_they_were(home: Home) -> None:
    lake = Lake(home, Layout(most_fresh=2))
    for number in (1, 2):
        versions = bring_in(home, lake, number, one(number))
    before, files = stored(home, versions), sorted(home.lake.rglob("*"))
    largest = max(path.stat().st_size for path in home.lake.glob("contacts/*.parquet"))
    with files_up_to(largest - 1), pytest.raises(NoSpace):  # the third import merges what is fresh
        bring_in(home, lake, 3, one(3))
    assert sorted(home.lake.rglob("*")) == files
    assert stored(home, lake.verify()) == before
    assert stored(home, bring_in(home, lake, 3, one(3)))["contacts"].num_rows == 3


def test_erasing_and_deriving_anew_meet_a_full_disk_and_change_nothing(home: Home) -> None:
    lake, both = Lake(home), one(0)
    both.contact(BERND, CALL, 1)
    versions = bring_in(home, lake, 1, both)
    before, files = stored(home, versions), sorted(home.lake.rglob("*"))
    changes: list[Callable[[], Versions]] = [
        lambda: lake.erase([ANNA]),
        lambda: lake.rebuild(7),
        lake.derive_again,
    ]
    for change in changes:
        with files_up_to(1000), pytest.raises(NoSpace):
            change()
        assert sorted(home.lake.rglob("*")) == files
        assert stored(home, lake.verify()) == before
    assert stored(home, lake.erase([ANNA]))["contacts"].num_rows == 1
