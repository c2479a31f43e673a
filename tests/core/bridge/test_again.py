"""When we can know whether it helped."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from tests.core.gap.hansa import answers

from leitstern.core.bridge.again import (
    NOBODY_ANSWERS,
    THIN_BASELINE,
    MeasureAgain,
    customers_needed,
    measure_again,
)
from leitstern.core.bridge.verdict import Observation, baseline, judge
from leitstern.core.errors import InvalidInput
from leitstern.core.stats.share import ShareStatistics

COMPANY = answers(1400, 2000)
START = date(2026, 7, 1)


@pytest.mark.parametrize(("good", "of", "hoped"), [(180, 300, 0.15), (50, 100, 0.2), (800, 1000, 0.08)])
def test_so_many_customers_show_a_hoped_for_change_in_four_of_five_cases(
    good: int, of: int, hoped: float
) -> None:
    rng = np.random.default_rng(good)
    before = answers(good, of)
    needed = customers_needed(before, hoped, elsewhere=COMPANY)
    assert isinstance(needed, int)
    truths = baseline(before, COMPANY).draw(rng, 500)[0]
    better = [
        judge(
            Observation(date(2026, 1, 1), date(2026, 6, 30), before),
            Observation(
                START, date(2026, 12, 31), answers(int(rng.binomial(needed, min(truth + hoped, 1))), needed)
            ),
            rng,
            elsewhere=COMPANY,
            draws=400,
        ).verdict
        == "better"
        for truth in truths
    ]
    assert np.mean(better) == pytest.approx(0.8, abs=0.05)


def test_a_smaller_hope_needs_more_customers() -> None:
    before = answers(600, 1000)
    small, large = customers_needed(before, 0.08), customers_needed(before, 0.16)
    assert isinstance(small, int)
    assert isinstance(large, int)
    assert small > 3 * large


def test_customers_who_answer_alike_are_needed_more_often() -> None:
    """Half of the weight lies with a tenth of the customers."""
    even = answers(600, 1000)
    uneven = ShareStatistics(
        n=1000, answers=1000, weight=1000, good=600, weight2=3000, good2=1800, good_weight=1800
    )
    assert uneven.effective_n < 400
    plain, weighted = customers_needed(even, 0.15), customers_needed(uneven, 0.15)
    assert isinstance(plain, int)
    assert isinstance(weighted, int)
    assert weighted > 2 * plain


@pytest.mark.parametrize("before", [answers(20, 40), answers(3, 4)])
def test_a_thin_baseline_can_never_tell(before: ShareStatistics) -> None:
    assert customers_needed(before, 0.1) is THIN_BASELINE


def test_a_hope_must_matter() -> None:
    with pytest.raises(InvalidInput, match="more than 5 of 100"):
        customers_needed(answers(600, 1000), 0.05)


def test_a_hope_must_be_possible() -> None:
    with pytest.raises(InvalidInput, match="no more than 10 can be won"):
        customers_needed(answers(9000, 10_000), 0.2)


def test_the_day_follows_from_how_many_answer() -> None:
    when = measure_again(120, 400, 100, START, np.random.default_rng(1))
    assert isinstance(when, MeasureAgain)
    assert when.customers == 120
    assert abs(when.likely - (START + timedelta(days=30))) <= timedelta(days=1)
    assert START < when.likely < when.safe < START + timedelta(days=40)


def test_a_rate_hardly_known_makes_a_wide_range() -> None:
    known = measure_again(120, 4000, 1000, START, np.random.default_rng(1))
    hardly = measure_again(120, 4, 1, START, np.random.default_rng(1))
    assert isinstance(known, MeasureAgain)
    assert isinstance(hardly, MeasureAgain)
    assert hardly.safe - hardly.likely > 3 * (known.safe - known.likely)


def test_where_nobody_answers_no_day_can_be_named() -> None:
    assert measure_again(120, 0, 90, START, np.random.default_rng(1)) is NOBODY_ANSWERS
