from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leitstern.core.errors import Conflict
from leitstern.store.lock import exclusive

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_writer_waits_then_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with exclusive(lock), pytest.raises(Conflict, match="being written"), exclusive(lock, patience=0.1):
        pass
    with exclusive(lock, patience=0):
        pass


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    killed = (
        "import os, pathlib, sys; from leitstern.store.lock import exclusive\n"
        "with exclusive(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", killed, lock], check=False).returncode == -9
    with exclusive(lock, patience=0):
        pass
