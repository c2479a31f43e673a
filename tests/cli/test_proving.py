"""Evidence in a terminal."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_what_counts_and_what_is_missing(leitstern: Run) -> None:
    claim(COMMAND_LINE, "k1", 3)
    found = json.loads(leitstern("evidence", "--format", "json").out)
    assert len(found) == 22
    assert {key: found[0][key] for key in ("dimension", "claimed", "credited", "over_claim")} == {
        "dimension": "k1",
        "claimed": 3,
        "credited": 1,
        "over_claim": 2,
    }
    header, *rows = csv.reader(
        io.StringIO(leitstern("evidence", "--format", "csv").out.removeprefix("\ufeff"))
    )
    assert [rows[0][header.index(name)] for name in ("claimed", "credited")] == ["3", "1"]
    told = leitstern("evidence", "--lang", "de").out
    assert "Für Stufe 2 fehlt noch" in told
    assert "next_step" in told


def test_departments_stand_for_themselves(leitstern: Run) -> None:
    claim(COMMAND_LINE, "k1", 3, unit="service")
    assert json.loads(leitstern("evidence", "--format", "json").out)[0]["claimed"] is None
    told = leitstern("evidence", "--unit", "service", "--format", "json").out
    assert json.loads(told)[0]["claimed"] == 3
