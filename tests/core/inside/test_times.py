"""Stretches of time: one unit for whatever stands together."""

from __future__ import annotations

import pytest

from leitstern.core.inside.times import MONTHS, YEARS, TimeUnit, unit_for


@pytest.mark.parametrize(
    ("durations", "unit"), [((3, 23.9), MONTHS), ((3, 24), YEARS), ((), MONTHS), ((60, 80, 108), YEARS)]
)
def test_years_from_twenty_four_months_on(durations: tuple[float, ...], unit: TimeUnit) -> None:
    assert unit_for(*durations) is unit


def test_how_they_are_written() -> None:
    assert MONTHS.span(1).de == "1 Monat"
    assert MONTHS.span(18.2).de == "18 Monate"
    assert MONTHS.after(18.2).de == "18 Monaten"
    assert YEARS.after(80.4).de == "6,7 Jahren"
    assert YEARS.span(80.4).en == "6.7 years"
    assert YEARS.between(60, 108).de == "5,0–9,0 Jahre"
