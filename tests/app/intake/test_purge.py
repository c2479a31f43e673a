"""A whole import can be taken out again, and nothing else goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import LATE, good, ledger, stored

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.findings import remember
from leitstern.app.common.models import AuditEntry, Finding
from leitstern.app.intake.actions import purge, queue_purge
from leitstern.app.intake.models import ImportState
from leitstern.app.outside.reading import published
from leitstern.core.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


def test_what_one_import_brought_goes_and_the_rest_stays(home: Home, calls: Calls) -> None:
    first = calls.bring(good(1), LATE)
    second = calls.bring(good(1), good(2), good(3))
    assert ledger(second)["duplicates"] == 2
    purge(COMMAND_LINE, first)
    assert first.state == ImportState.PURGED
    assert not first.quarantine.exists()
    assert stored(home)["contacts"] == 2
    assert stored(home)["journeys"] == 2


def test_files_that_were_taken_out_may_come_in_again(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), good(2))
    purge(COMMAND_LINE, run)
    assert ledger(calls.bring())["stored"] == 4
    assert stored(home)["contacts"] == 2


def test_after_the_last_import_there_is_nothing_to_show(calls: Calls) -> None:
    purge(COMMAND_LINE, calls.bring(good(1)))
    assert published() is None


def test_no_byte_of_it_is_left(home: Home, calls: Calls) -> None:
    run = calls.bring("K-1,2026-03-02 10:00,call,1,Ein Kanarienvogel im Wartezimmer", good(2))
    purge(COMMAND_LINE, run)
    left = b"".join(file.read_bytes() for file in home.path.rglob("*") if file.is_file())
    assert b"Kanarienvogel" not in left


def test_findings_that_may_quote_it_are_forgotten(calls: Calls) -> None:
    run = calls.bring(good(1))
    remember("voices", (1,), lambda: ("Ein Kanarienvogel",))
    purge(COMMAND_LINE, run)
    assert not Finding.objects.exists()


def test_only_a_finished_import_can_be_taken_out_and_only_once(calls: Calls) -> None:
    run = calls.bring(good(1))
    purge(COMMAND_LINE, run)
    with pytest.raises(Conflict):
        purge(COMMAND_LINE, run)


def test_the_worker_takes_out_what_the_page_asked_for(
    home: Home, calls: Calls, lead: Person, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1))
    queue_purge(lead, run)
    assert run.state == ImportState.PURGING
    with pytest.raises(Conflict):
        queue_purge(lead, run)
    worker()
    run.refresh_from_db()
    assert run.state == ImportState.PURGED
    assert stored(home)["contacts"] == 0
    assert AuditEntry.objects.filter(actor=lead.actor_id, verb="purge import").count() == 1


def test_only_those_whose_role_says_so_take_out(home: Home, calls: Calls, executive: Person) -> None:
    run = calls.bring(good(1))
    with pytest.raises(NotAllowed):
        purge(executive, run)
    assert stored(home)["contacts"] == 1
