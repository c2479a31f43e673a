"""Answers become levels; reverse keys are turned, and a wrong one is found out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from leitstern.core.inside.instrument import (
    Axis,
    Dimension,
    Instrument,
    Item,
    Licence,
    Scale,
    to_level,
)
from leitstern.core.inside.keying import FEWEST, suspicion, suspicious_keys
from leitstern.core.texts import Text

NAN = float("nan")


def said(words: str) -> Text:
    return Text(en=words, de=words)


SMALL = Instrument(
    slug="small",
    version=1,
    name=said("Small"),
    licence=Licence("CC0", said("Free for all.")),
    scale=Scale(1, 7, said("no"), said("yes")),
    dimensions=(
        Dimension("k1", said("Structure"), said("Structure?"), Axis.CULTURE),
        Dimension("t1", said("History"), said("History?"), Axis.TECHNOLOGY),
    ),
    items=(
        Item("k1-1", "k1", said("one")),
        Item("k1-2", "k1", said("two")),
        Item("k1-3", "k1", said("three"), reverse=True),
        Item("t1-1", "t1", said("four")),
    ),
)


def test_the_ends_of_the_scale_are_the_lowest_and_the_highest_level() -> None:
    levels = to_level(SMALL, np.array([[1.0, 1, 7, 1], [7, 7, 1, 7], [4, 4, 4, 4]]))
    assert_allclose(levels, [[0, 0], [4, 4], [2, 2]])


def test_agreeing_with_a_reverse_item_speaks_for_a_low_level() -> None:
    assert_allclose(to_level(SMALL, np.array([[7.0, 7, 7, 4]])), [[4 * (7 + 7 + 1 - 3) / 18, 2]])


def test_a_dimension_counts_from_half_of_its_items_on() -> None:
    answers = np.array([[7, NAN, NAN, NAN], [7, 7, NAN, 4], [NAN, NAN, NAN, 4]])
    assert_allclose(to_level(SMALL, answers), np.array([[NAN, NAN], [4.0, 2], [NAN, 2]]))


def test_exactly_half_of_an_even_number_is_enough() -> None:
    four = replace(SMALL, items=(*SMALL.items[:3], Item("k1-4", "k1", said("more"))))
    assert_allclose(to_level(four, np.array([[7, 7, NAN, NAN], [7, NAN, NAN, NAN]]))[:, 0], [4, NAN])


def test_nobody_answered() -> None:
    assert to_level(SMALL, np.empty((0, 4))).shape == (0, 2)


def test_a_dimension_without_items_has_no_level() -> None:
    bare = replace(SMALL, items=SMALL.items[:3])
    assert_allclose(to_level(bare, np.array([[7.0, 7, 1]])), [[4, NAN]])


def test_another_scale_is_stretched_to_the_same_levels() -> None:
    ten = replace(SMALL, scale=Scale(0, 10, said("no"), said("yes")))
    assert_allclose(to_level(ten, np.array([[10.0, 5, 5, 0]])), [[4 * (10 + 5 + 5) / 30, 0]])


def test_axes_cards_and_items_are_found() -> None:
    assert [d.slug for d in SMALL.of(Axis.TECHNOLOGY)] == ["t1"]
    assert SMALL.dimension("k1") is SMALL.dimensions[0]
    assert SMALL.dimension("k9") is None
    assert SMALL.cards == ()
    assert [i.slug for i in SMALL.items_of("t1")] == ["t1-1"]


@pytest.fixture
def honest() -> np.ndarray:
    """Sixty people whose answers follow what they think, plus noise; the third item is put the other way round."""
    rng = np.random.default_rng(3)
    thought = rng.normal(4, 1.2, (60, 1))
    answers = np.clip(np.round(thought + rng.normal(0, 0.8, (60, 4))), 1, 7)
    answers[:, 2] = 8 - answers[:, 2]
    return answers


def test_a_right_key_is_not_suspected(honest: np.ndarray) -> None:
    assert suspicious_keys(SMALL, honest) == ()


def test_a_key_set_the_wrong_way_round_is_named(honest: np.ndarray) -> None:
    wrong = replace(SMALL, items=(*SMALL.items[:2], replace(SMALL.items[2], reverse=False), SMALL.items[3]))
    (suspect,) = suspicious_keys(wrong, honest)
    assert (suspect.item.slug, suspect.n) == ("k1-3", 60)
    assert suspect.correlation < -0.5
    said = suspicion(wrong, suspect.item, -0.634, suspect.n)
    assert said.en.startswith("“three” runs against the other statements on “")
    assert said.en.endswith("(correlation −0.6, n = 60).")
    assert said.de.endswith("entgegen (Zusammenhang −0,6, n = 60).")


def test_few_people_or_all_the_same_answers_raise_no_suspicion(honest: np.ndarray) -> None:
    wrong = replace(SMALL, items=(*SMALL.items[:2], replace(SMALL.items[2], reverse=False), SMALL.items[3]))
    assert suspicious_keys(wrong, honest[: FEWEST - 1]) == ()
    assert suspicious_keys(wrong, np.full((40, 4), 7.0)) == ()


def test_two_perfectly_opposite_items_are_both_named() -> None:
    two = replace(SMALL, items=SMALL.items[:2])
    one = np.tile([1.0, 7.0, 4.0], 5)
    assert len(suspicious_keys(two, np.column_stack([one, 8 - one]))) == 2


def test_random_answers_are_hardly_ever_suspected() -> None:
    rng = np.random.default_rng(5)
    named = sum(bool(suspicious_keys(SMALL, rng.integers(1, 8, (30, 4)).astype(float))) for _ in range(300))
    assert named / 300 < 0.04
