"""The ledger: what was booked by hour and day, and what is there of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from leitstern.core.outside.ledger import Booked, Held, Items, Span, balance, lines

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
SIX = Items(received=6, stored=3, quarantined=2, duplicates=1, not_selected=4)


def test_lines_are_cut_by_the_company_s_clock() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # the next day in Berlin
    found = lines([Booked(1, "calls", NOON, SIX), Booked(2, "calls", late, SIX)], Span.DAY, BERLIN)
    assert [(line.begin.day, line.runs, line.items.received) for line in found] == [
        (3, (2,), 6),
        (2, (1,), 6),
    ]
    together = lines([Booked(1, "calls", NOON, SIX), Booked(2, "calls", NOON, SIX)], Span.HOUR, BERLIN)
    assert [(line.begin.hour, line.runs, line.items.stored) for line in together] == [(13, (1, 2), 6)]


def test_the_hour_that_exists_twice_is_two_hours() -> None:
    twice = [datetime(2026, 10, 25, hour, 15, tzinfo=UTC) for hour in (0, 1)]
    found = lines([Booked(1, "calls", at, SIX) for at in twice], Span.HOUR, BERLIN)
    assert [line.begin.hour for line in found] == [2, 2]


def test_what_was_entered_by_hand_has_days_only() -> None:
    mine = [Booked(1, "desk", NOON, SIX, by_hand=True)]
    assert lines(mine, Span.HOUR, BERLIN) == []
    assert len(lines(mine, Span.DAY, BERLIN)) == 1


def test_what_was_read_again_stands_apart_and_is_not_received_twice() -> None:
    again = Booked(2, "calls", NOON, Items(received=2, stored=2), again=True)
    booked = [Booked(1, "calls", NOON, SIX, put_aside=1), again]
    assert [line.again for line in lines(booked, Span.DAY, BERLIN)] == [False, True]
    found = balance(booked, {1: Held(3, 1), 2: Held(2, 0)}, None)
    assert (found.faults, found.items.received) == ((), 6)
    assert "6 received = 3 stored + 2 quarantined + 1 duplicates" in found.sentence.en


@pytest.mark.parametrize("span", Span)
def test_sums_of_lines_are_those_of_the_books(span: Span) -> None:
    rows = list(product((0, 7), repeat=4))
    booked = [
        Booked(run, f"s{run % 3}", NOON + timedelta(hours=run), Items(sum(row[:3]), *row))
        for run, row in enumerate(rows)
    ]
    found = lines(booked, span, BERLIN)
    assert sum((line.items for line in found), Items()) == sum((each.items for each in booked), Items())
    held = {each.run: Held(each.items.stored, 0) for each in booked}
    assert balance(booked, held, None).faults == ()
    assert all(line.items.unaccounted == 0 for line in found)


@pytest.mark.parametrize(
    ("there", "erased", "said"),
    [
        (Held(2, 1), None, "1 fewer rows are stored"),
        (Held(4, 1), None, "1 more rows are stored"),
        (Held(4, 1), NOON + timedelta(days=1), "1 more rows are stored"),
        (Held(2, 1), NOON - timedelta(days=1), "1 fewer rows are stored"),
        (Held(3, 0), None, "1 fewer rows lie in quarantine"),
        (Held(3, 2), NOON + timedelta(days=1), "1 more rows lie in quarantine"),
    ],
)
def test_what_is_not_there_is_said(there: Held, erased: datetime | None, said: str) -> None:
    (fault,) = balance([Booked(1, "calls", NOON, SIX, put_aside=1)], {1: there}, erased).faults
    assert said in fault.en


def test_erased_customers_are_no_fault() -> None:
    found = balance([Booked(1, "calls", NOON, SIX, put_aside=1)], {1: Held(1, 0)}, NOON)
    assert (found.faults, found.erased) == ((), 2)


def test_a_run_of_which_nothing_is_there_is_a_fault_and_so_are_wrong_sums() -> None:
    wrong = Items(received=6, stored=3)
    found = balance([Booked(1, "calls", NOON, wrong)], {}, None)
    assert [fault.en.split(":")[0] for fault in found.faults] == ["Import 1, source calls", "Import 1"]
    assert found.sentence.en == "It does not add up at 2 places."
    assert balance([Booked(1, "calls", NOON, Items(), put_aside=1)], {}, None).sentence.en.endswith(
        "one place."
    )
    assert balance([], {}, None).sentence.en == "Nothing has come in yet."
