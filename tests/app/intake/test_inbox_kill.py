"""A process that is killed while it takes files from an inbox, again and again, loses nothing and brings nothing twice."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

from django.db import connection
from tests.app.intake.calls import HEADER, MAPPING, TAXONOMY

from leitstern.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path

FILES, ROWS, KILLS = 2, 300, 4
# One process that knows everything, and children of it that do the work and are killed.
CARRIER = """
import os, random, signal, sys, time
from leitstern.cli.setup import make_home
make_home()
from leitstern.app.common import jobs
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.intake import actions, inbox
from leitstern.app.intake.inbox_folders import folder_of, open_inbox
from leitstern.app.intake.models import Dropped
from leitstern.collect.taxonomy_file import read_taxonomy
from django.db import connections
import duckdb, deltalake
mapping, taxonomy, seed = sys.argv[1:4]
inbox.SETTLED = 0.0
jobs.MOST_ATTEMPTS = 99
adopt(COMMAND_LINE, read_taxonomy(taxonomy, "taxonomy.yaml"))
print(folder_of(open_inbox(COMMAND_LINE, "calls", mapping)), flush=True)
sys.stdin.readline()
chance = random.Random(int(seed))
connections.close_all()
for kill in [chance.uniform(0.0, 0.6) for _ in range(KILLS)] + [None]:
    child = os.fork()
    if child == 0:
        from leitstern.app.common.models import Job
        Job.objects.update(lease_until="2000-01-01T00:00:00Z")
        actions.put_in_order()
        while inbox.look() or jobs.run_next() or Dropped.objects.filter(finished=None).exists():
            pass
        os._exit(0)
    if kill is not None:
        time.sleep(kill)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


def test_killed_at_any_point_every_row_is_stored_once(db: None, tmp_path: Path) -> None:
    home = tmp_path / "home"
    connection.ensure_connection()
    Home.create(home)
    with sqlite3.connect(home / "app.db") as app:  # empty tables, without making them anew
        app.executescript("\n".join(connection.connection.iterdump()))
    app.close()
    environment = {
        **os.environ,
        "LEITSTERN_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "leitstern.app.project.settings",
    }
    script = CARRIER.replace("KILLS", str(KILLS))
    seed = str(random.SystemRandom().randrange(10**6))
    command = [sys.executable, "-c", script, MAPPING, TAXONOMY, seed]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as carrier:
        assert carrier.stdout
        folder = tmp_path / carrier.stdout.readline().strip()
        for number in range(FILES):
            rows = (f"K-{n},2026-03-{1 + n % 28:02} 10:00,call,5,{number}" for n in range(ROWS))
            (folder / f"{number}.csv").write_text("\n".join([HEADER, *rows]) + "\n")
        assert carrier.stdin
        carrier.stdin.write("go\n")
        carrier.stdin.flush()
        assert carrier.wait(timeout=120) == 0, seed
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert names == sorted(f"done/{n}.csv{more}" for n in range(FILES) for more in ("", ".receipt.json")), (
        seed
    )
    receipts = [json.loads((folder / f"done/{n}.csv.receipt.json").read_text()) for n in range(FILES)]
    assert [(told["stored"], told["duplicates"]) for told in receipts] == [(2 * ROWS, 0)] * FILES, seed
    with sqlite3.connect(home / "app.db") as con:
        states = con.execute("SELECT state, count(*) FROM intake_import GROUP BY state").fetchall()
    con.close()
    assert states == [("done", FILES)], seed
