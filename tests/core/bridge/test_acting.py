"""Of known gaps, how many are acted on, and how long they have been known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.core.bridge.acting import TOO_FEW, Ages, Answer, KnownGap, acting
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 7, 1)
ACTS, NOTHING, OPEN = Answer.ACTING, Answer.NOTHING, Answer.OPEN


def known(*answers: Answer) -> list[KnownGap]:
    """Known for 10, 20, 30 … days."""
    return [
        KnownGap(f"t{n}", "satisfied", TODAY - timedelta(days=10 * n), answer)
        for n, answer in enumerate(answers, start=1)
    ]


def test_the_share_counts_only_what_does_something() -> None:
    found = acting(known(ACTS, OPEN, ACTS, NOTHING, ACTS), TODAY)
    assert isinstance(found.ratio, Estimate)
    assert (found.ratio.value, found.ratio.n) == (0.6, 5)
    assert found.ratio.low < 0.3 < 0.8 < found.ratio.high
    assert [found.count(each) for each in Answer] == [3, 1, 1]


def test_days_are_those_of_these_gaps() -> None:
    found = acting(known(ACTS, OPEN, ACTS, NOTHING, OPEN, OPEN), TODAY)
    assert found.ages == Ages(30, 10, 60, 6)
    assert found.unanswered == Ages(50, 20, 60, 3)
    assert found.gaps[0].days(TODAY) == 60


@pytest.mark.parametrize("answers", [(), (ACTS,) * 4])
def test_four_are_too_few_for_a_share(answers: tuple[Answer, ...]) -> None:
    found = acting(known(*answers), TODAY)
    assert found.ratio is TOO_FEW
    assert found.unanswered is None
    assert (found.ages is None) == (not answers)
