"""Staff waves in a terminal, from the roster to the results."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.app.waves.asking import answered_directly

from leitstern.app.waves.models import Wave

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings
    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Nine of service and four of digital, all on paper."""
    file = tmp_path / "roster.csv"
    file.write_text("unit,level\n" + "service,staff\n" * 9 + "digital,staff\n" * 4)
    return file


def test_a_wave_from_the_roster_to_the_results(leitstern: Run, roster: Path, settings: Settings) -> None:
    assert leitstern("wave", "prepare", "Spring", "2090-04-30").out == "Wave 1 “Spring”: in preparation.\n"
    assert leitstern("wave", "roster", "1", roster).out.startswith("13 people are on the roster")
    refused = leitstern("wave", "launch", "1")
    assert (refused.code, "LEITSTERN_PUBLIC_URL" in refused.err) == (1, True)
    settings.CONFIG = _at("https://cx.example.org")
    assert leitstern("wave", "launch", "1", "--lang", "de").out == "Welle 1 „Spring“: laufend.\n"
    wave = Wave.objects.get()
    answered_directly(wave, "service", "staff", 8)
    answered_directly(wave, "digital", "staff", 4)
    assert leitstern("wave", "turnout", "1").out == "At least 10 of 13 have answered.\n"
    assert "on paper" in leitstern("wave", "remind", "1").err
    leitstern("wave", "close", "1")
    assert leitstern("wave", "results", "1").code == 1  # not before they are published
    assert leitstern("wave", "publish", "1").code == 0
    assert leitstern("wave", "list").out == "Wave 1 “Spring”: published.\n"
    assert "Staff\tat least 90%\t13" in leitstern("wave", "turnout", "1").out
    rows = list(
        csv.DictReader(io.StringIO(leitstern("wave", "results", "1", "--format", "csv").out.lstrip("\ufeff")))
    )
    digital = [row for row in rows if row["unit"] == "digital"]
    assert {row["value"] for row in digital} == {""}
    assert "answered" not in json.loads(leitstern("wave", "results", "1", "--format", "json").out)
    assert "hidden" in leitstern("wave", "results", "1").out
    assert (
        leitstern("wave", "forget", "1").out
        == "The single answers of wave 1 are deleted; its results stay.\n"
    )
    assert not wave.answers.exists()


def test_mistakes_in_a_roster_are_told(leitstern: Run, tmp_path: Path) -> None:
    leitstern("wave", "prepare", "Spring", "2090-04-30")
    (tmp_path / "bad.csv").write_text("unit,level\nnowhere,staff\n")
    told = leitstern("wave", "roster", "1", tmp_path / "bad.csv")
    assert told.code == 1
    assert "line 2" in told.err


def test_paper_in_a_terminal(leitstern: Run, tmp_path: Path, settings: Settings) -> None:
    settings.CONFIG = _at("https://cx.example.org")
    leitstern("wave", "prepare", "Spring", "2090-04-30")
    leitstern("wave", "roster-sample", tmp_path / "roster.xlsx")
    assert "people are on the roster" in leitstern("wave", "roster", "1", tmp_path / "roster.xlsx").out
    told = leitstern("wave", "hold-on-paper", "1", "--lang", "de").out
    assert told == "Welle 1 läuft auf Papier; die Adressen sind gelöscht.\n"
    assert leitstern("wave", "launch", "1").code == 0
    leitstern("wave", "sheet-table", "1", tmp_path / "table.xlsx")
    page = openpyxl.load_workbook(tmp_path / "table.xlsx").worksheets[0]
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    lines = [[str(cell or "") for cell in row] for row in page.iter_rows(max_row=3, values_only=True)]
    for file, point in ((first, "4"), (second, "5")):
        filled = [[*line[:3], point, *"4" * 65, ""] for line in lines[1:]]
        with file.open("w", newline="") as out:
            csv.writer(out).writerows([lines[0], *filled])
    entered = leitstern("wave", "enter-sheets", "1", first)
    assert entered.out.startswith("2 of ")
    assert leitstern("wave", "enter-sheets", "1", first).out == entered.out
    assert "Sheet 1, statement 1: 4, then 5." in leitstern("wave", "compare-sheets", "1", second).out
    assert "2 of them twice" in leitstern("wave", "compare-sheets", "1", first).out
    assert leitstern("wave", "discard-sheet", "1").out.startswith("1 of ")
    leitstern("wave", "print-sheet", "1", tmp_path / "sheet.pdf", "--lang", "de")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def _at(address: str) -> object:
    from leitstern.app.project.config import Config

    return Config.from_environment({"LEITSTERN_PUBLIC_URL": address})
