"""Departments are parts of each other."""

from __future__ import annotations

from dataclasses import replace

from tests.core.company.terms import call, company, text

from leitstern.core.company.taxonomy import Department
from leitstern.core.company.tree import COMPANY, after_mergers, ancestors, children, in_order, parents_of

BANK = {"sales": COMPANY, "service": COMPANY, "north": "sales", "kiel": "north", "south": "sales"}


def test_a_department_without_a_parent_stands_below_the_company() -> None:
    assert parents_of(company(call())) == {"service": COMPANY, "sales": COMPANY}


def test_parents_are_those_of_the_taxonomy() -> None:
    taxonomy = replace(
        company(call()),
        departments=(Department(1, "a", text("A")), Department(2, "b", text("B"), parent="a")),
    )
    assert parents_of(taxonomy) == {"a": COMPANY, "b": "a"}


def test_above_kiel_are_north_sales_and_the_company() -> None:
    assert ancestors(BANK, "kiel") == ("north", "sales", COMPANY)
    assert ancestors(BANK, COMPANY) == ()


def test_directly_below() -> None:
    assert children(BANK) == ("sales", "service")
    assert children(BANK, "sales") == ("north", "south")
    assert children(BANK, "kiel") == ()


def test_every_department_is_followed_by_its_own_parts() -> None:
    assert in_order(BANK) == [("sales", 0), ("north", 1), ("kiel", 2), ("south", 1), ("service", 0)]


def test_a_department_above_itself_does_not_run_in_circles() -> None:
    assert ancestors({"a": "b", "b": "a"}, "a") == ("b", "a")


def test_a_merged_unit_stands_below_the_one_it_went_on_in_with_all_that_was_below_it() -> None:
    parents = {"a": "", "b": "", "below_a": "a"}
    assert after_mergers(parents, {"a": "b"}) == {"a": "b", "b": "", "below_a": "a"}


def test_whoever_stood_below_it_takes_its_place_and_there_is_no_circle() -> None:
    parents = {"top": "", "a": "top", "x": "a", "b": "x"}
    placed = after_mergers(parents, {"a": "b"})
    assert placed == {"top": "", "a": "b", "x": "a", "b": "top"}
    assert after_mergers(placed, {"b": "a"})["a"] == "top"


def test_what_stands_below_nothing_stands_below_the_company() -> None:
    assert after_mergers({"a": "gone"}, {"a": "gone", "gone": "a"}) == {"a": ""}
