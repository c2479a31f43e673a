"""The register of assumptions."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nan

import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumptions import (
    ASSUMPTIONS,
    GRADES,
    GROUPS,
    Assumption,
    Assumptions,
    Group,
    departures,
)


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
    assert "Wo hoch beginnt: Kultur: 7 liegt außerhalb der Spanne von 1 bis 3 Stufen." in text.de
    assert "Eine Annahme „wishful“ gibt es nicht." in text.de
    assert text.en.count("lies outside") == 3


def test_equal_values_read_alike() -> None:
    assert repr(Assumptions()) == repr(Assumptions().with_values({"cut_culture": 2}))


@pytest.mark.parametrize(
    ("slug", "value", "english", "german"),
    [
        ("bias_executives_culture", 0.6, "0.6 levels", "0,6 Stufen"),
        ("cut_culture", 1, "1 level", "1 Stufe"),
        ("bias_staff_culture", -0.5, "\u22120.5 levels", "\u22120,5 Stufen"),
        ("weight_k1", 1, "1×", "einfach"),
        ("from_zero", 1.1, "1.1×", "1,1-fach"),
        ("second_review", 0.29, "29%", "29 %"),
        ("customers_level_4", 1, "100%", "100 %"),
        ("settled_risk", 0.025, "2.5%", "2,5 %"),
        ("tick_off_days", 1, "1 day", "1 Tag"),
        ("culture_p10", 60, "60 months", "60 Monate"),
    ],
)
def test_values_are_said_as_people_say_them(slug: str, value: float, english: str, german: str) -> None:
    said = ASSUMPTIONS[slug].said(value)
    assert (said.en, said.de) == (english, german)


def test_ranges_are_said_with_their_unit() -> None:
    assert ASSUMPTIONS["overlap"].range.de == "0 bis 50 %"
    assert ASSUMPTIONS["from_zero"].range.de == "1 bis 2-fach"
    assert ASSUMPTIONS["evidence_days_document"].range.en == "30 to 1825 days"


@pytest.mark.parametrize("each", ASSUMPTIONS.values(), ids=lambda each: each.slug)
def test_what_is_typed_is_what_is_stored(each: Assumption) -> None:
    for value in (each.low, each.value, each.high):
        assert each.unit.stored(each.unit.seen(value)) == pytest.approx(value, abs=1e-9)


def test_departures_are_counted_in_a_sentence() -> None:
    assert departures(Assumptions()) is None
    one = departures(Assumptions().with_values({"cut_culture": 2.25}))
    assert one is not None
    assert one.de == "Eine Annahme weicht von der Vorgabe ab."
    three = departures(Assumptions().with_values({"cut_culture": 2.25, "weight_k1": 2, "vigour": 0.5}))
    assert three is not None
    assert three.de == "3 Annahmen weichen von den Vorgaben ab."


def test_levels_for_customers_rise() -> None:
    shares = [ASSUMPTIONS[f"customers_level_{level}"] for level in range(5)]
    for below, above in pairwise(shares):
        assert below.high < above.low


def test_every_group_has_assumptions() -> None:
    assert {each.group for each in ASSUMPTIONS.values()} == set(Group)
