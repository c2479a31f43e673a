"""Did customers notice? Better by enough, against teams without the application, and honest about noise."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leitstern.core.inside.adoption.effect import Effect, Month, effect, pooled
from leitstern.core.inside.adoption.rungs import SURE, Noticed, noticed
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


def drawn(rng: np.random.Generator, true: float, asked: int) -> Effect:
    """Twelve months of `asked` customers each of whom half agree, and six after it went live, in which `true` more do."""
    calm = months(0.5, 0.5 + true, asked, many=21)[2:]
    return found([Month(m.month, m.asked, int(rng.binomial(asked, m.good / m.asked))) for m in calm], LIVE)


@pytest.mark.parametrize(
    ("asked", "wrongly_noticed", "not_noticed", "noticed_more", "wrongly_not"),
    [
        (5, 0.003, 0.11, 0.03, 0.016),
        (10, 0.005, 0.20, 0.09, 0.016),
        (20, 0.005, 0.30, 0.20, 0.011),
        (40, 0.003, 0.47, 0.37, 0.004),
        (100, 0.000, 0.74, 0.69, 0.000),
    ],
)
def test_how_often_it_errs(
    asked: int, wrongly_noticed: float, not_noticed: float, noticed_more: float, wrongly_not: float
) -> None:
    """The table of the method page (there of 20,000 teams each): nothing changed, and ten points more."""
    rng = np.random.default_rng(4)
    same = [noticed(drawn(rng, 0.0, asked).better.value) for _ in range(400)]
    more = [noticed(drawn(rng, 0.1, asked).better.value) for _ in range(400)]
    assert same.count(Noticed.YES) / 400 == pytest.approx(wrongly_noticed, abs=0.012)
    assert same.count(Noticed.NO) / 400 == pytest.approx(not_noticed, abs=0.06)
    assert more.count(Noticed.YES) / 400 == pytest.approx(noticed_more, abs=0.06)
    assert more.count(Noticed.NO) / 400 == pytest.approx(wrongly_not, abs=0.02)


def test_a_few_customers_are_no_reproach() -> None:
    """Twenty asked in all, no change: more likely no than yes, and neither can be said."""
    few = found(months(0.5, 0.5, 5, many=19), LIVE)
    assert 1 - SURE < few.better.value < 0.5
    assert noticed(few.better.value) is Noticed.OPEN


def test_the_interval_of_teams_together_covers_what_happened() -> None:
    """Ten teams, one to compare them with: its error is the same for all ten. Taken as ten errors it would cover 58 of 100."""
    rng = np.random.default_rng(6)
    calm = months(0.5, 0.6, many=21)
    covered = 0
    for _ in range(150):
        beside, *teams = (
            [Month(m.month, m.asked, int(rng.binomial(100, 0.5))) for m in calm] for _ in range(11)
        )
        change = pooled(effect(team, LIVE, [beside]) for team in teams)
        assert isinstance(change, Effect)
        covered += change.change.low <= 0 <= change.change.high
    assert covered / 150 == pytest.approx(0.9, abs=0.06)


def test_what_is_shared_does_not_average_out() -> None:
    alone = found(months(0.5, 0.6), LIVE, [months(0.5, 0.5)])
    four = pooled([alone] * 4)
    assert isinstance(four, Effect)
    assert four.shared == pytest.approx(alone.shared)
    assert four.own == pytest.approx(alone.own / 4)
    assert four.change.value == pytest.approx(alone.change.value)
    without = pooled([found(months(0.5, 0.6), LIVE)] * 4)
    assert isinstance(without, Effect)
    assert without.shared == 0


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
