"""Hours that leaders declared limit the roadmap: less running duties, unless the programme says something newer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.leadership import declaring
from leitstern.app.leadership import models as leadership
from leitstern.app.programme import planning, tasking
from leitstern.app.programme.planning import Unplannable, plan_now
from leitstern.app.programme.resources import declared_at
from leitstern.core.bridge.leadership.drafts import CapacityDraft, CommitmentDraft
from leitstern.core.bridge.leadership.terms import Work
from leitstern.core.bridge.programme.task import Resource, Supply

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.programme.models import Programme, Task

CUSTOMERS = Resource(Supply.LEADERS, "customers")


def there(row: Programme, day: date) -> dict[Resource, float]:
    return dict(planning.roadmap_at(row, day).supply)


@pytest.fixture
def declared(programme: Programme, today: date) -> Programme:
    """Customers have forty hours, of which sales rounds take fourteen and the change itself eighteen."""
    for title, hours, work in (("Sales rounds", 14, Work.RUNNING), ("Close by", 18, Work.CHANGE)):
        draft = CommitmentDraft("customers", title, hours, work, programme.began)
        declaring.commit(COMMAND_LINE, draft)
    declaring.declare(COMMAND_LINE, CapacityDraft("customers", 40.0))
    leadership.Capacity.objects.update(created=timezone.now() - timedelta(days=100))
    return programme


def test_hours_declared_less_running_duties_are_what_there_is(declared: Programme, today: date) -> None:
    assert there(declared, today) == {CUSTOMERS: 26}
    found = declared_at(declared, today)[CUSTOMERS]
    assert found.source.en == "hours the board area declared, 40, less running duties, 14"
    assert found.day == timezone.localdate(timezone.now() - timedelta(days=100))
    assert found.load
    assert (found.load.hours, found.over) == (32, False)
    assert there(declared, today - timedelta(days=101)) == {}  # nobody had declared any


def test_the_newest_word_counts_whoever_says_it(declared: Programme, today: date) -> None:
    tasking.set_capacity(
        COMMAND_LINE, declared, Supply.LEADERS, "customers", 60, "Calendars", today - timedelta(120)
    )
    assert there(declared, today) == {CUSTOMERS: 26}
    tasking.set_capacity(COMMAND_LINE, declared, Supply.LEADERS, "customers", 30, "Board", today)
    assert there(declared, today) == {CUSTOMERS: 30}
    found = declared_at(declared, today)[CUSTOMERS]
    assert (found.source.de, found.over) == ("Board", True)  # more than there is for change
    tasking.set_capacity(COMMAND_LINE, declared, Supply.LEADERS, "customers", 20, "Board", today)
    assert not declared_at(declared, today)[CUSTOMERS].over


def test_a_duty_that_ended_or_was_dropped_gives_its_hours_back(declared: Programme, today: date) -> None:
    rounds = leadership.Commitment.objects.get(title="Sales rounds")
    declaring.withdraw_commitment(COMMAND_LINE, rounds)
    assert there(declared, today) == {CUSTOMERS: 40}
    assert there(declared, today - timedelta(days=1)) == {CUSTOMERS: 26}  # as it was yesterday


def test_departments_draw_on_the_hours_of_their_board_area(
    declared: Programme, keep: Callable[..., Task], today: date
) -> None:
    keep("Talk", unit="service", leaders=30)
    with pytest.raises(
        Unplannable, match="needs 30 of leaders’ hours a month, Board area Customers; there are 26"
    ):
        plan_now(COMMAND_LINE, declared)
    tasking.set_capacity(COMMAND_LINE, declared, Supply.LEADERS, "service", 32, "Head of service")
    (task,) = planning.roadmap_at(declared, today).tasks
    assert task.demand == {Resource(Supply.LEADERS, "service"): 30}
    keep("Gone", unit="gone", leaders=3)  # a unit that is no more has no board area
    assert Resource(Supply.LEADERS, "gone") in planning.roadmap_at(declared, today).tasks[1].demand


def test_the_page_and_the_list_name_the_source(
    declared: Programme, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.LEAD).get(reverse("programme:tasks")).content.decode()
    assert "hours the board area declared, 40, less running duties, 14" in page
    assert '<span class="badge">80%</span>' in page
    assert reverse("leadership:hours") in page
