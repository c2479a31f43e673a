"""`adoption` and `campaigns`: where teams stand, what is handed in and taken back, what is missing, from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.adoption.models import Feed
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_adoption import found_adoption
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def say(home: Home, db: None, typed: Run) -> Run:
    """Types `leitstern --home …` where the example's teams are."""
    adopt(COMMAND_LINE, taxonomy())
    found_adoption(cast(), timezone.localdate(), "en")
    return lambda *words: typed("--home", home.path, *words)


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
