"""What a second file changes."""

from __future__ import annotations

from dataclasses import replace

from tests.core.inside.stack import bank

from leitstern.core.inside.stack.difference import changes, difference, title
from leitstern.core.inside.stack.inventory import Integration, kind_of
from leitstern.core.inside.stack.terms import Kind, Lifecycle, Way

THERE = {(kind_of(each), each.slug): each for each in (bank.CRM, bank.MAIL, bank.EMAIL)}


def test_added_changed_gone_and_the_same() -> None:
    dearer = replace(bank.CRM, cost=bank.euros(410_000), lifecycle=Lifecycle.ENDING)
    found = difference(THERE, [dearer, bank.LETTERS], whole=[Kind.APPLICATION])
    assert found.added == (bank.LETTERS,)
    assert [text.de for text in found.changed[0].fields] == [
        "Lebensphase: im Einsatz → läuft aus",
        "Kosten im Jahr: 400.000 EUR → 410.000 EUR",
    ]
    assert found.gone == (bank.MAIL,)
    assert found.same == 0


def test_only_a_whole_list_takes_something_away() -> None:
    found = difference(THERE, [bank.CRM])
    assert found.gone == ()
    assert found.same == 1
    assert found.nothing


def test_emptied_fields_are_said() -> None:
    assert [text.en for text in changes(bank.CRM, replace(bank.CRM, owner=""))] == [
        "who answers: Sales → nothing"
    ]


def test_an_integration_is_called_by_its_ends() -> None:
    assert title(Integration("crm", "old", Way.LIVE), {"crm": "CRM"}) == "CRM → old"


def test_by_hand_stands_beside_an_interface_and_a_plan_becomes_live() -> None:
    planned, live, hand = (Integration("crm", "mail", way) for way in (Way.PLANNED, Way.LIVE, Way.BY_HAND))
    assert planned.slug == live.slug != hand.slug
