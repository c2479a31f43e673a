"""How finely a development may be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import ibis
import pytest

from leitstern.core.outside.periods import LENGTHS, after, begin, finest, half_year, name, short_name
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.outside.periods import Length

DAYS = (date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("length", "starts"),
    [
        ("month", [(1, 1), (6, 1), (7, 1), (12, 1)]),
        ("quarter", [(1, 1), (4, 1), (7, 1), (10, 1)]),
        ("half-year", [(1, 1), (1, 1), (7, 1), (7, 1)]),
        ("year", [(1, 1)] * 4),
    ],
)
def test_every_day_lies_in_one_period(length: Length, starts: list[tuple[int, int]]) -> None:
    table = ibis.memtable({"day": DAYS}, schema=ibis.schema({"day": "date"}))
    found = ibis.duckdb.connect().to_pyarrow(table.select(begin=begin(table.day, length)))
    assert found["begin"].to_pylist() == [date(2025, month, day) for month, day in starts]


def test_periods_follow_each_other_without_a_hole() -> None:
    assert [after(date(2025, 10, 1), length) for length in ("month", "quarter")] == [
        date(2025, 11, 1),
        date(2026, 1, 1),
    ]
    assert after(date(2025, 7, 1), "half-year") == after(date(2025, 1, 1), "year") == date(2026, 1, 1)
    assert [half_year(day) for day in DAYS] == [date(2025, 1, 1)] * 2 + [date(2025, 7, 1)] * 2


def test_every_length_has_its_names() -> None:
    start = date(2025, 7, 1)
    assert [name(start, length).de for length in LENGTHS] == [
        "Juli 2025",
        "3. Quartal 2025",
        "2. Halbjahr 2025",
        "2025",
    ]
    assert name(start, "half-year").en == "second half of 2025"
    assert short_name(start, "month") is None
    assert short_name(start, "quarter") == Text(en="Q3", de="Q3")
    assert short_name(start, "half-year") == Text(en="H2", de="2. Hj.")
    assert short_name(start, "year") == Text(en="2025", de="2025")


@pytest.mark.parametrize(
    ("months", "quarters", "halves", "chosen"),
    [
        ([5, 9, 7], [19], [19], "month"),
        ([5, 4, 7], [14], [14], "quarter"),
        ([1, 2, 7], [4, 6], [9], "half-year"),
        ([1, 2], [3], [3], "year"),
    ],
)
def test_the_finest_length_without_one_to_four_is_taken(
    months: list[int], quarters: list[int], halves: list[int], chosen: Length
) -> None:
    counts: dict[Length, list[int]] = {
        "month": months,
        "quarter": quarters,
        "half-year": halves,
        "year": [sum(months)],
    }
    assert finest(counts) == chosen
