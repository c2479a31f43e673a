"""Evenly spread or not, how long it took, what goes together, and which teams stay folded."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.inside.adoption.shown import ALL, folded
from leitstern.core.inside.adoption.spread import gini, lag, together
from leitstern.core.inside.anonymity import Cell, Relation, attack, suppress
from leitstern.core.inside.cells import leaves
from leitstern.core.stats.estimate import Estimate, Missing


def known(measured: Estimate | Missing) -> Estimate:
    assert isinstance(measured, Estimate)
    return measured


def test_gini_is_zero_where_all_are_alike_and_large_where_one_has_it_all() -> None:
    assert known(gini([0.4] * 8)).value == pytest.approx(0)
    assert known(gini([0, 0, 0, 0, 1])).value == pytest.approx(0.8)
    # 1..5: Σ(2i − n − 1)·x / (n·Σx) = 20 / 75
    assert known(gini([1, 2, 3, 4, 5])).value == pytest.approx(20 / 75)


def test_gini_of_a_few_teams_or_of_nothing_is_missing() -> None:
    assert isinstance(gini([0.1, 0.9]), Missing)
    assert isinstance(gini([0.0] * 6), Missing)


def test_gini_has_an_interval_over_teams() -> None:
    there = known(gini([0.1, 0.2, 0.2, 0.6, 0.7, 0.9]))
    assert there.low < there.value < there.high
    assert there.n == 6


def test_what_goes_together() -> None:
    there = known(together([(x, 2 * x + (0.1 if x % 2 else -0.1)) for x in range(10)]))
    assert there.value > 0.99
    assert there.grade == "association"
    assert isinstance(together([(1, 1)] * 10), Missing)
    assert isinstance(together([(1, 2), (2, 1)]), Missing)


def test_fisher_interval_to_its_digits() -> None:
    """r = .5 of 28 pairs: z = .5493 ± 1.645/5."""
    xs = [float(at) for at in range(28)]
    even = [(-1.0) ** at for at in range(28)]
    mean = sum(xs) / 28
    centred = [x - mean for x in xs]
    scale = (sum(x * x for x in centred) / 28) ** 0.5
    slope = sum(x * e for x, e in zip(centred, even, strict=True)) / sum(x * x for x in centred)
    rest = [e - slope * x for x, e in zip(centred, even, strict=True)]
    size = (sum(e * e for e in rest) / 28) ** 0.5
    pairs = [(x, 0.5 * x / scale + 0.75**0.5 * e / size) for x, e in zip(centred, rest, strict=True)]
    there = known(together(pairs))
    assert there.value == pytest.approx(0.5)
    assert there.low == pytest.approx(0.2168, abs=1e-3)
    assert there.high == pytest.approx(0.7050, abs=1e-3)


def test_lag_counts_from_going_live() -> None:
    live = date(2025, 3, 17)
    by_month: dict[date, Estimate | Missing] = {
        date(2025, 2, 1): Estimate(0.9, 0.9, 0.9, 5),  # before it was live
        date(2025, 4, 1): Estimate(0.3, 0.3, 0.3, 5),
        date(2025, 9, 1): Estimate(0.5, 0.5, 0.5, 5),
    }
    assert lag(live, by_month) == 6
    assert isinstance(lag(live, {}), Missing)


def test_a_team_below_five_takes_another_with_it() -> None:
    hidden = folded({"pt": 4, "dk": 8, "be": 9, "de": 31})
    assert hidden == {"pt", "dk"}


def test_two_small_teams_that_make_five_stay_together() -> None:
    assert folded({"pt": 4, "dk": 3, "be": 9, "de": 31}) == {"pt", "dk"}


def test_nothing_is_folded_where_nobody_is_small() -> None:
    assert not folded({"a": 5, "b": 12})
    assert folded({"a": 2, "b": 2}) == {ALL, "a", "b"}
    assert folded({"a": 0, "b": 12, "c": 5}) == {"a"}


def test_a_team_of_one_may_not_be_worked_out_from_all_together() -> None:
    """The naive threshold would let the attacker subtract."""
    people = {"a": 1, "b": 6, "c": 12, "d": 20}
    cells = [Cell(ALL, 39), *(Cell(team, n) for team, n in people.items())]
    made_of = leaves(cells, [Relation(ALL, tuple(people))])
    sizes = {cell.key: cell.n for cell in cells}
    naive = [made_of[key] for key in (ALL, "b", "c", "d")]
    assert attack(naive, sizes, 5)
    safe = [made_of[key] for key in (ALL, *(people.keys() - folded(people)))]
    assert not attack(safe, sizes, 5)


def test_folding_is_what_the_solver_finds() -> None:
    """As few people as possible, for any sizes of teams."""
    rng = np.random.default_rng(8)
    for _ in range(60):
        sizes = {f"t{at}": int(rng.integers(1, 15)) for at in range(int(rng.integers(2, 7)))}
        if sum(sizes.values()) < 5:
            continue
        cells = [Cell(ALL, sum(sizes.values())), *(Cell(team, n) for team, n in sizes.items())]
        solved = suppress(cells, [Relation(ALL, tuple(sizes))])
        assert sum(sizes[team] for team in folded(sizes)) == sum(sizes[team] for team in solved)
