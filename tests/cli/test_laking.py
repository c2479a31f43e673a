"""Looking after what is stored, from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import LATE, Calls, good
from tests.app.intake.conftest import nothing_ahead

from leitstern.app.common.models import AuditEntry
from leitstern.app.intake.models import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

__all__ = ["nothing_ahead"]


@pytest.fixture
def run(db: None, typed: Callable[..., Answer], home: Home) -> Callable[..., Answer]:
    return lambda *words: typed("--home", home.path, *words)


def test_what_is_stored_is_told_and_derived_once_more(run: Callable[..., Answer], tmp_path: Path) -> None:
    assert run("lake").out == "Nothing has come in yet.\n"
    (tmp_path / "calls").mkdir()
    Calls(tmp_path / "calls").bring(good(1), good(2), LATE)
    told = run("lake").out.splitlines()
    assert told[1].split()[:5] == ["contacts", "2", "2", "0", "1"]
    assert told[-1] == "4 messages are known, in sorted files: 1. None of them comes in twice."
    before = Snapshot.objects.latest("id")
    assert run("rebuild").out == "Transitions and journeys were derived once more, from 2 contacts.\n"
    after = Snapshot.objects.latest("id")
    assert after.versions["contacts"] == before.versions["contacts"]
    assert after.versions["journeys"] == before.versions["journeys"] + 1
    assert AuditEntry.objects.filter(verb="rebuild", subject=f"intake.snapshot:{after.pk}").exists()
