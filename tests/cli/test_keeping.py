"""Backups, restoring and taking everything along, from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.intake.calls import Calls, good
from tests.app.intake.conftest import nothing_ahead

from leitstern.app.safekeeping.models import Backup
from leitstern.store.home import Home
from leitstern.store.state import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

__all__ = ["nothing_ahead"]


def test_a_home_goes_into_a_vault_and_comes_back(
    db: None, typed: Callable[..., Answer], home: Home, tmp_path: Path
) -> None:
    (tmp_path / "calls").mkdir()
    Calls(tmp_path / "calls").bring(good(1), good(2))
    archive = tmp_path / "one.zip"
    made = typed("--home", home.path, "backup", archive, "--lang", "de")
    assert made.code == 0, made.err
    assert "noch einmal gelesen" in made.out
    assert typed("--home", home.path, "backup", home.path).code == 1
    assert "can be restored: 8 rows" in typed("--home", home.path, "drill", archive).out
    assert Backup.objects.get().tried
    back = typed("--home", tmp_path / "new", "restore", archive, "--erased", tmp_path / "no-list")
    assert back.code == 0, back.err
    assert "Customers erased again: 0" in back.out
    lake = state(Home.open(tmp_path / "new"))
    assert lake
    assert lake.tables[0].rows == 2
    assert "Something lies in" in typed("--home", tmp_path / "new", "restore", archive).err
    (tmp_path / "one.zip.secret").unlink()
    assert "--secret" in typed("--home", tmp_path / "newer", "restore", archive).err
    assert not (tmp_path / "newer").exists()
    assert "rows." in typed("--home", home.path, "export", tmp_path / "all.zip").out
