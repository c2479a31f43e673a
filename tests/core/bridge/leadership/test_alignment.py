"""How far leaders agree, from counts of a secret vote."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote, alignment, largest, mistakes
from leitstern.core.stats.estimate import Estimate

DAY = date(2026, 5, 1)


def points(*counts: tuple[int, ...]) -> Vote:
    things = tuple(Counted(f"goal {at}", each) for at, each in enumerate(counts, start=1))
    return Vote("How important?", Form.POINTS, DAY, things)


def ranks(*counts: tuple[int, ...]) -> Vote:
    return Vote("What comes first?", Form.RANKS, DAY, points(*counts).things)


def test_all_alike_is_one_and_two_camps_are_none() -> None:
    alike, camps = alignment(points((0, 0, 0, 8, 0))), alignment(points((4, 0, 0, 0, 4)))
    assert isinstance(alike.value, Estimate)
    assert isinstance(camps.value, Estimate)
    assert alike.value.value == 1.0
    assert camps.value.value == pytest.approx(0.0)
    assert alike.apart is None
    assert camps.apart is not None
    assert "from 1 to 5 of 5" in camps.sentence.en


def test_orders_are_compared_with_halves_that_rank_the_other_way_round() -> None:
    same = ranks((6, 0, 0), (0, 6, 0), (0, 0, 6))
    turned = ranks((3, 0, 3), (0, 6, 0), (3, 0, 3))
    assert largest(same) == pytest.approx(2 / 3)
    assert isinstance(one := alignment(same).value, Estimate)
    assert isinstance(other := alignment(turned).value, Estimate)
    assert one.value == 1.0
    assert other.value == pytest.approx(0.0)
    assert one.low < 1.0


def test_agreement_is_told_against_two_kinds_of_chance() -> None:
    found = alignment(points((0, 1, 2, 4, 1))).agreement
    assert isinstance(found.uniform, Estimate)
    assert isinstance(found.skewed, Estimate)
    # mean 3.625, s² = 5.875 / 7 = .8393: rwg = 1 − .8393 / 2 and 1 − .8393 / 1.34
    assert found.uniform.value == pytest.approx(0.5804, abs=1e-4)
    assert found.skewed.value == pytest.approx(0.3737, abs=1e-4)
    assert found.raters == 8


def test_below_five_nothing_is_kept() -> None:
    (said,) = mistakes(points((0, 1, 2, 1, 0)), 5)
    assert "only 4 voted" in said.en
    assert mistakes(points((0, 1, 2, 2, 0)), 5) == ()


@pytest.mark.parametrize("slip", [-3, 10_001])
def test_a_count_that_cannot_be_one_is_refused(slip: int) -> None:
    (said,) = mistakes(points((9, slip, 2, 1, 0)), 5)
    assert "from 0 to" in said.en


def test_counts_that_can_be_no_order_are_refused() -> None:
    assert mistakes(ranks((6, 0, 0), (0, 6, 0), (0, 0, 6)), 5) == ()
    twice = mistakes(ranks((6, 0, 0), (6, 0, 0), (0, 0, 6)), 5)
    assert [each.en[:7] for each in twice] == ["Place 1", "Place 2"]
    left_out = mistakes(ranks((6, 0, 0), (0, 5, 0), (0, 0, 6)), 5)
    assert [each.en[:8] for each in left_out] == ["Place 2 ", "“goal 2”"]
    assert "3 things need 3 ranks" in mistakes(ranks((6, 0), (0, 6), (3, 3)), 5)[0].en
    assert mistakes(Vote("?", Form.POINTS, DAY, (Counted("a", (5, 0)), Counted("b", (5, 0, 0)))), 5)
