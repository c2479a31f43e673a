"""What kind of file something is, told by its first bytes and never by its name alone."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING, Literal

from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import GZIP, gunzip
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["csv", "xlsx", "xes", "jsonl", "parquet", "ocel"]

_LOOK = 4096
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SQLITE, PARQUET, LOCKED_PARQUET = b"SQLite format 3\0", b"PAR1", b"PARE"
_OCEL_JSON = re.compile(rb'\{\s*"(objectTypes|eventTypes|objects|events)"\s*:\s*\[')
_OLD_OCEL = re.compile(rb'\{\s*"ocel:|<log[^>]*>\s*<global scope="log"[^>]*>\s*<string key="ocel')
_OCEL_XML = re.compile(rb"<(object-types|event-types|objects|events)\b")
_JSON: tuple[Kind, ...] = (
    "jsonl",
    "ocel",
)  # what begins with a brace may be either; whoever says so is believed


def find_kind(path: Path, told: Kind | None) -> Kind:
    """The kind of a file. Raises Refused with a hint for what we cannot read, or if it is not what it is said to be."""
    with path.open("rb") as file:
        look = file.read(_LOOK)
    packed = look.startswith(GZIP)
    if packed:
        look = b"".join(islice(gunzip(path, _LOOK), 1))
    if not look.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Refused(EMPTY)
    kind = _kind(look)
    if packed and kind not in ("xes", "jsonl", "ocel"):
        raise Refused(PACKED)
    if told and kind in _JSON and told in _JSON and _begins(look).startswith(b"{"):
        return told
    if told and kind != told:
        raise Refused(OTHERWISE.fill(told=told, found=kind))
    return kind


def _kind(look: bytes) -> Kind:
    if look.startswith(OLE):
        raise Refused(OLD_OFFICE)
    if look.startswith(ZIP):
        return "xlsx"
    if look.startswith(PARQUET):
        return "parquet"
    if look.startswith(LOCKED_PARQUET):
        raise Refused(LOCKED)
    if look.startswith(SQLITE):
        return "ocel"
    start = _begins(look)
    if _OLD_OCEL.search(start):
        raise Refused(OLD_OCEL)
    if start.lower().startswith((b"<?xml", b"<log")):
        return "ocel" if _OCEL_XML.search(start) else "xes"
    if start.startswith(b"{"):
        return "ocel" if _OCEL_JSON.match(start) else "jsonl"
    if start.startswith(b"[") and start[1:].lstrip().startswith((b"{", b"]", b"[")):
        raise Refused(ONE_DOCUMENT)
    if start.lower().startswith((b"<!doctype", b"<html", b"<table", b"%pdf", b"\x89png", b"gif8")):
        raise Refused(NO_TABLE)
    return "csv"


def _begins(look: bytes) -> bytes:
    """Where the content begins. Raises Refused for JSON that is not UTF-8."""
    start = look.removeprefix(codecs.BOM_UTF8).lstrip()
    wide = start.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)[:4]
    if wide[:2] in (b"{\0", b"\0{") or wide in (b"[\0{\0", b"\0[\0{"):
        raise Refused(NO_UTF8)
    return start


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
PACKED = Text(
    en="Of packed files (.gz) only event logs and JSON Lines can be read. Please unpack this one first.",
    de="Von gepackten Dateien (.gz) lassen sich nur Ereignisprotokolle und JSON Lines lesen. Bitte entpacken Sie diese "
    "vorher.",
)
ONE_DOCUMENT = Text(
    en="This is JSON as one document. Please export it as JSON Lines: one object per line, without brackets around all "
    "of them.",
    de="Das ist JSON als ein einziges Dokument. Bitte exportieren Sie es als JSON Lines: ein Objekt je Zeile, ohne "
    "Klammern um alle zusammen.",
)
NO_UTF8 = Text(
    en="JSON has to be written in UTF-8; this file is not. Please export it again as UTF-8.",
    de="JSON muss in UTF-8 geschrieben sein; diese Datei ist es nicht. Bitte exportieren Sie sie noch einmal als UTF-8.",
)
OLD_OCEL = Text(
    en="This is an object-centric event log in the old format OCEL 1.0. Please export it as OCEL 2.0.",
    de="Das ist ein objektzentriertes Ereignisprotokoll im alten Format OCEL 1.0. Bitte exportieren Sie es als OCEL 2.0.",
)
LOCKED = Text(
    en="The Parquet file is encrypted. Please export it without encryption.",
    de="Die Parquet-Datei ist verschlüsselt. Bitte exportieren Sie sie ohne Verschlüsselung.",
)
