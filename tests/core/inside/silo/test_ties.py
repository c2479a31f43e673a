"""The E–I index of aggregated ties gives the published figures, and what is about a few people is folded away."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.inside.silo.facet import Verdict
from leitstern.core.inside.silo.folding import fold
from leitstern.core.inside.silo.permuted import permuted, possible_spread
from leitstern.core.inside.silo.ties import EI, NO_TIES, ONE_UNIT, Ties, action, external_internal
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOURCE = Text("count", "Zählung")
UNITS = tuple("abcdef")


def aggregated(who: NDArray[np.float64], units: NDArray[np.int64]) -> Ties:
    """Ties of persons, counted between units."""
    member = np.eye(6)[units]
    both = member.T @ who @ member
    counts = both - np.diag(np.diag(both)) / 2
    return Ties(
        UNITS, tuple(np.bincount(units).tolist()), counts.astype(np.int64), float(who.sum(axis=0).std())
    )


def published() -> list[tuple[Ties, float]]:
    """Sixty people in six units, as in the research trial: strong silo, some, none; with p of 2,000 permutations."""
    rng = np.random.default_rng(5)
    units = np.repeat(np.arange(6), 10)
    same = units[:, None] == units[None, :]
    found = []
    for inside, across in ((0.5, 0.02), (0.3, 0.08), (0.12, 0.12)):
        who = np.triu((rng.random((60, 60)) < np.where(same, inside, across)).astype(float), 1)
        who += who.T
        # Ties within units under each permutation: half the sum over the block diagonal.
        within = [who[np.ix_(order, order)].reshape(6, 10, 6, 10) for order in _orders(rng)]
        permuted = [sum(block[at, :, at, :].sum() for at in range(6)) / 2 for block in within]
        ties = aggregated(who, units)
        found.append((ties, float(np.mean([each >= ties.internal for each in permuted]))))
    return found


def _orders(rng: np.random.Generator) -> list[NDArray[np.int64]]:
    orders = []
    for _ in range(2000):
        labels = rng.permutation(np.repeat(np.arange(6), 10))
        orders.append(np.argsort(labels, kind="stable"))
    return orders


@pytest.fixture(scope="module")
def trials() -> list[tuple[Ties, float]]:
    return published()


def index(ties: Ties) -> EI:
    found = external_internal(ties)
    assert isinstance(found, EI)
    return found


def test_a_strong_silo_and_none_have_the_published_index_null_and_p(
    trials: list[tuple[Ties, float]],
) -> None:
    strong, _some, none = (index(ties) for ties, _ in trials)
    assert round(strong.observed.value, 2) == -0.54
    assert round(none.observed.value, 3) == 0.755
    assert round(strong.null, 3) == round(none.null, 3) == 0.695  # published .70, of 2,000 permutations
    assert strong.p is not None
    assert strong.p < 0.001
    assert none.p == pytest.approx(0.91, abs=0.01)


def test_closed_moments_agree_with_drawn_permutations(trials: list[tuple[Ties, float]]) -> None:
    for ties, drawn in trials:
        assert index(ties).p == pytest.approx(drawn, abs=0.02)


@pytest.mark.parametrize("sizes", [(40, 5, 5, 5, 5), (200, 60, 30, 10), (10,) * 6])
@pytest.mark.parametrize("skew", [0.0, 1.5])
def test_people_without_silos_are_seldom_called_closed(sizes: tuple[int, ...], skew: float) -> None:
    """Hubs and unequal units: of permuted people one in twenty has p < .05, whatever the spread of their ties."""
    rng = np.random.default_rng(57)
    labels, called, drawn = np.repeat(np.arange(len(sizes)), sizes), 0, []
    for _ in range(4):
        one, other = graph(sum(sizes), skew, rng)
        spread = float(np.bincount(np.concatenate([one, other]), minlength=sum(sizes)).std())
        chance = permuted(sizes, len(one), spread)
        orders = np.array([rng.permutation(labels) for _ in range(500)])
        inside = (orders[:, one] == orders[:, other]).sum(axis=1)
        called += sum(chance.at_least(int(each)) < 0.05 for each in inside)
        drawn.append(inside.var() / chance.variance)
        assert abs(inside.mean() - chance.mean) < 4 * sqrt(chance.variance / len(inside))
    assert 0.025 < called / 2000 < 0.07
    assert np.mean(drawn) == pytest.approx(1, abs=0.1)


def graph(people: int, skew: float, rng: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ties that know no unit, about eight each; the larger `skew`, the more of them a few people have."""
    weights = np.exp(skew * rng.normal(size=people))
    weights /= weights.mean()
    likely = np.minimum(1.0, np.outer(weights, weights) * 8 / people)
    one, other = np.nonzero(np.triu(rng.random((people, people)) < likely, 1))
    return one, other


def test_hubs_widen_chance_only_where_units_are_unequal() -> None:
    assert (
        permuted((200, 60, 30, 10), 1200, 20.0).variance > 5 * permuted((200, 60, 30, 10), 1200, 3).variance
    )
    assert permuted((75,) * 4, 1200, 20.0).variance < permuted((75,) * 4, 1200, 3).variance


def test_without_the_spread_of_ties_no_p_is_said(trials: list[tuple[Ties, float]]) -> None:
    found = index(replace(trials[0][0], spread=None))
    assert found.p is None
    assert found.difference == index(trials[0][0]).difference


def test_a_spread_is_no_smaller_than_between_units_and_no_larger_than_of_hubs() -> None:
    """Two units of five: all ten ties within one of them, or four people tied to nobody."""
    assert possible_spread((5, 5), (20, 0), 10) == pytest.approx((2, sqrt(14)))
    assert possible_spread((5, 5), (10, 10), 10)[0] == 0


def test_what_counts_is_the_difference_to_the_null(trials: list[tuple[Ties, float]]) -> None:
    strong, some, none = (action(index(ties), SOURCE) for ties, _ in trials)
    assert [each.verdict(0.15) for each in (strong, some, none)] == [Verdict.SILO, Verdict.SILO, Verdict.NONE]
    assert isinstance(none.index, Estimate)
    assert none.index.value == 0
    assert isinstance(strong.index, Estimate)
    assert round(strong.index.value, 2) == 0.73  # 1.24 of the 1.695 there are between null and full closure


def test_an_index_alone_would_mislead_where_one_unit_is_large() -> None:
    """Most pairs lie within the large unit anyway: a negative index is no silo."""
    ties = Ties(("big", "small"), (90, 10), np.array([[3204, 720], [720, 36]]), 5.0)
    found = index(ties)
    assert found.observed.value < -0.6
    assert abs(found.difference) < 0.01
    assert found.p
    assert found.p > 0.4


def test_no_ties_and_one_unit_say_so() -> None:
    assert external_internal(Ties(("a", "b"), (9, 9), np.zeros((2, 2), dtype=np.int64))) is NO_TIES
    assert external_internal(Ties(("a",), (9,), np.array([[3]]))) is ONE_UNIT


def test_five_thousand_people_in_three_hundred_units_are_quick() -> None:
    rng = np.random.default_rng(1)
    counts = rng.poisson(1.0, (300, 300))
    ties = Ties(tuple(map(str, range(300))), (17,) * 300, np.triu(counts) + np.triu(counts, 1).T, 9.0)
    assert index(ties).p is not None
    assert index(ties).ties == ties.total


def test_a_unit_of_a_few_people_joins_the_one_above_it() -> None:
    counts = np.array([[40, 6, 2], [6, 3, 5], [2, 5, 30]])
    parents = {"it": "", "data_office": "it", "service": ""}
    folded, went = fold(Ties(("it", "data_office", "service"), (20, 4, 15), counts, 3.5), parents)
    assert folded.spread == 3.5
    assert went == (("data_office", "it"),)
    assert (folded.units, folded.people) == (("it", "service"), (24, 15))
    assert folded.counts.tolist() == [[49, 7], [7, 30]]
    assert folded.total == 40 + 6 + 2 + 3 + 5 + 30


def test_without_one_above_small_units_join_until_nobody_stands_alone() -> None:
    counts = np.ones((4, 4), dtype=np.int64)
    folded, went = fold(Ties(("a", "b", "c", "d"), (2, 2, 3, 9), counts), dict.fromkeys("abcd", ""))
    assert min(folded.people) >= 5
    assert sum(folded.people) == 16
    assert folded.total == 10
    assert len(went) == 2


def test_two_few_become_one_unit_and_say_nothing() -> None:
    folded, _ = fold(Ties(("a", "b"), (2, 9), np.array([[1, 2], [2, 3]])), {})
    assert external_internal(folded) is ONE_UNIT
