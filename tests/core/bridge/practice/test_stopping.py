"""The stop list: when use is a relapse."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.practice.stopping import (
    Event,
    Relapse,
    Standing,
    Uses,
    forbidden_from,
    relapse,
    standing,
)
from leitstern.core.bridge.practice.terms import StopChange

ENDED = Event(StopChange.ENDED, date(2025, 3, 31), date(2025, 5, 15))
AGAIN = Event(StopChange.REINSTATED, date(2025, 9, 1))


def test_it_ends_is_forgiven_for_a_while_and_is_then_over() -> None:
    days = [date(2025, 3, 30), date(2025, 3, 31), date(2025, 5, 15), date(2025, 5, 16)]
    assert [standing([ENDED], day) for day in days] == [
        Standing.AHEAD,
        Standing.GRACE,
        Standing.GRACE,
        Standing.ENDED,
    ]


def test_let_in_again_from_its_day_on() -> None:
    assert standing([AGAIN, ENDED], date(2025, 8, 31)) is Standing.ENDED
    assert standing([AGAIN, ENDED], date(2025, 9, 1)) is Standing.REINSTATED
    assert forbidden_from([AGAIN, ENDED]) is None
    assert relapse([AGAIN, ENDED], [Uses("", date(2025, 10, 1), 5)]) is None


def test_use_counts_from_the_first_whole_month_after_the_grace_period() -> None:
    assert forbidden_from([ENDED]) == date(2025, 6, 1)
    assert forbidden_from([Event(StopChange.ENDED, date(2025, 4, 1))]) == date(2025, 4, 1)
    assert forbidden_from([Event(StopChange.ENDED, date(2025, 4, 2))]) == date(2025, 5, 1)


def test_what_was_used_all_the_same() -> None:
    uses = [Uses(unit, date(2025, month, 1), month - 5) for unit in ("a", "b") for month in (5, 6, 7, 8, 9)]
    found = relapse([ENDED], uses)

    assert found == Relapse(4, 4, 20, 3, 18, date(2025, 9, 1))
    assert not found.clean


def test_counted_and_never_used_is_clean_and_not_counted_is_not() -> None:
    clean = relapse([ENDED], [Uses("", date(2025, month, 1), 0) for month in (6, 7)])
    assert clean is not None
    assert clean.clean
    unknown = relapse([ENDED], [])
    assert unknown is not None
    assert not unknown.clean
