"""The course of a programme on one page shows the planted relapse where it began, and none where none is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.programme.queries import standing_at
from leitstern.app.watch.course import course, quarter_ends
from leitstern.app.watch.queries import watching
from leitstern.cli.main import app
from leitstern.core.bridge.programme.gates import State

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_quarters_run_from_the_first_to_the_day_itself() -> None:
    ends = quarter_ends(date(2023, 11, 23), date(2024, 5, 2))
    assert ends == (date(2023, 12, 31), date(2024, 3, 31), date(2024, 5, 2))
    assert quarter_ends(date(2024, 3, 31), date(2024, 3, 31)) == (date(2024, 3, 31),)


def test_each_quarter_says_what_was_known_on_its_last_day(company_inside: Home) -> None:
    found = course()
    assert len(found.quarters) >= 12
    for each in (found.quarters[4], found.quarters[-2], found.quarters[-1]):
        then = standing_at(found.programme, each.day)
        assert each.states == tuple((gate.step, gate.state) for gate in then.gates)
        seen = watching(each.day)
        assert set(each.slipping) == {reading.stream.name for reading in seen.readings if reading.alarm}
        assert each.relapse == (seen.found is not None and bool(each.slipping))


def test_the_planted_relapse_is_seen_at_a_glance(company_inside: Home, client: Client) -> None:
    client.force_login(Person.objects.get(role=Role.LEAD))
    first = next(each for each in course().quarters if each.relapse)
    assert [alarm.decision.question for alarm in first.alarms if alarm.decision]
    assert not any(each.relapse for each in course().quarters if each.day < first.day)
    page = said(client, "/programme/course")
    assert f"falls back from {first.name.en} on" in page.split("</h1>")[0]
    assert f"/programme?at={first.at}" in page
    said(client, "/watch")
    with CaptureQueriesContext(connection) as watch:
        said(client, "/watch")
    with CaptureQueriesContext(connection) as asked:
        said(client, "/programme/course")
    assert len(asked) <= len(watch) + 3, "all quarters are read from what one day of the watch is read from"
    client.cookies["leitstern_language"] = "de"
    assert f"ab dem {first.name.de} zurück" in said(client, "/programme/course").split("</h1>")[0]
    assert "/programme/course" in said(client, "/programme")


def test_nothing_falls_back_where_nothing_was_planted(twin_inside: Home) -> None:
    found = course()
    assert not any(each.relapse or each.alarms for each in found.quarters)
    assert "nothing that is watched has fallen back" in found.sentence.en
    assert found.quarters[-1].count(State.CREDITED)
    assert found.quarters[-1].day == timezone.localdate()


def test_programs_and_the_terminal_say_the_same(company_inside: Home, client: Client) -> None:
    client.force_login(Person.objects.get(role=Role.LEAD))
    told = client.get("/api/v1/watch/course").json()
    home = str(company_inside.path)
    done = CliRunner().invoke(app, ["--home", home, "watch", "course", "--format", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output) == told
    lines = client.get("/programme/course?format=csv").content.decode().strip().splitlines()
    assert len(lines) == len(told["quarters"]) + 1
