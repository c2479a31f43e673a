"""Entering, changing, taking out, putting back: nothing is ever lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.core.inside.stack import bank as known
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.stack import deciding, keeping, queries, rating
from leitstern.app.stack.keeping import item
from leitstern.app.stack.models import Decision, Edition
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.finding import Topic
from leitstern.core.inside.stack.inventory import Application, Integration
from leitstern.core.inside.stack.ratings import Question, Rated, View
from leitstern.core.inside.stack.terms import Kind, Way
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import Inventory


def test_what_is_entered_is_read_as_it_was(bank: Inventory) -> None:
    assert queries.application("crm") == known.CRM
    assert [each.slug for each in bank.applications] == ["claims", "crm", "letters", "mail"]
    assert queries.data_objects() == (known.EMAIL,)
    assert set(queries.integrations()) == set(known.FLOWS)


def test_a_name_makes_its_short_name_and_is_taken_once(bank: Inventory) -> None:
    row = keeping.enter(COMMAND_LINE, Application("", " Übersicht Kunden "))
    assert (row.slug, row.content["name"]) == ("uebersicht_kunden", "Übersicht Kunden")
    with pytest.raises(Conflict):
        keeping.enter(COMMAND_LINE, Application("", "übersicht kunden"))


def test_only_who_keeps_registers_may(bank: Inventory) -> None:
    for role in (Role.EXECUTIVE, Role.AUDITOR):
        with pytest.raises(NotAllowed):
            keeping.retire(make(role), item(Kind.APPLICATION, "crm"))


def test_every_wording_stays_and_can_stand_again(bank: Inventory) -> None:
    row = item(Kind.APPLICATION, "crm")
    keeping.change(COMMAND_LINE, row, replace(known.CRM, name="Customer file"))
    keeping.change(COMMAND_LINE, row, replace(known.CRM, name="Customer file"))
    first, second = Edition.objects.filter(item=row).order_by("id")
    assert second.content["name"] == "Customer file"
    keeping.put_back(COMMAND_LINE, first)
    assert queries.application("crm").name == "CRM"
    assert Edition.objects.filter(item=row).count() == 3


def test_what_is_gone_is_still_readable_and_every_reference_says_so(bank: Inventory) -> None:
    keeping.retire(COMMAND_LINE, item(Kind.APPLICATION, "mail"))
    assert "mail" not in {each.slug for each in queries.applications()}
    assert queries.application("mail").name == "Mail"
    told = {each.topic: each for each in queries.findings_now()}
    assert any("Mail, which is gone" in row.said.en for row in told[Topic.LOOSE].rows)
    keeping.restore(COMMAND_LINE, item(Kind.APPLICATION, "mail"))
    assert Topic.LOOSE not in {each.topic for each in queries.findings_now()}


def test_a_planned_interface_becomes_live_and_a_spreadsheet_an_interface(bank: Inventory) -> None:
    row = item(Kind.INTEGRATION, "mail--crm--by_hand")
    made = keeping.change(COMMAND_LINE, row, Integration("mail", "crm", Way.LIVE, ("email",)))
    assert made.slug == "mail--crm"
    assert {each.way for each in queries.integrations()} == {Way.LIVE}
    assert item(Kind.INTEGRATION, "mail--crm--by_hand").gone


def test_an_integration_needs_two_applications_that_are_there(bank: Inventory) -> None:
    for source, target in (("crm", "crm"), ("crm", "never")):
        with pytest.raises(InvalidInput):
            keeping.enter(COMMAND_LINE, Integration(source, target))


def users(*counts: int, unit: str = "", day: date | None = None) -> Rated:
    return Rated("crm", Question.SUPPORT, View.USERS, counts, unit, day)


def test_of_fewer_than_five_users_nothing_is_kept(bank: Inventory) -> None:
    with pytest.raises(InvalidInput):
        rating.rate(COMMAND_LINE, [users(1, 1, 1, 1, 0)])
    assert queries.ratings().rated() == ()


def test_the_same_people_asked_again_count_once(bank: Inventory) -> None:
    rating.rate(COMMAND_LINE, [users(9, 0, 0, 0, 0, day=date(2026, 1, 1))])
    [newer] = rating.rate(COMMAND_LINE, [users(0, 0, 0, 0, 6, day=date(2026, 2, 1))])
    found = queries.ratings().mean("crm", Question.SUPPORT)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (5, 6)
    rating.withdraw(COMMAND_LINE, newer)
    assert queries.ratings().mean("crm", Question.SUPPORT).n == 9  # type: ignore[union-attr]
    rating.reinstate(COMMAND_LINE, newer)
    assert queries.ratings().mean("crm", Question.SUPPORT).n == 6  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "group",
    [
        users(1, 2),
        users(0, 0, 0, 0, 0),
        users(-1, 9, 0, 0, 0),
        users(9, 0, 0, 0, 0, unit="moon"),
        users(9, 0, 0, 0, 0, day=date(2999, 1, 1)),
    ],
)
def test_nonsense_is_no_rating(bank: Inventory, group: Rated) -> None:
    with pytest.raises(InvalidInput):
        rating.rate(COMMAND_LINE, [users(9, 0, 0, 0, 0), group])
    assert isinstance(queries.ratings().mean("crm", Question.SUPPORT), Missing)


def test_an_application_nobody_entered_is_not_rated(bank: Inventory) -> None:
    with pytest.raises(NotFound):
        rating.rate(COMMAND_LINE, [Rated("never", Question.USE, View.USERS, (9, 0, 0, 0, 0))])


def test_a_person_decides_and_what_the_rule_said_is_kept(bank: Inventory) -> None:
    assert queries.advice_for(Kind.APPLICATION, "mail").option is Option.UNDECIDED
    row = deciding.decide(COMMAND_LINE, Kind.CAPABILITY, "news", Option.UPGRADE, "It is cheaper.")
    assert (row.advised, row.option) == (Option.UNDECIDED, Option.UPGRADE)
    assert "66" in row.reasons[0]["en"] or "67%" in row.reasons[0]["en"]
    with pytest.raises(Conflict):
        deciding.decide(COMMAND_LINE, Kind.CAPABILITY, "news", Option.POINT, "Or this.")
    deciding.withdraw(COMMAND_LINE, row)
    later = deciding.decide(COMMAND_LINE, Kind.CAPABILITY, "news", Option.NOTHING, "Wait.")
    with pytest.raises(Conflict):
        deciding.reinstate(COMMAND_LINE, row)
    deciding.withdraw(COMMAND_LINE, later)
    assert deciding.reinstate(COMMAND_LINE, row).withdrawn is None
    assert Decision.objects.count() == 2


def test_replacing_needs_a_named_person_and_a_reason(bank: Inventory) -> None:
    with pytest.raises(InvalidInput):
        deciding.decide(COMMAND_LINE, Kind.APPLICATION, "crm", Option.REPLACE, "Old.")
    with pytest.raises(InvalidInput):
        deciding.decide(COMMAND_LINE, Kind.APPLICATION, "crm", Option.REPLACE, " ", "Vorstand IT")
    with pytest.raises(InvalidInput):
        deciding.decide(COMMAND_LINE, Kind.APPLICATION, "crm", Option.UNDECIDED, "Do not know.")
    row = deciding.decide(COMMAND_LINE, Kind.APPLICATION, "crm", Option.REPLACE, "Old.", "Vorstand IT")
    assert row.exception_by == "Vorstand IT"


def test_only_who_decides_decides(bank: Inventory) -> None:
    with pytest.raises(NotAllowed):
        deciding.decide(make(Role.ANALYST), Kind.APPLICATION, "crm", Option.NOTHING, "Fine.")


def test_decisions_stand_in_the_roadmap(bank: Inventory) -> None:
    deciding.decide(COMMAND_LINE, Kind.CAPABILITY, "news", Option.UPGRADE, "It is cheaper.")
    step = next(each for each in queries.roadmap_now() if each.stage == "upgrade")
    assert [each.name for each in step.items] == ["Write to customers"]
    assert not step.open


def test_findings_stand_for_today(bank: Inventory) -> None:
    assert queries.findings_now()[0].topic is Topic.ISLANDS
    assert queries.ground().today == timezone.localdate()
