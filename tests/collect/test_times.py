"""Times of every usual form become the same instants; what no clock ever showed is put aside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collect.desk import mapping

from leitstern.collect import zones
from leitstern.core.errors import InvalidInput
from leitstern.core.tables.lake import FLAG_AMBIGUOUS_HOUR, FLAG_DATE_ONLY

if TYPE_CHECKING:
    from tests.collect.desk import Brought, Desk

BERLIN, BRAZIL = "Europe/Berlin", "America/Sao_Paulo"


def bring(desk: Desk, *times: str, zone: str = BERLIN, company: str = BERLIN, **told: object) -> Brought:
    """Calls at these times."""
    desk.put("who;at\n" + "".join(f"Anna;{time}\n" for time in times))
    return desk.bring(mapping(told, zone=zone, company=company), company=company)


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-01 10:30",
        "2026-02-01T10:30:00",
        "2026-02-01 10:30:00.000",
        "2026-02-01T10:30:00,000",
        "2026-02-01T09:30:00Z",
        "2026-02-01T09:30Z",
        "2026-02-01 10:30:00+01:00",
        "2026-02-01T10:30:00.000+0100",
        "2026-02-01 05:30:00 -0400",
        "2026-02-01 09:30:00 UTC",
        "01.02.2026 10:30",
        "1.2.2026 10:30:00",
        "01.02.2026, 10:30 Uhr",
        "20260201103000",
        "20260201T103000",
        "20260201T093000Z",
        "1769938200",
        "1769938200000",
        "1769938200000000",
    ],
)
def test_one_instant_in_every_usual_form(desk: Desk, written: str) -> None:
    assert bring(desk, written).times() == ["2026-02-01 09:30:00"]


def test_formats_of_the_mapping_come_first(desk: Desk) -> None:
    told = {"dates": ["%m/%d/%Y", "%d.%m.%y %H:%M", "%Y-%d-%m"]}
    brought = bring(desk, "02/01/2026", "01.02.26 10:30", "2026-01-02", format=told)
    assert brought.times() == ["2026-01-31 23:00:00", "2026-02-01 09:30:00", "2026-01-31 23:00:00"]


def test_a_format_that_is_none_is_told_before_anything_is_read(desk: Desk) -> None:
    desk.put("who;at\nAnna;01.02.2026\n")
    with pytest.raises(InvalidInput, match=r"“%Q” is no (date )?format"):
        desk.bring(mapping({"format": {"dates": ["%Q"]}}))


@pytest.mark.parametrize("zone", [BERLIN, BRAZIL, "Asia/Tokyo"])
def test_a_date_alone_stays_the_date_that_was_written(desk: Desk, zone: str) -> None:
    brought = bring(desk, "01.02.2026", zone=zone)
    assert brought.staged("local_date::VARCHAR, local_hour, local_dow, flags") == [
        ("2026-02-01", 0, 7, FLAG_DATE_ONLY)
    ]


@pytest.mark.parametrize(
    ("zone", "twice", "earlier"),
    [
        (BERLIN, "2025-10-26 02:30", "2025-10-26 00:30:00"),
        (BRAZIL, "2018-02-17 23:30", "2018-02-18 01:30:00"),
    ],
)
def test_of_an_hour_that_exists_twice_the_earlier_is_taken_and_flagged(
    desk: Desk, zone: str, twice: str, earlier: str
) -> None:
    brought = bring(desk, twice, "2025-07-01 12:00", zone=zone)
    assert brought.times()[0] == earlier
    assert brought.staged("flags") == [FLAG_AMBIGUOUS_HOUR, 0]


@pytest.mark.parametrize(
    ("zone", "skipped"),
    [(BERLIN, "2026-03-29 02:30"), (BERLIN, "29.03.2026 02:00"), (BRAZIL, "2018-11-04 00:30")],
)
def test_an_hour_that_never_was_is_put_aside(desk: Desk, zone: str, skipped: str) -> None:
    brought = bring(desk, skipped, "2025-07-01 12:00", zone=zone)
    assert brought.reasons == [(2, "time-skipped")]
    assert brought.quarantine[0].original == f"Anna;{skipped}".encode()
    assert brought.source.staged["contacts"] == 1


def test_a_day_without_midnight_still_begins(desk: Desk) -> None:
    """In Brazil summer time began at 00:00: the day begins at 01:00."""
    brought = bring(desk, "2018-11-04", zone=BRAZIL, company=BRAZIL)
    assert brought.staged("local_date::VARCHAR, flags") == [("2018-11-04", FLAG_DATE_ONLY)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("yesterday", "time-unreadable"),
        ("31.02.2026", "time-unreadable"),
        ("2026-02-30", "time-unreadable"),
        ("2026-02-01 25:00", "time-unreadable"),
        ("2026-13-01", "time-unreadable"),
        ("0000-00-00", "time-unreadable"),
        ("1899-12-31", "time-range"),
        ("01.01.2100", "time-range"),
        ("9999-12-31 23:59:59", "time-range"),
        ("9999999999999999", "time-range"),
        ("1e9", "time-unreadable"),
        ("infinity", "time-unreadable"),
        ("42", "time-unreadable"),
    ],
)
def test_what_is_no_time_is_put_aside(desk: Desk, written: str, code: str) -> None:
    assert bring(desk, written).reasons == [(2, code)]


def test_a_promise_is_late_in_calendar_days_of_the_company(desk: Desk) -> None:
    """Kept at 02:30 UTC on the 6th: in São Paulo still the 5th, so neither late nor early."""
    rule = {"promise": "on_time", "made": "made", "due": "due", "kept": "kept"}
    desk.put(
        "who,made,due,kept\n"
        "Anna,2026-02-01T00:00Z,2026-02-05,2026-02-06T02:30Z\n"
        "Ben,,2026-02-05,2026-02-08T15:00Z\n"
        "Cem,2026-02-01T00:00Z,2026-02-05 23:59,\n"
        "Dora,2026-02-01T00:00Z,,2026-02-03T15:00Z\n"
        "Eva,2026-02-01T00:00Z,2026-02-05,2026-02-01T15:00Z\n"
    )
    brought = desk.bring(
        mapping({"contacts": [], "promises": [rule]}, zone=BRAZIL, company=BRAZIL), company=BRAZIL
    )
    assert brought.staged(
        "line, late_days, due_date::VARCHAR, kept_us IS NULL, ts_us = due_us", "promises"
    ) == [
        (2, 0, "2026-02-05", False, False),
        (3, 3, "2026-02-05", False, True),
        (4, None, "2026-02-05", True, False),
        (6, -4, "2026-02-05", False, False),
    ]
    assert brought.source.not_selected == 1


@pytest.mark.parametrize(
    "zone", [BERLIN, BRAZIL, "Africa/Casablanca", "Australia/Lord_Howe", "America/Caracas"]
)
def test_our_clocks_agree_with_the_tables_of_the_zone(desk: Desk, zone: str) -> None:
    """Local time and back, compared with `zoneinfo` at thousands of instants over two centuries."""
    con = desk.connect()
    zones.define(con, zone)
    step, clock = 37 * 86_400 + 12_345, ZoneInfo(zone)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    first = zones.EARLIEST_US // zones.SECOND
    for (us, shown), seconds in zip(
        con.execute(
            f"SELECT x, {zones.local(zone, 'x')} FROM (SELECT ({first} + i * {step}) * 1000000 AS x FROM range(1900) t(i))"
        ).fetchall(),
        range(first, 1 << 40, step),
        strict=False,
    ):
        at = epoch + timedelta(seconds=seconds)
        expected = at.astimezone(clock).replace(tzinfo=UTC)
        assert us == seconds * zones.SECOND
        assert epoch + timedelta(microseconds=shown) == expected


wall_times = st.datetimes(datetime(1901, 1, 1), datetime(2099, 1, 1)).map(lambda t: t.replace(microsecond=0))  # noqa: DTZ001


@settings(max_examples=20, deadline=None)
@given(st.lists(wall_times, min_size=50, max_size=200), st.sampled_from([BERLIN, BRAZIL]))
def test_times_on_the_clock_are_placed_as_the_zone_places_them(walls: list[datetime], zone: str) -> None:
    import duckdb

    clock = ZoneInfo(zone)
    with duckdb.connect() as con:
        zones.define(con, zone)
        numbers = [round((w - datetime(1970, 1, 1)) / timedelta(microseconds=1)) for w in walls]  # noqa: DTZ001
        placed = zones.place(zone, "x")
        found = con.execute(
            f"SELECT {zones.instant('x', placed)}, {zones.certainty(placed)} FROM (SELECT unnest(?::BIGINT[]) AS x)",
            [numbers],
        ).fetchall()
    for wall, (us, certainty) in zip(walls, found, strict=True):
        first, second = (wall.replace(tzinfo=clock, fold=fold) for fold in (0, 1))
        exists = first.astimezone(UTC).astimezone(clock).replace(tzinfo=None) == wall
        twice = exists and first.utcoffset() != second.utcoffset()
        expected = zones.AMBIGUOUS if twice else zones.SURE if exists else zones.NONEXISTENT
        if not (expected == zones.NONEXISTENT and wall.time().isoformat() == "00:00:00"):
            assert certainty == expected
        if exists:
            assert us == round(first.timestamp() * 1_000_000)
