"""What may be said of whom we hear."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.gap.heard import Heard, heard, too_short
from leitstern.core.outside.newcomers import Beside, Place
from leitstern.core.stats.differences import difference
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.share import ShareStatistics

SINCE, AS_OF = date(2025, 1, 1), date(2026, 1, 1)


def people(n: int, good: int) -> ShareStatistics:
    """So many customers with one answer each."""
    return ShareStatistics(n, n, n, good, n, good, good)


def overall(answers: tuple[int, int], contacts: tuple[int, int]) -> Heard:
    return heard(Place(None, None, people(*contacts), people(*answers)), (), (), SINCE, AS_OF)


def test_the_alarm_rings_where_only_existing_customers_are_measured() -> None:
    found = overall((40, 0), (900, 45))
    assert found.alarm
    assert found.sentence.en.startswith("Only existing customers are measured: since 01/01/2025, none of 40")
    assert "5 [4–6] of 100 contacts" in found.sentence.en
    assert "niemand von 40" in found.sentence.de


@pytest.mark.parametrize(
    ("answers", "contacts", "verdict", "alarm"),
    [
        ((1000, 100), (2000, 200), "as often", False),
        ((400, 80), (2000, 200), "as often", False),  # more often is no reason to worry
        ((400, 8), (2000, 200), "less", True),
        ((30, 3), (2000, 200), "cannot tell", False),
        ((400, 0), (2000, 0), "none come", False),
    ],
)
def test_heard_as_often_as_they_come_or_less_or_nobody_can_tell(
    answers: tuple[int, int], contacts: tuple[int, int], verdict: str, alarm: bool
) -> None:
    found = overall(answers, contacts)
    assert (found.verdict, found.alarm) == (verdict, alarm)


def test_looking_at_many_statements_takes_more_to_say_that_one_is_heard_less() -> None:
    def verdict(statements: int) -> str | None:
        places = [Place(k, "satisfied", people(2000, 200), people(100, 4)) for k in range(statements)]
        beside = [Beside(k, "satisfied", None, people(100, 50)) for k in range(statements)]
        return heard(None, places, beside, SINCE, AS_OF).at[0].verdict

    assert (verdict(1), verdict(40)) == ("less", "cannot tell")


def test_what_new_and_known_customers_live_stands_side_by_side() -> None:
    beside = (Beside(1, "in_time", people(60, 30), people(300, 270)),)
    (found,) = heard(None, (), beside, SINCE, AS_OF).at
    assert isinstance(found.lived_difference, Estimate)
    assert found.lived_difference.value == pytest.approx(-0.4)
    assert found.apart
    assert found.verdict is None
    assert isinstance(found.answers, Missing)


@pytest.mark.parametrize(("new", "known"), [(4, 60), (60, 4)])
def test_neither_side_is_shown_where_the_other_has_one_to_four(new: int, known: int) -> None:
    (found,) = heard(None, (), (Beside(1, "easy", people(new, 2), people(known, 2)),), SINCE, AS_OF).at
    assert isinstance(found.new, Missing)
    assert isinstance(found.known, Missing)
    assert not found.apart


def test_too_few_answers_and_too_short_a_record_are_told() -> None:
    assert overall((4, 0), (900, 45)).sentence.en.startswith("Fewer than five customers")
    assert not overall((4, 0), (900, 45)).alarm
    short = too_short(date(2025, 11, 1))
    assert "begins in November 2025" in short.sentence.en
    assert isinstance(short.answers, Missing)


def test_the_difference_is_newcombes() -> None:
    """56 of 70 against 48 of 80: Newcombe (1998), table II, method 10: .0524 to .3339 at 95 %."""
    from leitstern.core.stats.intervals import share_estimate

    one, other = (share_estimate(people(*pair), None, 0.95) for pair in ((70, 56), (80, 48)))
    found = difference(one, other)
    assert isinstance(found, Estimate)
    assert (round(found.value, 4), round(found.low, 4), round(found.high, 4)) == (0.2, 0.0524, 0.3339)
