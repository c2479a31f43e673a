"""Incentives for programs: the same register, the same numbers, the same decisions."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from django.test import Client

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.incentives.models import Value

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = "/api/v1/incentives"
PAIR = f"{HERE}/conflicts/first_contact_resolution/cost_per_contact"  # in any order


def program(role: Role) -> Callable[..., tuple[int, Any]]:
    """Asks with a key of somebody of the cast."""
    token = create_key(Person.objects.get(role=role), "probe")[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})

    def ask(path: str, body: dict[str, Any] | None = None, method: str = "POST") -> tuple[int, Any]:
        answer = (
            client.get(path)
            if body is None
            else client.generic(method, path, data=json.dumps(body), content_type="application/json")
        )
        return answer.status_code, answer.json()

    return ask


def test_a_conflict_is_read_judged_and_ruled(example: None) -> None:
    ask = program(Role.EXECUTIVE)
    status, found = ask(PAIR)
    assert (status, found["state"], found["found"]) == (200, "asked", True)
    assert found["correlation"]["high"] < 0
    assert found["severity"]["n"] == 148
    assert ask(f"{PAIR}/verdict", {"confirmed": False})[0] == 422
    assert ask(f"{PAIR}/verdict", {"confirmed": True})[1]["state"] == "confirmed"
    rule = {"figure": "margin", "condition": "Always.", "owner": "Board", "review": "2090-01-01"}
    assert ask(f"{PAIR}/priority", rule)[0] == 422
    status, found = ask(f"{PAIR}/priority", rule | {"figure": "first_contact_resolution"})
    assert (status, found["priority"]["owner"]) == (201, "Board")
    assert ask(f"{HERE}/conflicts/margin/availability")[0] == 404
    assert program(Role.ANALYST)(f"{PAIR}/verdict", {"confirmed": True})[0] == 403


def test_the_register_is_entered_and_what_is_wrong_is_told(example: None) -> None:
    ask = program(Role.ANALYST)
    figure = {
        "name": "Refunds",
        "unit": "corporate",
        "horizon": "short",
        "direction": "lower",
        "origin": "customer",
        "part": "satisfaction",
        "definition": "Days to the money.",
    }
    status, made = ask(f"{HERE}/figures", figure)
    assert (status, made["figure"], made["rewarded"]) == (201, "refunds", False)
    assert ask(f"{HERE}/figures", figure)[0] == 409
    assert ask(f"{HERE}/figures", figure | {"name": "Other", "unit": "moon"})[0] == 422
    pushed = ask(f"{HERE}/figures/refunds/pushes", {"lever": "Depth of checks", "up": False})
    assert pushed[1]["pushes"] == [{"lever": "Depth of checks", "up": False, "strength": "medium"}]
    table = {"content": "Month,refunds\n2025-01,9\n2025-02,8\n"}
    assert ask(f"{HERE}/tables/values", table, "PUT")[1]["n"] == 2
    status, refused = ask(f"{HERE}/tables/values", {"content": "Month,refunds\nsoon,9\n"}, "PUT")
    assert status == 422
    assert "is no month" in refused["detail"]
    assert program(Role.EXECUTIVE)(f"{HERE}/tables/values", table, "PUT")[0] == 403


def test_coverage_counts_and_is_stated(example: None) -> None:
    status, found = program(Role.AUDITOR)(f"{HERE}/coverage")
    assert status == 200
    assert (found["roles_with"], found["units_with"], found["too_small"]) == (5, 3, 1)
    assert found["customer_share"]["grade"] == "stated"
    assert program(Role.SERVICE)(f"{HERE}/coverage")[0] == 403


def test_a_rule_by_the_interface_changes_what_is_scored(example: None) -> None:
    ask, slug = program(Role.ANALYST), "cost_per_contact"
    lines = ["4,", "6,", "95,blizzard"]
    table = {
        "content": "Key figure,Month,Value,Reason\n" + "".join(f"{slug},2020-01,{each}\n" for each in lines)
    }

    def scored() -> tuple[float | None, int | None]:
        assert ask(f"{HERE}/tables/cases", table, "PUT")[0] == 200
        row = Value.objects.filter(figure__slug=slug, month=date(2020, 1, 1)).latest("pk")
        return row.value, row.cases

    assert scored() == (35, 3)
    rule = {"name": "Snow", "why": "external", "reasons": ["Blizzard"], "figure": slug}
    status, made = ask(f"{HERE}/exclusions", rule)
    assert (status, made | rule) == (201, made)
    assert scored() == (5, 2)
    found = {each["name"]: each for each in ask(f"{HERE}/exclusions")[1]}
    assert (found["Snow"]["taken_out"], found["Snow"]["withdrawn"]) == (1, False)
    assert ask(f"{HERE}/exclusions/{made['id']}", {}, "DELETE")[1]["withdrawn"]
    assert scored() == (35, 3)
    assert ask(f"{HERE}/exclusions", rule | {"reasons": [" "]})[0] == 422
    assert ask(f"{HERE}/exclusions", rule | {"figure": "moon"})[0] == 404
    assert program(Role.EXECUTIVE)(f"{HERE}/exclusions", rule)[0] == 403


def test_templates_are_begun(example: None) -> None:
    ask = program(Role.ANALYST)
    found = ask(f"{HERE}/templates")[1]
    entered = {each["template"]: each["entered"] for each in found["figures"]}
    assert not entered["refund_days"]
    status, made = ask(f"{HERE}/templates/figures/refund_days", {"unit": "corporate", "language": "en"})
    assert (status, made["name"], made["unit"]) == (201, "Days to the refund", "corporate")
    conflict = {"first": "corporate", "second": "service", "language": "en"}
    status, both = ask(f"{HERE}/templates/conflicts/conversion_or_returns", conflict)
    assert status == 201
    assert [push["up"] for each in both for push in each["pushes"]] == [False, True]
    entered = {each["template"]: each["entered"] for each in ask(f"{HERE}/templates")[1]["figures"]}
    assert entered["refund_days"]
    assert ask(f"{HERE}/templates/figures/moon", {"unit": "corporate"})[0] == 404


def test_whoever_answered_for_a_rule_may_have_left(example: None) -> None:
    ask = program(Role.EXECUTIVE)
    ask(f"{PAIR}/verdict", {"confirmed": True})
    rule = {
        "figure": "first_contact_resolution",
        "condition": "Always.",
        "owner": "Ute",
        "review": "2090-01-01",
    }
    assert not ask(f"{PAIR}/priority", rule)[1]["priority"]["owner_left"]
    lead = program(Role.LEAD)
    ute = next(each for each in lead("/api/v1/portfolio/responsible")[1] if each["name"] == "Ute")
    lead(f"/api/v1/portfolio/responsible/{ute['id']}", {"board": False, "left": "2026-01-31"}, "PUT")
    assert ask(PAIR)[1]["priority"]["owner_left"]
