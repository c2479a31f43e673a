"""The clock of a zone is known to the second, wherever it was changed."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

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
