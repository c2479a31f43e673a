"""`leitstern leadership …`: what is entered in a terminal is read there again."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.leadership import declaring
from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
from leitstern.core.bridge.leadership.drafts import CapacityDraft
from leitstern.core.months import later, quarter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def run(typed: Run, home: Home, db: None) -> Run:
    """Types `leitstern --home … leadership …` where only departments are known."""
    adopt(COMMAND_LINE, taxonomy())

    def type_(*words: object) -> Answer:
        said = typed("--home", home.path, "leadership", *words)
        assert said.code == 0, said.err
        return said

    return type_


def read(run: Run, *words: object) -> Any:
    return json.loads(run(*words, "--format", "json").out)


def test_acts_are_entered_and_stand_against_what_was_agreed(run: Run) -> None:
    declaring.declare(COMMAND_LINE, CapacityDraft("processing", 20, 2))
    first = later(quarter(timezone.localdate()), -3)
    entered = ("act", "visit", "Listened in", "--area", "claims_intake", "--day", first, "--at", "service")
    numbers = {int(run(*entered, "--follows", "One screen.").out) for _again in range(2)}
    found = read(run, "acts")
    assert {each["id"] for each in found} == numbers
    assert {(each["area"], each["place"], each["follow_up"]) for each in found} == {
        ("processing", "service", "One screen.")
    }
    assert "Listened in" in run("acts").out
    area = next(each for each in read(run, "presence") if each["area"] == "processing")
    (last,) = (each for each in area["quarters"] if each["quarter"] == first.isoformat())
    assert (area["visits_agreed"], last["visits"], last["kept"]) == (2, 2, True)
    rows = csv.DictReader(StringIO(run("presence", "--format", "csv").out.removeprefix("\ufeff")))
    kept = [row["visits kept"] for row in rows if row["acts"] == "2"]
    assert [each.casefold() for each in kept] == ["true"]
    assert str(first) in run("presence").out
    assert "board area" in run("hours").out
    assert next(each for each in read(run, "hours") if each["area"] == "processing")["declared"] == 20


def test_agendas_are_entered_and_read(run: Run) -> None:
    number = int(run("meeting", 120, 30, "--day", "2026-01-05", "--decided", "Call back.").out)
    (found,) = read(run, "meetings")
    assert (found["id"], found["minutes"], found["customers"], found["decided"]) == (
        number,
        120,
        30,
        "Call back.",
    )
    assert "Call back." in run("meetings", "--lang", "de").out
    assert read(run, "attention")["board_minutes"]["value"] == 0.25


def test_votes_backing_and_duties_are_read(run: Run) -> None:
    vote = Vote("Which?", Form.POINTS, timezone.localdate(), (Counted("Calls", (0, 0, 1, 2, 3)),))
    declaring.enter_vote(COMMAND_LINE, vote)
    (found,) = read(run, "agreement")
    assert (found["question"], found["alignment"]["n"]) == ("Which?", 6)
    assert "Which?" in run("agreement").out
    assert read(run, "backing") == []
    assert read(run, "where") == []
    assert run("where").out
    assert len(read(run, "duties")["duties"]) == 3
    assert run("duties", "--lang", "de").out


def test_a_table_is_all_or_nothing(run: Run, typed: Run, home: Home, tmp_path: Path) -> None:
    file = tmp_path / "agendas.csv"
    file.write_text("Day,Minutes,Minutes on customers\n2026-01-05,120,30\n2026-02-02,100,10\n")
    assert "2" in run("hand-in", "meetings", file).out
    assert len(read(run, "meetings")) == 2
    file.write_text("Day,Minutes,Minutes on customers\n2026-03-05,120,300\nsoon,1,1\n")
    refused = typed("--home", home.path, "leadership", "hand-in", "meetings", file)
    assert refused.code == 1
    assert len(read(run, "meetings")) == 2
