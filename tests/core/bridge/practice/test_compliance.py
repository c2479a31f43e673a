"""How far a principle is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.core.bridge.practice.compliance import (
    NEVER,
    NO_CASE,
    NOT_COUNTED,
    NOTHING_BEFORE,
    TOO_FEW,
    Break,
    Exempt,
    Tally,
    counted,
    course,
    difference,
    share,
)
from leitstern.core.bridge.practice.sentences import how_kept
from leitstern.core.bridge.practice.streams import share_points
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence


def months(kept: Sequence[int | None], cases: int = 50) -> list[Tally]:
    """From January 2025 on; None where nobody counted."""
    return [
        Tally("", date(2025 + at // 12, at % 12 + 1, 1), n, cases)
        for at, n in enumerate(kept)
        if n is not None
    ]


def test_the_last_three_months_stand_against_the_year_before() -> None:
    found = course(months([46] * 12 + [35, 34, 36]))

    assert isinstance(found.recent, Estimate)
    assert isinstance(found.change, Estimate)
    assert (found.recent.value, found.recent.n) == (0.7, 150)
    assert found.change.value == pytest.approx(0.7 - 0.92)
    assert found.change.n == 150 + 600
    assert found.falls
    assert not found.rises


def test_what_may_be_chance_is_no_fall() -> None:
    assert not course(months([46] * 12 + [45, 45, 46])).falls


def test_what_is_small_is_no_fall_however_sure() -> None:
    found = course(months([4600] * 12 + [4450, 4450, 4450], cases=5000))
    assert isinstance(found.change, Estimate)
    assert found.change.high < 0
    assert not found.falls


def test_a_month_nobody_counted_stays_a_gap_and_one_without_a_case_is_told_apart() -> None:
    found = course([*months([46, None, 45]), Tally("", date(2025, 4, 1), 0, 0)])

    assert [each.share for each in found.months[1::2]] == [NOT_COUNTED, NO_CASE]
    assert found.gaps == 1
    assert isinstance(found.recent, Estimate)
    assert found.recent.n == 100


def test_months_before_another_definition_are_never_compared_with_those_after_it() -> None:
    found = course(months([46] * 12 + [20, 21]), [Break(date(2026, 1, 1), "now with holidays")])

    assert isinstance(found.recent, Estimate)
    assert found.recent.value == pytest.approx(41 / 100)
    assert found.before is NOTHING_BEFORE
    assert found.change is NOTHING_BEFORE
    assert not found.falls


def test_units_add_up_and_nothing_counted_is_said() -> None:
    found = course([Tally("a", date(2025, 1, 1), 3, 4), Tally("b", date(2025, 1, 1), 4, 6)])
    assert isinstance(found.recent, Estimate)
    assert found.recent.value == pytest.approx(0.7)
    assert course([]).recent is NEVER


def test_a_definition_that_begins_after_the_last_count_leaves_the_old_one_in_force() -> None:
    found = course(months([46] * 6), [Break(date(2026, 6, 1), "later")])
    assert isinstance(found.recent, Estimate)


def test_a_month_in_which_a_unit_is_exempt_on_any_day_does_not_count() -> None:
    tallies = [Tally(unit, date(2025, month, 1), 1, 2) for unit in ("a", "b") for month in (1, 2, 3)]
    left = counted(tallies, [Exempt("a", date(2025, 1, 31), date(2025, 2, 1))])

    assert [(each.unit, each.month.month) for each in left] == [("a", 3), ("b", 1), ("b", 2), ("b", 3)]
    assert counted(tallies, [Exempt("", date(2025, 1, 1), date(2025, 3, 1))]) == []


def test_newcombes_published_difference() -> None:
    """Newcombe (1998), table II: 56/70 − 48/80, method 10 at 95%: 0.0524 to 0.3339."""
    from leitstern.core.stats.intervals import wilson

    now, then = (Estimate(k / n, *wilson(k / n, n, 0.95), n=n, level=0.95) for k, n in ((56, 70), (48, 80)))
    found = difference(now, then)

    assert isinstance(found, Estimate)
    assert (round(found.value, 4), round(found.low, 4), round(found.high, 4)) == (0.2, 0.0524, 0.3339)


def test_a_share_of_nothing_is_no_number() -> None:
    assert share(0, 0) is NO_CASE


def test_hidden_months_stand_without_a_number_and_count_nowhere() -> None:
    found = course(months([46, None, 40]), hidden={date(2025, 2, 1), date(2025, 4, 1)})
    assert [each.share is TOO_FEW for each in found.months] == [False, True, False, True]
    assert [each.told for each in found.months] == [True, False, True, False]
    assert found.gaps == 0
    assert isinstance(found.recent, Estimate)
    assert found.recent.n == 100
    assert not share_points(found.months, date(2025, 12, 31))[2:]


def test_if_every_month_is_hidden_it_is_said_so_and_not_that_nobody_counts() -> None:
    found = course([], hidden={date(2025, 2, 1)})
    assert found.recent is TOO_FEW
    assert "so few people" in how_kept(found, "No lists").en
