"""Cases beyond a boundary: the newest number of a month, and nothing of a department of few."""

from __future__ import annotations

from datetime import date

from leitstern.core.inside.incentives.boundaries import Count, tally

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def test_the_newest_number_of_a_month_counts_and_few_people_stay_unseen() -> None:
    counts = [
        Count("service", MAY, 4),
        Count("board", MAY, 1),
        Count("service", JUNE, 2),
        Count("service", MAY, 6),
    ]
    found = tally(counts, lambda unit: unit != "board")
    assert found.shown == (Count("service", JUNE, 2), Count("service", MAY, 6))
    assert (found.cases, found.months, found.hidden) == (8, 2, 1)


def test_nothing_counted_is_nothing_shown() -> None:
    found = tally([], lambda unit: True)
    assert (found.shown, found.hidden, found.cases) == ((), 0, 0)
