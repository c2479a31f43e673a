"""A target, and when it could be seen that it was reached."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.gap.hansa import answers

from leitstern.core.bridge.again import THIN_BASELINE, MeasureAgain
from leitstern.core.bridge.plan import Plan, before_now, half_way, part_of_month, plan
from leitstern.core.errors import InvalidInput
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.share import ShareStatistics

COMPANY = answers(2340, 3000)
START = date(2027, 2, 20)


def planned(before: ShareStatistics, target: float, days: int = 730) -> Plan:
    return plan(before, COMPANY, target, days, START, np.random.default_rng(3))


def test_half_of_a_wide_gap_can_be_seen_where_a_change_of_ten_never_can() -> None:
    """51 answered, 7 agree: the page used to say that no change can ever be seen."""
    found = planned(answers(7, 51), 0.6)
    assert isinstance(found.again, MeasureAgain)
    assert found.least == 0.14
    assert found.sentence.de.startswith(
        "Steigt es von 32 auf 60, sehen Sie das nach etwa 42 Antworten, voraussichtlich "
    )
    assert found.sentence.de.endswith(
        "Eine Veränderung um 10 ließe sich hier nicht erkennen, erst eine ab 14."
    )
    never = planned(answers(7, 51), 0.42)
    assert never.again is THIN_BASELINE
    assert never.sentence.en.startswith(
        "A rise from 32 to 42 can never be seen here: too few answered before."
    )


def test_where_many_answered_ten_can_be_seen_and_nothing_is_said_of_it() -> None:
    found = planned(answers(1200, 2000), 0.7)
    assert found.least is not None
    assert found.least < 0.1
    assert found.sentence.en.startswith("If it rises from 60 to 70, you will see it after about ")
    assert "could not be recognised" not in found.sentence.en


def test_days_close_to_each_other_are_said_once() -> None:
    often = planned(answers(1200, 2000), 0.8, days=30)
    assert "voraussichtlich Ende Februar 2027." in often.sentence.de


def test_almost_nobody_before_means_almost_nothing_can_be_seen() -> None:
    assert planned(answers(1, 4), 0.9).sentence.de.endswith("Kaum eine Veränderung ließe sich hier erkennen.")


def test_a_target_must_matter_and_be_possible() -> None:
    for target in (0.62, 0.5):
        with pytest.raises(InvalidInput):
            planned(answers(1200, 2000), target)


def test_the_baseline_is_as_cautious_as_the_report() -> None:
    now = before_now(answers(7, 51), COMPANY, np.random.default_rng(3))
    assert isinstance(now, Estimate)
    assert [round(100 * share) for share in (now.value, now.low, now.high)] == [32, 23, 41]
    assert now.n == 51
    assert before_now(answers(1, 4), COMPANY, np.random.default_rng(3)) is TOO_FEW_CUSTOMERS
    assert before_now(None, COMPANY, np.random.default_rng(3)) is TOO_FEW_CUSTOMERS


@pytest.mark.parametrize(
    ("lived", "claimed", "target"),
    [(0.32, 0.9, 0.61), (0.88, 0.9, 0.94), (0.8, 0.7, 0.86), (0.6, None, 0.7), (0.97, 0.99, 1.0)],
)
def test_a_first_target_is_half_of_the_gap(lived: float, claimed: float | None, target: float) -> None:
    assert half_way(lived, claimed) == pytest.approx(target)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 4, 30), Text(en="late April 2027", de="Ende April 2027")),
        (date(2027, 5, 1), Text(en="early May 2027", de="Anfang Mai 2027")),
        (date(2027, 5, 15), Text(en="mid-May 2027", de="Mitte Mai 2027")),
    ],
)
def test_an_estimated_day_is_a_part_of_a_month(day: date, said: Text) -> None:
    assert part_of_month(day) == said
