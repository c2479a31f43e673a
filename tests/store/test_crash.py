"""kill −9 in the middle of appending, cutting into buckets and purging: after `verify` and once more the same work, all is as if nothing had been."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.store.kills import AT_A_SYNC, AT_ANY_TIME, WORK

ROOT = Path(__file__).resolve().parents[2]


def test_a_killed_process_leaves_nothing_that_cannot_be_mended(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.kills", tmp_path, "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    lines = run.stdout.splitlines()
    assert len(lines) == len(WORK) * (AT_A_SYNC + AT_ANY_TIME), run.stdout
    assert [line for line in lines if not line.endswith("mended 0")] == []
    assert sum("ended -9" in line for line in lines) >= len(WORK) * AT_A_SYNC
