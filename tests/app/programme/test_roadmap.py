"""The roadmap in the database: plans are kept, scenarios compared, nothing ever is a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.portfolio.conftest import draft as initiative_draft

from leitstern.app.common import jobs
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import JobState
from leitstern.app.portfolio.keeping import keep_initiative, reinstate_initiative, withdraw_initiative
from leitstern.app.programme import looking, models, planning, queries, tasking
from leitstern.app.programme.planning import Unplannable, plan_now
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.scenario import Change
from leitstern.core.bridge.programme.task import Resource, Side, Supply
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.programme.models import Programme, Task

LEADERS = Resource(Supply.LEADERS, "service")


def scenario(row: Programme, title: str, change: Change, *initiatives: int) -> models.Scenario:
    kept: dict[str, Any] = change_json(change) | {"initiatives": list(initiatives)}
    return planning.keep_scenario(COMMAND_LINE, row, title, kept)


def test_a_plan_is_kept_word_for_word(programme: Programme, three: list[Task], today: date) -> None:
    plan_now(COMMAND_LINE, programme)
    found = looking.plan_view(programme, today)
    assert found
    assert [each.task.title for each in found.lines] == ["Talk", "Agree", "Build"]
    assert found.forecast.gated
    build = found.lines[2].forecast
    assert build.start.p10 >= 3  # it waits for the gate
    assert found.forecast.finish.p80 > found.forecast.finish.p50
    assert looking.plan_view(programme, today - timedelta(days=1)) is None


def test_no_plan_before_the_baseline(bare: Programme) -> None:
    with pytest.raises(Conflict, match="Fix the starting point first"):
        plan_now(COMMAND_LINE, bare)


def test_the_worker_works_it_out_with_progress(programme: Programme, three: list[Task]) -> None:
    job = planning.ask_for_plan(COMMAND_LINE, programme)
    assert planning.ask_for_plan(COMMAND_LINE, programme).pk == job.pk  # not twice
    done = jobs.run_next()
    assert done
    assert (done.pk, done.state, done.progress) == (job.pk, JobState.DONE, 1.0)
    assert models.Plan.objects.count() == 1


def test_what_keeps_a_plan_from_being_made_is_said_at_once(
    programme: Programme, three: list[Task], keep: Callable[..., Task]
) -> None:
    tasking.set_capacity(COMMAND_LINE, programme, Supply.IT, "", 0, "Head of IT")
    keep("Connect", side=Side.TECHNOLOGY, it=4)
    with pytest.raises(Unplannable) as refused:
        planning.ask_for_plan(COMMAND_LINE, programme)
    assert "“Connect” needs IT days a month, and none is there." in refused.value.text.en
    assert "No plan was made; everything entered is kept." in refused.value.text.en


def test_tasks_that_would_wait_in_a_circle_are_refused_with_the_way_round(
    programme: Programme, three: list[Task], keep: Callable[..., Task]
) -> None:
    with pytest.raises(Conflict, match="“Talk” → “Agree” → “Talk”"):
        keep("Talk", three[0], needs=(three[1].pk,))
    assert list(queries.task_by_id(three[0].pk).needs.all()) == []


def test_everything_wrong_with_a_task_is_said_at_once(keep: Callable[..., Task]) -> None:
    with pytest.raises(tasking.WrongTask) as refused:
        keep(" ", duration=ThreePoint(6, 3, 2), source="", leaders=-1, money=5, currency="E", needs=(99,))
    assert [each.field for each in refused.value.problems] == [
        "title",
        "mode",
        "source",
        "leaders",
        "currency",
        "needs",
    ]
    with pytest.raises(tasking.WrongTask, match="Only work on people"):
        keep("Build", side=Side.TECHNOLOGY, carries_gate=True)


def test_tasks_of_an_initiative_taken_back_rest(
    programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    row = keep_initiative(COMMAND_LINE, initiative_draft())
    keep("Other")
    keep("Build", side=Side.TECHNOLOGY, initiative=row.pk)
    withdraw_initiative(COMMAND_LINE, row)
    assert [each.title for each in planning.roadmap_at(programme, today).tasks] == ["Other"]
    reinstate_initiative(COMMAND_LINE, row)
    assert len(planning.roadmap_at(programme, today).tasks) == 2
    assert programme.tasks.count() == 2


def test_the_newest_capacity_counts_and_may_be_lifted(programme: Programme, today: date) -> None:
    def there() -> dict[Resource, float]:
        return planning.roadmap_at(programme, today).supply  # type: ignore[return-value]

    tasking.set_capacity(COMMAND_LINE, programme, Supply.LEADERS, "service", 20, "Calendars")
    tasking.set_capacity(COMMAND_LINE, programme, Supply.LEADERS, "service", 12, "Calendars")
    assert there() == {LEADERS: 12}
    tasking.set_capacity(COMMAND_LINE, programme, Supply.LEADERS, "service", None, "Nobody knows")
    assert there() == {}
    assert programme.capacities.count() == 3
    with pytest.raises(InvalidInput, match="currency"):
        tasking.set_capacity(COMMAND_LINE, programme, Supply.BUDGET, "Euro", 12, "Finance")


def test_scenarios_stand_beside_the_plan(programme: Programme, three: list[Task], today: date) -> None:
    scenario(programme, "Wait", Change(wait=6))
    scenario(programme, "Direct", Change(direct=True))
    scenario(programme, "Nothing", Change(nothing=True))
    scenario(programme, "Without", Change(without=(str(three[1].pk),)))
    plan = plan_now(COMMAND_LINE, programme)
    wait, direct, nothing, without = looking.scenario_lines(programme, plan, today)
    assert wait.difference
    assert (wait.difference.p10, wait.difference.p90) == (6, 6)
    assert direct.difference
    assert direct.difference.later > 0.5
    assert nothing.nothing
    assert nothing.forecast is None
    assert without.difference
    assert without.difference.p50 <= 0


def test_a_scenario_in_which_nothing_differs_is_none(programme: Programme) -> None:
    with pytest.raises(InvalidInput, match="Nothing is different"):
        scenario(programme, "Same", Change())


def test_a_scenario_that_cannot_be_planned_says_why(
    programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    tasking.set_capacity(COMMAND_LINE, programme, Supply.LEADERS, "service", 10, "Calendars")
    keep("Talk", leaders=8)
    scenario(programme, "Half the time", Change({LEADERS: 0.5}))
    plan = plan_now(COMMAND_LINE, programme)
    found = looking.scenario_lines(programme, plan, today)[0]
    assert found.problem
    assert "needs 8" in found.problem.en


def test_dropping_an_initiative_drops_its_tasks(
    programme: Programme, three: list[Task], keep: Callable[..., Task], today: date
) -> None:
    row = keep_initiative(COMMAND_LINE, initiative_draft())
    keep("Long", initiative=row.pk, duration=ThreePoint(40, 50, 60))
    scenario(programme, "Without it", Change(), row.pk)
    found = looking.scenario_lines(programme, plan_now(COMMAND_LINE, programme), today)[0]
    assert found.difference
    assert found.difference.p90 < -10


def test_what_changed_since_the_plan_before_is_said(
    programme: Programme, three: list[Task], keep: Callable[..., Task], today: date
) -> None:
    earlier = today - timedelta(days=40)
    programme.tasks.update(entered=earlier)
    plan_now(COMMAND_LINE, programme, earlier)
    assert looking.what_changed(programme, earlier) is None
    tasking.begin_task(COMMAND_LINE, three[0], earlier)
    tasking.end_task(COMMAND_LINE, three[0], today)
    keep("Agree", three[1], duration=ThreePoint(3, 8, 12))
    plan_now(COMMAND_LINE, programme)
    found = looking.what_changed(programme, today)
    assert found
    assert [each.en for each in found[1]] == [
        "“Agree” is now expected to take 8 months, before 5.",
        "Done: “Talk”.",
        "The culture gate no longer holds technology back.",
    ]


def test_forecasts_are_held_against_what_happened(
    programme: Programme, three: list[Task], today: date
) -> None:
    first = today - timedelta(days=700)
    programme.tasks.update(entered=first)
    plan_now(COMMAND_LINE, programme, first)
    for task, months in zip(three[:2], (4, 22), strict=True):
        tasking.begin_task(COMMAND_LINE, task, first)
        tasking.end_task(COMMAND_LINE, task, first + timedelta(days=round(30.4 * months)))
    found = looking.forecasts_kept(programme, today)
    assert [(each.title, each.by_p80) for each in found.tasks] == [
        ("Build", False),  # not even begun
        ("Talk", True),
        ("Agree", False),
    ]
    assert isinstance(found.p80, Estimate)
    assert found.p80.n == 3
    before = looking.forecasts_kept(programme, first + timedelta(days=640))  # as it was before “Agree” ended
    assert [each.ended is None for each in before.tasks] == [True, False, True]
    assert not looking.forecasts_kept(
        programme, first + timedelta(days=130)
    ).tasks  # the first one ended early


def test_what_was_left_out_before_its_p80_was_no_promise(
    programme: Programme, three: list[Task], today: date
) -> None:
    first = today - timedelta(days=700)
    programme.tasks.update(entered=first)
    plan_now(COMMAND_LINE, programme, first)
    tasking.withdraw_task(COMMAND_LINE, three[0], "Given up late.")
    tasking.withdraw_task(COMMAND_LINE, three[1], "Merged with another.")
    three[1].withdrawn -= timedelta(days=650)  # type: ignore[operator, assignment]
    three[1].save()
    assert [each.title for each in looking.forecasts_kept(programme, today).tasks] == ["Talk", "Build"]


def test_a_task_begins_before_it_ends(keep: Callable[..., Task], today: date) -> None:
    row = keep()
    with pytest.raises(Conflict, match="has not begun"):
        tasking.end_task(COMMAND_LINE, row, today)
    tasking.begin_task(COMMAND_LINE, row, today)
    with pytest.raises(InvalidInput, match="before it began"):
        tasking.end_task(COMMAND_LINE, row, today - timedelta(days=3))
    tasking.end_task(COMMAND_LINE, row, today)
    tasking.end_task(COMMAND_LINE, row, None)
    assert row.ended is None


def test_what_is_left_out_says_why_and_comes_back(
    programme: Programme, three: list[Task], today: date
) -> None:
    with pytest.raises(InvalidInput, match="Say why"):
        tasking.withdraw_task(COMMAND_LINE, three[1], "")
    tasking.withdraw_task(COMMAND_LINE, three[1], "Merged with another.")
    assert len(planning.roadmap_at(programme, today).tasks) == 2
    tasking.reinstate_task(COMMAND_LINE, three[1])
    assert len(planning.roadmap_at(programme, today).tasks) == 3


def test_the_template_brings_every_open_step_once(programme: Programme) -> None:
    tasking.take_template(COMMAND_LINE, programme)
    tasking.take_template(COMMAND_LINE, programme)
    assert sorted(programme.tasks.values_list("origin", flat=True)) == [f"step:{n}" for n in range(1, 8)]
    second = programme.tasks.get(origin="step:2")
    assert [each.origin for each in second.needs.all()] == ["step:1"]
    assert "an assumption of ours" in second.source


def test_a_unit_that_is_no_more_keeps_its_tasks_and_capacity(
    programme: Programme, keep: Callable[..., Task], today: date
) -> None:
    tasking.set_capacity(COMMAND_LINE, programme, Supply.LEADERS, "gone", 10, "Calendars")
    keep("Talk", unit="gone", leaders=4)
    plan_now(COMMAND_LINE, programme)
    found = looking.plan_view(programme, today)
    assert found
    assert found.lines[0].unit
    assert found.names[Resource(Supply.LEADERS, "gone")].en == "leaders’ hours a month, gone"
