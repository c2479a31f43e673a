"""Assumptions are changed in the open: within limits, with a reason, and everything calculates with them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.evidence.actions import claim, prove
from leitstern.app.evidence.assumed import assumptions as assumed_by_evidence
from leitstern.app.evidence.queries import line
from leitstern.app.placement.actions import change_assumption, restore_assumption
from leitstern.app.placement.assumed import assumed, assumptions
from leitstern.app.placement.models import AssumptionChange
from leitstern.app.placement.queries import placement
from leitstern.app.placement.trial import trial
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
    restore_assumption(lead, "cut_culture")
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
    assert "All assumptions are at their defaults." in page
    assert (
        lead_client.get("/assumptions?format=csv").content.decode().count("\n")
        == len(assumptions().values) + 1
    )
    assert len(lead_client.get("/assumptions?format=json").json()) == len(assumptions().values)


def test_the_register_is_searched_and_filtered(lead_client: Client, home: Home) -> None:
    change_assumption(COMMAND_LINE, "cut_culture", 2.2, "Our sector is ahead.")
    page = lead_client.get("/assumptions?only=changed").content.decode()
    assert page.count('href="/assumptions/') == 1
    assert "One assumption departs from its default." in page
    assert "2.2 levels" in page
    found = lead_client.get("/assumptions?q=Gewicht der Dimension&format=json").json()
    assert len(found) == 22
    assert "k1" not in found[0]["name"]["en"].casefold()
    assert "No assumption fits your search." in lead_client.get("/assumptions?q=xyzzy").content.decode()
    assert lead_client.get("/assumptions?q=xyzzy&only=changed&format=json").json() == []


def test_the_form_changes_and_says_what_is_wrong(lead_client: Client, home: Home) -> None:
    address = "/assumptions/cut_culture"
    wrong = lead_client.post(address, {"value": "9", "why": "x"}).content.decode()
    assert "lies outside the range from 1 to 3" in wrong
    assert not AssumptionChange.objects.exists()
    silent = lead_client.post(address, {"value": "2.5", "why": " "}).content.decode()
    assert "This field is required." in silent
    right = lead_client.post(address, {"value": "2.5", "why": "Our sector is ahead."}, follow=True)
    assert "Our sector is ahead." in right.content.decode()
    assert "Try the default" in right.content.decode()
    lead_client.post(address, {"back": "True", "why": ""})
    assert not assumed("cut_culture").changed


def test_shares_are_typed_in_percent(lead_client: Client, home: Home) -> None:
    lead_client.post("/assumptions/declare_at", {"value": "87.5", "why": "Stricter."})
    assert assumed("declare_at").value == 0.875
    assert "Possible: 60 to 99%." in lead_client.get("/assumptions/declare_at").content.decode()


def test_another_value_is_looked_at_before_it_is_kept(
    lead_client: Client, home: Home, looked_at: None
) -> None:
    before = placement()
    page = lead_client.get("/assumptions/cut_technology?value=3").content.decode()
    assert "Nothing has been changed yet." in page
    assert "Assume 3 levels" in page
    assert not AssumptionChange.objects.exists()
    assert placement() == before
    assert (
        "What 2 levels, the default, would change"
        in lead_client.get("/assumptions/cut_technology?back=1").content.decode()
    )


def test_a_trial_says_what_would_change_and_keeps_nothing(home: Home, looked_at: None) -> None:
    tried = trial("cut_technology", 3)
    assert tried.before.placement == placement()
    change_assumption(COMMAND_LINE, "cut_technology", 3, "Our sector is ahead.")
    assert tried.after.placement == placement()
    assert any(row.changes for row in tried.rows)
    assert trial("cut_technology", 3).sentence.en == "Placement, route and evidence would stay as they are."


def test_evidence_is_tried_too(home: Home, lead: Person) -> None:
    claim(lead, "k1", 2)
    for title in ("Chart", "List"):
        prove(lead, "k1", "document", title, timezone.localdate())
        prove(lead, "k1", "observation", title, timezone.localdate())
    tried = trial("evidence_needed_2", 4)
    assert (tried.before.credited["k1"], tried.after.credited["k1"]) == (2, 1)
    assert line("k1").credit.credited == 2  # type: ignore[union-attr]


def test_before_anybody_looked_nothing_rests_on_it(lead_client: Client, home: Home) -> None:
    page = lead_client.get("/assumptions/cut_technology?value=3").content.decode()
    assert "Nobody has looked yet where you stand" in page


def test_departures_stand_beneath_the_headline(lead_client: Client, home: Home, looked_at: None) -> None:
    assert "departs from its default" not in lead_client.get("/placement").content.decode()
    change_assumption(COMMAND_LINE, "cut_culture", 2.2, "Our sector is ahead.")
    page = lead_client.get("/placement").content.decode()
    assert page.index("departs from its default") < page.index("Views (CSV)")


def test_reading_is_not_changing(as_role: Callable[[Role], Client], home: Home) -> None:
    reader = as_role(Role.AUDITOR)
    assert (
        '<form method="post"' not in reader.get("/assumptions/cut_culture").content.decode().split("<main")[1]
    )
    assert reader.post("/assumptions/cut_culture", {"value": "2.5", "why": "x"}).status_code == 403


def test_programs_change_and_restore(lead_client: Client, home: Home) -> None:
    address = "/api/v1/placement/assumptions/cut_culture"
    changed = lead_client.put(address, {"value": 2.5, "why": "Ahead."}, content_type="application/json")
    assert (changed.json()["value"], changed.json()["default"]) == (2.5, 2)
    tried = lead_client.get(f"{address}/trial?value=3").json()
    assert (
        tried["value"],
        lead_client.get("/api/v1/placement/assumptions?changed=true").json()[0]["value"],
    ) == (
        3,
        2.5,
    )
    assert lead_client.get(f"{address}/trial?value=9").status_code == 422
    restored = lead_client.put(address, {}, content_type="application/json")
    assert restored.json()["value"] == 2
    assert len(restored.json()["changes"]) == 2
    assert (
        lead_client.put(address, {"value": 2.5, "why": ""}, content_type="application/json").status_code
        == 422
    )
