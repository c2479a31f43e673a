"""The organisation register for programs: the same register, the same findings, nothing about few people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
HERE = "/api/v1/organisation"


def program(role: Role) -> Callable[..., tuple[int, Any]]:
    """Asks with a key of somebody of the cast."""
    token = create_key(Person.objects.get(role=role), "probe")[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})

    def ask(path: str = "", body: Any = None, method: str = "POST") -> tuple[int, Any]:
        answer = (
            client.get(HERE + path)
            if body is None
            else client.generic(method, HERE + path, data=json.dumps(body), content_type="application/json")
        )
        return answer.status_code, answer.json()

    return ask


def test_findings_lists_and_journeys_are_read(example: None) -> None:
    ask = program(Role.LEAD)
    status, found = ask()
    assert status == 200
    assert found[0]["alarm"]
    assert {"journeys", "interfaces", "duties", "excuse"} <= {each["topic"] for each in found}
    (against,) = [each for each in ask("/interfaces")[1] if each["contradicted"]]
    assert [claim["accepted"] for claim in against["claims"]] == [True, False]
    assert against["together"]["lived"] == "one_sided"
    letter = next(each for each in ask("/duties")[1] if each["slug"] == "payoff")
    assert letter["mistakes"][0]["en"].startswith("2 roles answer for it")
    assert len(ask("/journeys")[1]) == 7
    assert ask("/ended")[1][0]["times"] == 239


def test_nothing_about_few_people(example: None) -> None:
    ask = program(Role.LEAD)
    units = {each["unit"]: each for each in ask("/units")[1]}
    assert units["data_office"]["people"] is None
    assert units["campaigns"]["people"] == 11
    roles = {each["role"]: each for each in ask("/roles")[1]}
    assert (roles["Head of finance"]["people"], roles["Head of finance"]["ambassador"]) == (None, None)
    skills = ask("/skills")[1]
    assert {each["unit"] for each in skills} == {"service", "digital", "marketing", "branches"}
    design = next(each for each in skills if each["skill"] == "service_design")
    assert design["there"] == {"low": 1, "high": 4}


def test_the_register_is_kept(example: None) -> None:
    ask = program(Role.ANALYST)
    status, unit = ask("/units", {"name": "Law", "parent": "corporate", "people": 6, "cut": "function"})
    assert (status, unit["unit"], unit["people"]) == (201, "law", 6)
    assert ask("/units/law", {"people": 3}, "PUT")[1]["people"] is None
    status, role = ask("/roles", {"name": "Lawyer", "unit": "law", "people": 6, "ambassador": True})
    assert (status, role["ambassador"]) == (201, True)
    status, between = ask("/interfaces", {"giver": "law", "receiver": "service", "what": "Advice"})
    assert (status, between["credited"]) == (201, None)
    said = {"side": "giver", "defined": True, "day": "2026-01-05"}
    assert ask(f"/interfaces/{between['id']}/claims", said)[1]["together"]["defined"] == "one_sided"
    assert ask(f"/interfaces/{between['id']}/claims", said | {"day": "2999-01-01"})[0] == 422
    status, work = ask("/duties", {"place": "process", "called": "Reading contracts", "customer": False})
    assert status == 201
    parts = [{"role": role["id"], "letter": "A"}]
    assert ask(f"/duties/{work['id']}/before", parts, "PUT")[1]["today"] == parts
    assert ask(f"/duties/{work['id']}/before", [{"role": 9999, "letter": "A"}], "PUT")[0] == 404
    status, brought = ask("/tables/roles", {"content": "Role,Unit,People\nScribe,law,6\n"}, "PUT")
    assert (status, brought["n"]) == (200, 1)
    assert ask("/tables/roles", {"content": "Role,Unit,People\nScribe,nowhere,6\n"}, "PUT")[0] == 422
    assert program(Role.EXECUTIVE)("/roles", {"name": "X", "unit": "law", "people": 6})[0] == 403
