"""The clock of a zone is known to the second, wherever it was changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import duckdb
import pytest

from leitstern.collect import zones

RESTLESS = ("Africa/Freetown", "America/Recife", "Africa/Tunis", "Europe/Vienna", "Africa/Casablanca")


@pytest.mark.parametrize("zone", RESTLESS)
def test_no_change_of_a_clock_is_stepped_over(zone: str) -> None:
    """These zones kept an offset for the shortest times of all: four days, a week, ten days."""
    steps, clock = zones._offsets(zone), ZoneInfo(zone)

    def ahead(second: int) -> int:
        offset = datetime.fromtimestamp(second, clock).utcoffset()
        assert offset is not None
        return int(offset.total_seconds()) * zones.SECOND

    days = range(zones.EARLIEST_US // zones.SECOND, zones.LATEST_US // zones.SECOND, 86_400)
    by_day = [ahead(day) for day in days]
    changed = sum(before != after for before, after in pairwise(by_day))
    assert len(steps.starts) == 1 + changed
    for start, (before, after) in zip(steps.starts[1:], pairwise(steps.values), strict=True):
        assert (ahead(start // zones.SECOND - 1), ahead(start // zones.SECOND)) == (before, after)


@pytest.mark.parametrize("zone", RESTLESS)
def test_usual_years_and_all_others_meet_where_they_should(zone: str) -> None:
    """The offset is the zone's own a microsecond and a year before and after each end, in between and far outside."""
    year = 365 * zones.DAY
    edges = [edge + beside for edge in zones.USUAL_US for beside in (-year, -1, 0, 1, year)]
    instants = [zones.EARLIEST_US, *edges, (edges[0] + edges[-1]) // 2, zones.LATEST_US - 1]
    with duckdb.connect() as con:
        zones.define(con, zone)
        told = f"SELECT {zones.local(zone, 'x')} FROM (SELECT unnest(?::BIGINT[]) AS x)"
        found = [shown for (shown,) in con.execute(told, [instants]).fetchall()]
    clock, epoch, tick = ZoneInfo(zone), datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
    shown = [(epoch + us * tick).astimezone(clock).replace(tzinfo=UTC) for us in instants]
    assert found == [(each - epoch) // tick for each in shown]
