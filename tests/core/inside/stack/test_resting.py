"""A capability rests on applications: what they cost per currency, how they are joined, and which fits least."""

from __future__ import annotations

from dataclasses import replace

from tests.core.inside.stack.bank import CRM, LETTERS, MAIL, NEWSLETTER, euros, ground, inventory, users

from leitstern.core.company.money import Money
from leitstern.core.inside.stack.inventory import Capability
from leitstern.core.inside.stack.ratings import Question
from leitstern.core.inside.stack.resting import resting

SERVICE = Capability("service", "Answer", applications=("crm", "mail", "gone", "mail"))


def test_costs_add_up_per_currency_and_say_what_is_shared_or_not_known() -> None:
    found = resting(NEWSLETTER, ground(inventory(capabilities=(NEWSLETTER, SERVICE))))
    assert found.costs == (Money(9_000_000, "CHF"), euros(60_000))
    assert (found.unpriced, found.shared) == (0, 1)
    free = inventory(applications=(CRM, replace(MAIL, cost=None), LETTERS), capabilities=(SERVICE,))
    found = resting(SERVICE, ground(free))
    assert [each.slug for each in found.applications] == ["crm", "mail"]  # what is gone carries nothing
    assert (found.costs, found.unpriced, found.shared) == ((euros(400_000),), 1, 0)


def test_each_integration_of_its_applications_stands_once() -> None:
    assert {each.slug for each in resting(NEWSLETTER, ground()).integrations} == {
        *("crm--mail", "mail--letters", "mail--crm--by_hand"),
    }


def test_the_worst_rated_application_counts_by_each_question() -> None:
    good, middling = (
        users(0, 0, 0, 0, 6, question=Question.FUNCTION),
        users(0, 6, 0, 0, 0, question=Question.FUNCTION),
    )
    liked, few = (
        users(0, 0, 6, 0, 0, question=Question.CUSTOMER),
        users(4, 0, 0, 0, 0, question=Question.CUSTOMER),
    )
    rated = (
        *(replace(each, application="mail") for each in (good, liked)),
        *(replace(each, application="letters") for each in (middling, few)),
    )
    found = resting(NEWSLETTER, ground(rated=rated))
    assert found.function
    assert found.customers
    assert (found.function.application, found.function.seen.value) == ("letters", 2)
    assert (found.customers.application, found.customers.seen.n) == ("mail", 6)


def test_nothing_rests_on_nothing() -> None:
    found = resting(Capability("x", "X"), ground())
    assert (found.applications, found.costs, found.integrations) == ((), (), ())
    assert (found.function, found.customers) == (None, None)
