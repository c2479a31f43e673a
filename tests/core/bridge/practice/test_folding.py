"""Work is counted per unit only where at least five people do it, and not at all where fewer do it in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.bridge.practice.folding import Workforce

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TREE = {
    "customers": "",
    "marketing": "customers",
    "campaigns": "marketing",
    "brand": "marketing",
    "service": "customers",
    "it": "",
}


def fold(people: Mapping[str, int], *months: Iterable[str]) -> dict[str, str]:
    """Counted in these months; all of them in the same one, if none are named."""
    return Workforce(people, TREE, 5).fold([frozenset(units) for units in months or (people,)])


def test_large_units_stand_for_themselves() -> None:
    assert fold({"campaigns": 11, "service": 140}) == {"campaigns": "campaigns", "service": "service"}


def test_a_small_unit_is_counted_with_the_one_above_that_counts_too() -> None:
    assert fold({"brand": 3, "marketing": 34, "service": 140})["brand"] == "marketing"


def test_a_unit_above_that_does_not_count_itself_hides_nobody() -> None:
    assert fold({"brand": 3, "service": 140}) == {"brand": "", "service": ""}


def test_what_is_left_of_the_company_is_never_a_small_unit() -> None:
    found = fold({"brand": 3, "it": 3, "service": 140, "campaigns": 11})
    assert {unit for unit, shown in found.items() if shown == ""} == {"brand", "it"}

    alone = fold({"it": 3, "service": 140, "campaigns": 11})
    assert {unit for unit, shown in alone.items() if shown == ""} == {"it", "campaigns"}


def test_a_unit_nobody_knows_the_size_of_is_not_shown_nor_worked_out() -> None:
    assert fold({"service": 140}, ["it", "service"]) == {"it": "", "service": ""}


def test_a_unit_that_is_no_more_keeps_its_own_line() -> None:
    found = fold({"gone": 9, "closed": 3, "service": 140, "it": 8})
    assert found == {"gone": "gone", "service": "service", "it": "", "closed": ""}


def test_counts_of_the_whole_company_stay_so() -> None:
    assert fold({}, [""]) == {"": ""}


@pytest.mark.parametrize("people", [{"it": 3}, {"it": 3, "brand": 1}, {"it": 0, "brand": 0}])
def test_where_all_together_are_too_few_nothing_is_shown(people: dict[str, int]) -> None:
    assert not Workforce(people, TREE, 5).enough(people)
    assert fold(people) == {}


def test_a_month_that_a_small_unit_counts_alone_is_left_out_and_the_others_stay() -> None:
    people = {"brand": 3, "campaigns": 11, "service": 140}
    assert fold(people, ["campaigns"], ["brand"]) == {"campaigns": "campaigns"}


def test_a_month_holds_what_it_holds_beside_another() -> None:
    people = {"brand": 3, "marketing": 34, "service": 140}
    found = fold(people, ["brand", "marketing"], ["brand", "service"])
    assert found == {
        "brand": "",
        "marketing": "",
        "service": "",
    }  # in the second month brand would be alone in marketing


def test_nobody_is_shown_and_nobody_can_be_worked_out() -> None:
    rng = np.random.default_rng(5)
    for _ in range(1_000):
        people = {unit: int(n) for unit, n in zip(TREE, rng.integers(0, 13, len(TREE)), strict=True)}
        months = [
            {unit for unit, there in zip(TREE, rng.random(len(TREE)) < 0.5, strict=True) if there}
            for _ in range(3)
        ]
        known = Workforce(people, TREE, 5)
        found = known.fold(months)
        shown = [units for units in months if known.enough(units)]
        assert found.keys() == {unit for units in shown for unit in units}
        for units in shown:
            groups = {
                place: sum(people[unit] for unit in units if found[unit] == place)
                for place in {found[unit] for unit in units}
            }
            assert all(size >= 5 for size in groups.values()), (people, months)
