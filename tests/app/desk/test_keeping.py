"""Entering, correcting, withdrawing and doing what was agreed: durable, once, and with its reasons when refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.app.desk.company import typed
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.desk.keeping import complete, correct, enter, reopen, withdraw
from leitstern.app.desk.letters import keep_rows, rows_of
from leitstern.app.desk.models import Entry, Way
from leitstern.app.desk.queries import agreed
from leitstern.core.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

STEP = {"step": "Neue Karte", "department": "claims", "step_due": "+2"}


def wrong(selma: Person, number: str = "K-1", **more: str) -> set[str]:
    """The fields that are named when this is refused."""
    with pytest.raises(WrongDraft) as refused:
        enter(selma, typed(number, **more), Way.FORM, "wrong")
    assert not Entry.objects.exists()
    return {problem.field for problem in refused.value.problems}


def test_sent_twice_it_stays_one(desk: Home, selma: Person) -> None:
    first = enter(selma, typed("K-1"), Way.FORM, "one")
    assert enter(selma, typed(" K-1 "), Way.FORM, "one") == first
    with pytest.raises(Conflict):
        enter(selma, typed("K-2"), Way.FORM, "one")
    assert Entry.objects.count() == 1
    assert enter(make(Role.LEAD), typed("K-2"), Way.FORM, "one") != first  # the key of another person


def test_neither_number_nor_who_entered_it_is_kept(entered: Callable[..., Entry], selma: Person) -> None:
    entry = entered("K-4711")
    row = [str(value) for value in Entry.objects.filter(pk=entry.pk).values_list().get()]
    assert not any("4711" in value or value == selma.actor_id for value in row)
    assert AuditEntry.objects.get(verb="enter contact").actor == selma.actor_id


def test_the_number_stays_while_something_is_open(entered: Callable[..., Entry], selma: Person) -> None:
    entry = entered("K-1", promise="call_back", due="+1", **STEP)
    assert entry.number == "K-1"
    complete(selma, entry, "step")
    assert Entry.objects.get().number == "K-1"
    complete(selma, entry, "promise")
    assert Entry.objects.get().number == ""
    reopen(selma, entry, "step")
    assert [each.what for each in agreed()] == ["step"]
    with pytest.raises(Conflict):
        reopen(selma, entry, "step")


def test_texts_are_masked(entered: Callable[..., Entry]) -> None:
    entry = entered(
        reason="Frau Meier fragt", note="Tel. 030 1234567", scale="csat", value="3", words="Ich bin Herr Kunz"
    )
    assert (entry.reason, entry.note, entry.words) == (
        "Frau [name] fragt",
        "Tel. [phone]",
        "Ich bin Herr [name]",
    )


def test_everything_wrong_is_said_at_once(desk: Home, selma: Person) -> None:
    assert wrong(selma, "", touchpoint="") == {"number", "touchpoint"}
    assert wrong(selma, touchpoint="nowhere", at="never", kind="shoe size") == {"touchpoint", "at", "kind"}
    assert wrong(selma, at="23:59:59") == {"at"}  # seconds are not read
    assert wrong(selma, at="2300-01-01") == {"at"}
    assert wrong(selma, reason="x" * 201) == {"reason"}
    assert wrong(selma, promise="call_back") == {"due"}
    assert wrong(selma, due="+1") == {"promise"}
    assert wrong(selma, at="gestern", promise="call_back", due="2020-01-01") == {"due"}
    assert wrong(selma, step="Neue Karte") == {"department", "step_due"}
    assert wrong(selma, department="claims") == {"step"}


def test_an_answer_counts_only_on_the_scale_that_was_asked(desk: Home, selma: Person) -> None:
    assert wrong(selma, value="4") == {"scale"}
    assert wrong(selma, words="Gut") == {"scale"}
    assert wrong(selma, scale="csat", value="6") == {"value"}
    assert wrong(selma, scale="csat", value="4.5") == {"value"}
    assert wrong(selma, scale="csat") == {"value"}
    assert wrong(selma, scale="rating", value="4") == {"scale"}  # stars are clicked, not said
    assert wrong(selma, scale="ces", value="4") == {"scale"}  # no statement of this company


def test_a_correction_keeps_what_was_before(entered: Callable[..., Entry], selma: Person) -> None:
    entry = entered("K-1", note="Falsch", **STEP)
    complete(selma, entry, "step")
    after = correct(selma, entry, typed("", note="Richtig", **STEP), "again")
    assert correct(selma, entry, typed("", note="Richtig", **STEP), "again") == after
    before = Entry.objects.get(pk=entry.pk)
    assert (before.note, before.withdrawn is not None, after.corrects, after.entity) == (
        "Falsch",
        True,
        before,
        before.entity,
    )
    assert after.step_done is not None  # what was done stays done
    with pytest.raises(Conflict):
        correct(selma, before, typed(""), "more")
    with pytest.raises(Conflict):
        withdraw(selma, before)


def test_what_is_open_stands_by_day_and_department(entered: Callable[..., Entry]) -> None:
    entered("K-1", at="2.3.2026", promise="call_back", due="2026-03-04")
    entered("K-2", **STEP)
    found = agreed()
    assert [(each.what, each.department) for each in found] == [("promise", "service"), ("step", "claims")]
    assert found[0].days_late > 0
    assert found[1].days_late == -2
    assert [each.what for each in agreed("claims")] == ["step"]


def test_what_is_withdrawn_is_open_no_longer(entered: Callable[..., Entry], selma: Person) -> None:
    entry = entered("K-1", **STEP)
    withdraw(selma, entry)
    assert agreed() == []
    with pytest.raises(Conflict):
        complete(selma, entry, "step")


def test_letters_are_kept_row_by_row(desk: Home, selma: Person) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    yesterday = timezone.localdate(timezone=berlin) - timedelta(days=1)
    grid = {
        "rows": "4",
        "number-0": "K-1",
        "at-0": "2.3.2026",
        "arrived-0": "5.3.2026",
        "touchpoint-0": "Post",
        "number-1": "K-2",
        "at-1": "5.3.2026",
        "arrived-1": "2.3.2026",
        "touchpoint-1": "Post",
        "number-2": "",
        "touchpoint-2": "Nirgends",
    }
    kept, left = keep_rows(selma, rows_of(grid, "customer"), "grid")
    assert [(timezone.localdate(each.at, berlin), each.arrived) for each in kept] == [
        (date(2026, 3, 2), date(2026, 3, 5))
    ]
    assert [{problem.field for problem in row.problems} for row in left] == [{"arrived"}, {"at"}]
    again, _ = keep_rows(selma, rows_of(grid, "customer"), "grid")
    assert again == kept  # a grid sent twice
    undated = {"rows": "1", "number-0": "K-3", "arrived-0": "gestern", "touchpoint-0": "Post"}
    [entry], _ = keep_rows(selma, rows_of(undated, "customer"), "other")
    assert (entry.arrived, timezone.localdate(entry.at, berlin)) == (None, yesterday)


def test_others_may_not(desk: Home) -> None:
    with pytest.raises(NotAllowed):
        enter(make(Role.ANALYST), typed(), Way.FORM, "one")
