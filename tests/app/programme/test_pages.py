"""Pages of the programme: any month, forms that come back with what was typed, lists to take along, the interface."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.common import jobs
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.programme import models, queries, stepping, tasking
from leitstern.app.programme.hurdling import HurdleDraft, clear_hurdle, keep_hurdle
from leitstern.app.programme.planning import plan_now
from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.bridge.programme.task import Supply
from leitstern.core.inside.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.test import Client

    from leitstern.app.programme.models import Programme, Task


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Lena, who leads it, in German."""
    client = as_role(Role.LEAD)
    client.cookies["leitstern_language"] = "de"
    return client


def read(client: Client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(f"programme:{name}", args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_programme_the_page_says_how_to_begin(lena: Client, today: date) -> None:
    assert "Es gibt noch kein Programm." in read(lena, "overview")
    said = {"title": "Nah dran", "began": today.isoformat(), "route": "B"}
    answer = lena.post(reverse("programme:begin"), said)
    assert answer.status_code == 422
    assert "Haltepunkt" in answer.content.decode()
    lena.post(reverse("programme:begin"), said | {"route": "C"})
    assert queries.require_programme().title == "Nah dran"


def test_the_overview_says_it_in_one_sentence_and_as_it_was(
    lena: Client, first_step: Programme, today: date
) -> None:
    assert "Einer von sieben Schritten ist belegt." in read(lena, "overview")
    later = first_step.began + timedelta(days=90)
    assert "Noch ist kein Schritt belegt." in read(lena, "overview", query=f"?at={later:%Y-%m}")
    earlier = read(lena, "overview", query=f"?at={first_step.began:%Y-%m}")
    assert "Der Ausgangspunkt ist noch nicht festgehalten." in earlier
    assert 'rel="next"' in earlier
    assert 'rel="prev"' not in earlier
    assert "Monat davor" in read(lena, "overview", query="?at=2999-01")  # shows the nearest there is


def test_nothing_can_be_changed_in_the_past(lena: Client, first_step: Programme) -> None:
    page = read(lena, "step", 1, query=f"?at={first_step.began + timedelta(days=200):%Y-%m}")
    assert 'method="post"' not in page.split("<main", 1)[1]


def test_a_step_shows_what_is_missing_and_keeps_what_was_typed(
    lena: Client, first_step: Programme, today: date
) -> None:
    assert "CEM als Top Management Priorität etablieren" in read(lena, "step", 1)
    late = {"who": "Vorstand", "holds": "yes", "day": today.isoformat()}
    answer = lena.post(reverse("programme:open", args=[3]), late | {"read": "Noch zu früh."})
    assert answer.status_code == 422
    assert "Schritt 2 ist noch nicht geöffnet" in answer.content.decode()
    assert "Noch zu früh." in answer.content.decode()
    lena.post(reverse("programme:open", args=[2]), late)
    assert models.StepMove.objects.filter(step=2, kind="open").exists()


def test_everything_at_a_gate_can_be_done_and_taken_back(
    lena: Client, first_step: Programme, today: date
) -> None:
    day = {"day": today.isoformat()}
    for name, said in (
        ("claim", {"level": "3", "words": "Sie sagen es."}),
        ("prove", {"kind": "customer_voice", "title": "Beirat"}),
        ("alarm", {"words": "Listen sind zurück."}),
        ("answer", {"words": "Abgeschaltet."}),
        ("skip", {"who": "Viktor", "words": "Nicht nötig."}),
    ):
        answer = lena.post(reverse(f"programme:{name}", args=[1]), day | said)
        assert answer.status_code == 302, name
    assert "Nicht nötig." in read(lena, "step", 1)
    skip = models.StepMove.objects.get(kind="skip")
    lena.post(reverse("programme:withdraw-move", args=[skip.pk]))
    lena.post(reverse("programme:withdraw-proof", args=[models.StepProof.objects.first().pk]))  # type: ignore[union-attr]
    assert "zurückgenommen" in read(lena, "step", 1)
    assert lena.post(reverse("programme:claim", args=[1]), {"level": "9"}).status_code == 422


def test_settings_fix_the_start_and_end_only_with_a_reason(
    lena: Client, bare: Programme, today: date
) -> None:
    day = {"day": today.isoformat()}
    assert lena.post(reverse("programme:baseline"), day | {"n": "3", "source": "x"}).status_code == 422
    lena.post(reverse("programme:baseline"), day | {"n": "30", "source": "Befragung"})
    lena.post(reverse("programme:expect"), day | {"who": "Vorstand", "what": "Mehr Nähe"})
    lena.post(reverse("programme:route"), {"route": "A"})
    assert "Befragung" in read(lena, "settings")
    refused = lena.post(reverse("programme:end"), day | {"reason": ""})
    assert "noch nicht eingeschwungen" in refused.content.decode()
    lena.post(reverse("programme:end"), day | {"reason": "Verkauft."})
    assert "Verkauft." in read(lena, "overview")
    lena.post(reverse("programme:end"), {"undo": "1"})
    assert queries.require_programme().ended is None


def test_hurdles_are_written_cleared_and_listed(lena: Client, programme: Programme, today: date) -> None:
    assert "Noch ist keine Hürde notiert." in read(lena, "hurdles")
    said = {"title": "Alte Listen", "kind": "silos", "since": "2026-01-05", "owner": "Leitung Marketing"}
    assert lena.post(reverse("programme:new-hurdle"), said | {"title": ""}).status_code == 422
    lena.post(reverse("programme:new-hurdle"), said)
    row = models.Hurdle.objects.get()
    assert "Alte Listen" in read(lena, "hurdles")
    lena.post(
        reverse("programme:clear-hurdle", args=[row.pk]), {"effect": "Keine mehr.", "day": today.isoformat()}
    )
    assert "Keine mehr." in lena.get(reverse("programme:hurdles") + "?format=csv").content.decode()
    assert "Alte Listen" in read(lena, "hurdle", row.pk)


def test_the_roadmap_shows_p50_and_p80_and_never_a_date(
    lena: Client, programme: Programme, three: list[Task]
) -> None:
    assert "Es wurde noch keine Roadmap berechnet." in read(lena, "roadmap")
    lena.post(reverse("programme:plan"))
    assert "In Arbeit" in read(lena, "roadmap")
    jobs.run_next()
    page = read(lena, "roadmap")
    assert "In Arbeit" not in page
    assert "In der Hälfte der möglichen Welten in höchstens" in page
    assert "trägt das Kulturtor" in page
    listed = lena.get(reverse("programme:roadmap") + "?format=csv").content.decode()
    assert "finish_p50_months,finish_p80_months" in listed
    assert lena.get(reverse("programme:progress"))["HX-Refresh"] == "true"


def test_what_keeps_a_plan_from_being_made_stands_on_the_page(
    lena: Client, programme: Programme, keep: Callable[..., Task]
) -> None:
    keep("Bauen", it=4.0)
    lena.post(reverse("programme:capacity"), {"supply": "it", "amount": "0", "source": "Leitung IT"})
    answer = lena.post(reverse("programme:plan"))
    assert answer.status_code == 422
    assert "davon ist nichts da" in answer.content.decode()


def test_a_task_is_entered_turned_and_left_out(lena: Client, programme: Programme, today: date) -> None:
    said = {"title": "Reden", "side": "people", "low": "3", "mode": "2", "high": "6", "source": "Wir"}
    refused = lena.post(reverse("programme:new-task"), said)
    assert refused.status_code == 422
    assert "Die wahrscheinlichste Dauer" in refused.content.decode()
    lena.post(reverse("programme:new-task"), said | {"mode": "4", "money": "1200", "currency": "eur"})
    row = models.Task.objects.get()
    assert (row.money, row.currency) == (120_000, "EUR")
    lena.post(reverse("programme:turn", args=[row.pk]), {"day": today.isoformat()})
    lena.post(reverse("programme:turn", args=[row.pk]), {"day": today.isoformat(), "ended": "1"})
    assert 'class="badge good"' in read(lena, "tasks")
    assert "Reden" in read(lena, "task", row.pk)
    lena.post(reverse("programme:withdraw-task", args=[row.pk]), {"why": "Doppelt."})
    assert "Doppelt." in read(lena, "tasks")
    lena.post(reverse("programme:template"))
    assert models.Task.objects.count() == 8


def test_scenarios_are_kept_and_compared(lena: Client, programme: Programme, three: list[Task]) -> None:
    assert lena.post(reverse("programme:new-scenario"), {"title": "Gleich"}).status_code == 422
    lena.post(reverse("programme:new-scenario"), {"title": "Später", "wait": "6"})
    jobs.run_next()
    assert "+6" in read(lena, "scenarios")
    row = models.Scenario.objects.get()
    lena.post(reverse("programme:withdraw-scenario", args=[row.pk]))
    assert "Wieder vergleichen" in read(lena, "scenarios")


def test_pages_cost_a_fixed_number_of_questions(
    lena: Client, first_step: Programme, three: list[Task], django_assert_max_num_queries: object
) -> None:
    plan_now(COMMAND_LINE, first_step)
    for name, args in (("overview", ()), ("step", (1,)), ("roadmap", ()), ("tasks", ()), ("scenarios", ())):
        with django_assert_max_num_queries(34):  # type: ignore[operator]
            read(lena, name, *args)


def test_the_interface_shows_months_and_refuses_what_cannot_be(
    lena: Client, first_step: Programme, three: list[Task], today: date
) -> None:
    found = lena.get("/api/v1/programme").json()
    assert found["steps"][0]["state"] == "credited"
    early = lena.get(f"/api/v1/programme?at={first_step.began:%Y-%m}").json()
    assert early["steps"][0]["state"] == "closed"
    assert lena.get("/api/v1/programme?at=soon").status_code == 422
    assert lena.get("/api/v1/programme/roadmap").status_code == 404
    plan_now(COMMAND_LINE, first_step)
    plan = lena.get("/api/v1/programme/roadmap").json()
    assert set(plan["finish"]) == {"p10", "p50", "p80", "p90"}
    assert 0 < plan["least_months"] <= plan["finish"]["p10"]
    assert plan["least_months"] <= plan["bound_months"]
    assert [each["title"] for each in plan["tasks"]] == ["Talk", "Agree", "Build"]
    assert [each["carries_gate"] for each in plan["tasks"]] == [True, False, False]
    assert "no plan is shorter than" in plan["sentence"]["en"]
    stepping.open_step(COMMAND_LINE, first_step, Step.CUSTOMERS, stepping.Opening("A", "yes"), today)
    assert lena.get("/api/v1/programme/steps/2").json()["state"] == "gathering"
    assert lena.get("/api/v1/programme/steps/9").status_code == 404


def ask(client: Client, address: str, body: Mapping[str, object] | None = None) -> tuple[int, Any]:
    """What the interface answers, with something sent or without."""
    if body is None:
        answer = client.get(f"/api/v1/programme/{address}")
    else:
        answer = client.post(f"/api/v1/programme/{address}", body, content_type="application/json")
    return answer.status_code, answer.json()


def test_programs_write_a_hurdle_clear_it_and_open_it_again(
    lena: Client, programme: Programme, today: date
) -> None:
    said = {"title": "Old lists", "kind": "silos", "since": programme.began.isoformat(), "owner": "Marketing"}
    status, (hurdle,) = ask(lena, "hurdles", said)
    assert (status, hurdle["age_days"], hurdle["cleared"]) == (201, (today - programme.began).days, None)
    address, day = f"hurdles/{hurdle['id']}", (today - timedelta(days=2)).isoformat()
    assert ask(lena, f"{address}/clearing", {"effect": " ", "day": day})[0] == 422
    status, cleared = ask(lena, f"{address}/clearing", {"effect": "Nobody sends any.", "day": day})
    assert (status, cleared["cleared"], cleared["effect"]) == (201, day, "Nobody sends any.")
    assert ask(lena, f"{address}/clearing", {"effect": "Again.", "day": day})[0] == 409
    before = f"hurdles?at={programme.began:%Y-%m}"
    assert ask(lena, before)[1][0]["cleared"] is None  # as it was then
    assert ask(lena, f"{address}/reopening", {})[1]["cleared"] is None
    assert ask(lena, f"{address}/reopening", {})[0] == 409
    models.Hurdle.objects.update(withdrawn=timezone.now())
    assert ask(lena, f"{address}/clearing", {"effect": "Gone.", "day": day})[0] == 404
    assert models.Hurdle.objects.get().cleared is None


def test_programs_begin_and_end_tasks_and_take_the_template(
    lena: Client, programme: Programme, three: list[Task], today: date
) -> None:
    status, listed = ask(lena, "tasks")
    assert (status, [each["title"] for each in listed]) == (200, ["Talk", "Agree", "Build"])
    assert (listed[1]["needs"], listed[1]["low"], listed[1]["mode"]) == ([three[0].pk], 3, 5)
    address, day = f"tasks/{three[0].pk}/turns", today.isoformat()
    assert ask(lena, address, {"turn": "ended", "day": day})[0] == 409  # not begun
    assert ask(lena, address, {"turn": "begun", "day": day})[1]["began"] == day
    assert ask(lena, address, {"turn": "ended", "day": day})[1]["ended"] == day
    assert ask(lena, address, {"turn": "runs_on", "day": day})[1]["ended"] is None
    assert ask(lena, address, {"turn": "paused", "day": day})[0] == 422
    assert ask(lena, "tasks/999/turns", {"turn": "begun", "day": day})[0] == 404
    assert ask(lena, f"tasks?at={programme.began:%Y-%m}")[1] == []  # nobody had entered any
    status, all_of_them = ask(lena, "tasks/template", {})
    assert (status, len(all_of_them)) == (201, 10)
    assert all_of_them[4]["needs"] == [all_of_them[3]["id"]]
    assert len(ask(lena, "tasks/template", {})[1]) == 10


def test_programs_say_how_much_there_is_and_read_it_back(lena: Client, programme: Programme) -> None:
    said = {"supply": "it", "amount": 8, "source": "Head of IT"}
    assert ask(lena, "capacities", said)[0] == 201
    ((_status, (there,)),) = (ask(lena, "capacities"),)
    assert (there["amount"], there["source"]["de"], there["taken"]) == (8, "Head of IT", None)
    assert ask(lena, f"capacities?at={programme.began:%Y-%m}")[1] == []
    assert ask(lena, "capacities", said | {"amount": -1})[0] == 422


def test_what_is_over_folds_away_and_stays(
    lena: Client, programme: Programme, three: list[Task], today: date
) -> None:
    for task in three[:2]:
        tasking.begin_task(COMMAND_LINE, task, today)
        tasking.end_task(COMMAND_LINE, task, today)
    before, folded = read(lena, "tasks").split("<summary>2 erledigt</summary>")
    assert ("Build" in before, "Talk" in before, "Talk" in folded) == (True, False, True)
    for title in ("Alte Listen", "Alte Kostenstellen"):
        draft = HurdleDraft(title, HurdleKind.SILOS, programme.began)
        row = keep_hurdle(COMMAND_LINE, programme, draft)
    clear_hurdle(COMMAND_LINE, row, "Es gibt sie nicht mehr.", today)
    before, folded = read(lena, "hurdles").split("<summary>1 genommen</summary>")
    assert ("Alte Listen" in before, "Alte Kostenstellen" in before) == (True, False)
    assert "Es gibt sie nicht mehr." in folded


def test_how_much_there_is_can_be_taken_along(lena: Client, programme: Programme) -> None:
    tasking.set_capacity(COMMAND_LINE, programme, Supply.IT, "", 8, "Leitung IT")
    listed = lena.get(reverse("programme:tasks") + "?capacities=csv").content.decode().splitlines()
    assert "supply,of,name,amount,source" in listed[0]
    assert "Leitung IT" in listed[1]
