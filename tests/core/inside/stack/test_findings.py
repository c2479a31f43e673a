"""What is said about technology, and on which rows it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.inside.stack import bank
from tests.core.inside.stack.bank import TODAY, ground, inventory

from leitstern.core.company.money import Money
from leitstern.core.inside.stack.finding import Finding, Ground, Topic
from leitstern.core.inside.stack.findings import findings
from leitstern.core.inside.stack.hops import hand_chains
from leitstern.core.inside.stack.inventory import Application, Capability, Integration, Inventory
from leitstern.core.inside.stack.sources import circles, integration_score, leading_share
from leitstern.core.inside.stack.terms import Category, Lifecycle, Way
from leitstern.core.stats.estimate import Estimate, Missing


def told(of: Ground) -> dict[Topic, Finding]:
    return {each.topic: each for each in findings(of)}


def slugs(found: Finding) -> list[str]:
    return [row.slug for row in found.rows]


def test_an_empty_inventory_says_nothing() -> None:
    assert findings(ground(Inventory())) == ()


def test_what_is_joined_to_nothing_or_belongs_to_nobody_is_an_island() -> None:
    found = told(ground())[Topic.ISLANDS]
    assert found.alarm
    assert slugs(found) == ["claims"]
    assert "joined to nothing" in found.rows[0].said.en
    assert "nobody answers for it" in found.rows[0].said.en
    assert isinstance(found.value, Estimate)
    assert (found.value.value, found.value.n) == (0.25, 4)
    assert found.money == (bank.euros(35_000),)


def test_a_spreadsheet_by_hand_or_a_plan_joins_nothing() -> None:
    for way in (Way.BY_HAND, Way.PLANNED):
        found = told(ground(inventory(integrations=(Integration("crm", "mail", way),))))[Topic.ISLANDS]
        assert slugs(found) == ["crm", "mail", "letters", "claims"]


def test_an_application_joined_to_itself_or_to_one_that_is_gone_is_an_island() -> None:
    flows = (Integration("crm", "crm"), Integration("mail", "old"))
    assert slugs(told(ground(inventory(integrations=flows)))[Topic.ISLANDS])[:2] == ["crm", "mail"]


def test_an_owner_who_left_answers_no_longer() -> None:
    before = told(ground(left={"Sales": date(2026, 7, 1)}))
    after = told(ground(left={"Sales": date(2026, 6, 30)}))
    assert slugs(before[Topic.ISLANDS]) == ["claims"]
    assert slugs(after[Topic.ISLANDS]) == ["crm", "claims"]
    assert "Sales answers for it and has left" in after[Topic.ISLANDS].rows[0].said.en


def test_a_planned_application_is_no_island_yet() -> None:
    planned = replace(bank.CLAIMS, lifecycle=Lifecycle.PLANNED)
    assert not told(ground(inventory(applications=(bank.CRM, bank.MAIL, planned))))[Topic.ISLANDS].alarm


def test_two_of_a_kind_for_one_capability_are_duplicates_and_currencies_are_never_added() -> None:
    found = told(ground())[Topic.DUPLICATES]
    assert slugs(found) == ["news"]
    assert "Mail, Letters" in found.rows[0].said.en
    assert found.money == (Money(9_000_000, "CHF"), bank.euros(60_000))


def test_different_kinds_for_one_capability_or_one_being_phased_out_are_none() -> None:
    ending = replace(bank.LETTERS, lifecycle=Lifecycle.ENDING)
    other = replace(bank.LETTERS, category=Category.CRM)
    for letters in (ending, other):
        assert not told(ground(inventory(applications=(bank.MAIL, letters))))[Topic.DUPLICATES].alarm


def test_data_that_nobody_leads_is_found() -> None:
    found = told(ground())[Topic.SOURCES]
    assert slugs(found) == ["email"]
    assert found.rows[0].said.de == "E-mail address: in 3 Anwendungen gespeichert, keine führt"
    assert found.value == Estimate(0, 0, 0, 1, grade="stated", as_of=TODAY)


def test_a_leading_source_has_to_reach_everybody_by_live_interfaces() -> None:
    led = replace(bank.EMAIL, leading="crm")
    whole = inventory(data=(led,))
    assert integration_score(whole, TODAY).value == 1  # type: ignore[union-attr]
    by_hand = replace(bank.FLOWS[1], way=Way.BY_HAND)
    broken = inventory(data=(led,), integrations=(bank.FLOWS[0], by_hand))
    assert integration_score(broken, TODAY).value == 0  # type: ignore[union-attr]
    assert leading_share(broken, TODAY).value == 1  # type: ignore[union-attr]
    assert "brings it to Letters" in told(ground(broken))[Topic.SOURCES].rows[0].said.en


def test_an_interface_that_carries_something_else_brings_nothing() -> None:
    led = replace(bank.EMAIL, leading="crm", kept_in=("mail",))
    other = Integration("crm", "mail", Way.LIVE, ("address",))
    assert integration_score(inventory(data=(led,), integrations=(other,)), TODAY).value == 0  # type: ignore[union-attr]


def test_a_leading_source_that_is_gone_leads_no_longer() -> None:
    found = told(ground(inventory(data=(replace(bank.EMAIL, leading="old"),))))[Topic.SOURCES]
    assert "its leading application is gone" in found.rows[0].said.en


def test_without_data_objects_there_is_no_score() -> None:
    assert isinstance(integration_score(inventory(data=()), TODAY), Missing)


def test_data_carried_by_hand_is_named_with_both_ends() -> None:
    found = told(ground())[Topic.BY_HAND]
    assert found.rows[0].said.en == "Mail → CRM: E-mail address"
    assert found.value == Estimate(1 / 3, 1 / 3, 1 / 3, 3, grade="stated", as_of=TODAY)


def test_what_goes_by_hand_again_and_again_is_told_with_its_whole_way() -> None:
    flows = (
        Integration("crm", "mail", Way.BY_HAND, ("email",)),
        Integration("crm", "letters", Way.BY_HAND, ("email",)),  # the short way
        Integration("mail", "letters", Way.BY_HAND, ("email",)),
        Integration("letters", "claims", Way.BY_HAND),  # nobody said what
    )
    assert hand_chains(inventory(integrations=flows)) == (("email", ("crm", "mail", "letters")),)
    said = told(ground(inventory(integrations=flows)))[Topic.BY_HAND]
    assert said.rows[-1].said.en == "CRM → Mail → Letters: 2 times by hand before it is read (E-mail address)"
    assert said.value == Estimate(1.0, 1.0, 1.0, 4, grade="stated", as_of=TODAY)
    live = (replace(flows[0], way=Way.LIVE), *flows[1:])
    assert hand_chains(inventory(integrations=live)) == ()


def test_what_goes_round_by_hand_has_no_last_reader_and_long_ways_end() -> None:
    many = tuple(Application(f"a{n}", f"A{n}") for n in range(1_000))
    line = tuple(Integration(f"a{n}", f"a{n + 1}", Way.BY_HAND, ("email",)) for n in range(999))
    assert len(hand_chains(inventory(applications=many, integrations=line))[0][1]) == 1_000
    ring = (*line, Integration("a999", "a0", Way.BY_HAND, ("email",)))
    assert hand_chains(inventory(applications=many, integrations=ring)) == ()


def test_circles_are_allowed_and_told_by_their_shortest_way() -> None:
    assert circles(inventory()) == {"email": ("crm", "mail", "crm")}
    assert "CRM → Mail → CRM" in told(ground())[Topic.CIRCLES].rows[0].said.en
    straight = inventory(integrations=bank.FLOWS[:2])
    assert circles(straight) == {}
    assert Topic.CIRCLES not in told(ground(straight))


def test_a_long_circle_is_found_without_deep_recursion() -> None:
    many = tuple(Application(f"a{n}", f"A{n}") for n in range(2_000))
    ring = tuple(Integration(f"a{n}", f"a{(n + 1) % 2_000}", Way.LIVE, ("email",)) for n in range(2_000))
    assert len(circles(inventory(applications=many, integrations=ring))["email"]) == 2_001


def test_capabilities_without_anybody_who_answers() -> None:
    alone = Capability("phone", "Answer the phone")
    found = told(ground(inventory(capabilities=(bank.NEWSLETTER, alone))))[Topic.UNOWNED]
    assert slugs(found) == ["phone"]
    assert found.value == Estimate(0.5, 0.5, 0.5, 2, grade="stated", as_of=TODAY)


def test_references_to_what_is_gone_or_unknown_are_told_and_lost_nowhere() -> None:
    old = Application("old", "Old mailer")
    news = replace(bank.NEWSLETTER, applications=("mail", "old", "never"))
    found = told(ground(inventory(capabilities=(news,), gone=(old,))))[Topic.LOOSE]
    said = [row.said.en for row in found.rows]
    assert said == [
        "Write to customers refers to Old mailer, which is gone",
        "Write to customers refers to “never”, which nobody has entered",
    ]


def test_a_department_nobody_knows_is_told() -> None:
    away = replace(bank.CLAIMS, units=("claims", "moon"))
    found = told(ground(inventory(applications=(bank.CRM, bank.MAIL, bank.LETTERS, away))))[Topic.LOOSE]
    assert found.rows[0].said.en == "Claims photos refers to “moon”, which nobody has entered"


def test_one_name_twice_is_told() -> None:
    again = Application("crm_2", "  crm ", Category.CRM)
    found = told(ground(inventory(applications=(bank.CRM, again, bank.MAIL, bank.LETTERS))))[Topic.TWICE]
    assert found.rows[0].said.en == "CRM (2 times)"


def test_what_serves_no_capability_is_needed_for_nothing() -> None:
    found = told(ground())[Topic.IDLE]
    assert slugs(found) == ["crm", "claims"]
    assert found.money == (bank.euros(435_000),)


def test_what_outcome_chains_need_and_nobody_entered() -> None:
    chains = (
        ("write to  customers", "I hear what matters."),
        ("Know the case", "I tell it once."),
        ("know the case", "x"),
    )
    found = told(ground(needed=chains))[Topic.CHAINS]
    assert [row.said.en for row in found.rows] == ["Know the case, so that customers reach: I tell it once."]


@pytest.mark.parametrize(("used", "alarm"), [(date(2026, 1, 1), False), (date(2025, 12, 31), True)])
def test_data_unused_for_more_than_180_days_serves_no_purpose(used: date, alarm: bool) -> None:
    assert told(ground(inventory(data=(replace(bank.EMAIL, used=used),))))[Topic.PURPOSE].alarm is alarm


def test_alarms_come_first() -> None:
    found = findings(ground())
    assert [each.alarm for each in found] == sorted((each.alarm for each in found), reverse=True)
