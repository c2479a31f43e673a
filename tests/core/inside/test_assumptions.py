"""The register of assumptions."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nan

import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumptions import ASSUMPTIONS, GRADES, GROUPS, Assumptions, Group


def test_every_default_lies_in_its_range_and_says_why() -> None:
    for slug, each in ASSUMPTIONS.items():
        assert each.slug == slug
        assert each.low <= each.value <= each.high
        assert each.low < each.high
        assert each.name.en
        assert each.why.de != each.why.en
        assert each.group in GROUPS
        assert each.grade in GRADES


def test_the_paper_is_quoted_where_it_speaks() -> None:
    assert all(each.source for each in ASSUMPTIONS.values() if each.grade == "paper")


def test_the_fewest_people_shown_are_no_assumption() -> None:
    assert not [slug for slug in ASSUMPTIONS if "fewest" in slug or "anonym" in slug]


def test_changed_values_are_known_as_changed() -> None:
    changed = Assumptions().with_values({"cut_culture": 2.25})
    assert changed["cut_culture"] == 2.25
    assert [each.slug for each in changed.changed] == ["cut_culture"]
    assert changed["cut_technology"] == 2
    assert Assumptions().changed == ()


def test_all_errors_come_at_once_and_nothing_changes() -> None:
    with pytest.raises(InvalidInput) as refused:
        Assumptions().with_values({"cut_culture": 7, "declare_at": nan, "overlap": inf, "wishful": 1})
    text = refused.value.text
    assert text.de.endswith("Es wurde nichts geändert.")
    assert "Wo hoch beginnt: Kultur: 7 liegt außerhalb der Spanne von 1 bis 3." in text.de
    assert "Eine Annahme „wishful“ gibt es nicht." in text.de
    assert text.en.count("lies outside") == 3


def test_equal_values_read_alike() -> None:
    assert repr(Assumptions()) == repr(Assumptions().with_values({"cut_culture": 2}))


def test_levels_for_customers_rise() -> None:
    shares = [ASSUMPTIONS[f"customers_level_{level}"] for level in range(5)]
    for below, above in pairwise(shares):
        assert below.high < above.low


def test_every_group_has_assumptions() -> None:
    assert {each.group for each in ASSUMPTIONS.values()} == set(Group)
