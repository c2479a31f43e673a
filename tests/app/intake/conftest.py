"""A help line whose calls come in as one small file, and a worker that does what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import Calls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are computed when asked for; `test_ahead` looks at what is otherwise done before."""
    monkeypatch.setattr("leitstern.app.intake.ahead.AFTER_PUBLISH", [])


@pytest.fixture
def calls(home: Home, db: None, tmp_path: Path) -> Calls:
    """The help line's folder: a mapping, a taxonomy, and no file yet."""
    folder = tmp_path / "calls"
    folder.mkdir()
    return Calls(folder)


@pytest.fixture
def worker() -> Callable[[], None]:
    """Does all work that waits."""
    from leitstern.app.common.jobs import run_next

    def work() -> None:
        while run_next():
            pass

    return work
