"""Which paths customers take, and how few cover how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from tests.core.known import known
from tests.core.outside.oracle import naive, random_lakes
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, DORA, EMIL, PAY, SmallLake, run

from leitstern.core.outside.variants import (
    Variants,
    decode,
    moves_on,
    read_staying,
    read_variants,
    staying,
    variants,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.tables.lake import PATH_BASE


def bank() -> SmallLake:
    """Anna, Bernd and Cem apply and pay; Dora has to call in between."""
    lake = SmallLake()
    for customer in (ANNA, BERND, CEM):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, PAY, 1)
    for hour, touchpoint in enumerate((APPLY, CALL, PAY)):
        lake.contact(DORA, touchpoint, hour)
    return lake


def found(lake: SmallLake, top: int = 100) -> Variants:
    return read_variants(run(variants(lake.journeys, top)))


def test_the_most_frequent_path_comes_first() -> None:
    first = found(bank()).variants[0]
    assert (first.path, first.customers, first.journeys) == ((APPLY, PAY), 3, 3)
    assert isinstance(first.share, Estimate)
    assert (first.share.value, first.share.n) == (0.75, 4)


def test_coverage_adds_up_to_everybody() -> None:
    first, second = found(bank()).variants
    assert first.coverage == first.share
    assert isinstance(second.coverage, Estimate)
    assert second.coverage.value == 1


def test_what_is_cut_off_is_still_counted() -> None:
    top = found(bank(), top=1)
    assert len(top.variants) == 1
    assert (top.distinct, top.journeys) == (2, 4)


def test_the_same_touchpoint_again_and_again_is_staying() -> None:
    lake = bank()
    for hour in (0, 1):
        lake.contact(EMIL, CALL, hour)
    journeys = lake.journeys
    moving = read_variants(run(variants(journeys.filter(moves_on(journeys)), 100)))
    assert [variant.path for variant in moving.variants] == [(APPLY, PAY), (APPLY, CALL, PAY)]
    assert known(moving.variants[1].coverage).value == 1
    share = known(read_staying(run(staying(journeys))))
    assert (share.value, share.n) == (0.2, 5)


def test_no_journeys_no_variants() -> None:
    assert found(SmallLake()) == Variants((), 0, 0)


def test_a_path_is_a_string_of_code_points() -> None:
    assert decode(chr(PATH_BASE + 3) + chr(PATH_BASE)) == (3, 0)


@settings(max_examples=12, deadline=None)
@given(random_lakes())
def test_variants_equal_the_slow_count(lake: SmallLake) -> None:
    steps = naive(lake, "SELECT * FROM steps ORDER BY journey, ts_us, seq")
    paths: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for step in steps:
        paths[step["journey"]].append(step)
    taken = [
        (tuple(step["touchpoint"] for step in path), path[0]["entity_id"], path[0]["weight"])
        for path in paths.values()
    ]
    frequency: Counter[tuple[int, ...]] = Counter()
    for path, _, weight in taken:
        frequency[path] += weight
    ranked = sorted(frequency, key=lambda path: (-round(frequency[path], 6), path))
    result = found(lake)
    assert [variant.path for variant in result.variants] == ranked
    assert (result.distinct, result.journeys) == (len(ranked), len(taken))
    for rank, variant in enumerate(result.variants):
        assert variant.weighted == pytest.approx(frequency[variant.path])
        assert known(variant.share).low == pytest.approx(slow_share(taken, {variant.path}).low)
        covered = slow_share(taken, set(ranked[: rank + 1]))
        assert known(variant.coverage).value == pytest.approx(known(covered).value)
        assert known(variant.coverage).low == pytest.approx(known(covered).low)


def slow_share(taken: list[Any], paths: set[tuple[int, ...]]) -> Estimate:
    """The share of journeys on these paths, customer by customer."""
    from leitstern.core.stats.intervals import share_estimate

    weights: dict[int, float] = defaultdict(float)
    good: dict[int, float] = defaultdict(float)
    for path, customer, weight in taken:
        weights[customer] += weight
        good[customer] += weight * (path in paths)
    statistics = ShareStatistics(
        n=len(weights),
        answers=len(taken),
        weight=sum(weights.values()),
        good=sum(good.values()),
        weight2=sum(w**2 for w in weights.values()),
        good2=sum(g**2 for g in good.values()),
        good_weight=sum(good[customer] * weights[customer] for customer in weights),
    )
    estimate = share_estimate(statistics)
    assert isinstance(estimate, Estimate)
    return estimate
