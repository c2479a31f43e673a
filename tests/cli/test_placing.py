"""Placement, routes and assumptions in a terminal."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import claim

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
    mean = means(paper)
    assert all(months <= mean[key] for key, months in means(literature).items())
    assert leitstern("routes", "--format", "csv").out.count("\n") == len(mean) + 1 + bool(paper["direct"])
    assert "route, years" in leitstern("routes").out


def means(document: dict[str, Any]) -> dict[tuple[str, str], float]:
    return {
        (future["type"], each["route"]): each["mean"]
        for future in document["futures"]
        for each in future["routes"]
    }


def test_units_and_what_was_learned_need_a_wave(leitstern: Run, claimed: None) -> None:
    refused = leitstern("placement", "--by", "unit")
    assert refused.code == 1
    assert "No wave has been published yet." in refused.err
    assert json.loads(leitstern("learned", "--format", "json").out) == []
    assert leitstern("learned", "--take-over", "executives").code == 1


def test_nobody_looked_is_a_sentence(leitstern: Run) -> None:
    refused = leitstern("routes")
    assert refused.code == 1
    assert "technology" in refused.err
