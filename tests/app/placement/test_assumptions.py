"""Assumptions are changed in the open: within limits, with a reason, and everything calculates with them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.evidence.assumed import assumptions as assumed_by_evidence
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import assumed, assumptions
from leitstern.app.placement.models import AssumptionChange
from leitstern.app.placement.queries import placement
from leitstern.core.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

pytestmark = pytest.mark.django_db


def test_a_change_keeps_who_when_and_why(lead: Person) -> None:
    change_assumption(lead, "cut_culture", 2.2, "Our sector is ahead.")
    found = assumed("cut_culture")
    assert (found.value, found.changed) == (2.2, True)
    (change,) = found.changes
    assert (change.actor, change.why) == (lead.actor_id, "Our sector is ahead.")
    assert AuditEntry.objects.get().verb == "change assumption"


def test_back_to_the_default_is_a_change_too(lead: Person) -> None:
    change_assumption(lead, "cut_culture", 2.2, "Our sector is ahead.")
    restore_assumption(lead, "cut_culture", "It is not.")
    found = assumed("cut_culture")
    assert not found.changed
    assert [change.value for change in found.changes] == [None, 2.2]


@pytest.mark.parametrize(("value", "why"), [(9, "x"), (float("nan"), "x"), (2.2, "  ")])
def test_out_of_range_or_without_a_reason_nothing_changes(value: float, why: str) -> None:
    with pytest.raises(InvalidInput):
        change_assumption(COMMAND_LINE, "cut_culture", value, why)
    assert not AssumptionChange.objects.exists()


def test_what_belongs_together_is_checked_together() -> None:
    with pytest.raises(InvalidInput, match="Own experience"):
        change_assumption(COMMAND_LINE, "own_culture_p10", 110, "We are slow.")


def test_unknown_assumptions_are_not_found() -> None:
    with pytest.raises(NotFound):
        change_assumption(COMMAND_LINE, "fewest_people", 1, "Curious.")


def test_a_stored_value_that_no_longer_fits_gives_way_to_the_default() -> None:
    AssumptionChange.objects.create(slug="cut_culture", value=99, why="old", actor="x")
    AssumptionChange.objects.create(slug="gone", value=1, why="old", actor="x")
    assert assumptions()["cut_culture"] == 2


def test_evidence_calculates_with_it_at_once() -> None:
    change_assumption(COMMAND_LINE, "evidence_days_document", 365, "Our documents age fast.")
    assert assumed_by_evidence()["evidence_days_document"] == 365


def test_the_placement_calculates_with_it_at_once(home: Home, looked_at: None) -> None:
    before = placement()
    change_assumption(COMMAND_LINE, "cut_technology", 3, "Our sector is ahead.")
    after = placement()
    assert before is not None
    assert after is not None
    assert before.probabilities != after.probabilities


def test_the_page_lists_all_and_links_each(lead_client: Client, home: Home) -> None:
    page = lead_client.get("/assumptions").content.decode()
    assert page.count('href="/assumptions/') == len(assumptions().values)
    assert "Nothing is assumed differently here." in page
    assert (
        lead_client.get("/assumptions?format=csv").content.decode().count("\n")
        == len(assumptions().values) + 1
    )


def test_the_form_changes_and_says_what_is_wrong(lead_client: Client, home: Home) -> None:
    address = "/assumptions/cut_culture"
    wrong = lead_client.post(address, {"value": "9", "why": "x"}).content.decode()
    assert "lies outside the range from 1 to 3" in wrong
    assert not AssumptionChange.objects.exists()
    right = lead_client.post(address, {"value": "2.5", "why": "Our sector is ahead."}, follow=True)
    assert "Our sector is ahead." in right.content.decode()
    assert "Back to the default" in right.content.decode()
    lead_client.post(address, {"value": "", "why": "No longer.", "restore": "1"})
    assert not assumed("cut_culture").changed


def test_reading_is_not_changing(as_role: Callable[[Role], Client], home: Home) -> None:
    reader = as_role(Role.AUDITOR)
    assert "<form method" not in reader.get("/assumptions/cut_culture").content.decode().split("<main")[1]
    assert reader.post("/assumptions/cut_culture", {"value": "2.5", "why": "x"}).status_code == 403


def test_programs_change_and_restore(lead_client: Client, home: Home) -> None:
    address = "/api/v1/placement/assumptions/cut_culture"
    changed = lead_client.put(address, {"value": 2.5, "why": "Ahead."}, content_type="application/json")
    assert (changed.json()["value"], changed.json()["default"]) == (2.5, 2)
    restored = lead_client.put(address, {"why": "Not ahead."}, content_type="application/json")
    assert restored.json()["value"] == 2
    assert len(restored.json()["changes"]) == 2
    assert (
        lead_client.put(address, {"value": 2.5, "why": ""}, content_type="application/json").status_code
        == 422
    )
