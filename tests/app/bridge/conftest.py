"""A decision about calls for help, and what customers say afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.app.bridge.decision import DRAFT, DUE, MAPPING, TODAY, WHERE

from leitstern.app.bridge.actions import decide
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake.actions import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leitstern.app.bridge.models import Measure
    from leitstern.app.outside.reading import Published


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are computed when a test asks for them, not after every import."""
    monkeypatch.setattr("leitstern.app.intake.ahead.AFTER_PUBLISH", [])


@pytest.fixture
def decided(published: Published) -> Measure:
    """What the company decided on 1 July, due on the 31st."""
    return decide(COMMAND_LINE, *WHERE, "Solved on the first call", DRAFT, today=TODAY)


@pytest.fixture
def answer_later(tmp_path: Path) -> Callable[[int, int], None]:
    """Bring in what so many customers said after the measure was due, so many of them satisfied."""

    def bring_in(customers: int, satisfied: int) -> None:
        folder = tmp_path / f"later-{customers}-{satisfied}"
        folder.mkdir()
        rows = [
            f"LATER-{n},{DUE + timedelta(days=1 + n % 60)} 10:00,{5 if n < satisfied else 2}"
            for n in range(customers)
        ]
        (folder / "later.csv").write_text("\n".join(["customer,at,score", *rows]) + "\n")
        (folder / "mapping.yaml").write_text(MAPPING)
        import_files(COMMAND_LINE, folder / "mapping.yaml", folder)

    return bring_in
