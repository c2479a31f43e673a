"""Better, not, or cannot tell."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from tests.core.gap.hansa import answers

from leitstern.core.bridge.verdict import Judgement, Observation, baseline, judge
from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Estimate, Missing

SPRING = (date(2026, 1, 1), date(2026, 6, 30))
AUTUMN = (date(2026, 7, 1), date(2026, 12, 31))


def verdict(before: tuple[int, int], after: tuple[int, int]) -> Judgement:
    return judge(
        Observation(*SPRING, answers(*before)),
        Observation(*AUTUMN, answers(*after)),
        np.random.default_rng(1),
    )


def test_better() -> None:
    found = verdict((300, 500), (375, 500))
    assert found.verdict == "better"
    assert isinstance(found.change, Estimate)
    assert found.change.value == pytest.approx(0.15 * 500 / 520, abs=0.003)
    assert (found.change.grade, found.change.n, found.change.as_of) == ("association", 500, AUTUMN[1])
    assert found.improved is not None
    assert found.improved > 0.999
    assert found.sentence.de == (
        "Besser: vorher 60 von 100 Kundinnen und Kunden, nachher 74: +14 (+10 bis +19)."
    )


def test_the_two_sides_are_shown_with_their_own_n_and_date() -> None:
    found = verdict((300, 500), (300, 400))
    assert isinstance(found.before, Estimate)
    assert isinstance(found.after, Estimate)
    assert (found.before.n, found.before.as_of) == (500, SPRING[1])
    assert (found.after.n, found.after.as_of) == (400, AUTUMN[1])


def test_not_better() -> None:
    found = verdict((3000, 5000), (3010, 5000))
    assert found.verdict == "not"
    assert found.sentence.en.startswith(
        "Not better, or too little to matter: 60 of 100 customers before, 60 after"
    )


def test_certain_but_too_little_is_not_better() -> None:
    assert verdict((60_000, 100_000), (62_000, 100_000)).verdict == "not"


def test_worse_is_said() -> None:
    found = verdict((800, 1000), (600, 1000))
    assert found.verdict == "not"
    assert found.sentence.de.startswith("Nicht besser, sondern schlechter: vorher 80")


def test_few_answers_cannot_tell() -> None:
    found = verdict((12, 20), (15, 20))
    assert found.verdict == "cannot tell"
    assert found.sentence.en.startswith("This cannot be told yet: 59 of 100 customers before")


def test_fewer_than_five_are_not_compared() -> None:
    found = verdict((300, 500), (4, 4))
    assert found.verdict == "cannot tell"
    assert isinstance(found.change, Missing)
    assert found.improved is None
    assert found.sentence.de == (
        "Das lässt sich noch nicht sagen: bisher weniger als fünf Kundinnen und Kunden."
    )


def test_nobody_counts_on_both_sides() -> None:
    with pytest.raises(InvalidInput) as refused:
        judge(
            Observation(*SPRING, answers(3, 9)),
            Observation(SPRING[1], AUTUMN[1], answers(3, 9)),
            np.random.default_rng(1),
        )
    assert "Vorher endet am 30.06.2026, nachher beginnt am 30.06.2026" in refused.value.text.de


def test_a_baseline_stands_alone_where_nothing_else_is_known() -> None:
    assert baseline(answers(6, 8), None).mean == pytest.approx([7 / 10])
    assert baseline(answers(6, 8), answers(0, 0)).mean == pytest.approx([7 / 10])


def verdicts_without_change(*, with_company: bool) -> float:
    """How often the worst of twenty touchpoints is called better although nothing changed."""
    rng = np.random.default_rng(3)
    better = 0
    for _ in range(400):
        levels = np.clip(rng.normal(0.7, 0.1, 20), 0.05, 0.98)
        good = rng.binomial(100, levels)
        worst = int(good.argmin())
        found = judge(
            Observation(*SPRING, answers(int(good[worst]), 100)),
            Observation(*AUTUMN, answers(int(rng.binomial(100, levels[worst])), 100)),
            rng,
            elsewhere=answers(int(good.sum() - good[worst]), 1900) if with_company else None,
            draws=500,
        )
        better += found.verdict == "better"
    return better / 400


def test_what_looked_worst_does_not_get_better_by_itself() -> None:
    assert verdicts_without_change(with_company=True) <= 0.05


def test_but_it_would_seem_to_without_the_rest_of_the_company() -> None:
    assert verdicts_without_change(with_company=False) > 0.07
