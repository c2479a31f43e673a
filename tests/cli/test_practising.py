"""`leitstern practice …`."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.practice import ending, keeping, telling, trying
from leitstern.app.structure.roles import enter_role
from leitstern.core.bridge.practice.drafts import PilotDraft, PrincipleDraft, RuleDraft, StopDraft
from leitstern.core.bridge.practice.telling import StoryDraft
from leitstern.core.bridge.practice.terms import StopKind, Teller

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def bank(leitstern: Run) -> None:
    """A principle, something that ended, a pilot."""
    draft = PrincipleDraft("Plain letters", date(2025, 1, 1))
    keeping.keep_principle(COMMAND_LINE, draft, rule=RuleDraft("letters", "plain"))
    ending.keep_stop_item(COMMAND_LINE, StopDraft("Lists", StopKind.LIST, date(2025, 1, 1)))
    tried = PilotDraft("Call back", "Nobody calls twice.", date(2025, 1, 1), boundary="A team", stop_rule="x")
    trying.keep_pilot(COMMAND_LINE, tried)


def test_counts_from_a_table_and_what_they_say(leitstern: Run, tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("Principle,Month,Kept,Cases\nPlain letters,2025-03,37,40\nPlain letters,2025-04,38,40\n")
    assert "2 monthly counts were kept." in leitstern("practice", "count", "principles", file).out
    assert "“Plain letters” is kept in 94 of 100 cases." in leitstern("practice", "principles").out
    found = json.loads(leitstern("practice", "principles", "--format", "json").out)
    assert found[0]["whole"]["recent"]["n"] == 80
    assert "2025-03" in leitstern("practice", "principles", "--format", "csv").out
    uses = tmp_path / "uses.csv"
    uses.write_text("Entry,Month,Uses\nLists,2025-03,0\nLists,2025-04,4\n")
    assert "2 Monatszählungen" in leitstern("practice", "count", "uses", uses, "--lang", "de").out
    assert "! “Lists” has ended, and was used 4 times" in leitstern("practice", "stop-list").out
    assert json.loads(leitstern("practice", "stop-list", "--format", "json").out)[0]["uses_recent"] == 4
    assert "Lists" in leitstern("practice", "stop-list", "--format", "csv").out


def test_mistakes_are_named_and_nothing_is_kept(leitstern: Run, tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("Principle,Month,Kept,Cases\nPlain letters,2025-03,41,40\n")
    refused = leitstern("practice", "count", "principles", file)
    assert refused.code == 1
    assert "41 of 40 kept?" in refused.err
    assert "is not counted yet" in leitstern("practice", "principles").out


def test_pilots_stories_and_bright_spots(leitstern: Run) -> None:
    assert "Call back" in leitstern("practice", "pilots").out
    assert json.loads(leitstern("practice", "pilots", "--format", "json").out)[0]["state"] == "running"
    assert "learning" in leitstern("practice", "pilots", "--format", "csv").out
    assert json.loads(leitstern("practice", "stories", "--format", "json").out) == []
    assert "teller" in leitstern("practice", "stories", "--format", "csv").out
    assert leitstern("practice", "stories").code == 0
    bright = json.loads(leitstern("practice", "bright-spots", "--format", "json").out)
    assert all(each["here"]["n"] >= 5 for each in bright)
    assert "sentence" in leitstern("practice", "bright-spots", "--format", "csv").out or not bright


def test_a_story_goes_from_told_to_standard(leitstern: Run) -> None:
    enter_role(COMMAND_LINE, "Adviser", "branches", 30)
    words = ("It stayed.", "Somebody took the folder.", "branches", date(2026, 2, 2))
    story = telling.keep_story(COMMAND_LINE, StoryDraft("A folder", Teller.CUSTOMER, *words)).pk
    conditions = ("--conditions", "Two people", "--since", "2026-03-01")
    assert leitstern("practice", "publish", story).code == 1  # nobody has approved it
    assert "“A folder” is approved." in leitstern("practice", "approve", story).out
    assert "ist veröffentlicht" in leitstern("practice", "publish", story, "--lang", "de").out
    assert "in service since" in leitstern("practice", "take-up", "story", story, "--unit", "service").out
    assert leitstern("practice", "standard", "story", story, *conditions).code == 1  # principle or step?
    done = leitstern("practice", "standard", "story", story, "--step", "One call", *conditions)
    assert "“A folder” is standard from 2026-03-01 on." in done.out
    assert json.loads(leitstern("practice", "stories", "--format", "json").out)[0]["state"] == "standard"
    assert (
        leitstern("practice", "standard", "pilot", 1, "--principle", 1, *conditions).code == 1
    )  # it runs still
