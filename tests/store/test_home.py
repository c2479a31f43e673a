from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leitstern.core.errors import Conflict, NotFound, WrongFormat
from leitstern.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_home_has_its_folders_and_a_key_of_its_own(tmp_path: Path) -> None:
    home, other = Home.create(tmp_path / "a"), Home.create(tmp_path / "b")
    assert json.loads((home.path / "home.json").read_text()) == {"format": 1}
    assert home.lake.is_dir()
    assert home.staging.is_dir()
    assert home.uploads.is_dir()
    assert home.app_db.parent == home.path
    assert len(home.secret) == 32
    assert home.secret != other.secret


def test_only_the_owner_may_read_the_key_and_it_is_never_shown(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    assert (home.path / "secret").stat().st_mode & 0o777 == 0o600
    assert home.path.stat().st_mode & 0o077 == 0
    assert repr(home.secret) not in repr(home)


def test_a_home_opens_again_with_the_same_key(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    assert Home.open(tmp_path / "home") == home
    assert Home.ensure(tmp_path / "home") == home


def test_ensure_makes_what_is_not_there_but_open_does_not(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Home.open(tmp_path / "home")
    assert Home.ensure(tmp_path / "home") == Home.open(tmp_path / "home")


def test_a_home_is_not_created_twice(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    with pytest.raises(Conflict):
        Home.create(tmp_path / "home")
    assert Home.open(tmp_path / "home") == home


def test_an_interrupted_creation_is_completed_and_keeps_its_key(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    (home.path / "home.json").unlink()
    (home.path / "uploads").rmdir()
    assert Home.ensure(tmp_path / "home") == home
    assert home.uploads.is_dir()


@pytest.mark.parametrize("content", ['{"format": 2}', "{}", "[]", "no json"])
def test_another_format_is_refused(tmp_path: Path, content: str) -> None:
    home = Home.create(tmp_path / "home")
    (home.path / "home.json").write_text(content)
    with pytest.raises(WrongFormat, match="reads format 1"):
        Home.open(home.path)


def test_a_home_without_its_key_is_refused(tmp_path: Path) -> None:
    home = Home.create(tmp_path / "home")
    (home.path / "secret").unlink()
    with pytest.raises(WrongFormat, match="backup"):
        Home.open(home.path)


def test_a_relative_path_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    home = Home.create(tmp_path.__class__("home"))
    assert home.path == tmp_path.resolve() / "home"
