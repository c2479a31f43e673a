"""A home is one installation: its folder, its files, its key."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.core.errors import Conflict, NotFound, WrongFormat
from leitstern.core.texts import Text
from leitstern.store import durable

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Home:
    """One installation and one tenant. `secret` keys every hash that stands for a person."""

    path: Path
    secret: bytes = field(repr=False)

    @property
    def app_db(self) -> Path:
        """Operational data."""
        return self.path / "app.db"

    @property
    def lake(self) -> Path:
        """Contacts, feedback, promises and what is derived from them."""
        return self.path / "lake"

    @property
    def staging(self) -> Path:
        """What is in work; may be emptied whenever nothing runs."""
        return self.path / "staging"

    @property
    def uploads(self) -> Path:
        """Files people handed in, until they are imported."""
        return self.path / "uploads"

    @classmethod
    def create(cls, path: Path) -> Home:
        """Make a new home. An interrupted creation is completed. Raises Conflict where there is one already."""
        path = path.resolve()
        if (path / "home.json").exists():
            raise Conflict(_ALREADY_THERE.fill(path=path))
        for folder in (path, path / "lake", path / "staging", path / "uploads"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        durable.write_once(path / "secret", secrets.token_bytes(SECRET_BYTES))
        durable.replace(path / "home.json", json.dumps({"format": FORMAT}).encode())
        durable.sync(path.parent)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Home:
        """The home at `path`. Raises NotFound, or WrongFormat when another version of the software wrote it."""
        path = path.resolve()
        try:
            found = json.loads((path / "home.json").read_bytes())["format"]
        except FileNotFoundError:
            raise NotFound(_NOT_THERE.fill(path=path)) from None
        except (ValueError, KeyError, TypeError):
            found = "?"
        if found != FORMAT:
            raise WrongFormat(_OTHER_FORMAT.fill(path=path, found=found, ours=FORMAT))
        secret = (path / "secret").read_bytes() if (path / "secret").exists() else b""
        if len(secret) != SECRET_BYTES:
            raise WrongFormat(_NO_SECRET.fill(path=path))
        return cls(path, secret)

    @classmethod
    def ensure(cls, path: Path) -> Home:
        """The home at `path`, made if there is none."""
        return cls.open(path) if (path / "home.json").exists() else cls.create(path)


_ALREADY_THERE = Text(
    en="There is a Leitstern home in {path} already. Nothing was changed. Use it, or choose another folder.",
    de="In {path} gibt es schon ein Leitstern-Verzeichnis. Es wurde nichts geändert. Benutzen Sie es, oder wählen Sie "
    "einen anderen Ordner.",
)
_NOT_THERE = Text(
    en="There is no Leitstern home in {path}. Choose the right folder, or create one there first.",
    de="In {path} gibt es kein Leitstern-Verzeichnis. Wählen Sie den richtigen Ordner, oder legen Sie dort zuerst "
    "eines an.",
)
_OTHER_FORMAT = Text(
    en="The home in {path} has format {found}, this version of Leitstern reads format {ours}. Nothing was changed. "
    "Start the version that wrote it.",
    de="Das Verzeichnis {path} hat das Format {found}, diese Leitstern-Version liest Format {ours}. Es wurde "
    "nichts geändert. Starten Sie die Version, die es geschrieben hat.",
)
_NO_SECRET = Text(
    en="The file “secret” in {path} is missing or damaged; without it no customer can be recognised again. Nothing was "
    "changed. Restore it from a backup.",
    de="Die Datei „secret“ in {path} fehlt oder ist beschädigt; ohne sie lässt sich niemand wiedererkennen. Es "
    "wurde nichts geändert. Stellen Sie sie aus einer Sicherung wieder her.",
)
