"""Backups: made while work goes on, read again, tried out, and erasing again who was erased since."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse
from django.utils import timezone
from tests.app.intake.calls import LATE, good, stored

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry, Job, JobState
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.intake.models import QuarantineEntry, Snapshot
from leitstern.app.safekeeping.backing import back_up, try_backup
from leitstern.app.safekeeping.erasures import LIST, erased, listed
from leitstern.app.safekeeping.models import Backup
from leitstern.app.safekeeping.queries import backups, still_held
from leitstern.app.safekeeping.restoring import after_restore, refuse_newer
from leitstern.collect.identify import entity_of
from leitstern.core.errors import Conflict, Damaged, InvalidInput, NoSpace, NotAllowed, WrongFormat
from leitstern.store.archive import read_manifest, read_secret, unpack
from leitstern.store.home import Home
from leitstern.store.lock import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import Settings
    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person

WAITS = "K-2,31.31.2026,call,2,Wann war das"  # of somebody who is erased later


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Another disk."""
    folder = tmp_path / "vault"
    folder.mkdir()
    return folder


def test_a_restore_erases_again_who_was_erased_since(
    home: Home, calls: Calls, vault: Path, tmp_path: Path, settings: Settings
) -> None:
    calls.bring(good(1), good(2), WAITS, LATE)
    made = back_up(COMMAND_LINE, vault)
    assert try_backup(COMMAND_LINE, made).tried
    assert still_held(backups()).en.startswith("Nobody")
    erase_customer(COMMAND_LINE, "customer_no", "K-2")
    gone = entity_of(home, "customer_no", "K-2")
    assert listed(vault / LIST) == listed(home.path / LIST) == erased() == {gone}
    assert still_held(backups()).en.startswith("One customer was erased since")

    # What follows stands for another process, which opens the restored home with its database.
    unpack(Path(made.place), tmp_path / "new", read_secret(Path(f"{made.place}.secret")), lambda *_: None)
    settings.HOME = tmp_path / "new"
    with closing(sqlite3.connect(tmp_path / "new" / "app.db")) as con:
        assert con.execute("SELECT count(*) FROM intake_quarantineentry").fetchone() == (2,)
        rows = con.execute("SELECT * FROM intake_quarantineentry").fetchall()
        versions = con.execute("SELECT versions FROM intake_snapshot ORDER BY id DESC").fetchone()
    AuditEntry.objects.all().delete()
    QuarantineEntry.objects.all().delete()
    _put_back(rows)
    _published(versions[0])
    assert stored(home_of(settings))["contacts"] == 2
    assert after_restore(COMMAND_LINE, listed(vault / LIST)) == 1
    assert stored(home_of(settings))["contacts"] == 1
    assert [bytes(each.original)[:3] for each in QuarantineEntry.objects.all()] == [b"K-7"]
    assert after_restore(COMMAND_LINE, listed(vault / LIST)) == 0
    assert _nowhere(tmp_path / "new" / "lake", gone)


def _put_back(rows: list[tuple[Any, ...]]) -> None:

    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO intake_quarantineentry VALUES ({', '.join(['%s'] * len(rows[0]))})", rows
        )


def _published(versions: str) -> None:
    newest = Snapshot.objects.latest("id")
    newest.versions = json.loads(versions)
    newest.save()


def home_of(settings: Settings) -> Home:
    """The restored home."""
    return Home.open(settings.HOME)


def _nowhere(lake: Path, entity: int) -> bool:
    found = [pq.read_table(path) for path in lake.rglob("*.parquet")]
    columns = [
        table[name] for table in found for name in ("entity_id", "person") if name in table.column_names
    ]
    return bool(columns) and not any(entity in column.to_pylist() for column in columns)


def test_a_restored_home_lets_nobody_in_by_old_ways(home: Home, db: None, lead_client: Client) -> None:
    assert Session.objects.exists()
    job = Job.objects.create(kind="import", state=JobState.RUNNING, actor="worker")
    assert after_restore(COMMAND_LINE, []) == 0
    assert not Session.objects.exists()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert AuditEntry.objects.filter(verb="restore backup").exists()


def test_a_database_of_a_newer_program_is_refused(db: None) -> None:
    refuse_newer()
    MigrationRecorder.Migration.objects.create(app="intake", name="9999_later", applied=timezone.now())
    with pytest.raises(WrongFormat):
        refuse_newer()


def test_what_would_not_hold_is_refused_before_anything_is_written(
    home: Home, calls: Calls, vault: Path, lead: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls.bring(good(1))
    with pytest.raises(NotAllowed):
        back_up(lead, vault)
    for place in (Path("relative"), vault / "none", home.path / "lake"):
        with pytest.raises(InvalidInput):
            back_up(COMMAND_LINE, place)
    with exclusive(home.path / "backup.lock", 0.0), pytest.raises(Conflict):
        back_up(COMMAND_LINE, vault)
    full = shutil.disk_usage(vault)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(NoSpace):
        back_up(COMMAND_LINE, vault)
    assert list(vault.iterdir()) == []
    assert not Backup.objects.exists()


def test_the_page_makes_tries_and_deletes(
    admin_client: Client, home: Home, calls: Calls, vault: Path, worker: Callable[[], None]
) -> None:
    calls.bring(good(1))
    page = reverse("safekeeping:overview")
    assert "There is no backup yet" in admin_client.get(page).content.decode()
    assert "no folder of this server" in admin_client.post(page, {"target": "nowhere"}).content.decode()
    admin_client.post(page, {"target": str(vault / "one.zip")})
    worker()
    made = Backup.objects.get()
    assert read_manifest(vault / "one.zip").rows["contacts"] == 1
    assert "one.zip" in admin_client.get(page).content.decode()
    admin_client.post(reverse("safekeeping:trial", args=[made.pk]))
    worker()
    made.refresh_from_db()
    assert made.tried
    (vault / "one.zip").write_bytes(b"rubbish")
    with pytest.raises(Damaged):
        try_backup(COMMAND_LINE, made)
    assert "is damaged" in admin_client.get(page).content.decode()
    (listed_,) = admin_client.get("/api/v1/safekeeping/backups").json()
    assert listed_["problem"]["en"].startswith("The backup")
    admin_client.post(reverse("safekeeping:remove", args=[made.pk]))
    assert list(vault.glob("one*")) == []
    assert admin_client.post(reverse("safekeeping:remove", args=[made.pk])).status_code == 404
