"""`leitstern decisions …`: a question from asking to deciding, and the log of it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def run(typed: Run, home: Home, db: None) -> Run:
    """Types `leitstern --home … decisions …` where only departments are known."""
    adopt(COMMAND_LINE, taxonomy())
    return lambda *words: typed("--home", home.path, "decisions", *words)


def test_a_question_is_asked_decided_and_read(run: Run) -> None:
    today = timezone.localdate()
    known = today - timedelta(days=30)
    asked = run("ask", "Who calls back?", "--who", "steering", "--known-since", known, "--way", "Nobody")
    number = int(asked.out)
    found = json.loads(run("show", number).out)
    assert (found["question"]["en"], found["circle"], found["options"]) == (
        "Who calls back?",
        "steering",
        ["Nobody"],
    )
    assert (found["state"], found["insight"]) == ("open", known.isoformat())
    assert json.loads(run("log", "--format", "json").out)["known_and_open"] == 1
    refused = run("decide", number, "Everybody.", "--day", today)
    assert refused.code == 1
    assert "no evidence" in refused.err.casefold() or "evidence" in refused.err.casefold()
    assert run("put", number, "voice", "--words", "Nobody called me.").code == 0
    later = today + timedelta(days=60)
    decide = ("decide", number, "Everybody.", "--day", today, "--otherwise", "Nobody.", "--review", later)
    assert run(*decide).code == 0
    found = json.loads(run("show", number).out)
    assert (found["state"], found["decided"]["de"], found["otherwise"]) == (
        "decided",
        "Everybody.",
        "Nobody.",
    )
    assert (found["changed"], found["evidence"], found["review"]) == (True, True, later.isoformat())
    assert [each["kind"] for each in found["table"]] == ["voice"]
    log = json.loads(run("log", "--format", "json").out)
    assert (log["changed_by_customers"]["n"], log["days_from_insight"]["value"]) == (1, 30)
    assert "Who calls back?" in run("log").out
    assert "Everybody." in run("log", "--format", "csv", "--lang", "de").out


def test_what_is_not_there_is_said(run: Run) -> None:
    refused = run("show", 999)
    assert refused.code == 1
    assert "There is no such decision." in refused.err
