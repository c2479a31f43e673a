"""A worker that is killed with no warning leaves nothing half done, and the next one finishes its work."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.intake.calls import HEADER, MAPPING, TAXONOMY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = 60_000
PATIENCE = 60.0
QUEUE = """
import sys
from pathlib import Path
from leitstern.cli.setup import make_home
home = make_home()
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake.actions import queue_folder
from leitstern.app.intake.uploads import Upload
folder = Path(sys.argv[1])
queue_folder(COMMAND_LINE, Upload("t", folder), folder / "mapping.yaml")
"""


class Installation:
    """A home of its own, with programs that run in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment = {
            **os.environ,
            "LEITSTERN_HOME": str(path),
            "DJANGO_SETTINGS_MODULE": "leitstern.app.project.settings",
        }
        self.running: list[subprocess.Popen[bytes]] = []

    def run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], env=self.environment, check=True, timeout=PATIENCE)

    def start_worker(self) -> subprocess.Popen[bytes]:
        worker = subprocess.Popen(
            [sys.executable, "-m", "leitstern.app.project.serve", "worker"], env=self.environment
        )
        self.running.append(worker)
        return worker

    def ask(self, query: str) -> Any:
        with sqlite3.connect(f"file:{self.path / 'app.db'}?mode=ro", uri=True) as con:
            found = con.execute(query).fetchone()
        con.close()
        return found[0] if found else None

    def change(self, statement: str) -> None:
        with sqlite3.connect(self.path / "app.db", timeout=20) as con:
            con.execute(statement)
        con.close()

    def until(self, query: str, wanted: object) -> None:
        end = time.monotonic() + PATIENCE
        while self.ask(query) != wanted:
            assert time.monotonic() < end, (query, self.ask(query))
            time.sleep(0.02)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path / "home")
    yield made
    for worker in made.running:
        worker.kill()
        worker.wait()


def test_a_killed_worker_leaves_nothing_half_imported(installation: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "mapping.yaml").write_text(MAPPING)
    (folder / "taxonomy.yaml").write_text(TAXONOMY)
    rows = (
        f"K-{n % 5000},2026-03-{1 + n % 28:02} {n % 24:02}:{n % 60:02},call,{1 + n % 5},Anruf {n}"
        for n in range(ROWS)
    )
    (folder / "calls.csv").write_text("\n".join([HEADER, *rows]) + "\n")
    installation.run("-c", QUEUE, str(folder))

    first = installation.start_worker()
    installation.until("SELECT state FROM intake_import", "running")
    installation.until("SELECT progress > 0.3 FROM common_job", 1)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert installation.ask("SELECT count(*) FROM intake_snapshot") == 0
    assert installation.ask("SELECT state FROM intake_import") == "running"

    # Time passes until the lease of the dead worker has ended.
    installation.change("UPDATE common_job SET lease_until = '2000-01-01 00:00:00'")
    second = installation.start_worker()
    installation.until("SELECT state FROM common_job", "done")
    assert installation.ask("SELECT state FROM intake_import") == "done"
    assert installation.ask("SELECT attempts FROM common_job") == 2
    stored = "SELECT json_extract(sources, '$.calls.contacts') FROM intake_import"
    assert installation.ask(stored) == ROWS
    assert installation.ask("SELECT json_extract(sources, '$.calls.duplicates') FROM intake_import") == 0
    assert installation.ask("SELECT count(*) FROM intake_snapshot") == 1

    second.terminate()
    assert second.wait(timeout=PATIENCE) == 0
