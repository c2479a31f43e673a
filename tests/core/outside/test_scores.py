"""Scores per touchpoint, month and channel."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, CEM, DORA, PAY, PHONE, WEB, SmallLake, run

from leitstern.core.company.taxonomy import Stage, Taxonomy, Touchpoint
from leitstern.core.outside.scores import (
    NOT_RECOMMENDATION,
    Score,
    moods,
    read_moods,
    read_scores,
    scores,
    with_month,
)
from leitstern.core.outside.stages import with_stage
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

NPS = {"kind": "nps", "facet": "recommend", "low": 0.0, "high": 10.0, "good_from": 9.0}
NAME = Text(en="–", de="–")


def found(feedback: Any, *by: str) -> tuple[Score, ...]:
    return read_scores(run(scores(feedback, by)), by, date(2026, 4, 1))


def test_ratings_have_a_share_who_agree_a_share_at_the_top_and_a_mean() -> None:
    lake = SmallLake()
    for customer, value in ((ANNA, 5), (BERND, 4), (CEM, 3), (DORA, 1)):
        lake.answer(customer, CALL, 0, value)
    (score,) = found(lake.feedback, "touchpoint")
    assert (score.group, score.kind, score.facet, score.low, score.high) == (
        (CALL,),
        "rating",
        "satisfied",
        1,
        5,
    )
    assert (score.customers, score.answers, score.few) == (4, 4, True)
    assert (known(score.good).value, known(score.best).value, known(score.mean).value) == (0.5, 0.25, 3.25)
    assert isinstance(score.mean, Estimate)
    assert score.mean.as_of == date(2026, 4, 1)
    assert score.net_promoter == NOT_RECOMMENDATION


def test_the_net_promoter_score_needs_the_question_from_0_to_10() -> None:
    lake = SmallLake()
    for customer, value in enumerate([10] * 12 + [9] * 3 + [8] * 5 + [6] * 2 + [0] * 3, start=1):
        lake.answer(customer, CALL, 0, value, **NPS)
    (score,) = found(lake.feedback)
    assert isinstance(score.net_promoter, Estimate)
    assert score.net_promoter.value == pytest.approx(100 * (15 - 5) / 25)
    assert not score.few


def test_every_scale_speaks_for_itself() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 4)
    lake.answer(ANNA, CALL, 0, 4, high=10.0, good_from=8.0)
    assert [(score.high, known(score.good).value) for score in found(lake.feedback)] == [(5, 1), (10, 0)]


def test_by_month_and_by_channel() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 5)
    lake.answer(ANNA, CALL, 24 * 40, 1, channel=PHONE)
    by_month = found(with_month(lake.feedback), "touchpoint", "month")
    assert [(score.group[1], known(score.mean).value) for score in by_month] == [
        (date(2026, 3, 1), 5),
        (date(2026, 4, 1), 1),
    ]
    assert [score.group for score in found(lake.feedback, "channel")] == [(WEB,), (PHONE,)]


def test_mood_is_the_place_on_the_scale_from_minus_two_to_plus_two() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 5)
    lake.answer(BERND, CALL, 0, 0, **NPS)
    lake.answer(CEM, CALL, 0, 3)
    (mood,) = read_moods(run(moods(lake.feedback, ["touchpoint"])), ["touchpoint"])
    assert mood.group == (CALL,)
    assert isinstance(mood.mood, Estimate)
    assert (mood.mood.value, mood.mood.n, mood.few) == (0, 3, True)
    assert (mood.mood.low, mood.mood.high) == (-2, 2)


def test_a_scale_without_width_has_no_mood() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 1, low=1.0, high=1.0, good_from=1.0)
    assert read_moods(run(moods(lake.feedback, ["touchpoint"])), ["touchpoint"]) == ()


def test_touchpoints_roll_up_to_stages() -> None:
    taxonomy = Taxonomy(
        company=NAME,
        time_zone="UTC",
        stages=(Stage(1, "buy", NAME), Stage(2, "use", NAME)),
        touchpoints=(
            Touchpoint(APPLY, "apply", NAME, "buy", ""),
            Touchpoint(PAY, "pay", NAME, "buy", ""),
            Touchpoint(CALL, "call", NAME, "use", ""),
        ),
    )
    lake = SmallLake()
    for touchpoint, value in ((APPLY, 5), (PAY, 3), (CALL, 1), (99, 5)):
        lake.answer(ANNA, touchpoint, 0, value)
    by_stage = read_moods(run(moods(with_stage(lake.feedback, taxonomy), ["stage"])), ["stage"])
    assert [(mood.group, known(mood.mood).value) for mood in by_stage] == [((0,), 2), ((1,), 1), ((2,), -2)]


def test_without_stages_everything_is_unmapped() -> None:
    lake = SmallLake()
    lake.answer(ANNA, CALL, 0, 5)
    rows = run(with_stage(lake.feedback, Taxonomy(company=NAME, time_zone="UTC")))
    assert rows["stage"].to_pylist() == [0]
