"""What could not be read is tried again after something was mended; trying twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import LATE, MAPPING, WRONG, good, ledger, stored

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake.actions import purge, queue_replay, replay
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.intake.queries import import_by_id, quarantined
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

AMERICAN = "K-9,12/31/2025,call,4,Guten Rutsch"  # a format the mapping does not name yet
MENDED = MAPPING.replace("file: calls.csv", 'file: calls.csv\n    format: {dates: ["%m/%d/%Y"]}')
WIDER = MENDED.replace("kind: csat,", "kind: rating, scale: [1, 99], good_from: 50,")


def test_what_the_mended_mapping_reads_goes_in(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), AMERICAN, LATE)
    again = replay(COMMAND_LINE, run, MENDED)
    assert again.quarantine_of == run
    assert ledger(again) == {"received": 4, "stored": 2, "quarantined": 2, "duplicates": 0}
    assert ledger(run) == {"received": 6, "stored": 2, "quarantined": 4, "duplicates": 0}
    assert stored(home)["contacts"] == 2
    assert [entry.replayed_by for entry in run.quarantine.order_by("line")] == [again, None]
    assert import_by_id(run.pk).waiting == 1  # type: ignore[attr-defined]


def test_replaying_twice_changes_nothing(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), AMERICAN, LATE)
    first = replay(COMMAND_LINE, run, MENDED)
    before = stored(home)
    second = replay(COMMAND_LINE, run, MENDED)
    assert ledger(second) == {"received": 2, "stored": 0, "quarantined": 2, "duplicates": 0}
    assert stored(home) == before
    assert [entry.replayed_by for entry in run.quarantine.order_by("line")] == [first, None]


def test_what_still_waits_has_the_reason_it_has_now(calls: Calls) -> None:
    run = calls.bring("K-5,12/31/2025,call,77,Silvester")
    (before,) = quarantined(run)
    assert before.code == "time-unreadable"
    replay(COMMAND_LINE, run, MENDED)
    (now,) = quarantined(run)
    assert (now.pk, now.code) == (before.pk, "value-outside")
    assert bytes(now.original) == bytes(before.original)
    replay(COMMAND_LINE, run, WIDER)
    assert not quarantined(run).exists()


def test_what_came_in_meanwhile_is_a_duplicate(calls: Calls) -> None:
    run = calls.bring(AMERICAN)
    calls.mapping.write_text(MENDED)
    calls.bring()
    assert ledger(replay(COMMAND_LINE, run, MENDED)) == {
        "received": 2,
        "stored": 0,
        "quarantined": 0,
        "duplicates": 2,
    }
    assert not quarantined(run).exists()


def test_nothing_is_replayed_where_nothing_waits(calls: Calls) -> None:
    run = calls.bring(good(1))
    with pytest.raises(Conflict):
        replay(COMMAND_LINE, run, MAPPING)
    assert Import.objects.count() == 1


def test_a_mapping_with_mistakes_changes_nothing(calls: Calls) -> None:
    run = calls.bring(AMERICAN)
    with pytest.raises(InvalidInput):
        replay(COMMAND_LINE, run, MAPPING.replace("touchpoint", "touchpiont"))
    with pytest.raises(InvalidInput):
        replay(COMMAND_LINE, run, MENDED.replace("- name: calls", "- name: telephone"))
    assert quarantined(run).count() == 1
    assert Import.objects.latest("id").state == ImportState.FAILED


def test_taking_a_replay_out_lets_its_records_wait_again(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), AMERICAN)
    again = replay(COMMAND_LINE, run, MENDED)
    purge(COMMAND_LINE, again)
    assert stored(home)["contacts"] == 1
    assert quarantined(run).count() == 1
    assert ledger(replay(COMMAND_LINE, run, MENDED))["stored"] == 2


def test_taking_the_import_out_takes_its_replays_along(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), AMERICAN)
    again = replay(COMMAND_LINE, run, MENDED)
    purge(COMMAND_LINE, run)
    again.refresh_from_db()
    assert again.state == ImportState.PURGED
    assert stored(home) == dict.fromkeys(("contacts", "feedback", "promises", "transitions", "journeys"), 0)


def test_the_worker_replays_what_the_page_asked_for(
    home: Home, calls: Calls, lead: Person, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1), AMERICAN)
    again = queue_replay(lead, run, MENDED)
    assert again.state == ImportState.WAITING
    worker()
    again.refresh_from_db()
    assert again.state == ImportState.DONE
    assert stored(home)["contacts"] == 2


def test_only_those_whose_role_says_so_replay(calls: Calls, executive: Person) -> None:
    run = calls.bring(AMERICAN, WRONG)
    with pytest.raises(NotAllowed):
        replay(executive, run, MENDED)
    assert quarantined(run).count() == 2
