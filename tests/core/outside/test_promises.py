"""Promises kept, broken, open and overdue. Hours count from Sunday, 1 March, 8:00."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.core.known import known
from tests.core.outside.small_lake import (
    ANNA,
    APPLY,
    BERND,
    CEM,
    DORA,
    EMIL,
    PAY,
    PHONE,
    WEB,
    SmallLake,
    run,
)

from leitstern.core.outside.lineage import with_journey_channel
from leitstern.core.outside.promises import PromiseRecord, promise_records, read_promise_records
from leitstern.core.outside.quantiles import NOTHING_MEASURED
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY

ON_THE_5TH = date(2026, 3, 5)
DAY = 24  # hours


def promised() -> SmallLake:
    """Due on the 3rd: Anna early, Bernd in the last minute, Cem two days late, Dora never. Emil's is due on the 5th."""
    lake = SmallLake()
    lake.promise(ANNA, PAY, 0, 2 * DAY, 1 * DAY)
    lake.promise(BERND, PAY, 0, 2 * DAY, 2 * DAY + 15.9)
    lake.promise(CEM, PAY, 0, 2 * DAY, 4 * DAY)
    lake.promise(DORA, PAY, 0, 2 * DAY, None)
    lake.promise(EMIL, PAY, 0, 4 * DAY, None)
    return lake


def found(promises: Any, by: list[str], as_of: date = ON_THE_5TH) -> dict[tuple[object, ...], PromiseRecord]:
    records = read_promise_records(run(promise_records(promises, by, as_of)), by, as_of)
    return {record.group: record for record in records}


def test_calendar_days_decide_and_what_is_not_due_is_not_judged() -> None:
    record = found(promised().promises, ["promise"])[1,]
    assert (record.promises, record.open, record.overdue) == (5, 1, 1)
    assert isinstance(record.late, Estimate)
    assert (record.late.value, record.late.n) == (2 / 4, 4)  # Cem and Dora of four
    assert record.late.as_of == ON_THE_5TH


def test_a_day_later_the_open_one_is_overdue_too() -> None:
    record = found(promised().promises, ["promise"], date(2026, 3, 6))[1,]
    assert (record.open, record.overdue, known(record.late).value) == (0, 2, 3 / 5)


def test_lateness_is_that_of_those_which_are_over() -> None:
    days = found(promised().promises, ["touchpoint"])[PAY,].days_late
    assert isinstance(days, Estimate)
    assert (days.value, days.n) == (2, 1)


def test_all_promises_together() -> None:
    record = found(promised().promises, [])[()]
    assert (record.promises, known(record.late).value, known(record.days_late).value) == (5, 0.5, 2)
    assert found(SmallLake().promises, [])[()].promises == 0


def test_nothing_due_nothing_late() -> None:
    lake = SmallLake()
    lake.promise(EMIL, PAY, 0, 4 * DAY, None)
    record = found(lake.promises, ["promise"])[1,]
    assert record.late == NOBODY
    assert record.days_late == NOTHING_MEASURED
    assert record.open == 1


def test_by_the_channel_on_which_the_journey_began() -> None:
    lake = promised()
    for customer, channel in ((ANNA, WEB), (BERND, WEB), (CEM, PHONE)):
        lake.contact(customer, APPLY, -1, channel=channel)
        lake.contact(customer, PAY, 1, channel=PHONE)
    linked = with_journey_channel(lake.promises, lake.contacts, lake.transitions, lake.journeys)
    records = found(linked, ["journey_channel"])
    assert {group: (r.promises, known(r.late).value) for group, r in records.items() if group != (0,)} == {
        (WEB,): (2, 0),
        (PHONE,): (1, 1),
    }
    assert records[0,].promises == 2  # Dora and Emil have never been in touch


def test_journeys_with_and_without_an_id_are_told_apart() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, channel=WEB)
    lake.contact(ANNA, APPLY, 1, channel=PHONE, journey_key=77)
    lake.promise(ANNA, PAY, 2, 2 * DAY, 3 * DAY, journey_key=77)
    lake.promise(ANNA, PAY, 2, 2 * DAY, 1 * DAY)
    linked = with_journey_channel(lake.promises, lake.contacts, lake.transitions, lake.journeys)
    records = found(linked, ["journey_channel"])
    assert {group: known(record.late).value for group, record in records.items()} == {(PHONE,): 1, (WEB,): 0}
