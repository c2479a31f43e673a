"""The interface for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from tests.app.change.conftest import ADVICE

from leitstern.app.accounts.roles import Role
from leitstern.app.change.models import Copy
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.structure.roles import enter_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.change.models import Version
    from leitstern.app.portfolio.models import Initiative
    from leitstern.store.home import Home

ROOT = "/api/v1/change"


@pytest.fixture
def steerer(as_role: Callable[[Role], Client], home: Home) -> Client:
    """Somebody who may steer."""
    browser = as_role(Role.LEAD)
    browser.defaults["HTTP_X_CSRFTOKEN"] = "x"
    return browser


def send(client: Client, method: str, path: str, body: dict[str, Any], status: int = 201) -> Any:
    answer = client.generic(method, f"{ROOT}/{path}", json.dumps(body), content_type="application/json")
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_brief_is_written_hinted_at_and_published(steerer: Client, initiative: Initiative) -> None:
    said = {
        "why": "Wir führen die neue Plattform ein.",
        "speaker": "Vorstand",
        "roles": [{"unit": "service", "name": "Beratung am Telefon", "text": "Alles wird leichter."}],
    }
    brief = send(steerer, "PUT", f"initiatives/{initiative.pk}/briefs/de", said, 200)
    assert {each["code"] for each in brief["hints"]} >= {"only-technology", "short", "unanswered"}
    assert (brief["version"], brief["unpublished"]) == (None, True)
    out = send(steerer, "POST", f"briefs/{brief['id']}/versions", {})
    assert (out["version"], out["unpublished"]) == (1, False)
    assert send(steerer, "POST", f"briefs/{brief['id']}/versions", {}, 409)["title"] == "conflict"
    found = steerer.get(f"{ROOT}/coverage").json()
    assert (found["told"]["value"], found["told"]["n"]) == (0.5, 2)
    assert found["initiatives"][0]["open"] == [{"unit": "", "name": "Betrieb"}]
    assert steerer.get(f"{ROOT}/initiatives/{initiative.pk}/briefs").json()[0]["id"] == brief["id"]


def test_what_cannot_be_kept_is_refused_with_all_reasons(steerer: Client, initiative: Initiative) -> None:
    twice = {"roles": [{"name": "Beratung", "text": "a"}, {"name": "beratung", "text": "b"}]}
    refused = send(steerer, "PUT", f"initiatives/{initiative.pk}/briefs/en", twice, 422)
    assert refused["title"] == "wrong-words"


def test_the_calendar_tells_who_hears_too_late(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    plan = {
        "title": "Runde",
        "day": "2026-03-09",
        "channel": "team",
        "who": "Leitung",
        "initiative_id": initiative.pk,
        "units": ["service"],
        "roles": [{"name": "Betrieb"}],
    }
    assert send(steerer, "POST", "messages", plan)["roles"] == [{"unit": "", "name": "Betrieb"}]
    found = steerer.get(f"{ROOT}/messages").json()
    assert {gap["code"] for gap in found["gaps"]} == {"late", "overdue"}
    assert send(steerer, "POST", "messages", plan | {"units": ["nowhere"]}, 422)["title"] == "wrong-words"


def test_a_workshop_comes_back_folded(steerer: Client) -> None:
    held = {
        "title": "Akte",
        "day": "2026-03-09",
        "customers": 3,
        "attendance": [
            {"unit": "service", "invited": 20, "took_part": 12},
            {"unit": "it", "invited": 6, "took_part": 3},
            {"unit": "digital", "invited": 6, "took_part": 4},
        ],
    }
    made = send(steerer, "POST", "workshops", held)
    assert [(each["units"], each["took_part"]) for each in made["attendance"]] == [
        (["service"], 12),
        (["it", "digital"], 7),
    ]
    assert steerer.get(f"{ROOT}/workshops").json()[0]["customers"] is True


def test_copies_are_handed_out_and_reach_is_told_per_role(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    brief = published.brief_id
    enter_role(COMMAND_LINE, ADVICE.name, ADVICE.unit, 60)
    handed = {"unit": ADVICE.unit, "name": ADVICE.name, "n": 40, "day": "2026-03-02", "channel": "mail"}
    row = send(steerer, "POST", f"briefs/{brief}/copies", handed)
    assert (row["n"], row["withdrawn"]) == (40, False)
    wrong = send(steerer, "POST", f"briefs/{brief}/copies", handed | {"n": 4, "name": "", "unit": ""})
    send(steerer, "POST", f"briefs/{brief}/copies", handed | {"name": "Nobody"}, 404)
    send(steerer, "POST", f"briefs/{brief}/copies", handed | {"n": 0}, 422)
    Copy.objects.update(opened=30)
    (said,) = steerer.get(f"{ROOT}/initiatives/{initiative.pk}/briefs").json()
    everybody, advice, hotline = said["copies"]
    assert (advice["handed_out"], advice["opened"]["value"], advice["opened"]["n"]) == (40, 0.75, 40)
    assert (everybody["handed_out"], everybody["opened"]["missing"]) == (None, "too-few")
    assert hotline["opened"]["missing"] == "too-few"  # nobody knows how many hold this role
    roles = steerer.get(f"{ROOT}/coverage").json()["initiatives"][0]["roles"]
    assert [(each["told"], each["opened"]["value"]) for each in roles] == [(True, 0.75), (True, None)]
    assert send(steerer, "POST", f"copies/{wrong['id']}/withdraw", {}, 200)["withdrawn"]
    assert steerer.get(advice["address"]).status_code == 200


def test_what_came_of_a_workshop_is_told_by_programs_too(steerer: Client) -> None:
    held = {"title": "Akte", "day": "2026-03-09", "attendance": []}
    made = send(steerer, "POST", "workshops", held)
    path = f"workshops/{made['id']}/consequences"
    send(steerer, "POST", path, {"text": " ", "day": "2026-03-10"}, 422)
    send(steerer, "POST", path, {"text": "So", "day": "2026-03-10", "decision_id": 1}, 404)
    (done,) = send(steerer, "POST", path, {"text": "So", "day": "2026-03-10", "taken_up": False})[
        "consequences"
    ]
    assert (done["text"], done["taken_up"], done["decision_id"]) == ("So", False, None)
    gone = send(steerer, "POST", f"consequences/{done['id']}/withdraw", {}, 200)
    assert gone["consequences"] == []


def test_before_anybody_was_asked_the_pulse_says_so(steerer: Client) -> None:
    found = steerer.get(f"{ROOT}/pulse").json()
    assert (found["wave_id"], found["units"]) == (None, [])
    assert found["sentence"]["en"].startswith("Nobody has been asked yet")


def test_the_page_of_an_initiative_takes_the_summary_in(steerer: Client, initiative: Initiative) -> None:
    page = steerer.get(reverse("portfolio:initiative", args=[initiative.pk])).content.decode()
    assert f'hx-get="{reverse("change:summary", args=[initiative.pk])}"' in page
