"""The example company's three years can be played forward, and show the one relapse that is planted. Its twin shows none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.programme.at import month_end, shifted
from leitstern.app.programme.queries import gate_at, programme
from leitstern.app.watch.keeping import close_alarm
from leitstern.app.watch.models import Alarm, Outcome
from leitstern.app.watch.queries import watching
from leitstern.app.watch.streams import all_streams
from leitstern.core.bridge.watch.stream import Rhythm, StreamKind
from leitstern.core.inside.steps import Step
from leitstern.core.months import last_day
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


def test_the_planted_relapse(company_inside: Home) -> None:
    today = timezone.localdate()
    (alarm,) = Alarm.objects.all()
    seen = watching(today)
    assert seen.open == alarm
    assert alarm.kinds == ["processual"]
    assert seen.sentence.en.startswith("The change is falling back: 3 of")
    assert seen.sentence.en.endswith("The relapse is processual and cultural.")
    slipping = {each.stream.kind for each in seen.readings if each.alarm}
    assert slipping == {StreamKind.STOP_LIST, StreamKind.COMPLIANCE, StreamKind.ATTENTION}
    assert alarm.decision
    assert alarm.decision.day is None  # it has been waiting since


def test_the_steps_it_concerns_fall_back(company_inside: Home) -> None:
    running, today = programme(), timezone.localdate()
    assert running
    (alarm,) = Alarm.objects.all()
    for step in (Step.PROCESSES, Step.IMPROVEMENT):
        assert gate_at(running, step, today).alarms
        assert not gate_at(running, step, alarm.day - timedelta(days=1)).alarms
    close_alarm(COMMAND_LINE, alarm, Outcome.COUNTERED, "The template is there again.")
    assert not gate_at(running, Step.IMPROVEMENT, today).alarms


def test_in_the_twin_nothing_sounds(twin_inside: Home) -> None:
    """Everything the watch reads, told as it would have gone without the relapse."""
    seen = watching(timezone.localdate())
    watched = [each for each in seen.readings if not isinstance(each.settled, Missing)]
    assert {each.stream.kind for each in watched} >= {
        StreamKind.STOP_LIST,
        StreamKind.COMPLIANCE,
        StreamKind.ATTENTION,
    }
    assert [each.stream.slug for each in seen.readings if each.onsets] == []
    assert not Alarm.objects.exists()
    assert seen.sentence.en.startswith("What was reached")


def test_nothing_else_slips(company_inside: Home) -> None:
    seen = watching(timezone.localdate())
    watched = [each for each in seen.readings if not isinstance(each.settled, Missing)]
    assert len(watched) >= 5
    assert len([each for each in watched if each.alarm]) <= 4
    assert all(
        not each.alarm
        for each in watched
        if each.stream.kind in {StreamKind.HANDOFFS, StreamKind.REWARDS, StreamKind.READING}
    )


@pytest.mark.parametrize("company", ["company_inside", "twin_inside"])
def test_a_month_ends_on_its_last_day(company: str, request: pytest.FixtureRequest) -> None:
    """So that what is known at the end of a month holds that month, whatever it was counted from."""
    request.getfixturevalue(company)
    monthly = [each for each in all_streams(timezone.localdate()) if each.rhythm is Rhythm.MONTHLY]
    assert {each.kind for each in monthly} >= {StreamKind.HANDOFFS, StreamKind.COMPLIANCE}
    days = [point.day for each in monthly for point in each.points]
    assert [day for day in days if day != last_day(day)] == []


def test_played_forward_month_by_month(company_inside: Home) -> None:
    """Quiet for two and a half years, then the alarm, and never before what it rests on."""
    today = timezone.localdate()
    streams = all_streams(today)
    sounding = [
        watching(min(month_end(shifted(today, -ago)), today), streams).found is not None
        for ago in range(36, -1, -1)
    ]
    first = sounding.index(True)
    assert 28 <= first <= 33
    assert all(sounding[first:])


@pytest.mark.parametrize(("ago", "words"), [(10, "Nothing is slipping"), (0, "is falling back")])
def test_the_page_says_it(company_inside: Home, client: Client, ago: int, words: str) -> None:
    client.force_login(Person.objects.get(role=Role.LEAD))
    page = client.get(f"/watch?at={shifted(timezone.localdate(), -ago):%Y-%m}").content.decode()
    assert words in page.split("</h1>")[0]
