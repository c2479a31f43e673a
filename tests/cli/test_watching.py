"""`leitstern watch …`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.app.watch.conftest import BACK, FALLING, KEPT, USES, count_lists, count_principle, month, settled

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.structure.roles import enter_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def series(leitstern: Run, db: None) -> tuple[str, str]:
    """Two things that were settled and fall back."""
    enter_role(COMMAND_LINE, "Staff", "campaigns", 30)
    return count_principle((*KEPT, *FALLING)), count_lists((*USES, *BACK))


def test_settling_looking_and_looking_back(leitstern: Run, series: tuple[str, str]) -> None:
    said = leitstern("watch", "show", "--format", "json").out
    assert json.loads(said)["series"][0]["reached"]["reason"]["en"].startswith("nobody has said")

    period = (month(12).isoformat(), month(4).isoformat(), "--why", "It held.")
    assert "Slipping since" in leitstern("watch", "settle", series[0], *period).out
    settled(series[1], 12, 5)
    assert "prozessual" in leitstern("watch", "show", "--lang", "de").out
    looked = leitstern("watch", "look")
    assert "The change is falling back" in looked.out
    assert "Ask first" in looked.out

    before = leitstern("watch", "show", "--at", f"{month(3):%Y-%m}", "--format", "csv").out
    assert "Not watched yet" in before
    assert len(before.splitlines()) >= 3


def test_mistakes_are_told(leitstern: Run, series: tuple[str, str]) -> None:
    refused = leitstern(
        "watch", "settle", series[0], month(3).isoformat(), month(1).isoformat(), "--why", "x"
    )
    assert refused.code == 1
    assert "That is not enough yet" in refused.err
    assert "is no month" in leitstern("watch", "show", "--at", "soon").err
