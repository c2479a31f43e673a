"""Did customers notice? Better by enough, against teams without the application, and honest about noise."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.inside.adoption.effect import Effect, Month, effect
from leitstern.core.stats.estimate import Missing

LIVE = date(2025, 3, 17)


def months(before: float, after: float, asked: int = 100, many: int = 24) -> list[Month]:
    """Two years of months with a share before and one after March 2025."""
    found = []
    for at in range(many):
        month = date(2024 + at // 12, at % 12 + 1, 1)
        found.append(Month(month, asked, asked * (before if month <= date(2025, 3, 1) else after)))
    return found


def found(*args: object, **kwargs: object) -> Effect:
    effect_found = effect(*args, **kwargs)  # type: ignore[arg-type]
    assert isinstance(effect_found, Effect)
    return effect_found


def test_a_clear_improvement_is_effective() -> None:
    there = found(months(0.5, 0.65), LIVE)
    assert there.change.value == pytest.approx(0.145, abs=0.005)
    assert there.change.low < 0.15 < there.change.high
    assert there.change.grade == "association"
    assert there.better.value > 0.99
    assert there.change.n == 600


def test_no_change_is_not_effective() -> None:
    assert found(months(0.5, 0.5), LIVE).better.value < 0.05


def test_a_change_too_small_to_matter_is_not_effective() -> None:
    assert found(months(0.5, 0.53), LIVE).better.value < 0.5


def test_chance_alone_seldom_makes_a_team_effective() -> None:
    """With “better at all” half of all unmoved teams would be; a published number of ours, to be kept."""
    rng = np.random.default_rng(4)
    wrong = 0
    for _ in range(400):
        drawn = [Month(m.month, m.asked, int(rng.binomial(100, 0.6))) for m in months(0, 0)]
        wrong += found(drawn, LIVE).better.value >= 0.5
    assert wrong / 400 < 0.05


def test_the_closed_form_agrees_with_draws() -> None:
    rng = np.random.default_rng(1)
    there = months(0.5, 0.56, asked=40)
    first = (12 * 40 * 0.5 + 1) / (12 * 40 + 2)
    n = 6 * 40 + 20
    then = (6 * 40 * 0.56 + 20 * first) / n
    drawn = rng.beta(then * n, (1 - then) * n, 100_000) - rng.beta(first * 482, (1 - first) * 482, 100_000)
    assert found(there, LIVE).better.value == pytest.approx(float((drawn > 0.05).mean()), abs=0.01)


def test_what_rose_everywhere_is_taken_off() -> None:
    mine, others = months(0.5, 0.65), [months(0.45, 0.6), months(0.55, 0.7)]
    there = found(mine, LIVE, others)
    assert there.compared == 2
    assert there.change.low < 0 < there.change.high
    assert there.better.value < 0.2


def test_others_without_numbers_are_no_comparison() -> None:
    assert found(months(0.5, 0.65), LIVE, [[], months(0.4, 0.6, many=8)]).compared == 0


def test_months_that_scatter_make_it_less_sure() -> None:
    calm = months(0.5, 0.6)
    wild = [Month(m.month, m.asked, m.good + (20 if at % 2 else -20)) for at, m in enumerate(calm)]
    wide, narrow = found(wild, LIVE).change, found(calm, LIVE).change
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


@pytest.mark.parametrize(
    ("there", "live", "code"),
    [
        ([], LIVE, "nobody-asked"),
        (months(0.5, 0.6), None, "not-live"),
        (months(0.5, 0.6), date(2024, 2, 1), "not-before"),
        (months(0.5, 0.6), date(2025, 11, 1), "not-after"),
        (months(0.5, 0.6, asked=0), LIVE, "not-before"),
    ],
)
def test_what_cannot_be_compared_says_why(there: list[Month], live: date | None, code: str) -> None:
    missing = effect(there, live)
    assert isinstance(missing, Missing)
    assert missing.code == code
