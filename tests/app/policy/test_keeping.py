"""Keeping contact rules and decisions: proposing, agreeing, contradicting, taking back, and the pages of all that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.actions import adopt
from leitstern.app.policy import keeping, personal
from leitstern.app.policy.counting import counted_rule
from leitstern.app.policy.models import ContactRule, PersonalDecision
from leitstern.app.policy.queries import decisions
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.policy.personal import Answers, PersonalDraft
from leitstern.core.bridge.policy.rules import Demand, Occasion, Words
from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Purpose
from leitstern.core.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from django.test import Client

THANKS = Demand(
    Occasion(OccasionKind.MILESTONE, "mortgage_paid_off"), "thank_you", Duty.MUST, date(2025, 1, 1), last=60
)
WORDS = Words("Because.", "They saw it.", "Head of Campaigns", date(2030, 1, 1))
NEVER = PersonalDraft(
    "mortgage_offer", Purpose.SELL, Answers(False, "", False), "Head of Campaigns", date(2030, 1, 1)
)
TYPED = {
    "occasion": "milestone:mortgage_paid_off",
    "duty": "must",
    "touchpoint": "thank_you",
    "first": "0",
    "last": "60",
    "since": "2025-01-01",
    "reason": "Because.",
    "outcome": "They saw it.",
    "owner": "Head of Campaigns",
    "review": "2030-01-01",
}


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    """The example company's taxonomy; no contacts yet."""
    adopt(COMMAND_LINE, taxonomy())


@pytest.fixture
def rule() -> ContactRule:
    """Thanks must follow."""
    return keeping.keep_rule(COMMAND_LINE, THANKS, WORDS)


def test_a_rule_is_proposed_then_agreed(rule: ContactRule) -> None:
    analyst, executive = make(Role.ANALYST), make(Role.EXECUTIVE)
    assert rule.agreed is None
    with pytest.raises(NotAllowed):
        keeping.agree(analyst, rule)
    assert keeping.agree(executive, rule).agreed_by == executive.actor_id
    with pytest.raises(Conflict):
        keeping.agree(executive, rule)


def test_before_the_first_contact_it_is_not_counted(rule: ContactRule) -> None:
    assert counted_rule(rule).kept_said.en == "Not counted: there are no contacts yet."


def test_a_contradiction_is_refused_and_names_the_other(rule: ContactRule) -> None:
    forbidden = replace(THANKS, duty=Duty.MUST_NOT, occasion=Occasion(OccasionKind.TOUCHPOINT, "payoff"))
    with pytest.raises(WrongDraft) as refused:
        keeping.keep_rule(COMMAND_LINE, forbidden, WORDS)
    said = "After “Mortgage paid off”, “Thanks and congratulations” must follow within 60 days."
    assert said in refused.value.text.en
    later = keeping.keep_rule(COMMAND_LINE, replace(forbidden, first=61, last=90), WORDS)
    assert ContactRule.objects.count() == 2

    keeping.withdraw_rule(COMMAND_LINE, rule)
    keeping.keep_rule(COMMAND_LINE, forbidden, WORDS)
    with pytest.raises(Conflict, match="contradicts"):
        keeping.reinstate_rule(COMMAND_LINE, rule)
    with pytest.raises(Conflict):
        keeping.agree(COMMAND_LINE, rule)
    assert later.withdrawn is None


def test_a_rule_that_ended_may_not_come_to_contradict_another(rule: ContactRule) -> None:
    keeping.say_otherwise(COMMAND_LINE, rule, WORDS, date(2025, 12, 31))
    keeping.keep_rule(COMMAND_LINE, replace(THANKS, duty=Duty.MUST_NOT, since=date(2026, 1, 1)), WORDS)
    with pytest.raises(WrongDraft):
        keeping.say_otherwise(COMMAND_LINE, rule, WORDS, None)
    with pytest.raises(WrongDraft):
        keeping.say_otherwise(COMMAND_LINE, rule, WORDS, date(2024, 12, 31))
    assert rule.wordings.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"occasion": Occasion(OccasionKind.MILESTONE, "payoff")}, {"touchpoint": "nowhere"}]
)
def test_what_the_taxonomy_does_not_know_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(WrongDraft, match="not known here"):
        keeping.keep_rule(COMMAND_LINE, replace(THANKS, **wrong), WORDS)  # type: ignore[arg-type]


def test_the_newest_decision_counts_until_it_is_withdrawn() -> None:
    first = personal.keep_personal(COMMAND_LINE, NEVER)
    assert list(personal.never_personal_at()) == ["mortgage_offer"]
    shown = replace(NEVER, answers=Answers(True, "A study", True))
    second = personal.keep_personal(COMMAND_LINE, shown)
    assert (decisions()["mortgage_offer", "sell"], personal.never_personal_at()) == (second, {})
    personal.withdraw_personal(COMMAND_LINE, second)
    assert decisions()["mortgage_offer", "sell"] == first
    personal.reinstate_personal(COMMAND_LINE, second)
    assert decisions()["mortgage_offer", "sell"] == second


def test_another_purpose_may_still_be_personal() -> None:
    personal.keep_personal(COMMAND_LINE, NEVER)
    told = replace(NEVER, purpose=Purpose.INFORM, answers=Answers(True, "A study", True))
    personal.keep_personal(COMMAND_LINE, told)
    assert personal.never_personal_at() == {}


def test_only_who_decides_decides_how_personal() -> None:
    with pytest.raises(NotAllowed):
        personal.keep_personal(make(Role.ANALYST), NEVER)
    with pytest.raises(WrongDraft):
        personal.keep_personal(COMMAND_LINE, replace(NEVER, touchpoint="nowhere"))
    assert not PersonalDecision.objects.exists()


def test_an_empty_company_is_told_where_to_begin(client: Client) -> None:
    client.force_login(make(Role.LEAD))
    assert "Write the first rule" in client.get("/policy").content.decode()


def test_a_rule_through_the_pages(client: Client) -> None:
    client.force_login(make(Role.LEAD))
    made = client.post(reverse("policy:new-rule"), TYPED)
    rule = ContactRule.objects.get()
    assert made.headers["Location"] == reverse("policy:rule", args=[rule.pk])
    again = client.post(reverse("policy:new-rule"), TYPED | {"duty": "must_not"})
    assert "contradicts a rule that holds" in again.content.decode()
    assert "Because." in again.content.decode()  # nothing typed is lost

    changed = client.post(reverse("policy:edit-rule", args=[rule.pk]), TYPED | {"reason": "Their home."})
    assert changed.status_code == 302
    client.post(reverse("policy:withdraw-rule", args=[rule.pk]))
    assert "Let it hold again" in client.get(made.headers["Location"]).content.decode()
    client.post(reverse("policy:withdraw-rule", args=[rule.pk]), {"undo": "1"})
    page = client.get(made.headers["Location"]).content.decode()
    assert "Their home." in page
    assert "only the whole is told" in page

    client.force_login(make(Role.EXECUTIVE))
    client.post(reverse("policy:agree-rule", args=[rule.pk]))
    rule.refresh_from_db()
    assert rule.agreed


def test_a_decision_through_the_pages(client: Client) -> None:
    client.force_login(make(Role.EXECUTIVE))
    typed = {
        "touchpoint": "thank_you",
        "purpose": "thank",
        "gain": "on",
        "evidence": "A study",
        "consent": "on",
        "asked": "60",
        "watched": "3",
        "owner": "Head of Marketing",
        "review": "2030-01-01",
    }
    assert client.post(reverse("policy:new-personal"), typed).status_code == 302
    row = PersonalDecision.objects.get()
    assert "individual" in client.get("/policy").content.decode()
    client.post(reverse("policy:withdraw-personal", args=[row.pk]))
    assert "Let it count again" in client.get("/policy").content.decode()
    client.post(reverse("policy:withdraw-personal", args=[row.pk]), {"undo": "1"})
    assert "Let it count again" not in client.get("/policy").content.decode()
    assert "thank_you" in client.get("/policy?format=personal").content.decode()


def test_for_programs(client: Client) -> None:
    client.force_login(make(Role.LEAD))
    body = {
        "occasion_kind": "milestone",
        "occasion": "mortgage_paid_off",
        "touchpoint": "mortgage_offer",
        "duty": "must_not",
        "last_day": 60,
        "since": "2025-01-01",
        "reason": "Because.",
        "outcome": "They let me enjoy it.",
        "owner": "Head of Campaigns",
        "review": "2030-01-01",
    }
    made = client.post("/api/v1/policy/rules", body, content_type="application/json")
    assert made.status_code == 201
    assert made.json()["whole"]["kept"]["missing"] == "no-contacts"
    refused = client.post("/api/v1/policy/rules", body | {"duty": "must"}, content_type="application/json")
    assert refused.status_code == 422
    assert "must not follow within 60 days" in refused.json()["detail"]
    moved = f"/api/v1/policy/rules/{made.json()['id']}"
    assert client.post(f"{moved}/withdraw").json()["withdrawn"] is True
    client.force_login(make(Role.ANALYST))
    assert client.post(f"{moved}/agree").status_code == 403
