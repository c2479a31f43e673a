from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.core.company.terms import answer_in_time, call, company, text

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Taxonomy


def codes(taxonomy: Taxonomy) -> dict[str, int]:
    return {touchpoint.slug: touchpoint.code for touchpoint in taxonomy.touchpoints}


def named(*slugs: str) -> Taxonomy:
    return company(*(call(code, slug, name=text(slug)) for code, slug in enumerate(slugs, start=1)))


def test_a_known_term_keeps_its_code_and_a_new_one_gets_the_next() -> None:
    assert codes(named("new", "call", "visit").evolve(named("call", "visit"))) == {
        "new": 3,
        "call": 1,
        "visit": 2,
    }


def test_the_code_of_a_retired_term_is_not_used_again() -> None:
    second = named("call").evolve(named("call", "visit"))
    third = named("call", "letter").evolve(second)
    assert codes(third) == {"call": 1, "letter": 3}
    assert [(term.slug, term.code) for term in third.retired] == [("visit", 2)]


def test_a_term_that_comes_back_has_its_old_code() -> None:
    second = named("call").evolve(named("call", "visit"))
    third = named("call", "letter", "visit").evolve(second)
    assert codes(third) == {"call": 1, "letter": 3, "visit": 2}
    assert third.retired == ()


def test_a_renamed_term_keeps_its_code() -> None:
    renamed = company(call(1, name=text("Telephone call")))
    assert renamed.evolve(company(call(9))).touchpoints[0].code == 9


def test_a_retired_promise_is_called_by_its_sentence() -> None:
    before = replace(company(call()), promises=(answer_in_time(),))
    assert company(call()).evolve(before).name("promise", 1).en == "You have our answer in time."


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=6))
def test_no_code_ever_changes_its_meaning(versions: list[list[str]]) -> None:
    meaning: dict[int, str] = {}
    current = named(*versions[0])
    for version in versions[1:]:
        for slug, code in codes(current).items():
            assert meaning.setdefault(code, slug) == slug
        current = named(*version).evolve(current)
        assert current.evolve(current) == current
        assert set(codes(current)) == set(version)
    for slug, code in codes(current).items():
        assert meaning.setdefault(code, slug) == slug
