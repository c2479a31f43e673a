"""`organisation`: findings, lists and tables from a terminal."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.told import copy, tell

from leitstern.app.accounts.actions import cast
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_structure import found_structure
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import DjangoDbBlocker
    from tests.cli.conftest import Answer
    from tests.told import Told

    from leitstern.store.home import Home

    Run = Callable[..., Answer]

LISTS = ("findings", "units", "roles", "interfaces", "duties", "skills", "journeys", "ended")


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Told:
    """What the example company keeps here."""

    def found() -> None:
        adopt(COMMAND_LINE, taxonomy())
        found_structure(cast(), timezone.localdate(), "en")

    with django_db_blocker.unblock():
        return tell(tmp_path_factory.mktemp("told"), ("structure",), found)


@pytest.fixture
def run(typed: Run, home: Home, db: None, told: Told) -> Run:
    """Types `leitstern --home … organisation …` where the example's register is."""
    adopt(COMMAND_LINE, taxonomy())
    cast()
    copy(told)
    return lambda *words: typed("--home", home.path, "organisation", *words)


def test_findings_begin_with_what_asks_for_something(run: Run) -> None:
    said = run("findings", "--lang", "de")
    assert said.out.startswith("! Für keine von 7 Reisen")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_in_every_form(run: Run, name: str) -> None:
    table = run(name)
    assert table.code == 0, table.err
    assert len(table.out.splitlines()) > 2
    assert json.loads(run(name, "--format", "json").out)
    rows = list(csv.reader(StringIO(run(name, "--format", "csv").out.removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert all(len(row) == len(rows[0]) for row in rows)


def test_small_groups_stay_hidden(run: Run) -> None:
    assert "1–4" in run("skills").out
    assert "data_office" not in run("skills").out


def test_a_table_is_handed_in(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "roles.csv"
    table.write_text("Role;Unit;People;Ambassador\nScribe;service;6;yes\n")
    assert run("hand-in", "roles", table).out.strip() == "One line was entered."
    assert "Scribe" in run("roles").out
    table.write_text("Role;Unit;People\nScribe;nowhere;6\n")
    refused = run("hand-in", "roles", table)
    assert refused.code == 1
    assert "nowhere" in refused.err


def test_trainings_and_open_positions(run: Run) -> None:
    assert "service" in run("trainings").out
    number = run("enter-training", "digital", "data", "2026-01-05", "6").out.strip()
    assert len(json.loads(run("trainings", "--format", "json").out)["units"]) == 2
    assert run("withdraw-training", number).code == 0
    assert "digital" not in run("trainings", "--format", "csv").out
    assert json.loads(run("open-positions", "--format", "json").out)["n"] == 80


def test_working_together(run: Run) -> None:
    found = json.loads(run("together", "--format", "json").out)
    assert found["all"]["before"]["n"] > 0
    assert len(run("together", "--format", "csv").out.strip().splitlines()) == len(found["units"]) + 2
    assert run("together").code == 0
