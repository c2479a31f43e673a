"""Files attached as proof: what they are is told by their content, never by their name.

Allowed are kinds that people hand round as proof and that run nothing: PDF, pictures, plain text, and office documents
without macros. Everything else is refused, above all what a browser would run (HTML, SVG) under any name.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.readers.kind import OLE, ZIP
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import BOMB as UNPACKS_TOO_LARGE
from leitstern.collect.readers.unpack import GZIP, check_zip
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 20_000_000
_TAIL = 2048  # bytes at the end of a PDF among which its end mark stands
_DIRECTORY = 1_000_000  # bytes of an office document's list of contents; real ones have a few thousand
_MARKUP = re.compile(
    r"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|math|xsl)", re.IGNORECASE
)
_PROGRAM = re.compile(r"#!|@echo\b|<\?php", re.IGNORECASE)
_MACROS = re.compile("macroenabled|vbaproject", re.IGNORECASE)
_PROGRAMS = (
    ".bin",
    ".exe",
    ".dll",
    ".js",
    ".vbs",
)  # in office documents; printer settings are in every other workbook
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that is allowed: the ending it gets, and what browsers are told."""

    ending: str
    media: str


PDF = FileType("pdf", "application/pdf")
PNG = FileType("png", "image/png")
JPEG = FileType("jpg", "image/jpeg")
TEXT = FileType("txt", "text/plain; charset=utf-8")
_OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = FileType("docx", f"{_OFFICE}.wordprocessingml.document")
EXCEL = FileType("xlsx", f"{_OFFICE}.spreadsheetml.sheet")
SLIDES = FileType("pptx", f"{_OFFICE}.presentationml.presentation")
ALLOWED = {each.ending: each for each in (PDF, PNG, JPEG, TEXT, WORD, EXCEL, SLIDES)}


def recognise(path: Path) -> FileType:
    """What a file is. Raises Refused with what to do instead, if it is none of the allowed kinds or not sound."""
    with path.open("rb") as file:
        start = file.read(16)
        file.seek(max(path.stat().st_size - _TAIL, 0))
        end = file.read()
    if not start:
        raise Refused(EMPTY)
    if start.startswith(b"%PDF-"):
        return _whole(PDF, b"%%EOF" in end)
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return _whole(PNG, b"IEND" in end)
    if start.startswith(b"\xff\xd8\xff"):
        return _whole(JPEG, b"\xff\xd9" in end)
    if start.startswith(ZIP):
        return _office(path)
    if start.startswith(OLE):
        raise Refused(OLD_OFFICE)
    if start.startswith(GZIP):
        raise Refused(OTHER)
    return _text(path)


def _whole(found: FileType, ended: bool) -> FileType:
    if not ended:
        raise Refused(CUT_OFF)
    return found


def _office(path: Path) -> FileType:
    """Which office document an archive is; it is unpacked to nowhere once, and nothing in it is run."""
    try:
        check_zip(path)
    except Refused as problem:
        if problem.text is UNPACKS_TOO_LARGE:  # its sentence is about tables
            raise Refused(BOMB) from None
        raise
    with zipfile.ZipFile(path) as archive:
        names = [name.lower() for name in archive.namelist()]
        try:
            with archive.open("[Content_Types].xml") as listed:
                contents = listed.read(_DIRECTORY).decode("utf-8", "replace")
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise Refused(OTHER) from None
    programs = any(name.endswith(_PROGRAMS) and "printersettings" not in name for name in names)
    if programs or _MACROS.search(contents):
        raise Refused(MACROS)
    for kind in (WORD, EXCEL, SLIDES):
        if f"{kind.media}.main+xml" in contents:
            return kind
    raise Refused(OTHER)


def _text(path: Path) -> FileType:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(OTHER) from None
    if _CONTROL.search(content):
        raise Refused(OTHER)
    if _MARKUP.search(content):
        raise Refused(MARKUP)
    if _PROGRAM.match(content.lstrip()):
        raise Refused(OTHER)
    return TEXT


EMPTY = Text(en="The file is empty.", de="Die Datei ist leer.")
CUT_OFF = Text(
    en="The file is damaged or was cut off. Please export or copy it again.",
    de="Die Datei ist beschädigt oder abgeschnitten. Bitte exportieren oder kopieren Sie sie noch einmal.",
)
BOMB = Text(
    en="The file would unpack to far more than its size lets expect. Please attach it as a PDF.",
    de="Die Datei enthielte entpackt weit mehr, als ihre Größe erwarten lässt. Bitte fügen Sie sie als PDF an.",
)
MACROS = Text(
    en="The document holds macros or programs. Please save it without them, or as a PDF.",
    de="Das Dokument enthält Makros oder Programme. Bitte speichern Sie es ohne diese oder als PDF.",
)
OLD_OFFICE = Text(
    en="The file is protected by a password or in an old office format. Please attach it as a PDF.",
    de="Die Datei ist mit einem Passwort geschützt oder in einem alten Office-Format. Bitte fügen Sie sie als PDF an.",
)
MARKUP = Text(
    en="The file is a web page or a drawing that a browser would run, whatever its name says. Please attach it as a PDF "
    "or a picture (PNG, JPEG).",
    de="Die Datei ist eine Webseite oder eine Zeichnung, die ein Browser ausführen würde, gleich wie sie heißt. Bitte "
    "fügen Sie sie als PDF oder Bild (PNG, JPEG) an.",
)
OTHER = Text(
    en="The file is none of what can be attached, whatever its name says: PDF, PNG, JPEG, plain text (UTF-8), Word, Excel "
    "or PowerPoint without macros.",
    de="Die Datei ist nichts von dem, was angefügt werden kann, gleich wie sie heißt: PDF, PNG, JPEG, reiner Text (UTF-8), "
    "Word, Excel oder PowerPoint ohne Makros.",
)
