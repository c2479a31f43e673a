"""A department is merged while a programme is under way: nothing that hung on it is lost, and everybody can follow it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from typer.testing import CliRunner

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.company.former import unit_names
from leitstern.app.structure import reading
from leitstern.app.structure.kept_units import home, units_now
from leitstern.app.structure.models import Unit
from leitstern.cli.main import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home

    type Ask = Callable[..., tuple[int, Any]]

BEFORE, AFTER = "2025-01-31", "2026-01-31"
SINCE = "2025-06-01"
READ = (  # what is calculated from what hangs on departments
    "/watch",
    "/adoption",
    "/adoption/teams",
    "/adoption/campaigns",
    "/programme",
    "/programme/hurdles",
    "/programme/roadmap",
    "/change/coverage",
    "/leadership/acts",
    "/practice/stop-list",
    "/incentives/conflicts",
)


def program(role: Role) -> Ask:
    """Asks with a key of somebody of the cast."""
    token = create_key(Person.objects.get(role=role), "probe")[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})

    def ask(path: str, body: Any = None, method: str = "PUT") -> tuple[int, Any]:
        if body is None and method == "PUT":
            answer = client.get(f"/api/v1{path}")
        else:
            answer = client.generic(
                method, f"/api/v1{path}", data=json.dumps(body), content_type="application/json"
            )
        told = answer.headers.get("Content-Type", "").startswith("application/") and answer.content
        return answer.status_code, answer.json() if told else None

    return ask


def read(ask: Ask) -> dict[str, Any]:
    """Everything calculated, as it is told to programs, on the days before and after as well."""
    found = {path: ask(path) for path in READ}
    found |= {
        f"{path}?at={day}": ask(f"{path}?at={day}")
        for path in ("/programme/hurdles", "/programme/roadmap")
        for day in (BEFORE, AFTER)
    }
    return {path: said for path, (status, said) in found.items() if status == 200}


def unnamed(said: Any) -> Any:
    """The same without what the department is called."""
    text = json.dumps(said, ensure_ascii=False)
    for formerly, name in (("Marketing (formerly)", "Marketing"), ("früher Marketing", "Marketing")):
        text = text.replace(formerly, name)
    return json.loads(text)


@pytest.fixture
def ask(company_inside: Home) -> Ask:
    return program(Role.ANALYST)


def test_nothing_that_hung_on_a_merged_department_is_lost(ask: Ask) -> None:
    lead = program(Role.LEAD)
    before, window = read(lead), lead("/window/service")[1]
    touching = {each["key"] for each in lead("/ties/unit/marketing")[1]["touching"]}
    assert len(before) > 8
    status, unit = ask("/organisation/units/marketing/merger", {"into": "service", "since": SINCE})
    assert (status, unit["parent"], unit["merged"]) == (200, "service", SINCE)
    assert unit["name"] == {"en": "Marketing (formerly)", "de": "früher Marketing"}
    after = read(lead)
    assert after.keys() == before.keys()
    for path in before:
        assert unnamed(after[path]) == before[path], path
    mine = {each["key"] for each in lead("/ties/unit/marketing")[1]["touching"]}
    assert touching <= mine
    assert "marketing" in {each["key"] for each in lead("/ties/unit/service")[1]["touching"]}
    wider = lead("/window/service")[1]
    assert len(wider["lines"]) > len(window["lines"])  # its customers are there, too


def test_who_looks_it_up_reads_what_became_of_it(ask: Ask, client: Client) -> None:
    ask("/organisation/units/marketing/merger", {"into": "service", "since": SINCE})
    client.force_login(Person.objects.get(role=Role.ANALYST))
    page = " ".join(client.get("/organisation/units/marketing").content.decode().split())
    assert "Marketing (formerly)" in page
    assert "part of Customer service" in page
    assert "Marketing (formerly)" in client.get("/organisation/units/service").content.decode()
    status, refused = ask("/organisation/units/marketing", {"people": 9})
    assert status == 422
    assert "has been part of “Customer service” since" in str(refused)
    known = reading.register()
    assert known.home("marketing") == home("marketing") == "service"
    assert "campaigns" in known.tree  # stood below it and goes along
    assert known.tree["campaigns"] == "service"
    assert "marketing" not in units_now()
    assert {role.name for role in known.roles if known.home(role.unit) == "service"} > {
        role.name for role in known.roles if role.unit == "service"
    }


def test_it_stands_by_itself_again(ask: Ask) -> None:
    before = reading.register()
    ask("/organisation/units/marketing/merger", {"into": "service", "since": SINCE})
    status, unit = ask("/organisation/units/marketing/merger", {}, "DELETE")
    assert (status, unit["merged"]) == (200, None)
    assert reading.register() == before


def test_no_circle_and_no_merger_of_tomorrow(ask: Ask) -> None:
    into = "/organisation/units/{}/merger"
    assert ask(into.format("marketing"), {"into": "marketing", "since": SINCE})[0] == 422
    assert ask(into.format("marketing"), {"into": "moon", "since": SINCE})[0] == 422
    assert ask(into.format("marketing"), {"into": "service", "since": "2999-01-01"})[1]["merged"] is None
    assert unit_names()["marketing"].de == "Marketing"  # still by itself
    assert ask(into.format("service"), {"into": "marketing", "since": SINCE})[0] == 422
    assert ask(into.format("marketing"), {"into": "campaigns", "since": SINCE})[0] == 200
    assert reading.register().tree["campaigns"] == "customers"  # it took the place of the one above it


def test_a_unit_of_the_register_is_renamed_moved_and_closed(ask: Ask) -> None:
    ask("/organisation/units", {"name": "Law", "parent": "corporate"}, "POST")
    status, unit = ask("/organisation/units/law/name", {"name": "Legal affairs", "parent": "service"})
    assert (status, unit["unit"], unit["parent"], unit["name"]["en"]) == (
        200,
        "law",
        "service",
        "Legal affairs",
    )
    assert ask("/organisation/units/law/name", {"name": "Law", "parent": "law"})[0] == 422
    assert ask("/organisation/units/marketing/closing", {})[0] == 422  # of the taxonomy
    status, closed = ask("/organisation/units/law/closing", {})
    assert (status, closed["name"]["en"]) == (200, "Legal affairs (formerly)")
    assert unit_names()["law"].de == "früher Legal affairs"
    assert ask("/organisation/units/law/merger", {}, "DELETE")[0] == 200
    assert ask("/organisation/units/never/name", {"name": "X"})[0] == 404


def test_from_the_terminal(company_inside: Home) -> None:
    def run(*words: str) -> str:
        found = CliRunner().invoke(app, ["--home", str(company_inside.path), "organisation", *words])
        assert found.exit_code == 0, found.output
        return found.stdout.strip()

    said = run("merge", "marketing", "service", "--since", SINCE, "--lang", "de")
    assert said == "marketing: früher Marketing"
    assert run("separate", "marketing") == "marketing: Marketing"
    run("rename", "kundenerlebnis", "Experience", "--parent", "customers")
    assert Unit.objects.get(slug="kundenerlebnis").parent == "customers"
    assert run("close", "kundenerlebnis") == "kundenerlebnis: Experience (formerly)"
