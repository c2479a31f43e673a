"""Moments and days on the company's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from leitstern.app.outside.times import local, when
from leitstern.core.outside.timeline import AnswerDetail, ContactDetail, PromiseDetail, TimelineEvent
from leitstern.core.tables.lake import FLAG_AMBIGUOUS_HOUR, FLAG_DATE_ONLY

BERLIN = ZoneInfo("Europe/Berlin")
MIDNIGHT = datetime(2026, 1, 11, 23, tzinfo=UTC)  # of 12 January in Berlin
MORNING = datetime(2026, 1, 12, 8, 30, tzinfo=UTC)


def event(at: datetime, detail: ContactDetail | AnswerDetail | PromiseDetail) -> TimelineEvent:
    return TimelineEvent(round(at.timestamp()) * 1_000_000, 1, 1, 1, None, 1, 1, 1, detail)


def contact(flags: int) -> ContactDetail:
    return ContactDetail(handoff=False, repeat=False, flags=flags, props=None)


ANSWER = AnswerDetail("csat", "satisfied", 4, 1, 5, good=True, comment=None, language=None)
PROMISE = PromiseDetail(1, 0, date(2026, 1, 12), None, None, "open")


@pytest.mark.parametrize(
    ("at", "detail", "told"),
    [
        (MIDNIGHT, contact(FLAG_DATE_ONLY), "2026-01-12"),
        (MIDNIGHT, contact(0), "2026-01-12T00:00:00+01:00"),
        (MORNING, contact(FLAG_AMBIGUOUS_HOUR), "2026-01-12T09:30:00+01:00"),
        (MIDNIGHT, ANSWER, "2026-01-12"),
        (MORNING, ANSWER, "2026-01-12T09:30:00+01:00"),
        (MORNING, PROMISE, "2026-01-12"),
    ],
)
def test_a_time_of_day_is_told_only_where_it_is_known(
    at: datetime, detail: ContactDetail | AnswerDetail | PromiseDetail, told: str
) -> None:
    assert when(event(at, detail), BERLIN).isoformat() == told


def test_moments_before_1970_have_a_day_too() -> None:
    assert local(-1, BERLIN).year == 1970
    assert local(-86_400_000_000, BERLIN).date() == date(1969, 12, 31)
