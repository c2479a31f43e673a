"""Promises of vendors, expectations, and circles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.bridge.portfolio.told import EXPECTS, TODAY

from leitstern.core.bridge.portfolio.cycles import cycle
from leitstern.core.bridge.portfolio.ledger import VendorPromise, Verdict, fulfilment, verdict
from leitstern.core.stats.estimate import Estimate, Missing

DUE, LATER = date(2026, 1, 1), date(2027, 1, 1)


def test_only_what_is_due_and_judged_counts() -> None:
    assert isinstance(fulfilment([], TODAY), Missing)
    assert isinstance(fulfilment([VendorPromise(LATER, True), VendorPromise(DUE)], TODAY), Missing)
    found = fulfilment(
        [*[VendorPromise(DUE, True)] * 3, VendorPromise(DUE, False), VendorPromise(LATER)], TODAY
    )
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.75, 4)
    assert found.low < 0.5


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(76, 82, Verdict.KEPT), (70, 80, Verdict.UNCLEAR), (60, 74, Verdict.SHORT), (75, 80, Verdict.KEPT)],
)
def test_a_result_is_judged_by_its_interval(low: float, high: float, said: Verdict) -> None:
    assert verdict(EXPECTS, Estimate((low + high) / 2, low, high, 40)) is said


def test_less_can_be_better() -> None:
    fewer = replace(EXPECTS, baseline=10, value=5)
    assert verdict(fewer, Estimate(4, 3, 5, 9)) is Verdict.KEPT
    assert verdict(fewer, Estimate(7, 6, 8, 9)) is Verdict.SHORT
    assert verdict(replace(EXPECTS, baseline=None), Estimate(80, 78, 82, 9)) is Verdict.KEPT


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ({}, ()),
        ({1: [2], 2: [3]}, ()),
        ({1: [2, 3], 2: [4], 3: [4], 4: []}, ()),
        ({1: [1]}, (1, 1)),
        ({1: [2], 2: [3], 3: [2]}, (2, 3, 2)),
    ],
)
def test_circles(edges: dict[int, list[int]], found: tuple[int, ...]) -> None:
    assert cycle(edges) == found


def test_long_chains_are_no_trouble() -> None:
    assert cycle({n: [n + 1] for n in range(20_000)}) == ()
