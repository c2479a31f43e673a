"""Assumptions on the command line: listed, tried, changed, restored."""

from __future__ import annotations

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


def listed(leitstern: Run, *options: object) -> list[dict[str, object]]:
    """Assumptions as documents."""
    found: list[dict[str, object]] = json.loads(leitstern("assumptions", *options, "--format", "json").out)
    return found


def test_all_are_listed_and_searched(leitstern: Run) -> None:
    assert len(listed(leitstern)) == len(ASSUMPTIONS)
    assert len(listed(leitstern, "--search", "weight of the dimension")) == 22
    assert listed(leitstern, "--changed") == []
    assert "0,6 Stufen" in leitstern("assumptions", "bias_executives_culture", "--lang", "de").out


def test_changing_demands_a_reason_and_going_back_does_not(leitstern: Run) -> None:
    assert leitstern("assumptions", "cut_culture", "--value", 2.5).code == 1
    assert listed(leitstern, "cut_culture", "--value", 2.5, "--why", "Ahead.")[0]["value"] == 2.5
    assert [each["slug"] for each in listed(leitstern, "--changed")] == ["cut_culture"]
    assert listed(leitstern, "cut_culture", "--default")[0]["value"] == 2
    refused = leitstern("assumptions", "cut_culture", "--value", 9, "--why", "x")
    assert (refused.code, refused.out) == (1, "")
    assert "lies outside the range from 1 to 3 levels" in refused.err


@pytest.mark.usefixtures("db")
def test_trying_keeps_nothing(leitstern: Run) -> None:
    for dimension in ("k1", "k2", "t1", "t2"):
        claim(COMMAND_LINE, dimension, 1)
    said = leitstern("assumptions", "cut_technology", "--value", 3, "--try")
    assert said.code == 0
    assert "before" in said.out
    tried = json.loads(
        leitstern("assumptions", "cut_technology", "--default", "--try", "--format", "json").out
    )
    assert tried["sentence"]["en"] == "Placement, route and evidence would stay as they are."
    assert listed(leitstern, "--changed") == []
