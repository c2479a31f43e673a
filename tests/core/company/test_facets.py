from __future__ import annotations

from dataclasses import replace

from tests.core.company.terms import company, text

from leitstern.core.company.facets import EASY, IN_TIME, SATISFIED, Facet


def test_every_company_asks_whether_customers_are_satisfied_and_served_in_time() -> None:
    assert company().facets == (SATISFIED, IN_TIME)


def test_a_company_may_add_statements_and_use_its_own_words() -> None:
    own = Facet("satisfied", text("Happy"), text("Of 100 guests: how many leave happy?"))
    assert replace(company(), facets=(EASY, own)).facets == (EASY, own, IN_TIME)


def test_a_statement_is_found_by_its_short_name() -> None:
    assert company().facet("in_time") == IN_TIME
    assert company().facet("easy") is None


def test_questions_ask_of_a_hundred_customers_in_both_languages() -> None:
    for facet in (SATISFIED, IN_TIME, EASY):
        assert facet.question.en.startswith("Of 100 customers here: how many")
        assert facet.question.de.startswith("Von 100 Kundinnen und Kunden hier: Wie viele")
