"""`technology`: what was found, the rule, decisions and files from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.told import copy, tell

from leitstern.app.accounts.actions import cast
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.project.example_stack import take_stock
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import DjangoDbBlocker
    from tests.cli.conftest import Answer
    from tests.told import Told

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Told:
    """What the example company keeps here."""

    def found() -> None:
        adopt(COMMAND_LINE, taxonomy())
        take_stock(cast(), timezone.localdate(), "en", planted=True)

    with django_db_blocker.unblock():
        return tell(tmp_path_factory.mktemp("told"), ("stack",), found)


@pytest.fixture
def run(typed: Run, home: Home, db: None, told: Told) -> Run:
    """Types `leitstern --home … technology …` where the example's inventory is."""
    adopt(COMMAND_LINE, taxonomy())
    cast()
    copy(told)
    return lambda *words: typed("--home", home.path, "technology", *words)


def test_what_was_found_is_told(run: Run) -> None:
    said = run("findings", "--lang", "de")
    assert said.code == 0, said.err
    assert "Eine Anwendung ist eine Insel." in said.out
    found = {each["topic"]: each for each in json.loads(run("findings", "--format", "json").out)}
    assert found["islands"]["cost_per_year"] == [{"minor": 3_500_000, "currency": "EUR"}]
    assert found["sources"]["rows"][0]["slug"] == "email"


def test_lists_and_stages_come_out_in_every_form(run: Run) -> None:
    for command in ("findings", "applications", "capabilities", "roadmap"):
        for form in ("table", "json", "csv"):
            assert run(command, "--format", form).code == 0
    assert "claims_photos" in run("applications").out


def test_the_rule_advises_and_somebody_decides(run: Run) -> None:
    assert "Extend what is there" in run("advice", "capability", "campaigns").out
    assert json.loads(run("advice", "capability", "campaigns", "--format", "json").out)["option"] == "upgrade"
    refused = run("decide", "application", "circular", "replace", "--reason", "Old.")
    assert refused.code != 0
    assert "name the person" in refused.err
    assert run("decide", "application", "circular", "replace", "--reason", "Old.", "--by", "Board").code == 0


def test_a_file_is_read_kept_and_taken_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "apps.csv").write_text("Application,Vendor\nBot,Firma\n")
    assert "1 new, 0 changed, 0 gone" in run("read", "applications", tmp_path / "apps.csv").out
    assert run("keep", 1).code == 0
    assert "Bot" in run("applications").out
    assert run("take-back", 1).code == 0
    assert "Bot" not in run("applications").out
