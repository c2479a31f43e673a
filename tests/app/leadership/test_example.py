"""What was planted in the example company is found; its twin shows none of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.leadership import log, queries
from leitstern.app.leadership.models import Act, Decision
from leitstern.app.leadership.streams import streams
from leitstern.app.project.example_leadership import lead_the_change
from leitstern.collect.example.country_teams import COUNTRY_TEAMS, Way
from leitstern.core.bridge.leadership import minutes
from leitstern.core.bridge.leadership.alignment import alignment
from leitstern.core.bridge.leadership.log import Source, State
from leitstern.core.bridge.watch.stream import Rhythm, StreamKind
from leitstern.core.months import later
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from datetime import date

    from leitstern.store.home import Home


def start() -> date:
    return later(timezone.localdate(), -36)


def test_attention_fades_after_two_years(example: None) -> None:
    found = queries.attention_now()
    assert not isinstance(found.reading.settled, Missing)
    assert found.reading.settled.level == pytest.approx(9.0, abs=0.3)
    assert found.reading.alarm is not None
    sounded = found.reading.alarm.point.day
    assert later(start(), 27) <= sounded < later(start(), 32)
    assert found.since is not None
    assert later(start(), 24) <= found.since <= later(start(), 27)
    assert isinstance(found.now, Estimate)
    assert found.now.value == pytest.approx(2.0)


def test_the_twin_holds(twin: None) -> None:
    found = queries.attention_now()
    assert found.since is None
    assert found.reading.onsets == ()
    assert not any(load.over for load in queries.loads())
    assert log.overdue() == ()
    voted = queries.votes().first()
    assert voted is not None
    assert alignment(queries.plain_vote(voted)).apart is None


def test_the_board_goes_on_talking(example: None) -> None:
    board = queries.board_meetings()
    assert len(board) == 12
    change = minutes.change(board)
    assert isinstance(change, Estimate)
    assert change.low < 0 < change.high
    acts, talk = streams(timezone.localdate())
    assert (acts.kind, talk.kind) == (StreamKind.ATTENTION, StreamKind.ATTENTION)
    assert (acts.rhythm, talk.rhythm) == (Rhythm.MONTHLY, Rhythm.QUARTERLY)
    assert len(acts.points) == 36


def test_leaders_are_where_the_platform_is_lived(example: None) -> None:
    since = later(timezone.localdate(), -12)
    for team in COUNTRY_TEAMS:
        there = sum(act.place == team.slug and act.day >= since for act in queries.all_acts())
        assert there >= 4 if team.way is Way.LIVES else there < 4, team.slug


def test_one_board_area_is_overloaded_and_told_what_to_drop(example: None) -> None:
    (over,) = (load for load in queries.loads() if load.over)
    assert over.area == "technology"
    assert over.hours == 35
    assert over.advice is not None
    assert over.advice.en.startswith(
        "Without “Working group of the association” and “Days of vendors” it would fit"
    )


def test_leaders_disagree_on_cheap_contacts(example: None) -> None:
    voted = queries.votes().first()
    assert voted is not None
    found = alignment(queries.plain_vote(voted))
    assert found.apart is not None
    assert found.apart.name == "Cheaper contacts"
    assert isinstance(found.value, Estimate)
    assert found.value.value < 0.5


def test_three_of_ten_decisions_were_changed_by_customers(example: None) -> None:
    mine = [line.entry for line in log.lines() if line.entry.source is Source.DECISION]
    decided = [entry for entry in mine if entry.day]
    assert (len(decided), sum(bool(entry.changed) for entry in decided)) == (10, 3)
    states = [entry.state(timezone.localdate()) for entry in mine]
    assert (states.count(State.OPEN), states.count(State.OVERDUE), states.count(State.REVERSED)) == (1, 1, 1)
    lead = log.lead_time(timezone.localdate())
    assert isinstance(lead, Estimate)
    assert (lead.n, len(log.waiting())) == (12, 2)
    assert len(log.without_review()) == 1


def test_everything_is_dated_back_and_entered_once(bank: Home) -> None:
    people = cast()
    lead_the_change(people, timezone.localdate(), "de")
    assert Act.objects.count() == 211
    assert Decision.objects.filter(created__gt=timezone.now() - timedelta(days=5)).count() == 0
    lead_the_change(people, timezone.localdate(), "de")
    assert Act.objects.count() == 211
