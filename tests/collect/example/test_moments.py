"""How systems write down a moment."""

from __future__ import annotations

import numpy as np

from leitstern.collect.example.moments import german, german_days, iso_with_offset

AT = np.array(["2025-12-31T14:05:09", "NaT", "2026-03-29T03:30:00"], dtype="datetime64[s]")


def test_germans_write_the_day_first_and_nothing_for_what_has_not_happened() -> None:
    assert german(AT) == ["31.12.2025 14:05", "", "29.03.2026 03:30"]
    assert german_days(AT) == ["31.12.2025", "", "29.03.2026"]


def test_the_offset_is_that_of_the_hour() -> None:
    summer = np.array(
        ["2026-03-29T01:59:59", "2026-03-29T03:00:00", "2026-10-25T02:30:00"], dtype="datetime64[s]"
    )
    assert iso_with_offset(summer) == [
        "2026-03-29T01:59:59+01:00",
        "2026-03-29T03:00:00+02:00",
        "2026-10-25T02:30:00+02:00",  # the earlier of the two hours
    ]
