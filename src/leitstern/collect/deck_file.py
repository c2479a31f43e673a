"""Slide masters that somebody hands in: PowerPoint presentations and templates that run nothing and fetch nothing."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from leitstern.collect.proof_file import OLD_OFFICE
from leitstern.collect.readers.kind import OLE, ZIP
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import BOMB as UNPACKS_TOO_LARGE
from leitstern.collect.readers.unpack import check_zip
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 20_000_000
_CONTENTS = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
_SLIDES, _TEMPLATE = _MAIN.format("presentation"), _MAIN.format("template")
_RUNS = ("macroenabled", "vbaproject", "activex")
_PROGRAMS = (".bin", ".exe", ".dll", ".js", ".vbs", ".ps1", ".bat", ".cmd")
_CLICKED = ("http://", "https://", "mailto:")  # links that do nothing until somebody follows them
_UNPACKED = 200_000_000  # bytes of everything; the largest templates have a few dozen million
_LARGEST_PART = 30_000_000  # bytes of one XML part; masters have a few thousand


def read_deck_file(path: Path) -> bytes:
    """A presentation (.pptx) or template (.potx) as a presentation. Raises Refused with what to do instead."""
    if path.stat().st_size > MOST_BYTES:
        raise Refused(TOO_LARGE)
    with path.open("rb") as file:
        start = file.read(16)
    if start.startswith(OLE):
        raise Refused(OLD_OFFICE)
    if not start.startswith(ZIP):
        raise Refused(NOT_SLIDES)
    try:
        check_zip(path)
    except Refused as problem:
        if problem.text is UNPACKS_TOO_LARGE:  # its sentence is about tables
            raise Refused(BOMB) from None
        raise
    try:
        with zipfile.ZipFile(path) as archive:
            return _checked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ParseError):
        raise Refused(DAMAGED) from None
    except (DefusedXmlException, UnicodeError, LookupError):
        raise Refused(UNSOUND) from None


def _checked(archive: zipfile.ZipFile) -> bytes:
    names = archive.namelist()
    if _CONTENTS not in names or len(set(names)) < len(names):
        raise Refused(NOT_SLIDES)
    contents = archive.read(_CONTENTS).decode()
    lowered = contents.lower()
    programs = any(n.lower().endswith(_PROGRAMS) and "printersettings" not in n.lower() for n in names)
    if programs or any(word in lowered for word in _RUNS):
        raise Refused(MACROS)
    if _SLIDES not in contents and _TEMPLATE not in contents:
        raise Refused(NOT_SLIDES)
    if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
        raise Refused(BOMB)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                _check_part(entry.filename, content)
            if entry.filename == _CONTENTS:
                content = contents.replace(_TEMPLATE, _SLIDES).encode()
            copy.writestr(entry.filename, content)
    return out.getvalue()


def _check_part(name: str, content: bytes) -> None:
    """No document types, no entities, and in lists of relations nothing that would be fetched."""
    if len(content) > _LARGEST_PART:
        raise Refused(BOMB)
    root = fromstring(content, forbid_dtd=True)
    if not name.endswith(".rels"):
        return
    for relation in root:
        if relation.get("TargetMode") == "External":
            target, clicked = relation.get("Target", ""), relation.get("Type", "").endswith("/hyperlink")
            if not (clicked and target.lower().startswith(_CLICKED)):
                raise Refused(LINKED.fill(target=target[:80]))


TOO_LARGE = Text(
    en="The template has more than {most} MB. Please make the pictures in its master smaller, or delete sample slides.",
    de="Die Vorlage hat mehr als {most} MB. Bitte verkleinern Sie die Bilder im Master, oder löschen Sie Beispielfolien.",
).fill(most=MOST_BYTES // 1_000_000)
NOT_SLIDES = Text(
    en="This is no PowerPoint presentation (.pptx) or template (.potx), whatever its name says.",
    de="Das ist keine PowerPoint-Präsentation (.pptx) oder -Vorlage (.potx), gleich wie die Datei heißt.",
)
BOMB = Text(
    en="The template would unpack to far more than its size lets expect. Please save it again in PowerPoint.",
    de="Die Vorlage enthielte entpackt weit mehr, als ihre Größe erwarten lässt. Bitte speichern Sie sie in PowerPoint neu.",
)
DAMAGED = Text(
    en="The template is damaged or was cut off. Please save it again in PowerPoint.",
    de="Die Vorlage ist beschädigt oder abgeschnitten. Bitte speichern Sie sie in PowerPoint neu.",
)
UNSOUND = Text(
    en="The template holds what PowerPoint never writes (document types or entities). Please save it again in PowerPoint.",
    de="Die Vorlage enthält, was PowerPoint nie schreibt (Dokumenttypen oder Entitäten). Bitte speichern Sie sie in "
    "PowerPoint neu.",
)
MACROS = Text(
    en="The template holds macros, programs or embedded objects. Please save it as a presentation or template without "
    "them (.pptx, .potx).",
    de="Die Vorlage enthält Makros, Programme oder eingebettete Objekte. Bitte speichern Sie sie ohne diese als "
    "Präsentation oder Vorlage (.pptx, .potx).",
)
LINKED = Text(
    en="The template would fetch something from elsewhere when it is opened: {target}. Please embed linked pictures and "
    "break links to files.",
    de="Die Vorlage würde beim Öffnen etwas von anderswo holen: {target}. Bitte betten Sie verknüpfte Bilder ein, und lösen "
    "Sie Verknüpfungen zu Dateien.",
)
