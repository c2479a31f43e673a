"""Placement, routes and assumptions in a terminal."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import claim
from leitstern.core.inside.assumptions import ASSUMPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def claimed(db: None) -> None:
    """Both axes are seen: something is claimed of each."""
    for dimension in ("k1", "k2", "t1", "t2"):
        claim(COMMAND_LINE, dimension, 1)


def test_placement(leitstern: Run, claimed: None) -> None:
    said = leitstern("placement", "--lang", "de")
    assert said.code == 0
    assert "Grenzfall" in said.out or "Sie sind" in said.out
    document = json.loads(leitstern("placement", "--format", "json").out)
    assert document["views"][-1]["view"] == "all"
    table = list(
        csv.reader(io.StringIO(leitstern("placement", "--format", "csv").out.removeprefix("\ufeff")))
    )
    assert [row[0] for row in table] == ["view", "evidence", "customers", "all"]


def test_routes(leitstern: Run, claimed: None) -> None:
    assert "oute" in leitstern("routes").out
    paper, literature = (
        json.loads(leitstern("routes", "--format", "json", "--prior", prior).out)
        for prior in ("paper", "literature")
    )
    mean = {each["route"]: each["mean"] for each in paper["routes"]}
    assert all(each["mean"] <= mean[each["route"]] for each in literature["routes"])
    assert leitstern("routes", "--format", "csv").out.count("\n") >= 5


def test_assumptions(leitstern: Run) -> None:
    assert len(json.loads(leitstern("assumptions", "--format", "json").out)) == len(ASSUMPTIONS)
    changed = leitstern("assumptions", "cut_culture", "--value", 2.5, "--why", "Ahead.", "--format", "json")
    assert json.loads(changed.out)[0]["value"] == 2.5
    back = leitstern("assumptions", "cut_culture", "--default", "--why", "Not ahead.", "--format", "csv")
    assert "cut_culture,types,2.0" in back.out
    refused = leitstern("assumptions", "cut_culture", "--value", 9, "--why", "x")
    assert (refused.code, refused.out) == (1, "")
    assert "lies outside the range" in refused.err


def test_nobody_looked_is_a_sentence(leitstern: Run) -> None:
    refused = leitstern("routes")
    assert refused.code == 1
    assert "technology" in refused.err
