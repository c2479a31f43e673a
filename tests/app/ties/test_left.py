"""Whoever left or whose access was closed, and still answers for something, is noticed; nothing is lost by it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import withdraw
from leitstern.app.bridge.handing import hand_over_measure
from leitstern.app.bridge.models import Measure
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.models import Goal, Holder, Initiative
from leitstern.app.programme.models import Bet, Hurdle, Task
from leitstern.app.ties.left import PAGES, answers_for, held, left
from leitstern.app.ties.left import address as hand_over
from leitstern.cli.main import app
from leitstern.core.bridge.ties.left import Subject
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


@pytest.fixture
def lead(company_inside: Home, client: Client) -> Client:
    client.force_login(Person.objects.filter(role=Role.LEAD).earliest("pk"))
    return client


@pytest.fixture
def ines(company_inside: Home) -> Person:
    """Has an account and answers for a goal, an initiative, a task and a measure."""
    person = Person.objects.create(name="Ines Vogt", email="ines@example.org", role=Role.LEAD)
    holder = Holder.objects.create(name="Dr. Ines Vogt, CFO")
    goal = Goal.objects.filter(withdrawn=None).earliest("pk")
    goal.accountable.set([holder])
    Initiative.objects.filter(pk=_running().pk).update(owner=holder)
    Task.objects.filter(pk=Task.objects.filter(withdrawn=None, ended=None).earliest("pk").pk).update(
        owner=holder
    )
    Measure.objects.create(
        touchpoint="payoff",
        facet="k1",
        title="Answer on Saturdays",
        owner="Ines Vogt",
        baseline_from=timezone.localdate(),
        baseline_until=timezone.localdate(),
        actor="1",
    )
    return person


def _running() -> Initiative:
    keys = {each.key for each in held() if each.subject is Subject.INITIATIVE}
    return Initiative.objects.get(pk=min(map(int, keys)))


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def close(person: Person) -> None:
    person.is_active = False
    person.save()


def test_a_closed_account_that_still_answers_for_things_is_noticed(ines: Person) -> None:
    before = len(left())
    close(ines)
    found = [each for each in left() if "Vogt" in each.held.who]
    assert {each.held.subject for each in found} == {
        Subject.GOAL,
        Subject.INITIATIVE,
        Subject.TASK,
        Subject.MEASURE,
    }
    assert len(left()) == before + 4
    assert {each.since for each in found} == {None}


def test_another_open_account_of_that_name_may_be_meant(ines: Person) -> None:
    Person.objects.create(name="Ines Vogt", email="other@example.org", role=Role.LEAD)
    close(ines)
    assert not [each for each in left() if "Vogt" in each.held.who]


def test_whoever_leaves_on_a_day_to_come_is_still_there(company_inside: Home) -> None:
    hurdle = Hurdle.objects.filter(withdrawn=None, cleared=None).exclude(owner=None).earliest("pk")
    hurdles = Holder.objects.filter(hurdles=hurdle)
    hurdles.update(left=timezone.localdate() + timedelta(days=1))
    key = (Subject.HURDLE, str(hurdle.pk))
    assert key not in {(each.held.subject, each.held.key) for each in left()}
    hurdles.update(left=timezone.localdate())
    assert key in {(each.held.subject, each.held.key) for each in left()}


def test_handed_over_it_is_gone_and_what_was_decided_keeps_the_name(ines: Person) -> None:
    close(ines)
    other = Holder.objects.create(name="Jakob Thal")
    Initiative.objects.filter(owner__name__contains="Vogt").update(owner=other)
    found = {each.held.subject for each in left() if "Vogt" in each.held.who}
    assert found == {Subject.GOAL, Subject.TASK, Subject.MEASURE}
    assert Measure.objects.get(title="Answer on Saturdays").owner == "Ines Vogt"


def test_before_an_access_is_closed_it_says_what_for(ines: Person, client: Client) -> None:
    admin = Person.objects.create(name="Ada", email="ada-a@example.org", role=Role.ADMIN)
    client.force_login(admin)
    page = said(client, f"/people/{ines.pk}/close")
    assert "still answers for 4 things" in page
    assert "Answer on Saturdays" in page
    assert f"/people/{ines.pk}/close" in said(client, "/people")
    client.cookies["leitstern_language"] = "de"
    assert "steht noch für 4 Sachen ein" in said(client, f"/people/{ines.pk}/close")
    assert len(answers_for(ines)) == 4


def test_the_list_leads_to_where_things_are_handed_over(ines: Person, lead: Client) -> None:
    close(ines)
    with CaptureQueriesContext(connection) as asked:
        page = said(lead, "/ties/left")
    assert len(asked) <= 25
    for each in left():
        assert hand_over(each.held) in page
        assert lead.get(hand_over(each.held)).status_code == 200
    assert "people who have left" in said(lead, "/")
    assert "Ines Vogt" in lead.get("/ties/left?format=csv").content.decode()


def test_measures_and_bets_are_handed_over_and_who_was_before_stays(
    lead: Client, company_inside: Home
) -> None:
    measure = Measure.objects.exclude(owner="").earliest("pk")
    bet = Bet.objects.filter(ended=None, withdrawn=None).earliest("pk")
    made_by = bet.who
    for thing, key, where in ((measure, "owner", "measures"), (bet, "who", "programme/bets")):
        before, page = getattr(thing, key), f"/{where}/{thing.pk}"
        assert lead.post(f"{page}/hand-over", {"to": " "}).status_code == 422
        assert lead.post(f"{page}/hand-over", {"to": "Head of Cards"}, follow=True).status_code == 200
        thing.refresh_from_db()
        assert getattr(thing, key) == "Head of Cards"
        said = " ".join(lead.get(page).content.decode().split())
        assert f"from {before} to Head of Cards" in said
    assert f"{made_by} decided it on" in said
    api = "/api/v1/programme/bets"
    body = json.dumps({"to": "Head of Service"})
    told = lead.post(f"{api}/{bet.pk}/owner", body, content_type="application/json").json()
    assert [each["after"] for each in told["handed_over"]] == ["Head of Service", "Head of Cards"]
    told = lead.post(
        f"/api/v1/bridge/measures/{measure.pk}/owner", body, content_type="application/json"
    ).json()
    assert (told["owner"], len(told["handed_over"])) == ("Head of Service", 2)
    for command in (["measures", "hand-over"], ["programme", "hand-over-bet"]):
        number = str(measure.pk if command[0] == "measures" else bet.pk)
        done = CliRunner().invoke(app, ["--home", str(company_inside.path), *command, number, "Board"])
        assert done.exit_code == 0, done.output
    assert (Measure.objects.get(pk=measure.pk).owner, Bet.objects.get(pk=bet.pk).who) == ("Board", "Board")
    withdraw(COMMAND_LINE, measure)
    with pytest.raises(Conflict):
        hand_over_measure(COMMAND_LINE, measure, "Board Customers")


def test_every_kind_has_a_place_to_hand_it_over(lead: Client) -> None:
    kinds = {each.subject: each for each in held()}
    assert set(PAGES) - set(kinds) <= {Subject.MEASURE, Subject.DECISION, Subject.PEOPLE_MEASURE}
    for each in kinds.values():
        assert lead.get(hand_over(each)).status_code == 200, each


def test_programs_and_the_terminal_say_the_same(ines: Person, lead: Client, company_inside: Home) -> None:
    close(ines)
    told = lead.get("/api/v1/ties/left").json()
    assert [each["who"] for each in told["things"]] == [each.held.who for each in left()]
    done = CliRunner().invoke(
        app, ["--home", str(company_inside.path), "portfolio", "to-hand-over", "--format", "json"]
    )
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["sentence"] == told["sentence"]
