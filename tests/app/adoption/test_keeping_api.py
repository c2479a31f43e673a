"""What people say on the pages programs can say as well: what living it means, where it is live, rollout, rules, spellings."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.adoption import campaigning, teams
from leitstern.app.adoption.models import Campaign, Live, Meaning, Rules, Spelling, Step, Watched
from leitstern.collect.campaign_file import CampaignRow

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

API = "/api/v1/adoption"
CHAT = {"name": "Chat", "meaning": {"active": "Answered a chat."}}
RULES = {
    "since": "2026-01-01",
    "settled_from": "2026-02-01",
    "fields": [
        {"name": {"en": "Purpose", "de": "Zweck"}, "words": "list", "allowed": ["win", "keep"]},
        {"name": {"en": "Season", "de": "Saison"}, "words": "free", "required": False},
    ],
}


@pytest.fixture
def ask(analyst: Person) -> Any:
    """Anton's program."""
    client = Client(headers={"Authorization": f"Bearer {create_key(analyst, 'kept')[1]}"})

    def send(method: str, path: str, body: Any = None, status: int = 200) -> Any:
        answer = client.generic(method, API + path, json.dumps(body or {}), content_type="application/json")
        assert answer.status_code == status, answer.content
        return answer.json()

    return send


def test_an_application_is_looked_at_and_what_living_it_means_is_said_anew(ask: Any) -> None:
    assert ask("POST", "/applications", CHAT, 201)["application"] == "chat"
    ask("POST", "/applications", CHAT, 409)
    said = {"active": "Closed a chat.", "features": ["Hand over", "Close"], "since": "2026-04-15"}
    kept = ask("PUT", "/applications/chat/meaning", said)
    assert (kept["features"], kept["since"]) == (["Hand over", "Close"], "2026-04-01")
    assert ask("GET", "/applications/chat/meaning") == kept
    assert Meaning.objects.count() == 2
    ask("PUT", "/applications/chat/meaning", said)
    assert Meaning.objects.count() == 2  # the same again changes nothing
    ask("PUT", "/applications/chat/meaning", {"active": "x", "touchpoint": "call_help"}, 422)
    ask("PUT", "/applications/nothing/meaning", said, 404)


def test_where_it_is_live(ask: Any, analyst: Person) -> None:
    for name in ("North", "South"):
        teams.enter_team(analyst, name, "service", 9, date(2026, 1, 1))
    ask("POST", "/applications", CHAT, 201)
    live = ask("PUT", "/applications/chat/live", {"day": "2026-02-01", "teams": ["north", "south"]})
    assert live == [{"team": "north", "day": "2026-02-01"}, {"team": "south", "day": "2026-02-01"}]
    ask("PUT", "/applications/chat/live", {"day": "2026-03-01", "teams": ["north"]})
    assert Live.objects.filter(withdrawn=None).count() == 2
    ask("PUT", "/applications/chat/live", {"day": "2026-04-01", "teams": ["south", "nobody"]}, 404)
    assert ask("GET", "/applications/chat/live")[1]["day"] == "2026-02-01"
    assert [each["team"] for each in ask("DELETE", "/applications/chat/live/north")] == ["south"]


def test_the_points_of_its_rollout(ask: Any) -> None:
    ask("POST", "/applications", CHAT, 201)
    made = ask("POST", "/applications/chat/rollout", {"kind": "training", "title": "One hour"}, 201)
    assert made["done"] is None
    assert ask("PUT", f"/rollout/{made['id']}", {"done": "2026-05-04"})["done"] == "2026-05-04"
    assert [each["title"] for each in ask("GET", "/applications/chat/rollout")] == ["One hour"]
    ask("DELETE", f"/rollout/{made['id']}")
    assert ask("GET", "/applications/chat/rollout") == []
    assert Step.objects.get().withdrawn
    ask("DELETE", "/rollout/99", status=404)


def test_rules_judge_from_their_month_on_and_are_withdrawn(ask: Any, analyst: Person) -> None:
    teams.enter_team(analyst, "North", "service", 9, date(2025, 1, 1))
    rows = [CampaignRow("k-1", "north", "", None, date(2026, 3, 2), {"purpose": "gain"})]
    made = ask("PUT", "/campaigns/rules", RULES)
    campaigning.bring_campaigns(analyst, "register.csv", rows)
    assert [each["field"] for each in made["fields"]] == ["purpose", "season"]
    assert ask("PUT", "/campaigns/rules", RULES)["id"] == made["id"]
    assert Rules.objects.count() == 1
    assert ask("GET", "/campaigns/rules") == [made]
    assert not Campaign.objects.get().sound
    kept = ask("POST", "/campaigns/spellings", {"field": "purpose", "given": "gain", "term": "win"}, 201)
    assert Campaign.objects.get().sound
    assert ask("GET", "/campaigns/spellings") == [kept]
    ask("POST", "/campaigns/spellings", {"field": "purpose", "given": "x", "term": "nothing"}, 422)
    ask("DELETE", f"/campaigns/spellings/{kept['id']}")
    assert not Campaign.objects.get().sound
    assert Spelling.objects.get().withdrawn
    assert ask("DELETE", f"/campaigns/rules/{made['id']}")["withdrawn"]
    assert Campaign.objects.get().sound  # no rules, nothing against them


@pytest.mark.parametrize(
    "fields",
    [
        [],
        [{"name": {"en": "Purpose", "de": "Zweck"}, "words": "list"}],
        [{"name": {"en": "A", "de": "A"}, "words": "free"}] * 2,
        [{"name": {"en": "", "de": ""}, "words": "free"}],
        [{"name": {"en": f"Field {n}", "de": f"Feld {n}"}, "words": "free"} for n in range(41)],
    ],
)
def test_odd_rules_are_refused(ask: Any, fields: list[Any]) -> None:
    ask("PUT", "/campaigns/rules", RULES | {"fields": fields}, 422)
    assert not Rules.objects.exists()


def test_who_may_not_keep_registers_is_refused(db: None) -> None:
    key = create_key(make(Role.EXECUTIVE), "kept")[1]
    client = Client(headers={"Authorization": f"Bearer {key}"})
    answer = client.post(f"{API}/applications", json.dumps(CHAT), content_type="application/json")
    assert answer.status_code == 403
    assert not Watched.objects.exists()
