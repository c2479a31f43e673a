"""From the last wave the next one, on the page, for programs and to take along."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.waves.asking import BANK

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.waves import actions
from leitstern.app.waves.calendar import set_rhythm, wave_rhythm
from leitstern.app.waves.models import Wave
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.rhythm import months_after

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


@pytest.fixture
def held(home: Home, db: None) -> Wave:
    """A wave that ended a year ago."""
    adopt(COMMAND_LINE, BANK)
    today = timezone.localdate()
    wave = actions.prepare(COMMAND_LINE, "Spring", today)
    then = timezone.now() - timedelta(days=365)
    Wave.objects.filter(pk=wave.pk).update(state="published", closed=then, closes=then.date())
    return wave


def test_a_wave_that_is_missed_stands_on_the_page(held: Wave, lead_client: Client) -> None:
    page = lead_client.get("/waves", headers={"accept-language": "en"}).content.decode()
    assert "has not been questioned since" in page
    assert "/waves/calendar.ics" in page


def test_how_often_can_be_said_and_is_kept(held: Wave, lead_client: Client) -> None:
    assert lead_client.post("/waves/calendar", {"every": 24}).status_code == 302
    found = wave_rhythm()
    assert (found.every, found.overdue) == (24, False)
    assert found.last is not None
    assert found.days[0] == months_after(found.last, 24)
    lead_client.post("/waves/calendar", {"every": 0})
    assert wave_rhythm().every == 24
    with pytest.raises(InvalidInput):
        set_rhythm(COMMAND_LINE, 37)


def test_a_prepared_wave_is_the_next_one(held: Wave) -> None:
    day = timezone.localdate() + timedelta(days=20)
    actions.prepare(COMMAND_LINE, "Autumn", day)
    assert wave_rhythm().days[0] == day


def test_the_calendar_can_be_taken_along(held: Wave, lead_client: Client) -> None:
    answer = lead_client.get("/waves/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    assert text.count("BEGIN:VEVENT") == len(wave_rhythm().days)
    assert f"DTSTART;VALUE=DATE:{wave_rhythm().days[0]:%Y%m%d}" in text
    told = lead_client.put("/api/v1/waves/calendar", {"every": 12}, content_type="application/json").json()
    assert told["every"] == 12
