"""Inboxes from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.app.intake.calls import HEADER, MAPPING, Calls, good
from tests.app.intake.conftest import nothing_ahead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

__all__ = ["nothing_ahead"]


def test_an_inbox_is_opened_looked_into_and_closed(
    typed: Callable[..., Answer], home: Home, db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.actions import adopt
    from leitstern.collect.taxonomy_file import load_taxonomy

    monkeypatch.setattr("leitstern.app.intake.inbox.SETTLED", 0.0)
    calls = Calls(tmp_path)
    adopt(COMMAND_LINE, load_taxonomy(tmp_path / "taxonomy.yaml"))

    def inbox(*words: object) -> Answer:
        return typed("--home", home.path, "inbox", *words)

    calls.mapping.write_text(MAPPING.replace("taxonomy: taxonomy.yaml\n", ""))
    opened = inbox("open", "nightly", "--mapping", calls.mapping, "--lang", "de")
    assert "wird eingelesen" in opened.out
    (home.path / "inbox" / "nightly" / "a.csv").write_text(f"{HEADER}\n{good(1)}\n")
    assert "nightly/a.csv: Import 1: 2 received = 2 stored" in inbox("look").out
    assert inbox("look").out == ""
    (told,) = json.loads(inbox("show", "--format", "json").out)
    assert (told["inbox"], told["open"], told["waiting"], told["done"]) == ("nightly", True, 0, 1)
    assert "Closed" in inbox("close", "nightly").out
    assert inbox("close", "other").code == 1
    assert "closed" in inbox("show").out
