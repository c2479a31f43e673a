"""Kept or broken, among customers who waited alike."""

from __future__ import annotations

import numpy as np
from tests.core.known import known

from leitstern.core.company.taxonomy import Driver
from leitstern.core.outside.drivers import Answers, contrast_promise, explain
from leitstern.core.outside.reasons import FAMILIES
from leitstern.core.outside.strata import alike_in_waiting
from leitstern.core.texts import Text

RNG = np.random.default_rng(1)
N = 800


def answers(
    slugs: tuple[str, ...], lived: list[np.ndarray[tuple[int], np.dtype[np.float64]]], good: object
) -> Answers:
    agreed = np.asarray(good, dtype=np.float64)
    return Answers(1, "satisfied", slugs, np.column_stack(lived), agreed, agreed, np.ones(N), np.arange(N))


def test_a_broken_promise_counts_though_everybody_waited_alike() -> None:
    waits, late = RNG.exponential(40, N), RNG.integers(0, 2, N).astype(float)
    good = RNG.random(N) < 0.9 - 0.5 * late
    said = answers(
        ("lateness", "repeats", "handoffs", "waits"), [late, np.zeros(N), np.zeros(N), waits], good
    )
    found = alike_in_waiting(said, explain((said,), RNG)[0], FAMILIES)
    assert found
    assert found.within == "waits"
    difference = known(found.contrast.overall)
    assert difference.low > 0.4
    assert difference.high < 0.6


def test_the_heaviest_of_several_waits_is_held_equal() -> None:
    name = Text(en="x", de="x")
    drivers = (
        Driver("short", name, wait=("a", "b")),
        Driver("long", name, wait=("b", "c")),
        Driver("days_late", name, late="promise"),
    )
    short, long = RNG.exponential(1, N), RNG.exponential(40, N)
    late = RNG.integers(0, 2, N).astype(float)
    good = RNG.random(N) < np.clip(1 - long / 100 - late / 5, 0, 1)
    said = answers(("short", "long", "days_late"), [short, long, late], good)
    found = alike_in_waiting(said, explain((said,), RNG)[0], drivers)
    assert found
    assert found.within == "long"


def test_where_a_broken_promise_changes_nothing_waiting_does_not_turn_it_into_a_good_one() -> None:
    """Late call-backs make people wait, unsolved problems do, too; only these are held against the company."""
    late, unsolved = RNG.random(N) < 0.3, RNG.random(N) < 0.3
    waits = RNG.exponential(1, N) + 40 * (late | unsolved)
    good = RNG.random(N) < np.where(unsolved, 0.35, 0.75)
    said = answers(
        ("lateness", "repeats", "handoffs", "waits"),
        [late.astype(float), np.zeros(N), np.zeros(N), waits],
        good,
    )
    assert known(contrast_promise(said, "lateness", "waits").overall).high < 0
    assert alike_in_waiting(said, explain((said,), RNG)[0], FAMILIES) is None


def test_without_a_promise_there_is_nothing_to_compare() -> None:
    said = answers(("repeats",), [RNG.random(N)], RNG.random(N) < 0.5)
    assert alike_in_waiting(said, explain((said,), RNG)[0], FAMILIES[1:2]) is None
