"""What was entered comes into the lake once, follows every correction, and is waiting until it is there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.desk.company import count, lake, typed

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.desk import counting
from leitstern.app.desk.keeping import complete, correct, withdraw
from leitstern.app.desk.models import Entry, Standing
from leitstern.app.desk.queries import entry_by_id, waiting
from leitstern.app.intake.actions import purge
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.intake.models import Import, ImportState
from leitstern.collect.identify import entity_of
from leitstern.core.errors import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


def standing(entry: Entry) -> Standing:
    return entry_by_id(entry.pk).standing


def test_a_contact_waits_and_is_then_counted_once(desk: Home, entered: Callable[..., Entry]) -> None:
    entry = entered("K-1", reason="Rechnung", scale="csat", value="4", words="Alles gut")
    assert standing(entry) == Standing.WAITING
    assert waiting().entries == 1
    assert lake(desk, "contacts") == []

    assert count() == 1
    assert count() == 0
    assert standing(entry) == Standing.COUNTED
    [contact] = lake(desk, "contacts")
    assert contact["entity_id"] == entity_of(desk, "customer", "K-1")
    assert contact["props"] == '{"reason":"Rechnung"}'
    assert contact["line"] == entry.pk
    [answer] = lake(desk, "feedback")
    assert (answer["kind"], answer["facet"], answer["value"], answer["good_from"]) == (
        "csat",
        "satisfied",
        4,
        4,
    )
    assert answer["comment"] == "Alles gut"


def test_what_had_to_be_told_again_is_counted_with_the_contact_and_silence_is_no_answer(
    desk: Home, entered: Callable[..., Entry]
) -> None:
    for number, said in (("K-1", "yes"), ("K-2", "nein"), ("K-3", "")):
        entered(number, told_again=said)
    count()
    props = [contact["props"] for contact in lake(desk, "contacts")]
    assert props == ['{"told_again":"yes"}', '{"told_again":"no"}', None]
    assert "told_again:" in Import.objects.get().mapping


def test_the_day_has_one_import_that_says_where_contacts_come_from(
    desk: Home, entered: Callable[..., Entry]
) -> None:
    entered("K-1")
    count()
    entered("K-2")
    count()
    [run] = Import.objects.all()
    assert run.state == ImportState.DONE
    [(name, counts)] = run.sources.items()
    assert name == "contact-form-customer"
    assert counts["received"] == counts["contacts"] == 2
    assert len(lake(desk, "contacts")) == 2


def test_a_promise_is_open_until_it_is_kept(desk: Home, entered: Callable[..., Entry], selma: Person) -> None:
    entry = entered("K-1", promise="call_back", due="+2")
    count()
    [promise] = lake(desk, "promises")
    assert promise["late_days"] is None
    complete(selma, entry_by_id(entry.pk), "promise")
    assert standing(entry) == Standing.WAITING
    count()
    [promise] = lake(desk, "promises")
    assert promise["late_days"] == -2


def test_what_is_withdrawn_leaves_and_what_is_corrected_follows(
    desk: Home, entered: Callable[..., Entry], selma: Person
) -> None:
    first, second = entered("K-1"), entered("K-2")
    count()
    withdraw(selma, entry_by_id(first.pk))
    assert standing(first) == Standing.LEAVING
    corrected = correct(selma, entry_by_id(second.pk), typed("", touchpoint="post"), "again")
    count()
    assert standing(first) == Standing.WITHDRAWN
    assert standing(second) == Standing.WITHDRAWN
    [contact] = lake(desk, "contacts")
    assert contact["line"] == corrected.pk
    assert contact["entity_id"] == entity_of(desk, "customer", "K-2")


def test_a_day_of_which_nothing_is_left_leaves_nothing(
    desk: Home, entered: Callable[..., Entry], selma: Person
) -> None:
    entry = entered("K-1")
    count()
    withdraw(selma, entry_by_id(entry.pk))
    count()
    assert lake(desk, "contacts") == []
    assert Import.objects.get().state == ImportState.PURGED
    assert waiting().entries == 0


def test_nobody_waits_for_more_than_an_hour(entered: Callable[..., Entry]) -> None:
    entry = entered("K-1")
    assert not counting.count_some()
    Entry.objects.update(waits_since=timezone.now() - timedelta(hours=1, minutes=1))
    assert counting.count_some()
    assert not counting.count_some()
    assert standing(entry) == Standing.COUNTED


def test_what_failed_waits_again(
    desk: Home, entered: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = entered("K-1")
    with monkeypatch.context() as broken:
        broken.setattr("leitstern.app.intake.performing.publish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            count()
    assert standing(entry) == Standing.WAITING
    assert waiting().entries == 1
    count()
    assert standing(entry) == Standing.COUNTED
    assert len(lake(desk, "contacts")) == 1


def test_a_process_that_dies_between_taking_out_and_bringing_in_loses_nothing(
    desk: Home, entered: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = entered("K-1")
    count()
    second = entered("K-2")
    with monkeypatch.context() as killed:
        killed.setattr(counting, "perform", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            count()
    assert len(lake(desk, "contacts")) == 1  # what pages show is still there
    assert standing(first) == Standing.WAITING
    count()
    assert {standing(first), standing(second)} == {Standing.COUNTED}
    assert len(lake(desk, "contacts")) == 2


def test_an_import_that_is_taken_out_stays_out(
    desk: Home, entered: Callable[..., Entry], selma: Person
) -> None:
    entry = entered("K-1")
    count()
    purge(COMMAND_LINE, Import.objects.get())
    assert standing(entry) == Standing.TAKEN_OUT
    assert count() == 0
    withdraw(selma, entry_by_id(entry.pk))
    assert count() == 0
    entered("K-2")
    count()
    assert len(lake(desk, "contacts")) == 1


def test_who_is_erased_leaves_nothing_and_does_not_come_back(
    desk: Home, entered: Callable[..., Entry], selma: Person
) -> None:
    mine = entered("K-1", note="Kanarienvogel")
    correct(selma, entry_by_id(mine.pk), typed("", note="Kanarienvogel zwei"), "again")
    other = entered("K-2")
    count()
    erase_customer(COMMAND_LINE, "customer", "K-1")
    assert [entry.pk for entry in Entry.objects.all()] == [other.pk]
    withdraw(selma, entry_by_id(other.pk))
    entered("K-3")
    count()
    entity = entity_of(desk, "customer", "K-1")
    assert entity not in {row["entity_id"] for row in lake(desk, "contacts")}


def test_only_who_brings_data_in_may_count(selma: Person) -> None:
    with pytest.raises(NotAllowed):
        counting.count_now(selma)
