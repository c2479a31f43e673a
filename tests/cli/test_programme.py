"""`leitstern programme …` and `leitstern roadmap …`: what is typed is read back."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.programme import beginning, planning, tasking
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.hurdling import HurdleDraft, keep_hurdle
from leitstern.core.bridge.programme.as_json import change_json
from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.bridge.programme.scenario import Change
from leitstern.core.bridge.programme.task import Side, Supply

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    from leitstern.app.programme.models import Programme

    Run = Callable[..., Answer]


def listed(run: Run, *words: str) -> list[dict[str, object]]:
    """What a list says as JSON."""
    answer = run(*words, "--format", "json")
    assert answer.code == 0, answer.err
    found: list[dict[str, object]] = json.loads(answer.out)
    return found


@pytest.fixture
def bank(leitstern: Run) -> Programme:
    """Two years on the way, one hurdle, two tasks."""
    day = timezone.localdate() - timedelta(days=730)
    row = beginning.begin(COMMAND_LINE, "Close by", day, RouteChoice())
    beginning.fix_baseline(COMMAND_LINE, row, day, 40, "Survey")
    keep_hurdle(COMMAND_LINE, row, HurdleDraft("Old lists", HurdleKind.SILOS, day, "Marketing"))
    draft = tasking.TaskDraft("Talk", Side.PEOPLE, ThreePoint(3, 5, 9), "Those who talk", carries_gate=True)
    talk = tasking.keep_task(COMMAND_LINE, row, draft)
    draft = tasking.TaskDraft(
        "Build", Side.TECHNOLOGY, ThreePoint(4, 6, 12), "Those who build", it=4, needs=(talk.pk,)
    )
    tasking.keep_task(COMMAND_LINE, row, draft)
    return row


def test_before_the_first_programme_it_says_how_to_begin(leitstern: Run) -> None:
    refused = leitstern("programme", "show")
    assert refused.code == 1
    assert "There is no programme yet." in refused.err
    assert leitstern("roadmap", "tasks").code == 1


def test_a_hurdle_is_cleared_and_stands_in_the_way_again(leitstern: Run, bank: Programme) -> None:
    (hurdle,) = listed(leitstern, "programme", "hurdles")
    assert (hurdle["hurdle"], hurdle["cleared"], hurdle["owner"]) == ("Old lists", "", "Marketing")
    number, day = hurdle["id"], timezone.localdate() - timedelta(days=3)
    assert leitstern("programme", "clear", number, "--effect", " ").code == 1
    said = leitstern(
        "programme", "clear", number, "--effect", "Nobody sends any.", "--day", day, lang="de_DE"
    )
    assert said.out == "Genommen: „Old lists“.\n"
    (hurdle,) = listed(leitstern, "programme", "hurdles")
    assert (hurdle["cleared"], hurdle["effect"]) == (day.isoformat(), "Nobody sends any.")
    assert "It is cleared already." in leitstern("programme", "clear", number, "--effect", "Again").err
    assert "In the way again: “Old lists”." in leitstern("programme", "reopen", number).out
    assert listed(leitstern, "programme", "hurdles")[0]["cleared"] == ""
    assert leitstern("programme", "reopen", number).code == 1
    assert leitstern("programme", "clear", 999, "--effect", "x").code == 1


def test_steps_are_told_and_one_is_left_out_for_all_to_see(leitstern: Run, bank: Programme) -> None:
    assert [each["step"] for each in listed(leitstern, "programme", "steps")] == list(range(1, 8))
    assert (
        "It stays in sight." in leitstern("programme", "skip", 7, "--who", "Viktor", "--why", "No time").out
    )
    assert listed(leitstern, "programme", "steps")[6]["skipped_ever"] is True
    begun = f"{bank.began:%Y-%m}"
    assert listed(leitstern, "programme", "steps", "--at", begun)[6]["skipped_ever"] is False
    said = leitstern("programme", "show", "--lang", "de").out
    assert "Noch im Weg: 1 von 1 Hürden" in said


@pytest.mark.parametrize("month", ["2019-01", "2999-01", "soon"])
def test_a_month_before_the_beginning_or_to_come_is_refused(
    leitstern: Run, bank: Programme, month: str
) -> None:
    for group, name in (("programme", "steps"), ("roadmap", "show"), ("roadmap", "capacities")):
        refused = leitstern(group, name, "--at", month)
        assert refused.code == 1
        assert month in refused.err


def test_a_task_begins_ends_and_runs_on(leitstern: Run, bank: Programme) -> None:
    number = listed(leitstern, "roadmap", "tasks")[0]["id"]
    day = timezone.localdate() - timedelta(days=40)
    assert "has not begun" in leitstern("roadmap", "end", number).err
    assert leitstern("roadmap", "begin", number, "--day", day).out == f"“Talk” began on {day}.\n"
    assert "“Talk” ended on" in leitstern("roadmap", "end", number).out
    kept = listed(leitstern, "roadmap", "tasks")[0]
    assert (kept["began"], kept["ended"]) == (day.isoformat(), timezone.localdate().isoformat())
    assert leitstern("roadmap", "end", number, "--undo").out == "“Talk” runs on.\n"
    assert listed(leitstern, "roadmap", "tasks")[0]["ended"] == ""
    assert leitstern("roadmap", "begin", number, "--day", "tomorrow").code == 2
    assert leitstern("roadmap", "begin", 999).code == 1


def test_the_template_is_taken_once(leitstern: Run, bank: Programme) -> None:
    assert leitstern("roadmap", "template", "--lang", "de").out == "Übernommene Aufgaben: 7.\n"
    assert leitstern("roadmap", "template").out == "Tasks taken over: 0.\n"
    told = [each["task"] for each in listed(leitstern, "roadmap", "tasks")]
    assert told[2].startswith("Schritt 1: ")  # type: ignore[attr-defined]
    assert len(told) == 9


def test_a_plan_is_worked_out_and_told_with_scenarios_and_capacities(leitstern: Run, bank: Programme) -> None:
    assert "No roadmap has been worked out yet." in leitstern("roadmap", "show").err
    tasking.set_capacity(COMMAND_LINE, bank, Supply.IT, "", 8, "Head of IT")
    later = change_json(Change(wait=6)) | {"initiatives": []}
    planning.keep_scenario(COMMAND_LINE, bank, "Later", later)
    assert "Half of the possible worlds are done within" in leitstern("roadmap", "plan").out
    shown = leitstern("roadmap", "show").out
    assert "no plan is shorter than 11" in shown
    assert "nobody can be faster" in shown
    talk, build, whole = listed(leitstern, "roadmap", "show")
    assert (talk["task"], build["task"], whole["task"]) == ("Talk", "Build", "*")
    assert build["start_p50_months"] == talk["finish_p50_months"]
    (scenario,) = listed(leitstern, "roadmap", "scenarios")
    assert (scenario["scenario"], scenario["later_p50"]) == ("Later", 6.0)
    (it,) = listed(leitstern, "roadmap", "capacities")
    assert (it["supply"], it["amount"], it["source"], it["months_of_full_use"]) == (
        "it",
        "8",
        "Head of IT",
        3.0,
    )
    assert "Head of IT" in leitstern("roadmap", "capacities").out


def test_what_keeps_a_plan_from_being_made_is_said(leitstern: Run, bank: Programme) -> None:
    tasking.set_capacity(COMMAND_LINE, bank, Supply.IT, "", 0, "Head of IT")
    refused = leitstern("roadmap", "plan")
    assert refused.code == 1
    assert "“Build” needs IT days a month, and none is there." in refused.err


def test_forecasts_are_judged_in_a_sentence_and_listed(leitstern: Run, bank: Programme) -> None:
    day = timezone.localdate() - timedelta(days=700)
    bank.tasks.update(entered=day)
    planning.plan_now(COMMAND_LINE, bank, day)
    said = leitstern("roadmap", "forecasts").out
    assert "Tasks whose first P80 has passed: 2; done by then: 0. That cannot tell yet" in said
    assert [each["ended"] for each in listed(leitstern, "roadmap", "forecasts")] == ["", ""]
    assert "forecast_on" in leitstern("roadmap", "forecasts", "--format", "csv").out
