"""What tells value in the taxonomy: every mistake where it was made, and what follows a merged touchpoint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from leitstern.collect.example.truths import taxonomy
from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.editing import merge
from leitstern.core.company.taxonomy import Earning, Reach

if TYPE_CHECKING:
    from leitstern.core.company.checks import Path

GOAL = Reach("self_employed", 1, map="loan")


def test_a_goal_and_what_is_earned_may_be_told_either_way() -> None:
    said = replace(
        taxonomy(),
        reaches=(GOAL, Reach("self_employed", 2, touchpoint="payoff", facet="satisfied")),
        earnings=(Earning("EUR", margin="margin"), Earning("CHF", revenue="revenue", margin_share=1)),
    )
    assert check_taxonomy(said) == []
    assert [(each.prop, each.share) for each in said.earnings] == [("margin", 1), ("revenue", 1)]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"reaches": (replace(GOAL, persona="nobody"),)}, ("reaches", 0, "persona")),
        ({"reaches": (replace(GOAL, goal=3),)}, ("reaches", 0, "goal")),
        ({"reaches": (replace(GOAL, map="moon"),)}, ("reaches", 0, "map")),
        ({"reaches": (replace(GOAL, map=""),)}, ("reaches", 0)),
        ({"reaches": (replace(GOAL, map="", touchpoint="payoff"),)}, ("reaches", 0)),
        ({"reaches": (replace(GOAL, touchpoint="payoff", facet="satisfied"),)}, ("reaches", 0)),
        ({"earnings": (Earning("euro", margin="m"),)}, ("earnings", 0, "currency")),
        ({"earnings": (Earning("EUR", margin="m"),) * 2}, ("earnings", 1, "currency")),
        ({"earnings": (Earning("EUR"),)}, ("earnings", 0)),
        ({"earnings": (Earning("EUR", revenue="r"),)}, ("earnings", 0)),
        ({"earnings": (Earning("EUR", margin="m", margin_share=0.3),)}, ("earnings", 0)),
        ({"earnings": (Earning("EUR", revenue="r", margin_share=35),)}, ("earnings", 0, "margin_share")),
    ],
)
def test_a_mistake_is_found_where_it_was_made(change: dict[str, Any], path: Path) -> None:
    assert [each.path for each in check_taxonomy(replace(taxonomy(), **change))] == [path]


def test_a_goal_follows_a_merged_touchpoint() -> None:
    both = merge(taxonomy(), "touchpoint", "branch_advice", "phone_advice")
    assert [each.touchpoint for each in both.reaches if each.facet == "satisfied"] == ["phone_advice"]
