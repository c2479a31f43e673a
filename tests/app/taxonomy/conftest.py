"""A help line whose taxonomy is edited; `words` stands in the column that names the touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import Calls

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.intake.actions import change_taxonomy
from leitstern.collect.taxonomy_file import read_taxonomy

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.app.intake.models import Import
    from leitstern.store.home import Home

LANGUAGE = """
version: 1
company: Probe
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}, {slug: branches, name: Filialen}]
channels: [{slug: phone, name: Telefon, digital: false}]
stages: [{slug: help, name: Hilfe}, {slug: buy, name: Kauf}]
touchpoints:
  - {slug: call, name: Anruf, stage: help, department: service, channel: phone}
  - {slug: visit, name: Besuch, stage: buy, department: branches}
"""


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are computed when asked for."""
    monkeypatch.setattr("leitstern.app.intake.ahead.AFTER_PUBLISH", [])


@pytest.fixture
def calls(home: Home, db: None, tmp_path: Path) -> Calls:
    """An empty installation, and the folder of a help line."""
    folder = tmp_path / "calls"
    folder.mkdir()
    return Calls(folder)


@pytest.fixture
def spoken(home: Home, db: None) -> None:
    """The edited language, and nothing that came in."""
    adopt(COMMAND_LINE, read_taxonomy(LANGUAGE))


def row(number: int, what: str) -> str:
    """One contact of a customer with a score."""
    return f"K-{number},2026-03-02 10:{number:02},{what},5,Alles gut"


def bring(calls: Calls, *what: str) -> Import:
    """Bring in one contact for each word, in the edited language."""
    run = calls.bring(*(row(number, each) for number, each in enumerate(what, start=1)))
    change_taxonomy(COMMAND_LINE, read_taxonomy(LANGUAGE))
    return run
