"""Roadmaps: the trial's figures, the culture gate, the direct way, and what keeps a plan from being made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.core.bridge.programme.trial import BUDGET, IT, LEADERS, RULES, trial

from leitstern.core.bridge.programme.changes import changes
from leitstern.core.bridge.programme.duration import Tail, ThreePoint, draws, left, periods
from leitstern.core.bridge.programme.forecast import Worlds, forecast, rank_correlation
from leitstern.core.bridge.programme.roadmap import Roadmap, failed, network
from leitstern.core.bridge.programme.scenario import Change, changed, difference
from leitstern.core.bridge.programme.schedule import Network, critical_path, schedule, topological
from leitstern.core.bridge.programme.task import Resource, Side, Supply, Task, problems
from leitstern.core.inside.route_words import Route
from leitstern.core.texts import Text

NAMES = {each: Text("hours", "Stunden") for each in (LEADERS, IT, BUDGET)}
TALK = Task("talk", "Talk", Side.PEOPLE, ThreePoint(4, 6, 9), carries_gate=True)
BUILD = Task("build", "Build", Side.TECHNOLOGY, ThreePoint(5, 6, 10))


@pytest.fixture(scope="module")
def planned() -> Worlds:
    """The trial's instance, forecast."""
    return forecast(trial(), RULES, seed=1)


def said(*tasks: Task, gated: bool = False, **supply: float) -> list[str]:
    there = {Resource(Supply(name)): amount for name, amount in supply.items()}
    names = {each: Text(each.supply, each.supply) for each in there}
    return [each.text.en for each in problems(tasks, there, names, gated=gated)]


def test_the_trial_s_bounds_are_reproduced(planned: Worlds) -> None:
    found = planned.forecast
    assert found.chain == 44
    assert found.energy == pytest.approx(67.8)
    assert found.bound == pytest.approx(67.8)


ONE = ThreePoint(2, 12, 13)  # seldom as long as is likeliest
RUNNING = Task("one", "One", Side.PEOPLE, ThreePoint(2, 4, 6), elapsed=1.0)
AT_ONCE = tuple(
    Task(f"at once {n}", "One of three", Side.PEOPLE, ONE, demand={LEADERS: 6.0}) for n in range(3)
)


@pytest.mark.parametrize(
    "roadmap",
    [
        Roadmap(
            tuple(Task(f"{n}", "One after the other", Side.PEOPLE, ONE, (f"{n - 1}",)) for n in range(4))
        ),
        Roadmap((RUNNING,), wait=12),
        Roadmap((replace(RUNNING, elapsed=9.0), replace(BUILD, earliest=7.0)), wait=2),
        Roadmap(AT_ONCE, {LEADERS: 10.0}, wait=5),
        Roadmap((*AT_ONCE, replace(RUNNING, demand={LEADERS: 8.0})), {LEADERS: 10.0}, wait=20),
        Roadmap((TALK, replace(BUILD, needs=("talk",))), route=Route.B),
        Roadmap((TALK, BUILD, replace(TALK, key="after", needs=("build",))), route=Route.B),
        trial(),
    ],
    ids=["chain", "running", "late", "scarce", "scarce and running", "direct", "back again", "trial"],
)
def test_no_world_is_faster_than_the_shortest_durations_allow(roadmap: Roadmap) -> None:
    found = forecast(roadmap, RULES, 1, runs=400)
    assert found.forecast.least is not None
    assert found.forecast.least <= found.ends.min()
    assert found.forecast.least <= found.forecast.bound <= found.forecast.shortest


def test_worlds_may_be_faster_than_the_likeliest_durations() -> None:
    chain = tuple(Task(f"{n}", "One after the other", Side.PEOPLE, ONE, (f"{n - 1}",)) for n in range(4))
    found = forecast(Roadmap(chain), RULES, 1).forecast
    assert found.finish.p50 < found.bound == 48
    assert found.least == 8


def test_what_runs_does_not_wait() -> None:
    waiting = forecast(Roadmap((RUNNING,), wait=12), RULES, 1).forecast
    assert (waiting.least, waiting.bound) == (1, 3)
    assert waiting.finish.p90 < 12
    begun = replace(RUNNING, demand={LEADERS: 10.0})
    new = Task("new", "New", Side.PEOPLE, ThreePoint(2, 4, 6), demand={LEADERS: 10.0})
    assert forecast(Roadmap((begun, new), {LEADERS: 10.0}, wait=12), RULES, 1).forecast.bound == 16


def test_what_runs_keeps_its_people_and_asks_nobody_to_finish_first() -> None:
    """Whatever else is scarce: it has begun, so it goes on."""
    new = tuple(replace(each, key=f"new {each.key}", duration=ThreePoint(8, 9, 20)) for each in AT_ONCE)
    begun = replace(RUNNING, demand={LEADERS: 8.0}, needs=(new[0].key,))
    found = forecast(Roadmap((*new, begun), {LEADERS: 10.0}), RULES, 1, runs=200).forecast
    assert found.tasks[3].start.p90 == 0
    assert min(each.start.p10 for each in found.tasks[:3]) >= 1


def test_the_order_found_is_no_worse_than_the_trial_s(planned: Worlds) -> None:
    assert planned.forecast.shortest <= 73
    assert planned.forecast.shortest >= planned.forecast.bound


def test_the_trial_s_quantiles_are_reproduced(planned: Worlds) -> None:
    finish = planned.forecast.finish
    assert (finish.p10, finish.p50, finish.p90) == pytest.approx((76, 81, 87), abs=1)
    assert planned.forecast.kept == pytest.approx(0.005, abs=0.005)


def test_no_schedule_ever_takes_more_than_there_is() -> None:
    net = network(trial(), gated=False)
    lengths = np.tile(periods(np.array([task.duration.mode for task in trial().tasks])), (3, 1))
    orders = np.tile(np.array(topological(net.needs)), (3, 1))
    start, finish = schedule(net, orders, lengths)
    for month in range(int(finish.max())):
        running = (start[0] <= month) & (month < finish[0])
        assert (net.demand[running].sum(axis=0) <= net.capacity + 1e-6).all()
    for task, place in np.argwhere(net.needs):
        assert (start[:, task] >= finish[:, place]).all()


def test_the_same_seed_tells_the_same(planned: Worlds) -> None:
    assert forecast(trial(), RULES, seed=1).forecast == planned.forecast


def test_criticality_is_a_rank_correlation(planned: Worlds) -> None:
    by_key = {each.key: each.criticality for each in planned.forecast.tasks}
    assert max(by_key, key=lambda key: by_key[key] or 0) == "31"
    assert rank_correlation(np.array([1, 2, 3, 3]), np.array([1.0, 2.0, 5.0, 5.0])) == pytest.approx(1)
    assert rank_correlation(np.array([2, 2]), np.array([1.0, 2.0])) is None


def test_pert_has_its_mean_and_stays_within_its_ends() -> None:
    drawn = draws(ThreePoint(2, 4, 12), "x", 1, 20_000)
    assert drawn.mean() == pytest.approx((2 + 4 * 4 + 12) / 6, abs=0.05)
    assert drawn.min() >= 2
    assert drawn.max() <= 12


def test_a_fat_tail_is_as_fat_as_said() -> None:
    slow = draws(ThreePoint(4, 4, 4), "x", 1, 20_000, Tail(0.18, 1.5)) > 4
    assert slow.mean() == pytest.approx(0.18, abs=0.01)
    assert draws(ThreePoint(4, 4, 4), "x", 1, 20_000, Tail(0.18, 1.5))[slow].min() >= 6


def test_what_has_run_for_a_while_is_no_shorter_than_that() -> None:
    assert (left(np.array([3.0, 6.0, 9.0]), 5) == [1, 4, 1]).all()
    assert (left(np.array([3.0, 6.0]), 12) == 1).all()


def test_technology_waits_for_the_culture_gate_on_route_c() -> None:
    waiting = forecast(Roadmap((TALK, BUILD), gate=0.2), RULES, 1).forecast
    beside = forecast(Roadmap((TALK, BUILD), gate=0.71), RULES, 1).forecast
    assert waiting.gated
    assert waiting.tasks[1].start.p10 >= 4
    assert not beside.gated
    assert beside.tasks[1].start.p90 == 0


def test_an_unknown_gate_is_a_closed_gate() -> None:
    assert forecast(Roadmap((TALK, BUILD)), RULES, 1).forecast.gated


def test_what_already_runs_is_not_called_back() -> None:
    running = replace(BUILD, elapsed=2.0)
    assert forecast(Roadmap((TALK, running)), RULES, 1).forecast.tasks[1].start.p90 == 0


def test_the_direct_way_mostly_takes_longer() -> None:
    plan = forecast(Roadmap((TALK, BUILD), gate=0.2), RULES, 1)
    direct = forecast(changed(Roadmap((TALK, BUILD), gate=0.2), Change(direct=True)), RULES, 1)
    assert difference(plan, direct).later == pytest.approx(0.8, abs=0.04)
    assert difference(plan, direct).p50 > 0


def test_after_failure_people_come_last_and_harder() -> None:
    worse = {task.key: task for task in failed(Roadmap((TALK, BUILD)), RULES).tasks}
    assert worse["talk"].needs == ("until noticed",)
    assert worse["talk"].duration.mode == pytest.approx(6.6)
    assert worse["until noticed"].needs == ("build",)


def test_more_capacity_and_fewer_tasks_come_sooner_in_the_same_worlds(planned: Worlds) -> None:
    more = difference(planned, forecast(changed(trial(), Change({LEADERS: 1.5})), RULES, 1))
    fewer = difference(planned, forecast(changed(trial(), Change(without=("31",))), RULES, 1))
    assert more.p90 < 0
    assert more.clear
    assert fewer.p50 <= 0


def test_waiting_is_as_long_as_one_waits() -> None:
    plan = forecast(Roadmap((BUILD,)), RULES, 1)
    later = forecast(changed(Roadmap((BUILD,)), Change(wait=6)), RULES, 1)
    assert difference(plan, later).p10 == difference(plan, later).p90 == 6
    assert later.forecast.bound == plan.forecast.bound + 6


def test_what_waited_for_a_task_left_out_waits_for_what_that_waited_for() -> None:
    last = Task("last", "Last", Side.PEOPLE, ThreePoint(1, 1, 1), needs=("build",))
    chain = Roadmap((TALK, replace(BUILD, needs=("talk",)), last))
    assert changed(chain, Change(without=("build",))).tasks[1].needs == ("talk",)


def test_a_circle_is_said_with_the_way_round() -> None:
    found = said(replace(TALK, needs=("build",)), replace(BUILD, needs=("talk",)))
    assert len(found) == 1
    assert "“Talk” → “Build” → “Talk”" in found[0]
    assert "Take out one of the waits" in found[0]


def test_a_circle_through_the_gate_is_found() -> None:
    found = said(replace(TALK, needs=("build",)), BUILD, gated=True)
    assert "carries the culture gate, yet waits for technology: Build" in found[0]
    assert not said(replace(TALK, needs=("build",)), BUILD, gated=False)


def test_nothing_to_work_with_is_said() -> None:
    asking = replace(BUILD, demand={Resource(Supply.IT): 4.0})
    assert said(asking, it=0.0)[0].startswith("“Build” needs it, and none is there.")
    assert said(asking, it=3.0)[0].startswith("“Build” needs 4 of it; there are 3.")
    assert not said(asking)  # nobody declared it, so it limits nothing


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((6, 6, 3), "shorter than the shortest"),
        ((2, 9, 6), "lies outside"),
        ((0, 2, 6), "more than 0"),
        ((2, 9, 600), "at most 120"),
    ],
)
def test_durations_that_cannot_be_are_refused(points: tuple[float, float, float], words: str) -> None:
    assert words in said(replace(BUILD, duration=ThreePoint(*points)))[0]


def test_nothing_to_plan_is_said() -> None:
    assert said()[0].startswith("There is nothing to plan yet.")


def test_what_changed_is_said_in_words() -> None:
    before = Roadmap((TALK, BUILD), {LEADERS: 10.0}, gate=0.2)
    after = Roadmap(
        (
            replace(BUILD, duration=ThreePoint(5, 8, 12), elapsed=1.0),
            Task("new", "New one", Side.PEOPLE, ThreePoint(1, 2, 3)),
        ),
        {LEADERS: 12.0},
        route=Route.B,
    )
    told = changes(
        (before, forecast(before, RULES, 1).forecast),
        (after, forecast(after, RULES, 1).forecast),
        {"talk": True},
        NAMES,
    )
    assert [each.en for each in told] == [
        "Begun: “Build”.",
        "“Build” is now expected to take 8 months, before 6.",
        "New: “New one”.",
        "Done: “Talk”.",
        "hours: 12, before 10.",
        "Route B instead of C.",
        "The culture gate no longer holds technology back.",
    ]


def test_when_nothing_changed_that_is_said() -> None:
    same = (Roadmap((BUILD,)), forecast(Roadmap((BUILD,)), RULES, 1).forecast)
    assert changes(same, same, {}, NAMES)[0].en.startswith("Nothing that was entered changed")


def test_a_network_without_tasks_takes_no_time() -> None:
    empty = Network(np.zeros((0, 0)), np.zeros(0), np.zeros((0, 0), bool), np.zeros(0, np.int64))
    assert critical_path(empty, np.zeros(0, np.int64)) == 0
    with pytest.raises(ValueError, match="circle"):
        topological(np.array([[False, True], [True, False]]))
