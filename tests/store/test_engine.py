from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pytest

from leitstern.store.engine import batches, clear_spill, connect, rows

if TYPE_CHECKING:
    from leitstern.store.home import Home


def test_time_is_utc_and_nothing_is_downloaded(home: Home) -> None:
    with closing(connect(home)) as con:
        assert rows(con, "SELECT strftime(make_timestamptz(0), '%H:%M %Z')") == [("00:00 UTC",)]
        with pytest.raises(duckdb.Error, match="spatial"):
            rows(con, "SELECT st_point(1, 2)")


def test_memory_and_threads_are_bounded(home: Home) -> None:
    with closing(connect(home, memory_limit="100MB", threads=1)) as con:
        assert rows(con, "SELECT current_setting('threads'), current_setting('memory_limit')") == [
            (1, "95.3 MiB")
        ]


def test_what_does_not_fit_is_spilled_inside_the_home_and_gone_afterwards(home: Home) -> None:
    with closing(connect(home, memory_limit="50MB")) as con:
        rows(con, "CREATE TEMP TABLE many AS SELECT range, md5(range::VARCHAR) FROM range(1500000)")
        assert any((home.staging / "spill").iterdir())
    assert not any(home.staging.rglob("*.tmp"))


def test_batches_keep_the_order_of_the_rows(home: Home) -> None:
    with closing(connect(home)) as con:
        rows(con, "CREATE TEMP TABLE many AS SELECT range AS i FROM range(2500000) ORDER BY hash(range)")
        found = [np.from_dlpack(batch.column(0)) for batch in batches(con, "SELECT i FROM many ORDER BY i")]
    assert len(found) > 1
    assert np.array_equal(np.concatenate(found), np.arange(2_500_000))


def test_leftovers_of_the_dead_are_cleared_and_those_of_the_living_kept(home: Home) -> None:
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    spill = home.staging / "spill"
    spill.mkdir()
    (spill / f"duckdb_temp_{int(dead.stdout)}_0_storage_DEFAULT-0.tmp").write_bytes(b"what somebody said")
    (spill / "duckdb_temp_1_0_storage_DEFAULT-0.tmp").write_bytes(b"in use")
    clear_spill(home)
    assert [path.name for path in spill.iterdir()] == ["duckdb_temp_1_0_storage_DEFAULT-0.tmp"]
