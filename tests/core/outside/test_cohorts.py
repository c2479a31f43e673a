"""Customers by when they began, and whether they have contact again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.core.known import known
from tests.core.outside.oracle import naive
from tests.core.outside.small_lake import APPLY, CALL, START, SmallLake, run

from leitstern.core.outside.cohorts import SPANS, Again, By, came_again, cohorts_begun, read_cohorts

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
LATER = date(2026, 7, 15)


def lake() -> SmallLake:
    """Six begin on 1 March, two of whom are back after ten days and one of those after forty; five begin in April."""
    lake = SmallLake()
    for customer in range(1, 7):
        lake.contact(customer, APPLY, 0)
        lake.contact(customer, CALL, 3)  # the same day is no coming back
    for customer, days in ((1, 10), (2, 10), (1, 40)):
        lake.contact(customer, CALL, days * 24)
    for customer in range(11, 16):
        lake.contact(customer, APPLY, 40 * 24)
    lake.contact(21, APPLY, 0, journey_key=7)
    lake.contact(21, APPLY, 2000, journey_key=8)
    return lake


def found(lake: SmallLake, as_of: date = LATER, by: By = "month") -> dict[tuple[date | None, int], Again]:
    journeys = lake.journeys
    begun = run(cohorts_begun(journeys, journeys, by))
    rows = read_cohorts(begun, run(came_again(journeys, journeys, lake.transitions, by)), by, as_of)
    return {(each.since, each.span): each for each in rows}


def test_who_came_again_in_which_span() -> None:
    cells = found(lake())
    first, second, third = (cells[MARCH, span].share for span in (1, 2, 3))
    assert known(first).value == pytest.approx(2 / 7)
    assert known(first).n == 7
    assert known(second).value == pytest.approx(1 / 7)
    assert known(third).value == pytest.approx(1 / 7)  # after 83 days
    assert known(cells[APRIL, 1].share).value == 0
    assert known(cells[None, 1].share).value == pytest.approx(2 / 12)


def test_what_is_not_lived_is_empty() -> None:
    """The last of April has thirty days behind them on 30 May: not on the 29th."""
    assert (APRIL, 1) not in found(lake(), date(2026, 5, 29))
    assert (APRIL, 1) in found(lake(), date(2026, 5, 30))
    assert max(span for _, span in found(lake(), date(2030, 1, 1))) == SPANS["month"]


def test_cohorts_of_fewer_than_five_are_left_out() -> None:
    small = SmallLake()
    for customer in range(1, 5):
        small.contact(customer, APPLY, 0)
    assert found(small) == {}


def test_only_those_whose_first_journey_is_selected() -> None:
    journeys = lake().journeys
    later = journeys.filter(journeys.start_date >= APRIL)
    begun = run(cohorts_begun(later, journeys, "month")).to_pylist()
    assert [(row["since"], row["n"]) for row in begun] == [
        (APRIL, 5)
    ]  # the second journey of 21 is no first one


def test_shares_equal_the_slow_query() -> None:
    slow = naive(
        lake(),
        """
        , firsts AS (SELECT entity_id, min(local_date) AS first_day FROM steps GROUP BY entity_id),
        back AS (
            SELECT DISTINCT entity_id, date_trunc('month', first_day)::DATE AS since, (local_date - first_day + 29) // 30 AS span
            FROM steps JOIN firsts USING (entity_id) WHERE local_date > first_day
        )
        SELECT since, span, count(*) AS n FROM back GROUP BY ALL
        """,
    )
    cells = found(lake(), START.date() + timedelta(days=900))
    for (since, span), cell in cells.items():
        if since is not None:
            share = known(cell.share)
            came = sum(row["n"] for row in slow if (row["since"], row["span"]) == (since, span))
            assert share.value * share.n == pytest.approx(came)
