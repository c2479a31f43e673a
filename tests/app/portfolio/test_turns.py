"""After the approval: running, stopped with what was learned, ended, or handed to daily work."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.portfolio.test_approving import measured

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.approving import approve
from leitstern.app.portfolio.following import record_result, turn, withdraw_turn
from leitstern.app.portfolio.lists import State, listed
from leitstern.app.portfolio.models import Approval, Turn
from leitstern.app.portfolio.outcomes import judged_expectations
from leitstern.app.portfolio.queries import findings_now, portfolio
from leitstern.core.bridge.portfolio.finding import Topic
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.errors import Conflict, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.portfolio.models import Initiative


def test_nothing_runs_before_it_is_approved(keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    with pytest.raises(Conflict, match="not approved"):
        turn(COMMAND_LINE, row, Stage.RUNNING, today)
    approve(COMMAND_LINE, row)
    turn(COMMAND_LINE, row, Stage.RUNNING, today)
    assert [each.state for each in listed()] == [State.RUNNING]


def test_who_stops_something_says_what_was_learned(keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    with pytest.raises(InvalidInput, match="what was learned"):
        turn(COMMAND_LINE, row, Stage.STOPPED, today)
    with pytest.raises(InvalidInput, match="who carries it on"):
        turn(COMMAND_LINE, row, Stage.HANDED, today)
    with pytest.raises(InvalidInput, match="future"):
        turn(COMMAND_LINE, row, Stage.ENDED, today + timedelta(days=1))
    assert not Turn.objects.exists()


def test_what_is_over_is_no_longer_under_way_and_can_be_undone(
    keep: Callable[..., Initiative], today: date
) -> None:
    row = keep()
    found = turn(COMMAND_LINE, row, Stage.STOPPED, today, "Nobody was asked.")
    assert portfolio().initiatives == ()
    assert [each.state for each in listed()] == [State.STOPPED]
    withdraw_turn(COMMAND_LINE, found)
    assert len(portfolio().initiatives) == 1
    assert Turn.objects.count() == 1


def test_technology_approved_by_reflex_is_told(keep: Callable[..., Initiative]) -> None:
    approve(COMMAND_LINE, keep())
    approve(
        COMMAND_LINE, keep("Bot", paths=()), exception_by="Vorstand", exception_reason="Everybody has one."
    )
    found = next(each for each in findings_now() if each.topic is Topic.REFLEX)
    assert found.alarm
    assert found.sentence.en.startswith("Technology approved by reflex: 1 of 2")
    assert found.value
    assert [row.said.en for row in found.rows] == [
        f"{Approval.objects.get(initiative__title='Bot').created.year}: 1 of 2",
        "Bot",
    ]


def test_expectations_are_counted_by_what_came_of_them(keep: Callable[..., Initiative], today: date) -> None:
    for title, low, high in (("Kept", 76, 82), ("Short", 61, 66), ("Unclear", 60, 80)):
        row = keep(title)
        approve(COMMAND_LINE, row)
        record_result(COMMAND_LINE, row, measured(today, low, high))
    approve(COMMAND_LINE, keep("Waiting"))
    assert judged_expectations(Approval.objects.all()) == {
        "kept": 1,
        "short": 1,
        "unclear": 1,
        "waiting": 1,
    }


def test_the_page_takes_and_shows_it(
    as_role: Callable[[Role], Client], keep: Callable[..., Initiative], today: date
) -> None:
    row, client = keep(), as_role(Role.LEAD)
    said = {"stage": "stopped", "day": today.isoformat(), "words": ""}
    assert client.post(reverse("portfolio:turn", args=[row.pk]), said).status_code == 422
    client.post(reverse("portfolio:turn", args=[row.pk]), said | {"words": "Ask first."})
    page = client.get(reverse("portfolio:initiative", args=[row.pk])).content.decode()
    assert "Ask first." in page
    client.post(reverse("portfolio:withdraw-turn", args=[Turn.objects.get().pk]))
    assert "taken back" in client.get(reverse("portfolio:initiative", args=[row.pk])).content.decode()
