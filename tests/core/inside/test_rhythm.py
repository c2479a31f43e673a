"""From the last wave the next one; what is missed is said, and not made up for twice."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.inside.rhythm import AHEAD, months_after, rhythm

LAST = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("months", "expected"), [(6, date(2026, 9, 30)), (11, date(2027, 2, 28)), (12, date(2027, 3, 31))]
)
def test_the_same_day_or_the_last_of_the_month(months: int, expected: date) -> None:
    assert months_after(LAST, months) == expected


def test_the_next_wave_is_due_half_a_year_after_the_last() -> None:
    found = rhythm(6, LAST, [], date(2026, 9, 30))
    assert not found.overdue
    assert found.days == (date(2026, 9, 30), date(2027, 3, 30), date(2027, 9, 30), date(2028, 3, 30))
    assert found.sentence.en.startswith("The next wave is due on 30/09/2026")


def test_a_missed_wave_is_said_and_later_ones_count_from_today() -> None:
    found = rhythm(6, LAST, [], date(2026, 11, 15))
    assert found.overdue
    assert found.days[:2] == (date(2026, 9, 30), date(2027, 5, 15))
    assert "has not been questioned since" in found.sentence.en


def test_a_wave_that_is_prepared_is_the_next_one() -> None:
    found = rhythm(6, LAST, [(date(2026, 12, 1), "Winter"), (date(2026, 5, 1), "Gone")], date(2026, 11, 15))
    assert found.days[:2] == (date(2026, 12, 1), date(2027, 6, 1))
    assert len(found.days) == AHEAD
    assert "“Winter” ends on 01/12/2026" in found.sentence.en


def test_before_the_first_wave_nothing_is_due() -> None:
    assert rhythm(6, None, [], date(2026, 11, 15)).days == ()
