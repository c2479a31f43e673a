"""Departments compared, in words."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.inside.known_organisations import flat

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.placement import Placement, Whole, place, place_units
from leitstern.core.inside.ratings import View
from leitstern.core.inside.unit_words import (
    NONE_PLACED,
    TOO_FEW,
    apart_sentence,
    type_words,
    units_sentence,
    whole_sentence,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

SALES, SERVICE = Text("Sales", "Vertrieb"), Text("Service", "Service")
TALK = Text("Talking to each other", "Miteinander reden")


def placed(culture: float, technology: float, people: int = 40) -> Placement:
    return place(
        [flat(View.STAFF, culture, technology, people=people)], Assumptions(), np.random.default_rng(1)
    )


@pytest.fixture(scope="module")
def kinds() -> dict[str, Placement]:
    return {"star": placed(3.6, 3.6), "lemming": placed(0.6, 3.6), "open": placed(2.0, 3.6)}


def test_units_are_counted_by_type_the_most_frequent_first(kinds: dict[str, Placement]) -> None:
    star, lemming, between = kinds.values()
    assert (star.declared, lemming.declared, between.declared) == (OrgType.STAR, OrgType.LEMMING, None)
    assert units_sentence([]) == NONE_PLACED
    assert units_sentence([star]).en == "One unit can be placed: 1 is a Customer Experience Star."
    told = units_sentence([star, lemming, between, lemming])
    assert told.en.startswith("Of 4 units 2 are Digital Lemmings")
    assert "1 is borderline" in told.en
    assert told.de.startswith("Von 4 Bereichen: 2 Digitale Lemminge")


def test_a_type_is_said_with_how_likely_it_is_or_both_it_may_be(kinds: dict[str, Placement]) -> None:
    assert type_words(kinds["star"]).en.startswith("Customer Experience Star (")
    between = type_words(kinds["open"]).en
    assert between.startswith("borderline: ")
    assert "Customer Experience Star" in between
    assert "Digital Lemming" in between


def test_where_units_lie_furthest_apart() -> None:
    def level(value: float) -> Estimate:
        return Estimate(value, value, value, 9)

    levels = [(Text("Other", "Andere"), [level(1), level(2)]), (TALK, [level(3.4), level(0.5)])]
    told = apart_sentence([SALES, SERVICE], levels)
    assert told
    assert (
        told.en == "Units lie furthest apart on “Talking to each other”: from 0.5 (Service) to 3.4 (Sales)."
    )
    assert apart_sentence([SALES, SERVICE], [(TALK, [level(1), TOO_FEW])]) is None


def whole(*levels: tuple[float, float]) -> Whole:
    units = {
        str(at): [flat(View.STAFF, culture, technology, people=40)]
        for at, (culture, technology) in enumerate(levels)
    }
    return place_units(units, Assumptions(), np.random.default_rng(1))


def test_one_unit_makes_no_whole_and_several_are_told_together() -> None:
    assert whole_sentence(whole((3.6, 3.6))) is None
    sure, between = (
        whole_sentence(whole((3.6, 3.6), (3.5, 3.6))),
        whole_sentence(whole((2.0, 3.6), (2.0, 3.6))),
    )
    assert sure
    assert between
    assert "Customer Experience Star (" in sure.en
    assert "borderline: " in between.en
