"""Who had a part: counts of five or more, and nothing that could be subtracted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.core.bridge.change.participation import (
    Attended,
    Held,
    fold,
    quarter_end,
    quarters,
    reach,
    reach_of_all,
)
from leitstern.core.stats.estimate import Estimate, Missing


def row(unit: str, invited: int, took_part: int) -> Attended:
    return Attended(unit, "", invited, took_part)


def test_small_departments_stand_together() -> None:
    found = fold([row("service", 20, 12), row("cards", 4, 3), row("it", 6, 2)])
    assert [([each.unit for each in shown.of], shown.invited, shown.took_part) for shown in found.shown] == [
        (["service"], 20, 12),
        (["it", "cards"], 10, 5),
    ]
    assert (found.invited, found.took_part) == (30, 17)


def test_what_stays_small_takes_the_next_larger_one_along() -> None:
    found = fold([row("service", 20, 12), row("cards", 4, 3)])
    assert [[each.unit for each in shown.of] for shown in found.shown] == [["cards", "service"]]


def test_who_did_not_come_cannot_be_worked_out() -> None:
    assert not fold([row("service", 6, 5)]).shown
    found = fold([row("service", 6, 5), row("it", 20, 12)])
    assert [(each.invited, each.took_part) for each in found.shown] == [(26, 17)]


def test_where_nearly_all_came_it_is_not_told_how_many_were_invited() -> None:
    found = fold([row("service", 12, 11), row("it", 8, 7)])
    assert [(each.invited, each.took_part) for each in found.shown] == [(None, 18)]
    assert found.invited is None
    assert isinstance(found.share, Missing)
    assert found.share.code == "nearly-all"


def test_where_all_came_it_is_told() -> None:
    found = fold([row("service", 12, 12), row("it", 3, 3)])
    assert (found.invited, found.took_part) == (15, 15)


def test_a_workshop_of_four_shows_nothing() -> None:
    found = fold([row("cards", 4, 4)])
    assert (found.shown, found.invited) == ((), 0)
    assert isinstance(found.share, Missing)
    assert found.share.code == "too-few"


def test_nobody_invited_is_said_as_such() -> None:
    share = fold([]).share
    assert isinstance(share, Missing)
    assert share.code == "nobody"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=8))
def test_whatever_comes_no_part_shown_counts_one_to_four(rows: list[tuple[int, int]]) -> None:
    attended = [row(str(at), max(pair), min(pair)) for at, pair in enumerate(rows)]
    found = fold(attended)
    for each in found.shown:
        assert each.took_part == 0 or each.took_part >= 5
        if each.invited is None:
            assert len(found.shown) == 1
        else:
            assert each.invited >= 5
            assert each.invited == each.took_part or each.invited - each.took_part >= 5
    named = [one for each in found.shown for one in each.of] + list(found.hidden)
    assert sorted(named, key=str) == sorted(attended, key=str)
    assert not (found.shown and found.hidden)  # the total would give the hidden ones away


def test_reach_is_openings_of_copies_and_stays_silent_below_five() -> None:
    found = reach(30, 40, people=50)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.75, 40)
    opened_twice = reach_of_all(90, 40)
    assert isinstance(opened_twice, Estimate)
    assert opened_twice.value == 1


@pytest.mark.parametrize(
    ("opened", "out", "people"), [(4, 40, 50), (30, 40, 4), (30, 40, None), (4, 4, 50), (0, 9, 50)]
)
def test_reach_of_few_is_not_shown(opened: int, out: int, people: int | None) -> None:
    found = reach(opened, out, people)
    assert isinstance(found, Missing)
    assert found.code == "too-few"


def test_reach_before_anything_was_handed_out() -> None:
    found = reach_of_all(9, 0)
    assert isinstance(found, Missing)
    assert found.code == "none-out"


def test_quarters_since_the_first_workshop_with_nothing_as_nothing_and_few_left_out() -> None:
    held = [(date(2025, 2, 3), 16), (date(2025, 3, 30), 9), (date(2025, 8, 1), 3), (date(2026, 1, 5), 30)]
    points = quarters([Held(day, n, n) for day, n in held], date(2026, 2, 1))
    assert [(each.day, each.value, each.error) for each in points] == [
        (date(2025, 3, 31), 25.0, 5.0),
        (date(2025, 6, 30), 0.0, 1.0),
        (date(2025, 12, 31), 0.0, 1.0),
    ]
    assert quarters([], date(2026, 2, 1)) == ()


@pytest.mark.parametrize(("hidden", "shown"), [([3], []), ([3, 3], [22.0]), ([5], [21.0]), ([], [16.0])])
def test_a_quarter_does_not_give_away_who_took_part_where_it_is_not_shown(
    hidden: list[int], shown: list[float]
) -> None:
    held = [Held(date(2025, 2, 3), 16, 16), *(Held(date(2025, 3, 3), n, 0) for n in hidden)]
    assert [each.value for each in quarters(held, date(2025, 4, 1))] == shown


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 12, 24), date(2026, 12, 31)),
    ],
)
def test_a_quarter_ends_with_its_last_day(day: date, end: date) -> None:
    assert quarter_end(day) == end
