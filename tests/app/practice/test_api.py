"""Lived practice for programs: the same counts, the same refusals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from tests.app.practice.conftest import SENTENCE, counted, used
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.practice.models import Count, Story, Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.practice.models import Pilot, Principle, StopItem

HERE = "/api/v1/practice"


def program(role: Role) -> Callable[..., tuple[int, Any]]:
    """Asks with a key of somebody with this role."""
    token = create_key(make(role), "probe")[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})

    def ask(path: str, body: object = None, method: str = "POST") -> tuple[int, Any]:
        answer = (
            client.get(HERE + path)
            if body is None
            else client.generic(method, HERE + path, data=json.dumps(body), content_type="application/json")
        )
        return answer.status_code, answer.json()

    return ask


def test_a_principle_is_written_counted_and_read() -> None:
    lead = program(Role.LEAD)
    rule = {"cases": "campaigns", "kept": "classified", "target": 0.9}
    status, made = lead("/principles", {"sentence": SENTENCE, "since": "2025-01-01", "rule": rule})
    assert (status, made["rules"][0]["target"]) == (201, 0.9)
    line = {
        "principle": made["principle"],
        "unit": "campaigns",
        "month": "2025-01-17",
        "kept": 46,
        "cases": 50,
    }
    assert lead("/counts", [line | {"kept": 51}], "PUT")[0] == 422
    assert not Count.objects.exists()
    assert lead("/counts", [line], "PUT")[1]["n"] == 1
    (found,) = lead("/principles")[1]
    assert found["whole"]["recent"]["value"] == pytest.approx(0.92)
    assert found["whole"]["recent"]["n"] == 50
    assert found["by_unit"] == {}
    status, told = lead("/principles", {"sentence": " ", "since": "2025-01-01"})
    assert (status, told["title"]) == (422, "wrong-draft")


def test_departments_are_told_only_where_enough_people_work(principle: Principle) -> None:
    for unit in ("brand_studio", "campaigns", "service"):
        counted(principle, [40], unit)
    (found,) = program(Role.ANALYST)("/principles")[1]
    assert "brand_studio" not in found["by_unit"]
    assert found["whole"]["recent"]["n"] == 150


def test_the_stop_list_with_its_relapse(stop_item: StopItem) -> None:
    used(stop_item, [40] * 5 + [7, 1, 0, 0, 25, 26, 27])
    analyst, executive = program(Role.ANALYST), program(Role.EXECUTIVE)
    (found,) = analyst("/stop-list")[1]
    assert (found["uses_since_end"], found["uses_recent"], found["state"]) == (79, 78, "ended")
    let_in = {"change": "reinstated", "day": "2026-01-01", "reason": "The platform is down"}
    assert analyst(f"/stop-list/{stop_item.pk}/events", let_in)[0] == 403
    status, found = executive(f"/stop-list/{stop_item.pk}/events", let_in)
    assert (status, found["state"], found["uses_recent"]) == (201, "reinstated", None)
    more = [{"item": stop_item.slug, "month": "2026-01-01", "uses": 2}]
    assert analyst("/uses", more, "PUT")[0] == 200
    assert Use.objects.filter(unit="").get().uses == 2


def test_a_story_with_a_name_is_not_kept_and_one_without_goes_its_way() -> None:
    lead = program(Role.LEAD)
    told = {
        "title": "A folder",
        "teller": "customer",
        "lived": "Herr Kowalski kam.",
        "done": "Er blieb.",
        "unit": "service",
        "day": "2026-02-02",
    }
    status, refused = lead("/stories", told)
    assert status == 422
    assert "Herr [name]" in refused["detail"]
    assert not Story.objects.exists()
    status, made = lead("/stories", told | {"lived": "Ein Sohn kam."})
    assert (status, made["state"], made["opened"]) == (201, "told", None)
    assert lead(f"/stories/{made['id']}/publish", {})[0] == 409
    assert lead("/stories")[1] == []
    assert lead(f"/stories/{made['id']}/approve", {})[1]["state"] == "approved"
    assert lead(f"/stories/{made['id']}/publish", {})[1]["state"] == "published"
    assert [each["title"] for each in lead("/stories")[1]] == ["A folder"]
    assert lead(f"/stories/{made['id']}/withdraw", {})[1]["state"] == "withdrawn"


def test_from_told_to_standard(principle: Principle) -> None:
    lead, executive = program(Role.LEAD), program(Role.EXECUTIVE)
    told = {
        "title": "A folder",
        "teller": "customer",
        "lived": "Ein Sohn kam.",
        "done": "Jemand nahm den Ordner.",
        "unit": "service",
        "day": "2026-02-02",
    }
    story = lead("/stories", told)[1]["id"]
    conditions = {"day": "2026-03-01", "conditions": "One person with time"}
    step = conditions | {"touchpoint": "bereavement", "step": "One call for all"}
    assert executive(f"/stories/{story}/standard", step)[0] == 409  # nobody has read it yet
    assert executive(f"/stories/{story}/approve", {})[1]["state"] == "approved"
    assert lead(f"/stories/{story}/publish", {})[1]["state"] == "published"
    for unit in ("insurance", "branches", "insurance"):
        status, made = lead(f"/stories/{story}/taken-up", {"unit": unit, "since": "2026-02-20"})
    assert (status, made["used_in"], made["state"]) == (201, 2, "published")
    assert lead(f"/stories/{story}/taken-up", {"unit": "moon", "since": "2026-02-20"})[0] == 422
    assert program(Role.ANALYST)(f"/stories/{story}/standard", step)[0] == 403
    assert executive(f"/stories/{story}/standard", conditions)[0] == 422  # neither principle nor step
    assert executive(f"/stories/{story}/standard", conditions | {"principle_id": 999})[0] == 404
    status, made = executive(f"/stories/{story}/standard", step)
    assert (status, made["state"], made["standards"]) == (201, "standard", ["One call for all"])


def test_a_pilot_that_was_carried_through_becomes_a_principle(pilot: Pilot, principle: Principle) -> None:
    lead, executive = program(Role.LEAD), program(Role.EXECUTIVE)
    became = {"day": "2026-03-01", "conditions": "Two teams", "principle_id": principle.pk}
    assert executive(f"/pilots/{pilot.pk}/standard", became)[0] == 409
    end = {"how": "finished", "day": "2025-12-01", "learning": "An hour is enough"}
    assert lead(f"/pilots/{pilot.pk}/ending", end)[0] == 201
    assert lead(f"/pilots/{pilot.pk}/taken-up", {"unit": "branches", "since": "2026-01-01"})[1][
        "taken_up"
    ] == ["branches"]
    status, made = executive(f"/pilots/{pilot.pk}/standard", became)
    assert (status, made["state"], made["standards"]) == (201, "standard", [SENTENCE])


def test_pilots_and_bright_spots() -> None:
    lead = program(Role.LEAD)
    pilot = {"title": "Call back", "hypothesis": "Nobody calls twice.", "begins": "2025-09-01"}
    assert lead("/pilots", pilot)[0] == 422
    status, made = lead("/pilots", pilot | {"boundary": "A team", "stop_rule": "Waiting doubles"})
    assert status == 201
    end = {"how": "stopped", "day": "2025-10-01", "learning": "An hour is enough"}
    assert lead(f"/pilots/{made['id']}/ending", end)[1]["state"] == "stopped"
    assert lead("/pilots")[1][0]["learning"] == "An hour is enough"
    assert lead("/bright-spots")[1] == []
