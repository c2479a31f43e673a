"""`adoption` and `campaigns`: where teams stand, what is handed in and taken back, what is missing, from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leitstern.app.adoption.models import Feed, Live, Meaning, Rules, Spelling, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def say(company_inside: Home, typed: Run) -> Run:
    """Types `leitstern --home …` where the example's teams are."""
    return lambda *words: typed("--home", company_inside.path, *words)


def test_everything_from_a_terminal(say: Run, tmp_path: Path) -> None:
    assert "campaign_platform" in say("adoption", "applications").out
    assert "lived" in say("adoption", "application", "campaign_platform").out
    ladder = say("adoption", "application", "campaign_platform", "--format", "csv")
    assert "(folded together)" in ladder.out
    found = json.loads(say("adoption", "application", "campaign_platform", "--format", "json").out)
    assert found["spread_lived"]["value"] > found["spread_used"]["value"]
    assert "travel_at" in say("campaigns", "teams", "--format", "csv").out
    assert len(say("campaigns", "missing", "--format", "csv").out.splitlines()) > 100
    assert len(json.loads(say("campaigns", "classified", "--format", "json").out)) == 36
    file = tmp_path / "use.csv"
    file.write_text("application,team,week,eligible,active\ncampaign_platform,travel_at,2026-01-05,12,3\n")
    kept = say("adoption", "hand-in", "usage", file)
    assert "1 lines were kept." in kept.out
    number = kept.out.split()[-1]
    say("adoption", "withdraw", number)
    assert Feed.objects.get(pk=number).withdrawn
    file.write_text(
        "application,team,week,eligible,active,user\ncampaign_platform,travel_at,2026-W02,1,1,o\n"
    )
    refused = say("adoption", "hand-in", "usage", file)
    assert refused.code == 1
    assert "single persons" in refused.err


def test_everything_people_say_can_be_typed(say: Run, tmp_path: Path) -> None:
    words = (
        "--active",
        "Answered a chat.",
        "--feature",
        "Hand over",
        "--feature",
        "Close",
        "--since",
        "2026-04",
    )
    assert say("adoption", "look-at", "Chat", *words).out.strip() == "chat"
    say("adoption", "define", "chat", "--active", "Closed a chat.")
    say("adoption", "define", "chat", "--active", "Closed a chat.")
    assert Meaning.objects.filter(watched__slug="chat").count() == 2
    assert (
        json.loads(say("adoption", "meaning", "chat", "--format", "json").out)[0]["active"]
        == "Closed a chat."
    )
    assert (
        "2026-02-01" in say("adoption", "live", "chat", "travel_at", "travel_de", "--since", "2026-02-01").out
    )
    assert say("adoption", "live", "chat", "travel_at").code == 2
    say("adoption", "not-live", "chat", "travel_at")
    assert Live.objects.filter(watched__slug="chat", withdrawn=None).count() == 1
    number = say("adoption", "enter-point", "chat", "training", "One hour").out.strip()
    say("adoption", "tick-point", number, "--done", "2026-05-04")
    assert "2026-05-04" in say("adoption", "rollout", "chat").out
    say("adoption", "take-out-point", number)
    assert Step.objects.get(pk=number).withdrawn
    assert len(json.loads(say("adoption", "own-use", "--format", "json").out)["weeks"]) == 13
    rules = json.loads(say("campaigns", "rules", "--format", "json").out)
    rules[0]["fields"].pop()
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(rules[0]))
    say("campaigns", "rules", file)
    assert Rules.objects.count() == len(rules) + 1
    say("campaigns", "withdraw-rules", str(Rules.objects.latest("pk").pk))
    file.write_text("[1]")
    assert say("campaigns", "rules", file).code == 1
    number = say("campaigns", "accept", "touchpoint", "Mailing", "offer_letter").out.strip()
    assert "Mailing" in say("campaigns", "spellings").out
    say("campaigns", "withdraw-spelling", number)
    assert Spelling.objects.get(pk=number).withdrawn
