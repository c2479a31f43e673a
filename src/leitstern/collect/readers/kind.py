"""What kind of file something is, told by its first bytes and never by its name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["csv", "xlsx", "xes"]

_LOOK = 1024
GZIP, ZIP, OLE = b"\x1f\x8b", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def find_kind(path: Path, told: Kind | None) -> Kind:
    """The kind of a file. Raises Refused with a hint for what we cannot read, or if it is not what it is said to be."""
    with path.open("rb") as file:
        look = file.read(_LOOK)
    if not look.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Refused(EMPTY)
    kind = _kind(look)
    if told and kind != told:
        raise Refused(OTHERWISE.fill(told=told, found=kind))
    return kind


def _kind(look: bytes) -> Kind:
    if look.startswith(OLE):
        raise Refused(OLD_OFFICE)
    if look.startswith(ZIP):
        return "xlsx"
    if look.startswith(GZIP):
        return "xes"
    start = look.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<?xml", b"<log")):
        return "xes"
    if start.startswith((b"<!doctype", b"<html", b"<table", b"%pdf", b"\x89png", b"gif8", b"{", b"[{")):
        raise Refused(NO_TABLE)
    return "csv"


EMPTY = Text(en="The file is empty.", de="Die Datei ist leer.")
OTHERWISE = Text(
    en="The mapping says “{told}”, the file looks like “{found}”. Please correct `format: type` or choose another file.",
    de="Laut Zuordnung ist es „{told}“, die Datei sieht nach „{found}“ aus. Bitte berichtigen Sie `format: type` oder "
    "wählen Sie eine andere Datei.",
)
OLD_OFFICE = Text(
    en="The file is either protected by a password or in an old office format. Please save it without a password as "
    ".xlsx or .csv.",
    de="Die Datei ist mit einem Passwort geschützt oder in einem alten Office-Format. Bitte speichern Sie sie ohne "
    "Passwort als .xlsx oder .csv.",
)
NO_TABLE = Text(
    en="This is a web page, a picture or a document, not a table. Please export it as .csv or .xlsx.",
    de="Das ist eine Webseite, ein Bild oder ein Dokument, keine Tabelle. Bitte exportieren Sie sie als .csv oder .xlsx.",
)
