"""The example company's technology: every planted truth is found, and none in the twin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override

from leitstern.app.accounts.actions import cast
from leitstern.app.portfolio import queries as portfolio
from leitstern.app.portfolio.following import keep_holder
from leitstern.app.portfolio.parts import holder
from leitstern.app.project import example_stack
from leitstern.app.project.example_stack import take_stock
from leitstern.app.stack import queries
from leitstern.collect.example.portfolio_told import CARDS
from leitstern.core.company.money import Money
from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.finding import Finding, Topic
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.accounts.roles import Role

UNTIL = date(2026, 6, 30)
CHAINS = (("One record", "I tell it once."), ("Being there", "Somebody stays."), ("Signing in", "I get in."))


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> dict[Role, Person]:
    """The company's people; its initiatives need three capabilities."""
    monkeypatch.setattr(example_stack, "needed_capabilities", lambda: CHAINS)
    monkeypatch.setattr(portfolio, "needed_capabilities", lambda: CHAINS)
    return dict(cast())


def told(people: dict[Role, Person], *, planted: bool) -> dict[Topic, Finding]:
    take_stock(people, UNTIL, "en", planted=planted)
    if planted:
        someone = next(iter(people.values()))
        keep_holder(someone, holder(CARDS.en, board=False), board=False, left=date(2026, 6, 10))
    with override("en"):
        return {each.topic: each for each in queries.findings_now()}


def test_every_planted_truth_is_found(people: dict[Role, Person]) -> None:
    found = told(people, planted=True)
    alarms = {topic for topic, each in found.items() if each.alarm}
    assert alarms == {
        *(Topic.ISLANDS, Topic.DUPLICATES, Topic.ATTACHMENT, Topic.SOURCES),
        *(Topic.BY_HAND, Topic.UNOWNED, Topic.CHAINS),
    }
    assert [row.slug for row in found[Topic.ISLANDS].rows] == ["claims_photos"]
    assert found[Topic.ISLANDS].money == (Money(3_500_000, "EUR"),)
    assert "Circular, Postman" in found[Topic.DUPLICATES].rows[0].said.en
    assert {each.currency for each in found[Topic.DUPLICATES].money} == {"CHF", "EUR"}
    bias = found[Topic.ATTACHMENT].value
    assert isinstance(bias, Estimate)
    assert "owner 4.5, users 2.1" in found[Topic.ATTACHMENT].rows[0].said.en
    assert bias.n == 96
    assert [row.slug for row in found[Topic.SOURCES].rows] == ["email"]
    assert found[Topic.BY_HAND].rows[0].said.en.startswith("Campaign platform → Branch desk")
    assert "has left" in found[Topic.UNOWNED].rows[0].said.en
    assert "Being there" in found[Topic.CHAINS].rows[0].said.en
    advice = queries.advice_for(Kind.CAPABILITY, "campaigns")
    assert advice.option is Option.UPGRADE
    assert "close: 3 of 4 (75%)" in advice.reasons[0].text.en
    assert queries.standing(Kind.CAPABILITY, "campaigns")


def test_the_twin_shows_none(people: dict[Role, Person]) -> None:
    found = told(people, planted=False)
    assert [topic for topic, each in found.items() if each.alarm] == []
    score = queries.integration_score()
    assert isinstance(score, Estimate)
    assert score.value == 1
