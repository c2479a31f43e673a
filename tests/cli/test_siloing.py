"""`silo`: counts and the index from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def run(typed: Run, home: Home, db: None) -> Run:
    """Types `leitstern --home … silo …` where the example's departments are."""
    adopt(COMMAND_LINE, taxonomy())
    return lambda *words: typed("--home", home.path, "silo", *words)


def test_a_count_is_handed_in_and_the_index_says_what_it_means(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "ties.csv"
    table.write_text("Department,People,IT,Marketing\nIT,88,400,3\nMarketing,34,,150\n")
    said = run("hand-in", table, "--day", "2026-03-01", "--source", "calendars of a week")
    assert said.code == 0, said.err
    assert "Es gibt ein Silo im Handeln." in run("index", "--lang", "de").out
    found = json.loads(run("index", "--format", "json").out)
    assert found["verdict"] == "silo"
    assert "calendars of a week" in run("ties", "--format", "csv").out
    assert len(json.loads(run("ties", "--format", "json").out)) == 1


def test_a_table_that_cannot_be_is_told_in_full(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "ties.csv"
    table.write_text("Department,People,IT,Moon\nIT,88,-4,3\n")
    said = run("hand-in", table, "--day", "2026-03-01", "--source", "calendars")
    assert said.code == 1
    assert "less than nothing" in said.err
    assert "Moon" in said.err
