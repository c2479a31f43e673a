from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.company.terms import call, company, text

from leitstern.core.company.lookup import UNMAPPED
from leitstern.core.company.taxonomy import UNMAPPED_NAME, Retired, Touchpoint


@pytest.mark.parametrize("raw", ["call", "Anruf", "CALL", "  call \n in ", "anruf", "Ｃall"])
def test_whatever_people_write_means_the_call(raw: str) -> None:
    assert company(call(7)).resolve("touchpoint", raw) == 7


@pytest.mark.parametrize("raw", ["", "Anrufe", "call_in"])
def test_what_nobody_calls_it_is_not_mapped(raw: str) -> None:
    assert company(call(7)).resolve("touchpoint", raw) == UNMAPPED


def test_a_slug_outranks_a_name_and_a_name_a_synonym() -> None:
    other = call(2, "visit", name=text("Visit"), synonyms=("Anruf", "call"))
    taxonomy = company(other, call(1))
    assert taxonomy.resolve("touchpoint", "call") == 1
    assert taxonomy.resolve("touchpoint", "Anruf") == 1
    assert taxonomy.resolve("touchpoint", "visit") == 2


def test_kinds_are_looked_up_apart() -> None:
    taxonomy = company(call(1))
    assert taxonomy.resolve("channel", "Telefon") == 1
    assert taxonomy.resolve("channel", "call") == UNMAPPED


def test_a_term_is_found_by_slug_and_by_code() -> None:
    touchpoints = company(call(7)).lookup(Touchpoint)
    assert touchpoints.slug("call") == touchpoints.code(7) == call(7)
    assert touchpoints.slug("Call") is None
    assert touchpoints.code(1) is None


def test_every_stored_code_has_a_name() -> None:
    taxonomy = company(call(7))
    gone = Retired("touchpoint", 3, "visit", text("Visit"))
    taxonomy = replace(taxonomy, retired=(gone,))
    assert taxonomy.name("touchpoint", 7).de == "Anruf"
    assert taxonomy.name("touchpoint", 3).en == "Visit"
    assert taxonomy.name("channel", 3) == UNMAPPED_NAME
    assert taxonomy.name("touchpoint", UNMAPPED) == UNMAPPED_NAME
