"""Thinking, responsibility and the whole: published figures, intervals, and words that can say “no silo problem”."""

from __future__ import annotations

import numpy as np
import pytest

from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.incentives.figures import Direction, Figure, Horizon, Origin, Register, Role
from leitstern.core.inside.silo.facet import Facet, Reading, Verdict
from leitstern.core.inside.silo.functions import functions_of, guess
from leitstern.core.inside.silo.index import put_together
from leitstern.core.inside.silo.relations import NOT_ASKED, TOO_FEW_SHOWN, Relations, thinking
from leitstern.core.inside.silo.rewards import NO_REWARDS, responsibility, shared_figures
from leitstern.core.inside.silo.words import reach, sentence
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

SOURCE = Text("wave", "Befragung")
FOUR = ("marketing", "sales", "service", "it")
ANSWERS = np.array([[4.4, 2.1, 2.6, 3.0], [2.4, 4.2, 2.0, 2.2], [2.9, 2.2, 4.5, 3.4], [3.1, 2.5, 3.3, 4.3]])
HANDED_OVER = np.array([[0, 5, 3, 1], [5, 0, 8, 2], [3, 8, 0, 2], [1, 2, 2, 0]])
HIDDEN = Missing("too-few", SOURCE)


def asked(answers: np.ndarray, reach: float = 0.1, n: int = 30) -> Relations:
    """A matrix of answers 1–5 as published levels 0–4."""
    cells: dict[tuple[str, str], Measured] = {
        (one, other): Estimate(level, level - reach, level + reach, n)
        for row, one in enumerate(FOUR)
        for column, other in enumerate(FOUR)
        for level in (float(answers[row, column]) - 1,)
    }
    weights = {
        (one, other): float(HANDED_OVER[r, c]) for r, one in enumerate(FOUR) for c, other in enumerate(FOUR)
    }
    return Relations(FOUR, cells, weights)


def value(found: Reading) -> float:
    assert isinstance(found.raw, Estimate)
    return found.raw.value


def test_the_example_of_four_functions_gives_the_published_index() -> None:
    found = thinking(asked(ANSWERS), SOURCE)
    assert round(value(found), 3) == 0.577
    assert isinstance(found.raw, Estimate)
    assert found.raw.n == 120
    assert found.raw.low < 0.577 < found.raw.high
    assert found.verdict(0.15) is Verdict.SILO


def test_others_seen_as_oneself_are_no_silo() -> None:
    found = thinking(asked(np.full((4, 4), 3.9)), SOURCE)
    assert value(found) == pytest.approx(0)
    assert found.verdict(0.15) is Verdict.NONE
    assert thinking(asked(np.full((4, 4), 3.9), reach=1.5), SOURCE).verdict(0.15) is Verdict.OPEN


def test_hidden_cells_are_left_out_and_nothing_stands_in_for_them() -> None:
    relations = asked(ANSWERS)
    cells = dict(relations.cells)
    cells[("it", "sales")] = HIDDEN
    some = Relations(FOUR, cells, relations.weights)
    assert some.hidden == 1
    assert value(thinking(some, SOURCE)) != value(thinking(relations, SOURCE))
    for other in FOUR:
        cells[("it", other)] = cells[("sales", other)] = cells[("marketing", other)] = HIDDEN
    assert thinking(Relations(FOUR, cells, {}), SOURCE).raw is TOO_FEW_SHOWN


def test_without_handoffs_every_pair_counts_alike() -> None:
    relations = asked(ANSWERS)
    plain = Relations(FOUR, relations.cells, {})
    off = (ANSWERS.sum() - np.trace(ANSWERS)) / 12 - 1
    assert value(thinking(plain, SOURCE)) == pytest.approx(1 - off / (np.trace(ANSWERS) / 4 - 1))


def test_functions_that_hand_nobody_over_do_not_drop_out() -> None:
    relations = asked(ANSWERS)
    one_pair = Relations(FOUR, relations.cells, {("sales", "service"): 118.0, ("service", "sales"): 118.0})
    assert not one_pair.weighted
    assert relations.weighted
    assert value(thinking(one_pair, SOURCE)) == value(thinking(Relations(FOUR, relations.cells, {}), SOURCE))


def register() -> Register:
    """Service and branches share one figure; the board of three is too few to count."""
    figures = tuple(
        Figure(slug, slug, "corporate", Horizon.SHORT, Direction.HIGHER, Origin.CUSTOMER)
        for slug in ("own", "joint", "boards")
    )
    roles = (Role(1, "Agent", "service", 30), Role(2, "Advice", "branches", 10), Role(3, "Board", "it", 3))
    shares = {(1, "own"): 0.3, (1, "joint"): 0.1, (2, "joint"): 0.2, (3, "own"): 0.5, (3, "boards"): 0.5}
    return Register(figures, roles, shares)


def test_responsibility_is_what_is_not_shared_over_people() -> None:
    found = responsibility(register(), enough=0.5)
    assert shared_figures(register()) == {"joint"}
    assert value(found) == pytest.approx(1 - (30 * 0.1 + 10 * 0.2) / (30 * 0.4 + 10 * 0.2))
    assert isinstance(found.index, Estimate)
    assert found.index.n == 40
    assert found.index.value == pytest.approx((value(found) - 0.5) / 0.5)
    assert responsibility(Register((), (), {}), 0.5).raw is NO_REWARDS


def reading(facet: Facet, at: float, low: float, high: float) -> Reading:
    return Reading(facet, Estimate(at, low, high, 40), 0.0, SOURCE)


def test_a_facet_that_is_missing_is_never_stood_in_for() -> None:
    missing = Reading(Facet.DATA, NOT_ASKED, 0.0, SOURCE)
    found = put_together((reading(Facet.THINKING, 0.6, 0.5, 0.7), missing), 0.15)
    assert isinstance(found.index, Estimate)
    assert found.index.value == 0.6
    assert found.verdict is Verdict.SILO
    assert sentence(found).de == "Es gibt ein Silo im Denken."
    assert [each.en for each in reach(found)] == [
        "Measured: Thinking.",
        "Not measured yet: Data and technology.",
    ]


def test_one_open_facet_keeps_the_product_from_saying_there_is_none() -> None:
    no, unclear = (
        reading(Facet.ACTION, 0.02, 0, 0.08),
        reading(Facet.THINKING, 0.1, 0, 0.4),
    )
    assert put_together((no, unclear), 0.15).verdict is Verdict.OPEN
    good = put_together((no, reading(Facet.THINKING, 0.03, 0, 0.1)), 0.15)
    assert sentence(good).en == "There is no silo problem in what was measured."
    assert put_together((), 0.15).verdict is Verdict.UNKNOWN


def test_one_silo_is_not_averaged_away() -> None:
    found = put_together(
        tuple(
            reading(facet, at, max(0.0, at - 0.04), at + 0.04)
            for facet, at in zip(Facet, (0.02, 0.0, 0.5, 0.01), strict=True)
        ),
        0.15,
    )
    assert isinstance(found.index, Estimate)
    assert found.index.value < 0.15
    assert found.judged(Verdict.SILO) == (Facet.ACTION,)
    assert found.verdict is Verdict.SILO


def department(slug: str, de: str, *, synonyms: tuple[str, ...] = ()) -> Department:
    return Department(0, slug, Text(slug, de), synonyms=synonyms)


def test_functions_are_guessed_by_their_names_and_hold_below() -> None:
    there = [
        department("marketing", "Marketing"),
        department("branches", "Filialen"),
        department("care", "Kundenservice"),
        department("it", "Informationstechnik", synonyms=("IT",)),
        department("it_support", "IT"),
    ]
    parents = {each.slug: "" for each in there} | {"it_support": "it", "campaigns": "marketing"}
    found = guess(there, parents)
    assert found == {"marketing": ["marketing"], "sales": ["branches"], "service": ["care"], "it": ["it"]}
    assert functions_of(found, parents)["campaigns"] == "marketing"
    assert functions_of(found, parents)["it_support"] == "it"
