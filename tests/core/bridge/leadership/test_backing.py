"""Backing as staff feel it, beside what leaders say, and the points of duties and recommendations."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.bridge.leadership.backing import NOT_BOTH, Backing, moved
from leitstern.core.bridge.leadership.checklist import Fact, Point, Status
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

DAY = date(2026, 5, 1)
HIDDEN = Missing("hidden", Text("hidden", "verborgen"))
SAID = Text("so", "so")


def wave(felt: float, stated: float | None, reach: float = 0.2) -> Backing:
    level = Estimate(felt, felt - reach, felt + reach, 300, "stated", as_of=DAY)
    own = Estimate(stated, stated - 0.3, stated + 0.3, 9, "stated", as_of=DAY) if stated else HIDDEN
    return Backing(1, "Wave", DAY, level, own, 40)


def test_the_gap_is_stated_less_felt() -> None:
    gap = wave(1.6, 2.9).gap
    assert isinstance(gap, Estimate)
    assert gap.value == pytest.approx(1.3)
    assert gap.high - gap.value == pytest.approx((0.2**2 + 0.3**2) ** 0.5)
    assert gap.n == 9


@pytest.mark.parametrize(
    ("felt", "stated", "words"),
    [(1.6, 2.9, "less backing"), (2.9, 1.6, "more backing"), (2.0, 2.1, "chance")],
)
def test_the_finding_in_words(felt: float, stated: float, words: str) -> None:
    said = wave(felt, stated).sentence
    assert said is not None
    assert words in said.en


def test_what_is_hidden_is_not_compared() -> None:
    assert wave(1.6, None).gap is NOT_BOTH
    assert wave(1.6, None).sentence is None
    assert moved([wave(1.6, 2.0)]) is NOT_BOTH
    found = moved([wave(1.6, 2.0), wave(1.9, 2.0)])
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(0.3)


def test_a_point_is_shown_by_all_of_its_facts() -> None:
    def of(*held: bool) -> Status:
        return Point("x", SAID, tuple(Fact(SAID, each) for each in held)).status

    assert (of(True, True), of(True, False), of(False), of()) == (
        Status.SHOWN,
        Status.IN_PART,
        Status.NOT_YET,
        Status.NOT_YET,
    )
