"""Days are read the same way in every table."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.collect.amounts import day


@pytest.mark.parametrize(
    "given",
    ["2026-05-31", "31.05.2026", "31/05/2026", "2026-5-31", "2026-05-31 00:00:00", "2026-05-31T12:30Z"],
)
def test_a_day_as_people_and_spreadsheets_write_it(given: str) -> None:
    assert day(given) == date(2026, 5, 31)


@pytest.mark.parametrize("given", ["", "soon", "31.02.2026", "05/2026", "2026-13-01", "31.05.26"])
def test_what_is_no_day(given: str) -> None:
    assert day(given) is None
