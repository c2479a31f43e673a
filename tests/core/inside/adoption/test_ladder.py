"""Used is not lived, and lived is not felt: the ladder says which rung comes next, and never pretends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leitstern.core.inside.adoption.effect import NOBODY_ASKED, Effect, Month, effect
from leitstern.core.inside.adoption.ladder import Expected, Standing, stand
from leitstern.core.inside.adoption.rungs import Noticed, Part, Rung
from leitstern.core.inside.adoption.usage import Usage, together
from leitstern.core.stats.estimate import Estimate, Missing

TODAY = date(2026, 3, 1)
WEEKS = 12
ALL_PARTS = Expected(5, frozenset(Part))
BUSY = Usage(
    WEEKS,
    eligible=20 * WEEKS,
    active=16 * WEEKS,
    seats=20 * WEEKS,
    seatable=20 * WEEKS,
    started=100,
    completed=81,
    features=4,
    kept=72,
    judged=80,
    records=50,
    filled=225,
    asked=250,
)
BETTER = Effect(Estimate(0.1, 0.06, 0.14, 400), Estimate(0.97, 0.97, 0.97, 400), 0, 0.0006, 0)
UNMOVED = Effect(Estimate(0.0, -0.04, 0.04, 400), Estimate(0.03, 0.03, 0.03, 400), 0, 0.0006, 0)
PERHAPS = Effect(Estimate(0.03, -0.08, 0.14, 20), Estimate(0.34, 0.34, 0.34, 20), 0, 0.004, 0)


def standing(
    usage: Usage = BUSY, felt: Effect | Missing = BETTER, expected: Expected = ALL_PARTS
) -> Standing:
    return stand(usage, felt, expected, TODAY)


def value(measured: Estimate | Missing) -> float:
    assert isinstance(measured, Estimate)
    return measured.value


def test_score_by_the_formula() -> None:
    found = standing()
    lived = (0.81 * 0.8 * 0.9 * 0.9) ** 0.25
    assert value(found.shares[Rung.USED]) == pytest.approx(0.8)
    assert value(found.shares[Rung.LIVED]) == pytest.approx(lived)
    assert value(found.score) == pytest.approx(100 * (0.8 * lived * 0.97) ** (1 / 3))
    assert (found.next, found.reached) == (None, Rung.EFFECTIVE)


def test_the_interval_contains_the_value_and_says_of_how_many_people() -> None:
    score = standing().score
    assert isinstance(score, Estimate)
    assert score.low < score.value < score.high
    assert (score.n, score.grade) == (20, "association")


def test_the_next_rung_is_the_first_below_a_half() -> None:
    idle = replace(BUSY, active=4 * WEEKS)
    careless = replace(BUSY, completed=10, features=1)
    empty = replace(BUSY, seats=5 * WEEKS)
    assert standing(idle).next is Rung.USED
    assert (standing(careless).next, standing(careless).reached) == (Rung.LIVED, Rung.USED)
    assert (standing(empty).next, standing(empty).reached) == (Rung.INSTALLED, None)
    assert standing(felt=UNMOVED).next is Rung.EFFECTIVE


def test_runs_but_does_not_work() -> None:
    assert standing(felt=UNMOVED).runs_only
    assert not standing().runs_only
    assert not standing(replace(BUSY, active=11 * WEEKS), UNMOVED).runs_only  # 55 % do not make it run
    assert not standing(felt=NOBODY_ASKED).runs_only  # what nobody knows is no reproach


def test_what_cannot_be_told_is_neither_effective_nor_a_reproach() -> None:
    found = standing(felt=PERHAPS)
    assert found.noticed is Noticed.OPEN
    assert (found.next, found.reached, found.unknown) == (Rung.EFFECTIVE, Rung.LIVED, False)
    assert found.close
    assert found.may_run_only
    assert not found.runs_only
    more = replace(PERHAPS, better=Estimate(0.7, 0.7, 0.7, 20))
    assert standing(felt=more).next is Rung.EFFECTIVE  # more likely than not is not enough either
    assert not standing(felt=BETTER).close
    assert not standing(felt=UNMOVED).close
    assert standing(felt=NOBODY_ASKED).noticed is None


def test_how_many_features_there_are_is_no_number_of_cases() -> None:
    lived = standing().shares[Rung.LIVED]
    assert isinstance(lived, Estimate)
    assert lived.n == 50  # records, the fewest cases of its parts; five features are no sample


def test_a_missing_part_stays_missing_and_says_which() -> None:
    found = standing(replace(BUSY, kept=None, judged=None))
    lived = found.shares[Rung.LIVED]
    assert isinstance(lived, Missing)
    assert lived.reason.en == "principle kept: not delivered with the usage"
    assert isinstance(found.score, Missing)
    assert found.next is Rung.LIVED
    assert found.unknown


def test_a_part_that_is_not_asked_for_does_not_count() -> None:
    found = standing(replace(BUSY, kept=None, judged=None), expected=Expected(5, frozenset({Part.WORKFLOW})))
    assert value(found.shares[Rung.LIVED]) == pytest.approx(0.81)


def test_without_parts_nobody_knows_what_living_means() -> None:
    lived = standing(expected=Expected()).shares[Rung.LIVED]
    assert isinstance(lived, Missing)
    assert lived.code == "no-parts"


def test_nothing_started_is_not_nothing_completed() -> None:
    lived = standing(replace(BUSY, started=0, completed=0)).shares[Rung.LIVED]
    assert isinstance(lived, Missing)
    assert lived.code == "nothing-happened"


def test_one_part_at_zero_makes_the_whole_zero() -> None:
    lived = standing(replace(BUSY, completed=0)).shares[Rung.LIVED]
    assert isinstance(lived, Estimate)
    assert lived.low == lived.value == 0 < lived.high < 0.5


def test_a_few_weeks_say_nothing() -> None:
    found = standing(replace(BUSY, weeks=3))
    assert all(isinstance(each, Missing) for each in found.shares.values())
    assert found.next is Rung.INSTALLED
    assert found.unknown


def test_weeks_and_teams_add_up_and_what_is_unknown_stays_so() -> None:
    found = together([BUSY, replace(BUSY, started=None, completed=None, features=2)])
    assert found is not None
    assert (found.weeks, found.heads, found.active) == (24, 20, 32 * WEEKS)
    assert (found.started, found.features) == (100, 4)  # the largest number of features, not their sum
    assert together([]) is None


def test_an_effect_before_its_time_is_told_with_use() -> None:
    months = [Month(date(2025, month, 1), 50, 30) for month in range(1, 13)]
    felt = effect(months, date(2025, 12, 1))
    found = standing(felt=felt)
    assert isinstance(found.shares[Rung.EFFECTIVE], Missing)
    assert isinstance(found.score, Missing)
