"""What goes wrong on the way: owners leave, units merge, tasks turn in a circle, months lie outside."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.following import keep_holder
from leitstern.app.portfolio.models import Holder
from leitstern.app.programme import looking, models, planning, queries, tasking
from leitstern.app.programme.hurdling import HurdleDraft, keep_hurdle
from leitstern.app.programme.planning import plan_now
from leitstern.app.structure.units import merge_unit
from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.bridge.programme.task import Resource, Supply
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.programme.models import Programme, Task

PAGES = ("overview", "hurdles", "roadmap", "tasks", "scenarios", "settings")


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Lena, who leads it, in German."""
    client = as_role(Role.LEAD)
    client.cookies["leitstern_language"] = "de"
    return client


def read(client: Client, name: str, query: str = "") -> str:
    answer = client.get(reverse(f"programme:{name}") + query)
    assert answer.status_code == 200, name
    page = answer.content.decode().split("<main", 1)[1]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_whoever_leaves_after_the_plan_was_made_is_missed_at_once(
    lena: Client, programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    keep("Reden", owner="Karla Kern")
    earlier = today - timedelta(days=70)
    programme.tasks.update(entered=earlier)
    plan_now(COMMAND_LINE, programme, earlier)
    assert "Karla Kern hat" not in read(lena, "roadmap")
    left = today - timedelta(days=3)
    keep_holder(COMMAND_LINE, Holder.objects.get(name="Karla Kern"), board=False, left=left)
    for name in ("roadmap", "tasks"):
        assert '<span class="badge bad">Karla Kern ' in read(lena, name), name
        then = read(lena, name, f"?at={today - timedelta(days=40):%Y-%m}")
        assert '<span class="badge bad">Karla Kern ' not in then
        assert "Karla Kern" in then
    assert models.Task.objects.get().owner  # nobody was taken out
    assert len(planning.roadmap_at(programme, today).tasks) == 1  # the work is still to be done


def test_an_edit_that_would_close_a_circle_is_refused_on_the_page_with_the_way_round(
    lena: Client, three: list[Task]
) -> None:
    said = {"title": "Talk", "side": "people", "low": "3", "mode": "5", "high": "9", "source": "Wir"}
    answer = lena.post(
        reverse("programme:task", args=[three[0].pk]), said | {"needs": [str(three[1].pk)], "unit": "service"}
    )
    assert answer.status_code == 422
    assert "„Talk“ → „Agree“ → „Talk“" in answer.content.decode()
    assert list(queries.task_by_id(three[0].pk).needs.all()) == []


def test_a_task_left_out_cannot_come_back_into_a_circle(three: list[Task], keep: Callable[..., Task]) -> None:
    tasking.withdraw_task(COMMAND_LINE, three[1], "Later.")
    keep("Talk", three[0], needs=(three[1].pk,))
    with pytest.raises(Conflict, match="“Talk” → “Agree” → “Talk”"):
        tasking.reinstate_task(COMMAND_LINE, three[1])
    assert queries.task_by_id(three[1].pk).withdrawn


def test_a_merged_unit_keeps_its_tasks_and_draws_on_the_one_it_went_on_in(
    lena: Client, programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    row = keep("Reden", unit="service", people=20.0, leaders=6.0)
    keep_hurdle(
        COMMAND_LINE, programme, HurdleDraft("Alte Listen", HurdleKind.SILOS, programme.began, unit="service")
    )
    for supply, amount in ((Supply.PEOPLE, 30), (Supply.LEADERS, 10)):
        tasking.set_capacity(COMMAND_LINE, programme, supply, "branches", amount, "Leitung")
    merge_unit(COMMAND_LINE, "service", "branches", today - timedelta(days=1))
    (task,) = planning.roadmap_at(programme, today).tasks
    assert task.demand == {Resource(Supply.PEOPLE, "branches"): 20, Resource(Supply.LEADERS, "branches"): 6}
    plan_now(COMMAND_LINE, programme)
    for name in ("tasks", "roadmap", "hurdles"):
        assert "früher Kundenservice" in read(lena, name), name
    said = {"title": "Reden", "side": "people", "low": "3", "mode": "5", "high": "9", "source": "Wir"}
    address = reverse("programme:task", args=[row.pk])
    assert lena.post(address, said | {"unit": "service"}).status_code == 302  # still there to choose
    assert queries.task_by_id(row.pk).unit == "service"
    tasking.set_capacity(COMMAND_LINE, programme, Supply.PEOPLE, "service", 5, "Leitung Service")
    keep("Reden", row, people=20.0)
    with pytest.raises(planning.Unplannable, match="needs 20 of people’s days a month"):
        plan_now(COMMAND_LINE, programme)  # its own word still counts


def test_months_before_and_after_show_the_nearest_on_pages_and_are_refused_to_programs(
    lena: Client, programme: Programme, three: list[Task], today: date
) -> None:
    plan_now(COMMAND_LINE, programme)
    for name in PAGES:
        early, late = read(lena, name, "?at=1999-12"), read(lena, name, "?at=2999-01")
        assert "Build" not in early, name
        assert late == read(lena, name), name
        assert read(lena, name, "?at=2025-13") == late
    for address in ("", "/hurdles", "/tasks", "/capacities", "/roadmap", "/scenarios", "/steps/1"):
        for month in ("1999-12", "2999-01", "2025-13", "soon"):
            answer = lena.get(f"/api/v1/programme{address}?at={month}")
            assert answer.status_code == 422, (address, month)
            assert month in answer.json()["detail"]


def test_a_task_left_out_today_was_planned_last_month(
    lena: Client, programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    row = keep("Reden")
    programme.tasks.update(entered=today - timedelta(days=70))
    tasking.withdraw_task(COMMAND_LINE, row, "Doppelt.")
    assert "Doppelt." in read(lena, "tasks")
    assert "Doppelt." not in read(lena, "tasks", f"?at={today - timedelta(days=40):%Y-%m}")


def test_a_programme_without_tasks_or_with_all_of_them_done_says_so(
    programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    with pytest.raises(planning.Unplannable, match="There is nothing to plan yet"):
        plan_now(COMMAND_LINE, programme)
    row = keep()
    plan_now(COMMAND_LINE, programme)
    tasking.begin_task(COMMAND_LINE, row, today)
    tasking.end_task(COMMAND_LINE, row, today)
    with pytest.raises(planning.Unplannable, match="There is nothing to plan yet"):
        plan_now(COMMAND_LINE, programme)
    assert looking.plan_view(programme, today)  # the plan that held stays


def test_amounts_that_are_no_number_are_refused(keep: Callable[..., Task]) -> None:
    for wrong in (float("nan"), float("inf"), -1.0):
        with pytest.raises(tasking.WrongTask):
            keep(leaders=wrong)
