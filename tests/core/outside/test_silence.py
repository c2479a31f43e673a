"""Whether a source is silent for longer than usual, and how long the disk lasts."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from leitstern.core.outside.room import days_left, sentence
from leitstern.core.outside.silence import LEAST, silence
from leitstern.core.stats.estimate import Estimate, Missing

MONDAY = date(2026, 3, 2)


def days(*pauses: int) -> list[date]:
    found = [MONDAY]
    for pause in pauses:
        found.append(found[-1] + timedelta(days=pause))
    return found


def test_the_threshold_is_the_longest_of_the_last_pauses() -> None:
    signs = days(9, *([1, 1, 1, 1, 3] * 4))  # the nine days are too long ago to count
    found = silence(signs, signs[-1] + timedelta(days=3))
    assert found is not None
    assert (found.quiet, found.threshold, found.pauses, found.is_long) == (3, 3, 20, False)
    assert found.sentence.en == "as usual: quiet for 3 days, longest of the last 20 pauses 3 days"
    longer = silence(signs, signs[-1] + timedelta(days=4))
    assert longer
    assert longer.is_long
    assert "at most one time in 21" in longer.sentence.en


def test_a_short_history_has_no_rhythm() -> None:
    found = silence(days(*[1] * (LEAST - 1)), date(2027, 1, 1))
    assert found
    assert (found.threshold, found.is_long) == (None, False)
    assert "8 pauses so far, it takes 9" in found.sentence.en
    one = silence(days(1), date(2027, 1, 1))
    assert one
    assert "1 pause so far" in one.sentence.en
    assert silence([], MONDAY) is None
    assert silence([MONDAY], MONDAY - timedelta(days=1)) is None  # a day to come is no sign


def test_chance_alone_is_heard_as_seldom_as_promised() -> None:
    dice = np.random.default_rng(7)
    heard = 0
    for _ in range(2000):
        pauses = dice.integers(1, 1000, 11)  # ties hardly ever: the bound is met
        signs = days(*(int(pause) for pause in pauses[:10]))
        found = silence(signs, signs[-1] + timedelta(days=int(pauses[10])))
        heard += bool(found and found.is_long)
    assert heard / 2000 == pytest.approx(1 / 11, abs=0.02)


def test_the_disk_lasts_as_long_as_weeks_like_the_last_ones_let_it() -> None:
    found = days_left(1000, [100, 50, 0, 50])
    assert isinstance(found, Estimate)
    assert (found.value, found.low, found.high, found.n) == (140, 70, 36_500, 4)
    assert "lasts for 140 days" in sentence(found).en
    assert "70 to more than 3,650" in sentence(found).en
    assert "more than ten years" in sentence(days_left(10**9, [1, 1, 1, 1])).en
    nothing = days_left(1000, [0, 0, 0, 0])
    assert isinstance(nothing, Missing)
    assert sentence(nothing) == nothing.reason
