"""The example company's three years can be played forward, and show the one relapse that is planted. Its twin shows none."""

from __future__ import annotations

from dataclasses import replace
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
from leitstern.core.bridge.watch.alarm import CLASSES, Nostalgia
from leitstern.core.bridge.watch.reading import Standing
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
    assert {each.stream.kind for each in watched} == set(StreamKind)
    assert [each.stream.slug for each in seen.readings if each.onsets] == []
    assert not Alarm.objects.exists()
    assert seen.sentence.en.startswith(f"What was reached holds: of {len(watched)} things")


def test_nothing_else_slips(company_inside: Home) -> None:
    """What people say, are rewarded for and shape together is watched as well, and quiet."""
    watched = {
        each.stream.slug: each
        for each in watching(timezone.localdate()).readings
        if not isinstance(each.settled, Missing)
    }
    assert {each.stream.kind for each in watched.values()} == set(StreamKind) - {StreamKind.HANDOFFS}
    assert len([each for each in watched.values() if each.alarm]) == 3
    for kind in (StreamKind.CO_DESIGN, StreamKind.REWARDS, StreamKind.READING):
        assert [each.onsets for each in watched.values() if each.stream.kind is kind] == [()]
    rewards = watched["rewards"]
    assert len(rewards.stream.points) == 36
    assert rewards.stream.points[0].value < rewards.stream.points[-1].value


def test_a_month_ends_on_its_last_day(company_inside: Home) -> None:
    """So that what is known at the end of a month holds that month, whatever it was counted from."""
    monthly = [each for each in all_streams(timezone.localdate()) if each.rhythm is Rhythm.MONTHLY]
    assert {each.kind for each in monthly} >= {StreamKind.HANDOFFS, StreamKind.REWARDS, StreamKind.COMPLIANCE}
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


def test_handoffs_that_come_back_sound_and_say_since_when(twin_inside: Home) -> None:
    """The series of the company itself, with half as many handoffs again in its last five months."""
    today = timezone.localdate()
    handoffs = next(each for each in all_streams(today) if each.slug == "handoffs")
    assert watching(today, [handoffs]).one("handoffs").standing is Standing.HOLDS
    more = tuple(replace(point, value=point.value * 1.5) for point in handoffs.points[-5:])
    back = replace(handoffs, points=(*handoffs.points[:-5], *more))
    found = watching(today, [back]).one("handoffs")
    assert found.alarm
    assert found.alarm.since.day >= handoffs.points[-7].day
    assert CLASSES[found.stream.kind] is Nostalgia.STRUCTURAL
