"""The pages of operations: what came in adds up, what waits can be mended, what failed can be tried again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import LATE, MAPPING, good

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.jobs import retry
from leitstern.app.common.models import AuditEntry, Job, JobState
from leitstern.app.intake.actions import purge, queue_replay, replay
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.intake.queries import quarantined
from leitstern.app.operations.booking import balanced, booked, finished
from leitstern.app.operations.looking import WELL, look
from leitstern.app.operations.signs import signs
from leitstern.app.operations.waiting import form, waiting
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.intake.calls import Calls

    from leitstern.store.home import Home

AMERICAN = "K-9,12/31/2025,call,4,Guten Rutsch"
MENDED = MAPPING.replace("file: calls.csv", 'file: calls.csv\n    format: {dates: ["%m/%d/%Y"]}')


def test_the_ledger_balances_through_replay_duplicates_purge_and_erasure(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), good(2), AMERICAN, LATE)
    calls.bring()  # the same file: all of it known, or waiting again
    again = replay(COMMAND_LINE, run, MENDED)
    found = balanced(booked(finished()))
    assert found.faults == ()
    assert (found.items.received, found.items.stored, found.items.quarantined, found.items.duplicates) == (
        16,
        4,
        8,
        4,
    )
    purge(COMMAND_LINE, again)
    assert balanced(booked(finished())).faults == ()
    erase_customer(COMMAND_LINE, "customer_no", "K-2")
    gone = balanced(booked(finished()))
    assert (gone.faults, gone.erased) == ((), 2)


def test_books_that_are_wrong_are_said_to_be(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), LATE)
    assert balanced(booked(finished())).faults == ()
    run.sources["calls"]["contacts"] += 3  # as if three had been lost
    run.save()
    quarantined(run).delete()
    faults = [text.en for text in balanced(booked(finished())).faults]
    assert len(faults) == 3
    assert "source calls: of what was received, -3 more" in faults[0]
    assert "3 fewer rows are stored than were booked" in faults[1]
    assert "1 fewer rows lie in quarantine" in faults[2]
    assert look().headline.en == "It does not add up at 3 places."


def test_the_page_says_it_all(lead_client: Client, home: Home, calls: Calls) -> None:
    empty = lead_client.get(reverse("operations:overview")).content.decode()
    assert "Nothing has come in yet." in empty
    calls.bring(good(1), LATE)
    page = lead_client.get(reverse("operations:overview"), {"by": "hour"}).content.decode()
    assert "4 received = 2 stored + 2 quarantined + 0 duplicates" in page
    assert "1 · calls" in page
    assert "rhythm unknown" in page
    assert look().headline == WELL
    ledger = lead_client.get(reverse("operations:overview"), {"format": "csv"}).content.decode().splitlines()
    assert ledger[1].split(",")[1:9] == ["calls", "", "4", "2", "2", "0", "0", "0"]
    told = lead_client.get(reverse("operations:overview"), {"format": "signs"}).content.decode().splitlines()
    assert told[1].startswith("calls,")


def test_what_waits_is_shown_without_content_mended_tried_and_brought_in(
    lead_client: Client, home: Home, calls: Calls, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1), AMERICAN)
    (one,) = waiting()
    assert (one.run, one.source, one.rows, one.items) == (run.pk, "calls", 1, 2)
    address = reverse("operations:mend", args=[run.pk])
    page = lead_client.get(address).content.decode()
    assert "x-9,99/99/9999,xxxx,9,xxxxx xxxxxx" in page
    assert "Guten Rutsch" not in page
    tried = lead_client.post(address, {"mapping": MENDED, "try": ""}).content.decode()
    assert "What would come in now" in tried
    assert quarantined(run).count() == 1
    assert Import.objects.count() == 1
    wrong = lead_client.post(address, {"mapping": MENDED.replace("touchpoint", "touchpiont"), "try": ""})
    assert "touchpiont" in wrong.content.decode()
    sent = lead_client.post(address, {"mapping": MENDED, "bring-in": ""})
    worker()
    again = Import.objects.latest("id")
    assert sent["Location"] == reverse("intake:import", args=[again.pk])
    assert not quarantined(run).exists()
    assert "Nothing of this import waits any more" in lead_client.get(address).content.decode()
    purge(COMMAND_LINE, again)
    assert quarantined(run).count() == 1


def test_cells_keep_their_names_and_lose_their_content() -> None:
    assert form('{"Name": "Jörg 7", "seit": 2024}'.encode(), "utf-8") == "Name: xxxx 9 · seit: 9999"
    assert form(b"\xff;12", "utf-8") == "\\xxx;99"
    assert len(form(b"a" * 1000, "")) == 401


def test_a_source_is_missed_by_its_own_rhythm(home: Home, calls: Calls) -> None:
    calls.bring(*(good(day, day) for day in range(1, 16)))
    (sign,) = signs(date(2026, 3, 16))
    assert (sign.is_long, sign.lag_items) == (False, 30)
    (late,) = signs(date(2026, 3, 17))
    assert late.is_long
    assert late.silence
    assert late.silence.threshold == 1
    assert "silent for longer than usual" in look().headline.en


def test_failed_work_is_tried_again_once(
    lead_client: Client, home: Home, calls: Calls, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1), AMERICAN)
    waits = queue_replay(COMMAND_LINE, run, MENDED)
    job = Job.objects.get()
    Job.objects.update(state=JobState.FAILED, attempts=3, error={"en": "Out.", "de": "Aus."})
    Import.objects.filter(pk=waits.pk).update(state=ImportState.FAILED)
    assert "Out." in lead_client.get(reverse("operations:overview")).content.decode()
    lead_client.post(reverse("operations:again", args=[job.pk]))
    worker()
    waits.refresh_from_db()
    assert waits.state == ImportState.DONE
    assert AuditEntry.objects.filter(verb="try work again", subject=f"common.job:{job.pk}").exists()
    said = lead_client.post(reverse("operations:again", args=[job.pk]), follow=True)
    assert "has not failed" in said.content.decode()


def test_work_that_begins_elsewhere_and_files_that_are_gone_are_refused(home: Home, calls: Calls) -> None:
    other = Job.objects.create(kind="publish wave", state=JobState.FAILED, actor="worker")
    with pytest.raises(Conflict):
        retry(other)
    run = calls.bring(good(1))
    Import.objects.filter(pk=run.pk).update(state=ImportState.FAILED, folder="/nowhere")
    gone = Job.objects.create(
        kind="import", state=JobState.FAILED, actor="worker", payload={"import": run.pk}
    )
    with pytest.raises(Conflict, match="no longer here"):
        retry(gone)
    gone.refresh_from_db()
    assert gone.state == JobState.FAILED


def test_quality_names_the_weakest_side(lead_client: Client, home: Home, calls: Calls) -> None:
    assert "Nothing has come in yet." in lead_client.get(reverse("operations:quality")).content.decode()
    calls.bring(*(good(each) for each in range(1, 7)), LATE, "K-9,2026-03-02 10:00,Besuch,4,")
    page = lead_client.get(reverse("operations:quality")).content.decode()
    assert "The lowest is calls:" in page
    rows = lead_client.get(reverse("operations:quality"), {"format": "csv"}).content.decode().splitlines()
    source = dict(zip(rows[0].lstrip("\ufeff").split(","), rows[1].split(","), strict=True))
    assert (source["weakest"], source["score"], source["read_n"]) == ("mapped", "0.8571", "16")
    assert (source["read"], source["complete"], source["timely"]) == ("0.875", "1.0", "")
    service, nobody = (row for row in rows if row.split(",")[0] == "department" and row.split(",")[3] == "")
    assert service.startswith("department,1,Service,,0.875,read,")
    assert nobody == "department,0,No department,,,,,,,,,,,,,,"  # of one customer


def test_of_a_few_customers_no_quality_is_shown(lead_client: Client, home: Home, calls: Calls) -> None:
    calls.bring(good(1), good(2))
    rows = lead_client.get(reverse("operations:quality"), {"format": "csv"}).content.decode().splitlines()
    assert all(row.split(",")[4] == "" for row in rows[1:])
