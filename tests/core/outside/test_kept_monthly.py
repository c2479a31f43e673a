"""What a principle is counted by without asking anybody, month by month. Hours count from Sunday, 1 March, 8:00."""

from __future__ import annotations

from datetime import date

from tests.core.outside.small_lake import ANNA, BERND, CALL, CEM, DORA, EMIL, PAY, SmallLake, run

from leitstern.core.outside.kept_monthly import (
    KeptMonth,
    firsts_by_month,
    promises_by_month,
    read_kept_months,
)

DAY, MARCH, APRIL = 24, date(2026, 3, 1), date(2026, 4, 30)


def test_promises_count_in_the_month_they_fall_due() -> None:
    lake = SmallLake()
    for who in (ANNA, BERND, CEM, DORA):
        lake.promise(who, PAY, 0, 2 * DAY, 1 * DAY)
    lake.promise(EMIL, PAY, 0, 3 * DAY, 5 * DAY)  # late
    lake.promise(ANNA, PAY, 0, 35 * DAY, 34 * DAY)  # in April, of one customer
    months = read_kept_months(run(promises_by_month(lake.promises, APRIL)), MARCH, APRIL)
    assert months == {PAY: (KeptMonth(MARCH, kept=4, cases=5),)}


def test_a_contact_within_seven_days_of_the_same_is_no_first() -> None:
    lake = SmallLake()
    for who in (ANNA, BERND, CEM, DORA, EMIL):
        lake.contact(who, CALL, 0)
    lake.contact(ANNA, CALL, 6 * DAY)  # again
    lake.contact(BERND, CALL, 8 * DAY)  # another matter
    rows = run(firsts_by_month(lake.transitions))
    assert read_kept_months(rows, MARCH, APRIL) == {CALL: (KeptMonth(MARCH, kept=6, cases=7),)}


def test_months_that_began_before_the_data_or_have_not_ended_are_left_out() -> None:
    lake = SmallLake()
    for who in (ANNA, BERND, CEM, DORA, EMIL):
        lake.contact(who, CALL, 0)
    rows = run(firsts_by_month(lake.transitions))
    assert read_kept_months(rows, date(2026, 3, 2), APRIL) == {}
    assert read_kept_months(rows, MARCH, date(2026, 3, 30)) == {}
    assert read_kept_months(rows, MARCH, date(2026, 3, 31)).keys() == {CALL}
