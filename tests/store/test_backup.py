"""A home as one file and back: exact, checked, refused where it would not hold."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.store.staging import ANNA, CALL, Import, bring_in, listed

from leitstern.core.errors import Conflict, Damaged, NoSpace, NotFound, WrongFormat
from leitstern.core.texts import Text
from leitstern.store import backup
from leitstern.store.archive import Manifest, check, read_manifest, read_secret, unpack, write
from leitstern.store.backup import try_out
from leitstern.store.home import Home
from leitstern.store.lake import Lake

if TYPE_CHECKING:
    from pathlib import Path

TOLD = Text(en="Keep it safe.", de="Gut verwahren.")


def silent(share: float, step: Text) -> None:
    """Nobody watches."""


def fill(home: Home) -> dict[str, int]:
    """A home with one contact, a file somebody handed in, and a database; its newest versions."""
    lake = Lake(home)
    with closing(sqlite3.connect(home.app_db)) as con, con:
        con.execute("CREATE TABLE told (words)")
        con.execute("INSERT INTO told VALUES ('hello')")
    (home.path / "evidence").mkdir()
    (home.path / "evidence" / "chart").write_bytes(b"proof")
    (home.uploads / "raw.csv").write_text("raw")
    one = Import()
    one.contact(ANNA, CALL, 0)
    found = bring_in(home, lake, 1, one)
    return {name: getattr(found, name) for name in found.__slots__}


def archived(home: Home, archive: Path) -> Manifest:
    """The home as an archive."""
    versions = fill(home)
    with backup.held(home, []) as folder:
        with closing(sqlite3.connect(home.app_db)) as con:
            backup.copy_database(con, folder / "app.db")
        about = Manifest(1, "0", "2026-03-02T10:00:00+00:00", versions, backup.counted(home, versions), ())
        Lake(home).erase([ANNA])  # what happens meanwhile is not in it
        Lake(home).release()
        return write(folder, archive, about, home.secret, TOLD, silent)


def test_a_backup_comes_back_as_it_was_at_one_moment(home: Home, tmp_path: Path) -> None:
    archive = tmp_path / "b.zip"
    made = archived(home, archive)
    assert made.rows["contacts"] == 1
    assert listed(home, Lake(home).versions(), "contacts") == []
    assert not (home.staging / "backup").exists()
    assert check(archive, silent) == made == read_manifest(archive)
    assert archive.stat().st_mode & 0o777 == 0o600
    names = {each.name for each in made.members}
    assert {"app.db", "home.json", "evidence/chart"} <= names
    assert not {name for name in names if "secret" in name or name.startswith(("uploads", "staging"))}
    assert home.secret not in archive.read_bytes()
    secret = read_secret(tmp_path / "b.zip.secret")
    assert try_out(archive, secret, tmp_path, silent) == made
    unpack(archive, tmp_path / "new", secret, silent)
    new = Home.open(tmp_path / "new")
    assert new.secret == home.secret
    lake = Lake(new)
    lake.verify()
    assert len(listed(new, lake.versions(), "contacts")) == 1
    with closing(sqlite3.connect(new.app_db)) as con:
        assert con.execute("SELECT words FROM told").fetchall() == [("hello",)]


def test_a_changed_byte_is_found_and_nothing_is_left_of_the_attempt(home: Home, tmp_path: Path) -> None:
    archive = tmp_path / "b.zip"
    archived(home, archive)
    content = bytearray(archive.read_bytes())
    content[content.index(b"PAR1") + 20] ^= 1
    archive.write_bytes(content)
    with pytest.raises(Damaged):
        check(archive, silent)
    with pytest.raises(Damaged):
        unpack(archive, tmp_path / "new", home.secret, silent)
    assert not (tmp_path / "new").exists()
    archive.write_bytes(content[:500])
    with pytest.raises(Damaged):
        read_manifest(archive)


def test_what_would_not_hold_is_refused_before_it_begins(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "b.zip"
    archived(home, archive)
    with pytest.raises(Conflict):
        unpack(archive, home.path, home.secret, silent)
    with pytest.raises(WrongFormat):
        unpack(archive, tmp_path / "new", b"short", silent)
    with pytest.raises(NotFound):
        read_manifest(tmp_path / "none.zip")
    with pytest.raises(NotFound):
        read_secret(tmp_path / "none")
    (tmp_path / "wrong").write_text("none")
    with pytest.raises(WrongFormat):
        read_secret(tmp_path / "wrong")
    about = read_manifest(archive)
    with pytest.raises(Conflict):
        write(home.lake, archive, about, home.secret, TOLD, silent)
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(NoSpace, match="too little room"):
        write(home.lake, tmp_path / "c.zip", about, home.secret, TOLD, silent)
    with pytest.raises(NoSpace):
        unpack(archive, tmp_path / "new", home.secret, silent)
    assert {path.name for path in tmp_path.glob("*.zip*")} == {"b.zip", "b.zip.secret"}
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"format": 9}, WrongFormat),
        ({"members": [{"name": "../out", "size": 1, "sha256": ""}]}, Damaged),
        ({"members": [{"name": "/out", "size": 1, "sha256": ""}]}, Damaged),
        ({"members": [{"name": "nowhere", "size": 1, "sha256": ""}]}, Damaged),
        ({"more": 1}, Damaged),
    ],
)
def test_archives_that_lie_are_refused(
    tmp_path: Path, change: dict[str, object], error: type[Exception]
) -> None:
    told = {"format": 1, "software": "0", "made": "", "versions": None, "rows": {}, "members": []}
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as out:
        out.writestr("manifest.json", json.dumps(told | change))
    with pytest.raises(error):
        check(tmp_path / "b.zip", silent)
