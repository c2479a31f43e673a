"""Whatever becomes of the process that brings something in: afterwards it is in as a whole, or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.intake.calls import LATE, good, ledger, stored

from leitstern.app.common import jobs
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import Job, JobState
from leitstern.app.intake import uploads
from leitstern.app.intake.actions import put_in_order, queue_folder
from leitstern.app.intake.apps import IMPORT_JOB
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry, Snapshot
from leitstern.core.errors import Conflict, Damaged, NoSpace
from leitstern.core.texts import Text
from leitstern.store.lock import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.intake.calls import Calls

    from leitstern.store.home import Home


def cut_off_before_publishing(run: Import) -> None:
    """As if the process had been killed after the lake had taken everything, just before pages were told."""
    Snapshot.objects.latest("id").delete()
    Import.objects.filter(pk=run.pk).update(state=ImportState.RUNNING, sources={}, finished=None)


def in_lake(home: Home, run: Import) -> bool:
    return any((home.lake / "seen").glob(f"{run.pk}.npy"))


def queued(calls: Calls) -> Import:
    """An import that the worker shall do."""
    upload = uploads.Upload("t", calls.folder)
    return queue_folder(COMMAND_LINE, upload, calls.mapping)


def test_an_import_of_the_command_line_that_was_killed_is_taken_back(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), LATE)
    cut_off_before_publishing(run)
    assert in_lake(home, run)
    put_in_order()
    run.refresh_from_db()
    assert run.state == ImportState.FAILED
    assert run.error
    assert "unterbrochen" in run.error["de"]
    assert not in_lake(home, run)
    assert not QuarantineEntry.objects.exists()
    assert ledger(calls.bring())["stored"] == 2


def test_the_next_import_puts_right_what_the_last_one_left(home: Home, calls: Calls) -> None:
    cut_off_before_publishing(calls.bring(good(1)))
    after = calls.bring(good(2))
    assert ledger(after)["stored"] == 2
    assert stored(home)["contacts"] == 1


def test_what_the_worker_was_doing_is_done_again_with_the_same_counts(
    home: Home, calls: Calls, worker: Callable[[], None]
) -> None:
    calls.write(good(1), good(2), LATE)
    run = queued(calls)
    worker()
    before = ledger(run)
    cut_off_before_publishing(run)
    Job.objects.update(state=JobState.RUNNING, lease_until=timezone.now() - timedelta(seconds=1), attempts=1)
    put_in_order()
    run.refresh_from_db()
    assert run.state == ImportState.WAITING
    assert not in_lake(home, run)
    worker()
    assert ledger(run) == before
    assert stored(home)["contacts"] == 2
    assert run.quarantine.count() == 1


def test_nobody_takes_up_work_whose_worker_lives(calls: Calls, worker: Callable[[], None]) -> None:
    calls.write(good(1))
    run = queued(calls)
    Job.objects.update(state=JobState.RUNNING, lease_until=timezone.now() + jobs.LEASE, attempts=1)
    worker()
    run.refresh_from_db()
    assert run.state == ImportState.WAITING


def test_work_that_kills_its_worker_three_times_is_given_up(calls: Calls, worker: Callable[[], None]) -> None:
    calls.write(good(1))
    run = queued(calls)
    Import.objects.update(state=ImportState.RUNNING)
    Job.objects.update(
        state=JobState.RUNNING,
        lease_until=timezone.now() - timedelta(seconds=1),
        attempts=jobs.MOST_ATTEMPTS,
    )
    put_in_order()
    worker()
    run.refresh_from_db()
    assert run.state == ImportState.FAILED
    assert Job.objects.get(kind=IMPORT_JOB).state == JobState.FAILED


def test_a_purge_that_was_cut_off_is_finished(home: Home, calls: Calls) -> None:
    calls.bring(good(2))
    run = calls.bring(good(1))
    Import.objects.filter(pk=run.pk).update(state=ImportState.PURGING)
    put_in_order()
    run.refresh_from_db()
    assert run.state == ImportState.PURGED
    assert stored(home)["contacts"] == 1


def test_a_full_disk_leaves_nothing_behind(home: Home, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the import is in the lake, and about to be published."""

    def full(*_args: object) -> None:
        raise NoSpace(Text(en="full", de="voll"))

    calls.bring(good(1))
    with monkeypatch.context() as broken:
        broken.setattr("leitstern.app.intake.performing.publish", full)
        with pytest.raises(NoSpace):
            calls.bring(good(2), LATE)
    failed = Import.objects.latest("id")
    assert failed.state == ImportState.FAILED
    assert not in_lake(home, failed)
    assert not failed.quarantine.exists()
    assert stored(home)["contacts"] == 1
    assert ledger(calls.bring())["stored"] == 2


def test_imports_wait_for_each_other(home: Home, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leitstern.app.intake.performing.PATIENCE", 0.1)
    calls.write(good(1))
    with exclusive(home.path / "import.lock"), pytest.raises(Conflict):
        calls.bring()
    assert not Import.objects.exists()
    assert calls.bring().state == ImportState.DONE


def test_a_damaged_lake_is_noticed_before_anything_is_added(home: Home, calls: Calls) -> None:
    calls.bring(good(1))
    next((home.lake / "contacts").glob("*.parquet")).unlink()
    with pytest.raises(Damaged):
        calls.bring(good(2))
    assert Import.objects.count() == 1
