"""Single answers never stay so fine that fewer than five share a place."""

from __future__ import annotations

from collections import Counter

import numpy as np
from tests.core.inside.organisations import company

from leitstern.core.inside.lifting import NOWHERE, lifted

PARENTS = {"sales": "", "north": "sales", "south": "sales", "service": ""}


def totals(answered: dict[tuple[str, str], int], parents: dict[str, str]) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for place, there in lifted(answered, parents, 5).items():
        found[there] += answered[place]
    return dict(found)


def test_large_enough_places_stay() -> None:
    assert totals({("staff", "north"): 5, ("staff", "service"): 9}, PARENTS) == {
        ("staff", "north"): 5,
        ("staff", "service"): 9,
    }


def test_small_places_join_the_unit_above() -> None:
    answered = {("staff", "north"): 3, ("staff", "south"): 4, ("staff", "service"): 9}
    assert totals(answered, PARENTS) == {("staff", "sales"): 7, ("staff", "service"): 9}


def test_where_that_is_not_enough_the_level_goes_as_well() -> None:
    assert totals({("executives", ""): 4, ("staff", "north"): 2, ("staff", "service"): 9}, PARENTS) == {
        NOWHERE: 6,
        ("staff", "service"): 9,
    }


def test_the_smallest_of_the_others_joins_those_left_alone() -> None:
    answered = {("executives", ""): 2, ("staff", "north"): 12, ("staff", "service"): 9}
    assert totals(answered, PARENTS) == {NOWHERE: 11, ("staff", "north"): 12}


def test_fewer_than_five_altogether_are_in_one_place() -> None:
    assert totals({("staff", "north"): 1, ("staff", "service"): 1}, PARENTS) == {NOWHERE: 2}


def test_in_any_company_every_place_has_five_people() -> None:
    rng = np.random.default_rng(5)
    for _ in range(200):
        for wave in company(rng):
            answered = {(str(level), unit): n for (level, unit), n in wave.answered.items()}
            found = totals(answered, dict(wave.parents))
            assert sum(found.values()) == sum(answered.values())
            assert len(found) <= 1 or min(found.values()) >= 5
