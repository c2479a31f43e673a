"""Programs feed sums, read where teams stand, and take a feed back; there is no field for a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from leitstern.app.accounts.actions import create_key
from leitstern.app.adoption.models import Feed, Size, Week
from leitstern.collect.example.adoption import PLATFORM, SHRUNK

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

API = "/api/v1/adoption"
SUMS = {"application": PLATFORM, "team": "travel_at", "week": "2026-01-05", "eligible": 12, "active": 11}


@pytest.fixture
def key(analyst: Person) -> dict[str, str]:
    """Anton's key."""
    return {"Authorization": f"Bearer {create_key(analyst, 'feed')[1]}"}


def post(body: dict[str, Any], key: dict[str, str]) -> Any:
    return Client(headers=key).post(f"{API}/usage", json.dumps(body), content_type="application/json")


def test_a_feed_is_kept_once_and_taken_back(example: None, key: dict[str, str]) -> None:
    weeks = Week.objects.filter(stands=True).count()
    first = post({"name": "portal", "rows": [SUMS]}, key)
    assert first.status_code == 200, first.content
    assert first.json()["feed"]
    again = post({"name": "portal", "rows": [SUMS]}, key).json()
    assert again["feed"] is None
    assert "known already" in again["sentence"]["en"]
    answer = Client(headers=key).delete(f"{API}/feeds/{first.json()['feed']}")
    assert answer.status_code == 200
    assert Week.objects.filter(stands=True).count() == weeks


@pytest.mark.parametrize("field", ["user", "email", "name", "employee_id"])
def test_a_field_for_a_person_is_refused(example: None, key: dict[str, str], field: str) -> None:
    before = Feed.objects.count()
    answer = post({"rows": [{**SUMS, field: "olga@example.org"}]}, key)
    assert answer.status_code == 422
    assert "olga" not in answer.content.decode()
    assert Feed.objects.count() == before


def test_sums_of_fewer_than_five_are_left_out(example: None, key: dict[str, str]) -> None:
    answer = post({"rows": [SUMS, {**SUMS, "week": "2026-01-12", "eligible": 4, "active": 4}]}, key).json()
    assert "1 lines about fewer than 5 people were left out" in answer["sentence"]["en"]


def test_where_teams_stand(example: None, key: dict[str, str]) -> None:
    client = Client(headers=key)
    board = client.get(API).json()
    assert {each["team"] for each in board["runs_only"]} == {
        *("travel_ch", "travel_de", "travel_es", "travel_fr", "travel_it"),
    }
    assert board["cannot_tell"] == 0
    assert board["own_use"]["average"]["reason"]
    assert len(board["own_use"]["weeks"]) == 13
    found = client.get(f"{API}/applications/{PLATFORM}").json()
    said = {each["team"]: each["noticed"] for each in found["teams"]}
    assert said.pop("campaigns_home") is None
    assert {team for team, what in said.items() if what == "noticed"} == {
        f"travel_{of}" for of in ("at", "dk", "nl")
    }
    assert set(said.values()) == {"noticed", "not_noticed"}
    assert SHRUNK in found["folded"]
    assert SHRUNK not in {each["team"] for each in found["teams"]}
    assert client.get(f"{API}/applications/nothing").status_code == 404


def test_campaigns_and_what_is_missing(example: None, key: dict[str, str]) -> None:
    client = Client(headers=key)
    found = client.get(f"{API}/campaigns").json()
    assert found["together"]["compliance_drift"]["alarm"]
    assert found["folded"] == 2
    missing = client.get(f"{API}/campaigns/missing").json()
    assert missing
    assert SHRUNK not in {each["team"] for each in missing}
    assert len(client.get(f"{API}/campaigns/classified").json()) == 36
    theirs = client.get(f"{API}/campaigns/classified?team={SHRUNK}").json()
    shrank = Size.objects.filter(team__slug=SHRUNK).latest("since").since
    assert theirs
    assert max(each["month"] for each in theirs) < str(shrank)
