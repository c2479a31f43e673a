"""Work is counted per unit only where at least five people do it."""

from __future__ import annotations

import numpy as np

from leitstern.core.bridge.practice.folding import fold

TREE = {
    "customers": "",
    "marketing": "customers",
    "campaigns": "marketing",
    "brand": "marketing",
    "service": "customers",
    "it": "",
}


def test_large_units_stand_for_themselves() -> None:
    people = {"campaigns": 11, "service": 140}
    assert fold(people, people, TREE, 5) == {"campaigns": "campaigns", "service": "service"}


def test_a_small_unit_is_counted_with_the_one_above_that_counts_too() -> None:
    people = {"brand": 3, "marketing": 34, "service": 140}
    assert fold(people, people, TREE, 5)["brand"] == "marketing"


def test_a_unit_above_that_does_not_count_itself_hides_nobody() -> None:
    people = {"brand": 3, "service": 140}
    assert fold(["brand", "service"], people, TREE, 5) == {"brand": "", "service": ""}


def test_what_is_left_of_the_company_is_never_a_small_unit() -> None:
    people = {"brand": 3, "it": 3, "service": 140, "campaigns": 11}
    found = fold(people, people, TREE, 5)
    assert {unit for unit, shown in found.items() if shown == ""} == {"brand", "it"}

    alone = fold(["it", "service", "campaigns"], people, TREE, 5)
    assert {unit for unit, shown in alone.items() if shown == ""} == {"it", "campaigns"}


def test_a_unit_nobody_knows_the_size_of_is_not_shown_nor_worked_out() -> None:
    assert fold(["it", "service"], {"service": 140}, TREE, 5) == {"it": "", "service": ""}


def test_a_unit_that_is_no_more_counts_with_the_company() -> None:
    assert fold(["gone", "service", "it"], {"gone": 9, "service": 140, "it": 8}, TREE, 5)["gone"] == ""


def test_counts_of_the_whole_company_stay_so() -> None:
    assert fold([""], {}, TREE, 5) == {"": ""}


def test_nobody_is_shown_and_nobody_can_be_worked_out() -> None:
    rng = np.random.default_rng(5)
    for _ in range(2_000):
        people = {unit: int(n) for unit, n in zip(TREE, rng.integers(0, 13, len(TREE)), strict=True)}
        units = {unit for unit, there in zip(TREE, rng.random(len(TREE)) < 0.5, strict=True) if there}
        found = fold(units, people, TREE, 5)
        groups = {
            shown: sum(people[unit] for unit in units if found[unit] == shown) for shown in found.values()
        }
        assert found.keys() == units
        assert all(size >= 5 for shown, size in groups.items() if shown), (people, units)
        alone = not any(groups)
        assert alone or "" not in groups or groups[""] >= 5, (people, units)
