"""A home as one file, and back: everything but its secret, every byte with its hash.

The secret lies in a file of its own beside it, for whoever has both can lead from fingerprints back to people.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from leitstern.core.errors import Conflict, Damaged, NoSpace, NotFound, WrongFormat
from leitstern.core.texts import Text
from leitstern.store import durable
from leitstern.store.home import SECRET_BYTES
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leitstern.store.lake import Progress

FORMAT = 1
MANIFEST, README = "manifest.json", "README.txt"
SECRET = ".secret"  # noqa: S105 -- how the name of the file beside the archive ends
SPARE = 64 * 2**20  # bytes that stay free
PIECE = 2**20
_NAME = re.compile(r"[\w][\w.#-]*(/[\w][\w.#-]*)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds. `rows` counts the tables of the lake at the `versions` that pages showed, if any."""

    format: int
    software: str
    made: str  # UTC, ISO 8601
    versions: dict[str, int] | None
    rows: dict[str, int]
    members: tuple[Member, ...]


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def refuse_full(folder: Path, needed: int) -> None:
    """Raise NoSpace if this does not fit beside what there is, before anything is written."""
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise NoSpace(NO_ROOM.fill(place=folder, needed=_mb(needed + SPARE), free=_mb(free)))


def write(
    folder: Path, archive: Path, manifest: Manifest, secret: bytes, told: Text, progress: Progress
) -> Manifest:
    """Everything in `folder` as one new archive, whole or not at all, with the secret beside it.

    Raises NoSpace before it begins if it does not fit, and Conflict if there is such a file already.
    """
    if archive.exists():
        raise Conflict(THERE.fill(path=archive))
    total = size_of(folder) or 1
    refuse_full(archive.parent, total)
    draft = archive.with_name(f"{archive.name}.new")
    members: list[Member] = []
    done = 0
    try:
        with refuse_unwritable():
            with zipfile.ZipFile(draft, "w", allowZip64=True) as out:
                out.writestr(README, f"{told.en}\n\n{told.de}\n")
                for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                    members.append(add(out, path, path.relative_to(folder).as_posix()))
                    done += members[-1].size
                    progress(done / total, WRITING)
                whole = Manifest(**_fields(manifest) | {"members": tuple(members)})
                out.writestr(MANIFEST, json.dumps(asdict(whole), indent=1))
            draft.chmod(0o600)
            durable.sync(draft)
            durable.replace(archive.with_name(archive.name + SECRET), secret.hex().encode() + b"\n")
            draft.rename(archive)
            durable.sync(archive.parent)
    finally:
        draft.unlink(missing_ok=True)
    return whole


def add(out: zipfile.ZipFile, path: Path, name: str) -> Member:
    """One file, piece by piece; Parquet is compressed already and goes as it is."""
    kind = zipfile.ZIP_STORED if path.suffix == ".parquet" else zipfile.ZIP_DEFLATED
    entry = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    entry.compress_type = kind
    found, size = hashlib.sha256(), 0
    with path.open("rb") as source, out.open(entry, "w", force_zip64=True) as into:
        while piece := source.read(PIECE):
            found.update(piece)
            size += len(piece)
            into.write(piece)
    return Member(name, size, found.hexdigest())


def read_manifest(archive: Path) -> Manifest:
    """What an archive says it holds. Raises NotFound, Damaged, or WrongFormat for one of another version."""
    with _opened(archive) as source:
        return _manifest(source, archive)


def check(archive: Path, progress: Progress) -> Manifest:
    """Read every byte of an archive and hold it against its hash. Raises Damaged."""
    with _opened(archive) as source:
        found = _manifest(source, archive)
        total, done = sum(each.size for each in found.members) or 1, 0
        for member in found.members:
            for _piece in _pieces(source, member, archive):
                pass
            done += member.size
            progress(done / total, CHECKING)
    return found


def unpack(archive: Path, into: Path, secret: bytes, progress: Progress) -> Manifest:
    """A new home at `into` from an archive and its secret; nothing of it is left if that fails.

    Raises Conflict where something lies at `into` already, NoSpace before it begins, Damaged, WrongFormat.
    """
    if into.exists() and any(into.iterdir()):
        raise Conflict(NOT_EMPTY.fill(path=into))
    if len(secret) != SECRET_BYTES:
        raise WrongFormat(NO_SECRET)
    there = into.exists()
    with _opened(archive) as source:
        found = _manifest(source, archive)
        total, done = sum(each.size for each in found.members) or 1, 0
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            refuse_full(into, total)
            with refuse_unwritable():
                # What makes it a home comes last.
                for member in sorted(found.members, key=lambda each: each.name == "home.json"):
                    _write(source, member, into, archive)
                    done += member.size
                    progress(done / total, RESTORING)
                for name in ("staging", "uploads", "lake"):
                    (into / name).mkdir(mode=0o700, exist_ok=True)
                durable.write_once(into / "secret", secret)
        except BaseException:
            shutil.rmtree(into)
            if there:
                into.mkdir(mode=0o700)
            raise
    return found


def read_secret(file: Path) -> bytes:
    """The secret that lies beside an archive. Raises NotFound, or WrongFormat if it is none."""
    if not file.is_file():
        raise NotFound(SECRET_GONE.fill(path=file))
    try:
        return bytes.fromhex(file.read_text("ascii").strip())
    except ValueError:
        raise WrongFormat(NO_SECRET) from None


def _fields(manifest: Manifest) -> dict[str, Any]:
    return {name: getattr(manifest, name) for name in Manifest.__slots__}


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    if not archive.is_file():
        raise NotFound(GONE.fill(path=archive))
    try:
        with zipfile.ZipFile(archive) as source:
            yield source
    except (zipfile.BadZipFile, EOFError) as wrong:
        raise Damaged(DAMAGED.fill(path=archive, name=str(wrong))) from wrong


def _manifest(source: zipfile.ZipFile, archive: Path) -> Manifest:
    try:
        told = json.loads(source.read(MANIFEST))
        members = tuple(Member(**each) for each in told.pop("members"))
        found = Manifest(**told, members=members)
    except (KeyError, ValueError, TypeError):
        raise Damaged(DAMAGED.fill(path=archive, name=MANIFEST)) from None
    if found.format != FORMAT:
        raise WrongFormat(OTHER_FORMAT.fill(path=archive, found=found.format, ours=FORMAT))
    if wrong := [each.name for each in members if not _NAME.fullmatch(each.name)]:
        raise Damaged(DAMAGED.fill(path=archive, name=wrong[0]))
    return found


def _pieces(source: zipfile.ZipFile, member: Member, archive: Path) -> Iterator[bytes]:
    found, size = hashlib.sha256(), 0
    try:
        with source.open(member.name) as opened:
            while size <= member.size and (piece := opened.read(PIECE)):
                found.update(piece)
                size += len(piece)
                yield piece
    except KeyError:
        raise Damaged(DAMAGED.fill(path=archive, name=member.name)) from None
    if (size, found.hexdigest()) != (member.size, member.sha256):
        raise Damaged(DAMAGED.fill(path=archive, name=member.name))


def _write(source: zipfile.ZipFile, member: Member, into: Path, archive: Path) -> None:
    path = into / member.name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for piece in _pieces(source, member, archive):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _mb(size: int) -> str:
    return f"{size / 2**20:,.0f}"


WRITING = Text(en="Writing the backup", de="Die Sicherung wird geschrieben")
CHECKING = Text(en="Reading every byte again", de="Jedes Byte wird nachgelesen")
RESTORING = Text(en="Restoring", de="Wird wiederhergestellt")
NO_ROOM = Text(
    en="There is too little room in {place}: {needed} MB are needed, {free} MB are free. Nothing was written. Make room, or "
    "choose another place.",
    de="In {place} ist zu wenig Platz: Nötig sind {needed} MB, frei sind {free} MB. Es wurde nichts geschrieben. Schaffen Sie "
    "Platz, oder wählen Sie einen anderen Ort.",
)
THERE = Text(
    en="There is a file {path} already. Nothing was written; choose another name.",
    de="Es gibt schon eine Datei {path}. Es wurde nichts geschrieben; wählen Sie einen anderen Namen.",
)
GONE = Text(en="There is no file {path}.", de="Eine Datei {path} gibt es nicht.")
NOT_EMPTY = Text(
    en="Something lies in {path} already. Nothing was changed. Restore into a new folder; the old one may still be needed.",
    de="In {path} liegt schon etwas. Es wurde nichts geändert. Stellen Sie in einen neuen Ordner wieder her; der alte wird "
    "vielleicht noch gebraucht.",
)
SECRET_GONE = Text(
    en="The secret {path} is missing. Without it no customer can be recognised again. Nothing was changed; say with --secret "
    "where it is kept.",
    de="Das Geheimnis {path} fehlt. Ohne es lässt sich niemand wiedererkennen. Es wurde nichts geändert; sagen Sie mit "
    "--secret, wo es verwahrt ist.",
)
NO_SECRET = Text(
    en="This is not the secret of a home. Nothing was changed; choose the file that was written beside the backup.",
    de="Das ist kein Geheimnis eines Leitstern-Verzeichnisses. Es wurde nichts geändert; wählen Sie die Datei, die neben der "
    "Sicherung geschrieben wurde.",
)
DAMAGED = Text(
    en="The backup {path} is damaged: {name} is not what was written. Nothing was changed; take another one.",
    de="Die Sicherung {path} ist beschädigt: {name} ist nicht, was geschrieben wurde. Es wurde nichts geändert; nehmen Sie "
    "eine andere.",
)
OTHER_FORMAT = Text(
    en="The backup {path} has format {found}, this version of Leitstern reads format {ours}. Nothing was changed.",
    de="Die Sicherung {path} hat das Format {found}, diese Leitstern-Version liest Format {ours}. Es wurde nichts geändert.",
)
