"""People come first where evidence is equal, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.levers import Lever, in_order, levers, levers_sentence
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured

NAMES = {slug: Text(slug, slug) for slug in (*CULTURE, *TECHNOLOGY)}
WHO = {"k": Axis.CULTURE, "t": Axis.TECHNOLOGY}


def lever(slug: str, value: float, half: float) -> Lever:
    lift = Estimate(value, value - half, value + half, 40, "stated")
    return Lever(slug, WHO[slug[0]], lift, lift)


def order(*given: Lever) -> list[tuple[str, int]]:
    return [(each.dimension, each.tie) for each in in_order(given)]


def test_within_a_tie_levers_of_people_come_first() -> None:
    found = order(lever("t1", 0.3, 0.1), lever("k2", 0.22, 0.1), lever("k1", 0.25, 0.1))
    assert found == [("k1", 1), ("k2", 1), ("t1", 1)]


def test_stronger_evidence_goes_before_people() -> None:
    assert order(lever("k1", 0.1, 0.04), lever("t1", 0.3, 0.1)) == [("t1", 1), ("k1", 2)]


def test_ties_begin_anew_with_the_strongest_that_is_left() -> None:
    found = order(
        lever("t1", 0.5, 0.1), lever("t2", 0.3, 0.05), lever("k1", 0.22, 0.05), lever("k2", 0.1, 0.01)
    )
    assert found == [("t1", 1), ("k1", 2), ("t2", 2), ("k2", 3)]


def test_a_lever_moves_its_axis_by_its_share_of_what_is_missing() -> None:
    assumptions = Assumptions()
    known = {slug: Estimate(1.5, 1.0, 2.0, 30, "stated") for slug in CULTURE}
    found = levers(known, assumptions)
    goal = assumptions["cut_culture"] + assumptions["target_margin"]
    assert sum(each.lift.value for each in found) == pytest.approx(goal - 1.5)
    assert all(each.lift.n == 30 for each in found)
    assert {each.tie for each in found} == {1}


def test_what_is_not_known_or_reached_is_no_lever() -> None:
    known: dict[str, Measured] = {
        "k1": Missing("not-asked", Text("not asked", "nicht gefragt")),
        "k2": Estimate(3.5, 3.4, 3.6, 30),
        "t1": Estimate(1.0, 0.8, 1.2, 30),
    }
    assert [each.dimension for each in levers(known, Assumptions())] == ["t1"]
    assert levers({}, Assumptions()) == ()


def test_the_sentence_says_whether_evidence_or_the_rule_decides() -> None:
    clear = in_order([lever("t1", 0.5, 0.1), lever("k1", 0.1, 0.05)])
    tied = in_order([lever("t1", 0.3, 0.1), lever("k1", 0.25, 0.1)])
    alike = in_order([lever("k2", 0.3, 0.1), lever("k1", 0.25, 0.1)])
    assert levers_sentence(clear, NAMES).en.startswith("“t1” moves the placement most")
    assert "those of people come first, so begin with “k1”" in levers_sentence(tied, NAMES).en
    assert "all of them are levers of people" in levers_sentence(alike, NAMES).en
    assert levers_sentence((), NAMES).en.startswith("No dimension")
