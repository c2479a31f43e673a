"""What monthly values can show, and what they cannot: research figures within the error of their simulation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.inside.incentives.measured import Coupling, Series, changes, couple, raw_correlation
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from numpy.typing import NDArray

RUNS = 150  # as many as the published figures rest on


def months(n: int, first: int = 2023 * 12) -> list[date]:
    return [date((first + at) // 12, (first + at) % 12 + 1, 1) for at in range(n)]


def company(n: int, rho: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Two figures whose shocks correlate by `rho`, with memory, and both growing with the company: the research's own."""
    shocks = rng.multivariate_normal([0, 0], [[1, rho], [rho, 1]], n)
    values = np.zeros((n, 2))
    for at in range(1, n):
        values[at] = 0.5 * values[at - 1] + shocks[at]
    return values + np.linspace(0, 2, n)[:, None]


def series(values: NDArray[np.float64], sign: int = 1) -> Series:
    return Series(sign, dict(zip(months(len(values)), (float(v) for v in values), strict=True)))


def flagged(n: int, rho: float) -> tuple[float, float]:
    """Share of companies in which the pair is flagged by itself, and the mean correlation of levels."""
    rng = np.random.default_rng(11)
    hits, raw = 0, []
    for _ in range(RUNS):
        one, other = (series(column) for column in company(n, rho, rng).T)
        found = couple(one, other, rng, resamples=400)
        assert isinstance(found, Coupling)
        hits += found.opposed
        raw.append(raw_correlation(one, other) or 0.0)
    return hits / RUNS, float(np.mean(raw))


@pytest.mark.parametrize(("rho", "published"), [(-0.4, 0.73), (-0.7, 0.97)])
def test_power_with_24_months_is_as_published(rho: float, published: float) -> None:
    power, raw = flagged(24, rho)
    # Both are shares of 150 simulated companies.
    error = (2 * published * (1 - published) / RUNS) ** 0.5
    assert abs(power - published) < 2.6 * error
    assert raw > -0.3  # levels hide it behind the common trend


def test_false_flags_and_levels_that_mislead_are_as_published() -> None:
    false, raw = flagged(24, 0.0)
    error = (0.11 * 0.89 / RUNS) ** 0.5
    assert 0.09 - 2 * error < false < 0.13 + 2 * error
    assert abs(raw - 0.25) < 0.1  # unrelated figures seem to hang together


def test_the_desired_direction_decides_not_the_sign_of_the_number() -> None:
    rng = np.random.default_rng(1)
    values = company(36, -0.7, rng)
    rising = couple(series(values[:, 0]), series(values[:, 1]), np.random.default_rng(2))
    falling = couple(series(-values[:, 0], sign=-1), series(values[:, 1]), np.random.default_rng(2))
    assert isinstance(rising, Coupling)
    assert isinstance(falling, Coupling)
    assert rising.r == falling.r
    assert rising.opposed
    turned = couple(series(-values[:, 0]), series(values[:, 1]), np.random.default_rng(2))
    assert isinstance(turned, Coupling)
    assert turned.r.low > 0


def test_fewer_than_24_months_are_too_short() -> None:
    rng = np.random.default_rng(1)
    values = company(24, -0.9, rng)
    assert isinstance(couple(series(values[:, 0]), series(values[:, 1]), rng), Coupling)
    short = couple(series(values[1:, 0]), series(values[1:, 1]), rng)
    assert isinstance(short, Missing)
    assert short.code == "too-short"
    assert "23 months" in short.reason.en


def test_a_figure_that_does_not_move_says_nothing() -> None:
    rng = np.random.default_rng(1)
    still = couple(series(np.full(30, 2.0)), series(rng.normal(size=30)), rng)
    assert isinstance(still, Missing)
    assert still.code == "still"


def test_no_difference_spans_a_gap() -> None:
    all_of_them = series(np.arange(6.0))
    gone = months(6)[2]
    torn = replace(all_of_them, values={m: v for m, v in all_of_them.values.items() if m != gone})
    found, left_out = changes(torn)
    assert list(found) == [months(6)[1], months(6)[4], months(6)[5]]
    assert set(found.values()) == {1.0}
    assert (left_out.gaps, left_out.redefined) == (1, ())


def test_no_difference_spans_a_new_definition() -> None:
    values = np.concatenate([np.arange(12.0), 1_000 + np.arange(12.0)])
    new = months(24)[12]
    found, left_out = changes(replace(series(values), redefined=frozenset({new})))
    assert new not in found
    assert set(found.values()) == {1.0}
    assert left_out.redefined == (new,)
    jumped, _ = changes(series(values))
    assert max(jumped.values()) > 900  # what would have been compared otherwise


def test_a_definition_that_changes_inside_a_gap_counts_once() -> None:
    values = series(np.arange(6.0))
    gone, new = months(6)[2], months(6)[2]
    torn = Series(1, {m: v for m, v in values.values.items() if m != gone}, frozenset({new}))
    _, left_out = changes(torn)
    assert (left_out.gaps, left_out.redefined) == (0, (new,))


def test_gaps_shorten_what_can_be_compared_and_it_is_said() -> None:
    rng = np.random.default_rng(5)
    values = company(40, -0.7, rng)
    one, other = series(values[:, 0]), series(values[:, 1])
    torn = replace(one, values={m: v for m, v in one.values.items() if m != months(40)[20]})
    found = couple(torn, other, rng)
    assert isinstance(found, Coupling)
    assert found.r.n == 39 - 2
    assert found.left_out.gaps == 1
    assert found.opposed


def test_the_same_seed_gives_the_same_answer() -> None:
    values = company(30, -0.5, np.random.default_rng(3))
    twice = [couple(series(values[:, 0]), series(values[:, 1]), np.random.default_rng(9)) for _ in range(2)]
    assert twice[0] == twice[1]
